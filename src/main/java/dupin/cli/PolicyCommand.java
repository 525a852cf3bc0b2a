package dupin.cli;

import dupin.model.AutomationLevel;
import dupin.model.Policy;
import dupin.model.Verdict;
import dupin.model.policy.CellKey;
import dupin.model.policy.Drift;
import dupin.model.policy.Fault;
import dupin.model.policy.MatrixCell;
import dupin.model.policy.Outcome;
import dupin.model.policy.Place;
import dupin.model.policy.Preset;
import dupin.model.policy.Recommendation;
import dupin.model.policy.Subject;
import dupin.model.policy.WhatIfReport;
import dupin.model.policy.WhatIfRow;
import dupin.service.CaseSession;
import dupin.service.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `dupin policy …`: looks at the policy of a case; changes nothing.
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Looks at the policy of a case: decisions, faults, recommendations, trials, history.",
        subcommands = {
            PolicyCommand.Matrix.class,
            PolicyCommand.Check.class,
            PolicyCommand.Compare.class,
            PolicyCommand.Trial.class,
            PolicyCommand.History.class
        })
final class PolicyCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills the field
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /// What the subcommands share: the case.
    abstract static class OnPolicy extends OnCase {
        OnPolicy(Setting setting) {
            super(setting);
        }

        @Override
        public final Integer call() {
            try (CaseSession session = setting.existing(target, 1)) {
                return look(session);
            }
        }

        abstract int look(CaseSession session);

        final void say(String format, Object... values) {
            setting.out().println(Printable.text(format.formatted(values)).stripTrailing());
        }

        static Preset preset(CaseSession session, String name) {
            return session.review().presets().stream()
                    .filter(p -> p.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new Problem(
                                    "There is no preset " + name + ".",
                                    "Nothing was changed.",
                                    "The presets are "
                                            + session.review().presets().stream()
                                                    .map(Preset::name)
                                                    .collect(Collectors.joining(" and "))
                                            + "."));
        }
    }

    /// `dupin policy matrix CASE`.
    @Command(
            name = "matrix",
            mixinStandardHelpOptions = true,
            description = "Prints what the policy decides for every verdict, level, folder class and kind of entity.")
    static final class Matrix extends OnPolicy {
        Matrix(Setting setting) {
            super(setting);
        }

        @Override
        int look(CaseSession session) {
            Policy policy = session.policies().policy();
            Map<CellKey, MatrixCell> cells =
                    session.review().matrix(policy).stream()
                            .collect(Collectors.toMap(MatrixCell::key, Function.identity()));
            for (Verdict verdict : Verdict.values()) {
                say("%s", verdict.label());
                boolean nothing =
                        cells.values().stream()
                                .filter(c -> c.key().verdict() == verdict)
                                .allMatch(c -> c.outcome() == Outcome.NOTHING);
                if (nothing) {
                    say("  nothing is done, whatever the level, folder and entity");
                    say("");
                    continue;
                }
                say("  %-32s %-34s %-24s %s", "", "", "", levels());
                for (Subject subject : Subject.values()) {
                    for (Place place : subject.places()) {
                        var line = new StringBuilder();
                        for (AutomationLevel level : AutomationLevel.values()) {
                            MatrixCell cell = cells.get(new CellKey(verdict, level, place, subject));
                            line.append("%-15s".formatted(cell == null ? "" : cell.outcome().word()));
                        }
                        say(
                                "  %-32s %-34s %-24s %s",
                                subject.label(),
                                subject.type().label(),
                                subject.places().size() > 1 ? place.label() : "",
                                line);
                    }
                }
                say("");
            }
            return Exit.DONE;
        }

        private static String levels() {
            var line = new StringBuilder();
            for (AutomationLevel level : AutomationLevel.values()) {
                line.append("%-15s".formatted(level.name()));
            }
            return line.toString();
        }
    }

    /// `dupin policy check CASE`.
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Names what is likely not meant in the policy; exit code 1 where there is something.")
    static final class Check extends OnPolicy {
        Check(Setting setting) {
            super(setting);
        }

        @Override
        int look(CaseSession session) {
            var faults = session.review().faults(session.policies().policy(), setting.clock().instant());
            for (Fault fault : faults) {
                say("%-32s %s: %s %s", fault.rule().label(), fault.where(), fault.text(), fault.advice());
            }
            say("%d found", faults.size());
            return faults.isEmpty() ? Exit.DONE : Exit.LOOK;
        }
    }

    /// `dupin policy compare CASE`.
    @Command(
            name = "compare",
            mixinStandardHelpOptions = true,
            description = "Names the settings that differ from the presets, with the recommended values.")
    static final class Compare extends OnPolicy {
        Compare(Setting setting) {
            super(setting);
        }

        @Override
        int look(CaseSession session) {
            Policy policy = session.policies().policy();
            for (Preset preset : session.review().presets()) {
                say("%s: %s", preset.name(), preset.summary());
                for (Recommendation it : session.review().recommendations(policy, preset)) {
                    say("  %-20s %s: %s", it.area(), it.label(), it.direction().label());
                    say("    now          %s", it.current());
                    say("    recommended  %s", it.recommended());
                    say("    why          %s", it.why());
                }
            }
            return Exit.DONE;
        }
    }

    /// `dupin policy what-if CASE`.
    @Command(
            name = "what-if",
            mixinStandardHelpOptions = true,
            description =
                    "Decides everything that the case decided anew under a draft. Nothing is carried out or saved.")
    static final class Trial extends OnPolicy {
        @Option(names = "--preset", paramLabel = "NAME", description = "The draft is a preset: Standard or Strict.")
        private String preset = "";

        @Option(
                names = "--level",
                description = "The draft is the policy with this level of the default group: ${COMPLETION-CANDIDATES}.")
        private @Nullable AutomationLevel level;

        @Option(names = "--rows", defaultValue = "40", description = "Rows to print (default ${DEFAULT-VALUE}).")
        private int most;

        Trial(Setting setting) {
            super(setting);
        }

        @Override
        int look(CaseSession session) {
            Policy draft = session.policies().policy();
            if (!preset.isEmpty()) {
                draft = preset(session, preset).policy();
            }
            AutomationLevel wanted = level;
            if (wanted != null) {
                draft =
                        draft.withDeviceGroups(
                                draft.deviceGroups().stream()
                                        .map(g -> g.isDefault() ? g.withLevel(wanted) : g)
                                        .toList());
            }
            WhatIfReport report = session.review().whatIf(draft, setting.clock().instant());
            say("%-28s %10s %10s", "", "in force", "draft");
            for (Outcome outcome : Outcome.values()) {
                say(
                        "%-28s %10d %10d",
                        outcome.label(), report.of(report.now(), outcome), report.of(report.draft(), outcome));
            }
            report.happened().forEach((was, count) -> say("What happened: %-28s %d", was.label(), count));
            say("Time that approvals would not have taken: %s", words(report.saved()));
            say("Time that approvals would have taken in addition: %s", words(report.added()));
            say("Harm avoided: %d    harm risked: %d", report.harmAvoided(), report.harmRisked());
            say("Decided differently: %d", report.rows().size());
            for (WhatIfRow row : report.rows().stream().limit(most).toList()) {
                say(
                        "  %-9s %-44s %-20s → %-20s %s%s%s  %s",
                        row.kind().label(),
                        row.what(),
                        row.now().label(),
                        row.draft().label(),
                        row.happened().label(),
                        row.undone() ? ", undone" : "",
                        row.falsePositive() ? ", false positive" : "",
                        row.draftReason());
            }
            return Exit.DONE;
        }

        private static String words(Duration time) {
            return "%d h %02d min".formatted(time.toHours(), time.toMinutesPart());
        }
    }

    /// `dupin policy history CASE`.
    @Command(
            name = "history",
            mixinStandardHelpOptions = true,
            description = "Prints every setting that changed, and whether it became stricter or looser.")
    static final class History extends OnPolicy {
        History(Setting setting) {
            super(setting);
        }

        @Override
        int look(CaseSession session) {
            for (Drift it : session.review().drift()) {
                say(
                        "%s  %-14s %-9s %s: %s → %s  %s",
                        it.at(), it.by(), it.direction().label(), it.setting(), it.before(), it.after(), it.comment());
            }
            return Exit.DONE;
        }
    }
}
