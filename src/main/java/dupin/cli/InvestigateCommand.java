package dupin.cli;

import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `dupin investigate CASE`: carries on everything that is queued, and starts what is named.
@Command(
        name = "investigate",
        mixinStandardHelpOptions = true,
        description = "Runs the queued investigations of a case to their end and prints their outcome.")
final class InvestigateCommand extends OnCase {

    @Option(
            names = "--workers",
            defaultValue = "2",
            description = "Investigations at a time (default ${DEFAULT-VALUE}).")
    private int workers;

    @Option(names = "--incident", description = "Start an investigation of this incident by hand.")
    private List<String> incidents = List.of();

    InvestigateCommand(Setting setting) {
        super(setting);
    }

    @Override
    public Integer call() throws InterruptedException {
        try (CaseSession session = setting.existing(target, Math.max(1, workers))) {
            incidents.forEach(id -> session.investigations().start(id, Setting.ACTOR));
            session.awaitIdle();
            List<Investigation> runs = session.desk().investigations();
            for (Investigation run : runs) {
                setting.out()
                        .printf(
                                "%-22s %-24s %3d steps  %s%n",
                                run.id(), run.state().label(), run.steps().size(), run.title());
            }
            for (Incident incident : session.desk().incidents(IncidentQuery.ALL)) {
                var verdict = incident.verdict();
                setting.out()
                        .printf(
                                "%-12s %-14s %-18s %d alerts, %d pending  %s%n",
                                incident.id(),
                                incident.severity().label(),
                                verdict == null ? "-" : verdict.label(),
                                incident.alertIds().size(),
                                incident.pendingActions(),
                                incident.name());
            }
            setting.out().println("Verdict digest " + session.desk().verdictDigest());
            boolean failed = runs.stream().anyMatch(run -> run.state() == InvestigationState.FAILED);
            return failed ? Exit.LOOK : Exit.DONE;
        }
    }
}
