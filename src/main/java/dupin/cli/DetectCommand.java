package dupin.cli;

import dupin.model.Pack;
import dupin.model.sigma.Refusal;
import dupin.service.CaseSession;
import dupin.service.Detection;
import dupin.service.Problem;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `dupin detect CASE [--rules FOLDER…]`: matches telemetry with detection rules and makes alerts.
@Command(
        name = "detect",
        mixinStandardHelpOptions = true,
        description = "Matches the telemetry of a case with its detection rules (Sigma) and adds the alerts.")
final class DetectCommand extends OnCase {
    private static final int SHOWN = 40;

    @Option(
            names = "--rules",
            arity = "1..*",
            paramLabel = "FOLDER",
            description = "Rule packs to make part of the case first.")
    private List<Path> folders = List.of();

    @Option(
            names = "--off",
            arity = "1..*",
            paramLabel = "PACK",
            description = "Rule packs to switch off first; their alerts stay, they raise no new ones.")
    private List<String> off = List.of();

    @Option(names = "--on", arity = "1..*", paramLabel = "PACK", description = "Rule packs to switch on again first.")
    private List<String> on = List.of();

    @Option(
            names = "--refused",
            paramLabel = "FILE",
            description = "Write the rules that cannot be used, and why, to this file (CSV).")
    private @Nullable Path refusals;

    @Option(names = "--all", description = "Print every refused rule and every rule that matched.")
    private boolean all;

    @Option(names = "--no-investigate", description = "Leave without waiting for the investigations that follow.")
    private boolean leave;

    DetectCommand(Setting setting) {
        super(setting);
    }

    @Override
    public Integer call() throws InterruptedException {
        try (CaseSession session = setting.existing(target, Runtime.getRuntime().availableProcessors())) {
            Detection detection = session.detection();
            for (Path folder : folders) {
                detection.add(folder, Setting.ACTOR);
            }
            off.forEach(pack -> detection.switchTo(pack, false, Setting.ACTOR));
            on.forEach(pack -> detection.switchTo(pack, true, Setting.ACTOR));
            if (refusals != null) {
                save(refusals, detection.refused());
            }
            for (Pack pack : detection.packs()) {
                setting.out()
                        .printf(
                                "pack %-30s %6d rules, %d refused, %d files%s%n",
                                Printable.text(pack.label()),
                                pack.items(),
                                pack.refused(),
                                pack.files(),
                                detection.off(pack.name()) ? ", switched off" : "");
            }
            Detection.Outcome outcome = detection.run(Setting.ACTOR, Progress.NONE);
            print(outcome);
            if (!leave) {
                session.awaitIdle();
            }
            return outcome.refused().isEmpty() ? Exit.DONE : Exit.LOOK;
        }
    }

    private static void save(Path file, List<Refusal> refused) {
        var csv = new StringBuilder("place,title,reason\r\n");
        for (Refusal each : refused) {
            csv.append(cell(each.place()))
                    .append(',')
                    .append(cell(each.title()))
                    .append(',')
                    .append(cell(each.reason()))
                    .append("\r\n");
        }
        try {
            Files.writeString(file, csv);
        } catch (IOException e) {
            throw new Problem(
                    "The refused rules cannot be written to " + file + ": " + e.getMessage() + ".",
                    "Packs that were named were added; no rule was run.",
                    "Choose another file.",
                    e);
        }
    }

    /// In quotes; what a spreadsheet would take for a formula gets an apostrophe before it.
    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r\n'".indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }

    private void print(Detection.Outcome outcome) {
        for (Refusal refusal : outcome.refused().stream().limit(all ? Long.MAX_VALUE : SHOWN).toList()) {
            setting.out()
                    .printf(
                            "REFUSED  %s %s: %s%n",
                            Printable.text(refusal.place()),
                            Printable.text(refusal.title()),
                            Printable.text(refusal.reason()));
        }
        for (Detection.Tally tally : outcome.matched().stream().limit(all ? Long.MAX_VALUE : SHOWN).toList()) {
            setting.out()
                    .printf(
                            "%-14s %7d  %s  %s%n",
                            tally.level(),
                            tally.matches(),
                            Printable.text(tally.title()),
                            Printable.text(tally.ruleId()));
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
