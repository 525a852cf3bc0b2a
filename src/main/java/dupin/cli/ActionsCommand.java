package dupin.cli;

import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import dupin.service.KindTable;
import dupin.service.StateTable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dupin actions CASE`: the action center as lines; `dupin actions --states` and `--kinds`: the rules that it keeps.
@Command(
        name = "actions",
        mixinStandardHelpOptions = true,
        description = "Prints the remediation actions of a case, or the tables that govern them.")
final class ActionsCommand implements Callable<Integer> {
    private final Setting setting;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "CASE", description = "Folder of the case.")
    private @Nullable Path target;

    @Option(names = "--format", defaultValue = "table", description = "table or ndjson (default ${DEFAULT-VALUE}).")
    private Format format = Format.table;

    @Option(names = "--states", description = "Prints every legal move of an action's state machine.")
    private boolean states;

    @Option(
            names = "--kinds",
            description = "Prints the kinds of actions: targets, automatic or not, undo, retry window, parameters.")
    private boolean kinds;

    @SuppressWarnings("NullAway.Init") // picocli fills the fields
    ActionsCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        if (states) {
            printStates();
        }
        if (kinds) {
            printKinds();
        }
        if (target != null) {
            printActions(target);
        } else if (!states && !kinds) {
            throw new ParameterException(spec.commandLine(), "Name a case, or ask for --states or --kinds.");
        }
        return Exit.DONE;
    }

    private void printStates() {
        line("%-18s %-46s %-18s %s", "State", "Event", "Next state", "");
        StateTable.rows().forEach(row -> line("%-18s %-46s %-18s %s", row.from(), row.event(), row.to(), row.guard()));
    }

    private void printKinds() {
        String format = "%-36s %-26s %-10s %-34s %-6s %-10s %s";
        line(format, "Action", "Works on", "Automatic", "Undo", "Retry", "Proposed", "Parameters");
        KindTable.rows()
                .forEach(row ->
                        line(
                                format,
                                row.kind(),
                                row.targets(),
                                row.automatic(),
                                row.undo(),
                                row.retry(),
                                row.proposed(),
                                row.parameters()));
    }

    private void line(String format, Object... values) {
        setting.out().println(String.format(format, values).stripTrailing());
    }

    private void printActions(Path folder) {
        try (CaseSession session = setting.existing(folder, 1)) {
            for (RemediationAction action : session.desk().actions()) {
                if (format == Format.ndjson) {
                    setting.out().println(VerdictJson.line(action));
                } else {
                    setting.out()
                            .printf(
                                    "%-18s %-26s %-40s %-10s %s%n",
                                    action.state().label(),
                                    action.type().label(),
                                    Printable.text(action.subject()),
                                    action.automatic() ? "automatic" : "",
                                    Printable.text(action.policyReason()));
                }
            }
        }
    }
}
