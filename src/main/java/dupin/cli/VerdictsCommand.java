package dupin.cli;

import dupin.service.CaseSession;
import dupin.service.Desk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `dupin verdicts CASE`: one line for each judged entity.
@Command(
        name = "verdicts",
        mixinStandardHelpOptions = true,
        description = "Prints the verdict of every entity with its findings.")
final class VerdictsCommand extends OnCase {

    @Option(names = "--format", defaultValue = "table", description = "table or ndjson (default ${DEFAULT-VALUE}).")
    private Format format = Format.table;

    VerdictsCommand(Setting setting) {
        super(setting);
    }

    @Override
    public Integer call() {
        try (CaseSession session = setting.existing(target, 1)) {
            for (Desk.VerdictRow row : session.desk().verdicts()) {
                if (format == Format.ndjson) {
                    setting.out().println(VerdictJson.line(row));
                } else {
                    String reason = row.ledger().counted().isEmpty() ? "" : row.ledger().counted().getFirst().text();
                    setting.out()
                            .printf(
                                    "%-17s %5d dB  %-18s %s  — %s%n",
                                    row.ledger().verdict().label(),
                                    row.ledger().score(),
                                    row.entity().kind().label(),
                                    Printable.text(row.entity().label()),
                                    Printable.text(reason));
                }
            }
            return Exit.DONE;
        }
    }
}
