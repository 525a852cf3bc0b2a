package dupin.cli;

import dupin.model.Pack;
import dupin.model.sigma.Refusal;
import dupin.service.CaseSession;
import dupin.service.Detection;
import dupin.service.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `dupin detect CASE [--rules FOLDER…]`: matches telemetry with detection rules and makes alerts.
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = "Matches the telemetry of a case with its detection rules (Sigma) and adds the alerts.")
final class DetectCommand implements Callable<Integer> {
    private static final int SHOWN = 40;

    private final Setting setting;

    @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
    private Path target = Path.of("");

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "Rule packs to make part of the case first.")
    private List<Path> folders = List.of();

    @Option(names = "--all", description = "Print every refused rule and every rule that matched.")
    private boolean all;

    @Option(names = "--no-investigate", description = "Leave without waiting for the investigations that follow.")
    private boolean leave;

    DetectCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (CaseSession session = setting.existing(target, Runtime.getRuntime().availableProcessors())) {
            Detection detection = session.detection();
            for (Path folder : folders) {
                detection.add(folder, Setting.ACTOR);
            }
            for (Pack pack : detection.packs()) {
                setting.out()
                        .printf(
                                "pack %-30s %6d rules, %d refused, %d files%n",
                                pack.label(), pack.items(), pack.refused(), pack.files());
            }
            Detection.Outcome outcome = detection.run(Setting.ACTOR, Progress.NONE);
            print(outcome);
            if (!leave) {
                session.awaitIdle();
            }
            return outcome.refused().isEmpty() ? Exit.DONE : Exit.LOOK;
        }
    }

    private void print(Detection.Outcome outcome) {
        for (Refusal refusal : outcome.refused().stream().limit(all ? Long.MAX_VALUE : SHOWN).toList()) {
            setting.out().printf("REFUSED  %s %s: %s%n", refusal.place(), refusal.title(), refusal.reason());
        }
        for (Detection.Tally tally : outcome.matched().stream().limit(all ? Long.MAX_VALUE : SHOWN).toList()) {
            setting.out().printf("%-14s %7d  %s  %s%n", tally.level(), tally.matches(), tally.title(), tally.ruleId());
        }
        setting.out()
                .printf(
                        "rules %d · refused %d · rows %d · matches %d · alerts %d (%d new) · expressions given up %d%n",
                        outcome.rules(),
                        outcome.refused().size(),
                        outcome.events(),
                        outcome.matches(),
                        outcome.alerts(),
                        outcome.fresh(),
                        outcome.givenUp());
    }
}
