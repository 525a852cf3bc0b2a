package dupin.cli;

import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `dupin actions CASE`: the action center as lines.
@Command(name = "actions", mixinStandardHelpOptions = true, description = "Prints the remediation actions of a case.")
final class ActionsCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
    private Path target = Path.of("");

    @Option(names = "--format", defaultValue = "table", description = "table or ndjson (default ${DEFAULT-VALUE}).")
    private Format format = Format.table;

    ActionsCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        try (CaseSession session = setting.existing(target, 1)) {
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
            return Exit.DONE;
        }
    }
}
