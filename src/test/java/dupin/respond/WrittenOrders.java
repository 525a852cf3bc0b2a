package dupin.respond;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/// Written orders keep the contract too.
abstract class WrittenOrders extends ResponderContract {
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    abstract CommandFiles.Form form();

    abstract String ending();

    @Override
    protected Responder open() {
        return new CommandFiles("Orders", orders, folder.resolve("ledger.ndjson"), form(), () -> NOW);
    }

    private Path orders;

    @BeforeEach
    void place() {
        orders = folder.resolve("orders");
    }

    @Override
    protected RemediationAction reversible(String id) {
        return Deeds.action(id, ActionType.ISOLATE_DEVICE, Deeds.WS01, Deeds.WS01.key());
    }

    List<Path> files() {
        try (Stream<Path> all = Files.isDirectory(orders) ? Files.list(orders) : Stream.of()) {
            return all.filter(file -> file.toString().endsWith(ending())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected int orders() {
        return files().size();
    }
}
