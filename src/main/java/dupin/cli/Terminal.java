package dupin.cli;

import dupin.model.ActionState;
import dupin.model.ImportReceipt;
import dupin.model.Incident;
import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import dupin.service.Cases;
import dupin.service.Desk;
import dupin.service.IncidentQuery;
import dupin.service.Places;
import dupin.service.Problem;
import dupin.service.Progress;
import dupin.service.Sample;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/// What happens where there is no display: the sample case is investigated in the terminal.
public final class Terminal {
    private static final int SHOWN = 20;

    private final Places places;
    private final PrintWriter out;

    public Terminal(Places places) {
        this(places, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }

    Terminal(Places places, PrintWriter out) {
        this.places = places;
        this.out = out;
    }

    /// Renders the console over an open case to a picture.
    public interface Picture {
        /// @return where the picture lies
        Path draw(CaseSession session) throws Exception;
    }

    /// Investigates the first sample and prints what was found.
    ///
    /// @return exit code
    public int run(Picture picture) throws InterruptedException {
        out.println("Dupin found no display, so it investigates the sample case here in the terminal.");
        Sample sample =
                Sample.all(places.samples()).stream()
                        .findFirst()
                        .orElseThrow(() ->
                                new Problem(
                                        "There are no sample cases in " + places.samples() + ".",
                                        "",
                                        "Start Dupin from its own folder, or import exports with `dupin import CASE FILE…`."));
        out.println(sample.name() + ": " + sample.summary());
        out.println();
        Path folder = places.freeCase(sample.name());
        try (CaseSession session =
                new Cases(Clock.systemUTC(), Runtime.getRuntime().availableProcessors()).open(folder, Progress.NONE)) {
            var imports = session.imports();
            List<ImportReceipt> receipts =
                    imports.commit(imports.plan(sample.files(), Progress.NONE), Setting.ACTOR, Progress.NONE);
            receipts.forEach(r ->
                    out.printf("  imported %-28s %6d records, %d rejected%n", r.fileName(), r.read(), r.rejectCount()));
            out.println("  investigating …");
            session.awaitIdle();
            print(session.desk());
            draw(picture, session);
            out.println("The case lies in " + folder);
            out.println(
                    "For the window, start Dupin in a graphical session (on Linux: with DISPLAY set), or under Xvfb: xvfb-run -s '-screen 0 1440x900x24' mvn");
            return Exit.DONE;
        }
    }

    private void draw(Picture picture, CaseSession session) {
        try {
            out.println("The main window, drawn without a display: " + picture.draw(session));
        } catch (Exception e) {
            System.getLogger(Terminal.class.getName()).log(System.Logger.Level.WARNING, "No picture", e);
            out.println("The main window could not be drawn: " + e.getMessage());
        }
    }

    private void print(Desk desk) {
        out.println();
        for (Incident incident : desk.incidents(IncidentQuery.ALL)) {
            var state = incident.investigationState();
            out.printf(
                    "%s  %s · %s · %s%n",
                    incident.id(),
                    incident.severity().label(),
                    incident.name(),
                    state == null ? "not investigated" : state.label());
        }
        out.println();
        out.printf("%-17s %6s  %-16s %s%n", "VERDICT", "SCORE", "KIND", "ENTITY — strongest reason");
        List<Desk.VerdictRow> rows =
                desk.verdicts().stream()
                        .filter(row -> row.ledger().verdict().incriminates())
                        .sorted(
                                Comparator.comparing((Desk.VerdictRow row) -> -row.ledger().score())
                                        .thenComparing(row -> row.entity().key()))
                        .toList();
        rows.stream()
                .limit(SHOWN)
                .forEach(row ->
                        out.printf(
                                "%-17s %3d dB  %-16s %s — %s%n",
                                row.ledger().verdict().label(),
                                row.ledger().score(),
                                row.entity().kind().label(),
                                Printable.text(row.entity().label()),
                                row.ledger().counted().isEmpty()
                                        ? ""
                                        : Printable.text(row.ledger().counted().getFirst().text())));
        if (rows.size() > SHOWN) {
            out.printf("… and %d more; `dupin verdicts CASE` lists all%n", rows.size() - SHOWN);
        }
        int clean = desk.verdicts().size() - rows.size();
        out.printf("%d further entities: no threats found, or not evaluable%n%n", clean);
        List<RemediationAction> pending =
                desk.actions().stream().filter(a -> a.state() == ActionState.PENDING).toList();
        out.printf("PENDING ACTIONS (%d)%n", pending.size());
        pending.stream()
                .limit(SHOWN)
                .forEach(a ->
                        out.printf(
                                "  %-28s %-36s %s%n",
                                a.type().label(), Printable.text(a.subject()), Printable.text(a.policyReason())));
        out.println();
    }
}
