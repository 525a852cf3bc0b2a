package dupin.respond;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The simulated estate, slow as a real one.
class SimulatedEstateContractTest extends ResponderContract {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");

    @Override
    protected Responder open() {
        InstantSource clock = () -> now;
        return new SimulatedEstate(
                folder.resolve("estate.ndjson"),
                clock,
                new Faults() {
                    @Override
                    public Duration delay(RemediationAction action) {
                        return Duration.ofSeconds(30);
                    }
                });
    }

    @Override
    protected RemediationAction reversible(String id) {
        return Deeds.action(id, ActionType.ISOLATE_DEVICE, Deeds.WS01, Deeds.WS01.key());
    }

    @Override
    protected void pass() {
        now = now.plusSeconds(20);
    }

    @Override
    protected int orders() {
        try {
            return Files.exists(folder.resolve("estate.ndjson"))
                    ? Files.readAllLines(folder.resolve("estate.ndjson")).size() - kept()
                    : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lines that only count holders.
    private int kept() throws IOException {
        return (int)
                Files.readAllLines(folder.resolve("estate.ndjson")).stream()
                        .filter(line -> line.contains("other action holds") || line.contains("one more action"))
                        .count();
    }
}
