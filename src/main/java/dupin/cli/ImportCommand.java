package dupin.cli;

import dupin.model.ImportReceipt;
import dupin.model.Imported;
import dupin.service.CaseSession;
import dupin.service.ImportPlan;
import dupin.service.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `dupin import CASE FILE…`: creates the case when it is not there.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Imports exports (files or folders) into a case and prints a receipt for each.")
final class ImportCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(
            index = "0",
            paramLabel = "CASE",
            description = "Folder of the case (NAME.dupin); created when missing.")
    private Path target = Path.of("");

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "Exports to import; folders are taken whole.")
    private List<Path> files = List.of();

    @Option(names = "--dry-run", description = "Only check the files and print what they would give.")
    private boolean dryRun;

    @Option(
            names = "--no-investigate",
            description =
                    "Leave without waiting for the investigations that the import starts; they go on when the case is opened next.")
    private boolean leave;

    ImportCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() throws InterruptedException {
        try (CaseSession session = setting.open(target, Runtime.getRuntime().availableProcessors())) {
            ImportPlan plan = session.imports().plan(files, Progress.NONE);
            plan.items().stream()
                    .filter(item -> item.receipt() == null)
                    .forEach(item -> setting.out().println("REFUSED  " + item.refusal()));
            List<ImportReceipt> receipts =
                    dryRun
                            ? plan.items().stream().map(ImportPlan.Item::receipt).filter(r -> r != null).toList()
                            : session.imports().commit(plan, Setting.ACTOR, Progress.NONE);
            receipts.forEach(this::print);
            if (!leave && !dryRun) {
                session.awaitIdle();
            }
            boolean flawed =
                    plan.items().stream().anyMatch(item -> item.receipt() == null)
                            || receipts.stream().anyMatch(receipt -> receipt.rejectCount() > 0);
            return flawed ? Exit.LOOK : Exit.DONE;
        }
    }

    private void print(ImportReceipt r) {
        setting.out().printf("%s  %s%n", r.fileName(), r.format());
        setting.out()
                .printf(
                        "  records %d · alerts %d · incidents %d · investigations %d · actions %d · entities %d · telemetry rows %d · duplicates %d · rejects %d%n",
                        r.read(),
                        r.alerts(),
                        r.incidents(),
                        r.investigations(),
                        r.actions(),
                        r.entities(),
                        r.events(),
                        r.duplicates(),
                        r.rejectCount());
        if (r.duplicates() == r.read() - r.rejectCount() && r.read() > 0) {
            setting.out().println("  The case holds all of it already: nothing was added.");
        }
        for (Imported.Rejected rejected : r.rejects()) {
            setting.out()
                    .printf(
                            "  REJECTED at %s (offset %d): %s%n",
                            rejected.place(), rejected.offset(), rejected.reason());
        }
        setting.out().printf("  SHA-256 %s · %d bytes · %d ms%n", r.sha256(), r.bytes(), r.millis());
    }
}
