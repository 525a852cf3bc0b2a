package dupin.bench;

import dupin.service.Problem;
import dupin.service.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Finds every labelled case under a folder and scores Dupin on it. Runs on the calling thread and takes minutes.
public final class VerdictBench {
    private final BenchRequest request;
    private final Progress progress;
    private final List<Result> results = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /// @param progress told which case is being measured; may cancel between steps
    public VerdictBench(BenchRequest request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /// @throws Problem when the folder cannot be read or holds no truth file
    public BenchReport run() throws InterruptedException {
        BenchFiles files = BenchFiles.under(request.folder());
        var intrusions = new IntrusionBench(files, request, progress);
        for (Path truth : intrusions.truths()) {
            measure(files.shown(truth), () -> intrusions.run(truth));
        }
        var incidents = new IncidentBench(files, request, progress);
        List<Path> graphs = incidents.truths();
        if (!graphs.isEmpty()) {
            measure("incidents", () -> incidents.run(graphs));
        }
        var mail = new MailBench(files, request, progress);
        if (!mail.mails().isEmpty()) {
            measure("mail", mail::run);
        }
        var techniques = new TechniqueBench(files, request, progress);
        for (Path labels : techniques.truths()) {
            measure(files.shown(labels), () -> techniques.run(labels));
        }
        for (Path rows : files.all().stream().filter(ActionRowsBench::isTruth).toList()) {
            measure(files.shown(rows), () -> ActionRowsBench.run(rows, files));
        }
        if (results.isEmpty() && problems.isEmpty()) {
            throw new Problem(
                    "There is no truth file under " + request.folder() + ".",
                    "Nothing was measured.",
                    "Truth files end in .truth.json, or are mail_clusters.json, incident_N.graphml and their like.");
        }
        return new BenchReport(results, problems);
    }

    private void measure(String name, Callable<Result> work) throws InterruptedException {
        progress.check();
        progress.report("Measuring " + name, results.size(), 0);
        try {
            results.add(work.call());
        } catch (InterruptedException e) {
            throw e;
        } catch (TruthException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (Problem e) {
            problems.add(name + ": " + e.sentence());
        } catch (IOException | UncheckedIOException e) {
            problems.add(name + " cannot be read: " + e.getMessage() + ".");
        } catch (java.util.concurrent.CancellationException e) {
            throw e;
        } catch (Exception e) {
            System.getLogger(VerdictBench.class.getName())
                    .log(System.Logger.Level.ERROR, "Measuring " + name + " failed", e);
            problems.add(name + " failed unexpectedly: " + e + ".");
        }
    }
}
