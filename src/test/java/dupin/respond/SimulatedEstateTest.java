package dupin.respond;

import static dupin.respond.Deeds.action;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedEstateTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T10:00:00Z"));
    private static final EntityKey WS01 = Entity.Device.named("ws01").key();
    private static final EntityKey WS02 = Entity.Device.named("ws02").key();
    private static final Entity FILE = Entity.File.of("C:\\Temp\\x.exe", "a".repeat(64), "ws01");
    private static final Entity IP = Entity.IpAddress.of("203.0.113.9");

    @TempDir Path folder;

    private SimulatedEstate estate(Faults faults) {
        return new SimulatedEstate(folder.resolve("estate.ndjson"), CLOCK, faults);
    }

    @Test
    void actsReadsBackAndUndoesOnOneDevice() {
        var quarantine = action("a1", ActionType.QUARANTINE_FILE, FILE, WS01);
        try (var estate = estate(Faults.NONE)) {
            assertThat(estate.verify(quarantine, true).completed()).isFalse();
            assertThat(estate.execute(quarantine).completed()).isTrue();
            assertThat(estate.isQuarantined(FILE.key(), WS01)).isTrue();
            assertThat(estate.isQuarantined(FILE.key(), WS02)).isFalse();
            assertThat(estate.verify(quarantine, true).completed()).isTrue();
            assertThat(estate.before("a1")).containsEntry("path", "C:\\Temp\\x.exe");
            assertThat(estate.undo(quarantine).completed()).isTrue();
            assertThat(estate.isQuarantined(FILE.key(), WS01)).isFalse();
            assertThat(estate.verify(quarantine, false).completed()).isTrue();
            assertThat(estate.verify(quarantine, true).completed()).isFalse();
        }
    }

    @Test
    void oneBlockStaysUntilTheLastActionThatMadeItIsUndone() {
        var first = action("a1", ActionType.BLOCK_IP, IP, WS01);
        var second = action("a2", ActionType.BLOCK_IP, IP, null);
        try (var estate = estate(Faults.NONE)) {
            estate.execute(first);
            estate.execute(second);
            assertThat(estate.heldBy(ActionType.BLOCK_IP, IP.key(), null)).containsExactly("a1", "a2");
            assertThat(estate.undo(first).details()).contains("1 other action");
            assertThat(estate.isBlocked(IP.key())).isTrue();
            assertThat(estate.verify(first, false).completed()).isTrue();
            assertThat(estate.verify(second, true).completed()).isTrue();
        }
        try (var estate = estate(Faults.NONE)) {
            assertThat(estate.isBlocked(IP.key())).isTrue();
            estate.undo(second);
            assertThat(estate.isBlocked(IP.key())).isFalse();
        }
    }

    @Test
    void askedAgainItAnswersAsBeforeAndDoesNothingTwice() throws IOException {
        var isolate = action("a1", ActionType.ISOLATE_DEVICE, Entity.Device.named("ws01"), WS01);
        Responder.Outcome first;
        try (var estate = estate(Faults.NONE)) {
            first = estate.execute(isolate);
        }
        byte[] before = Files.readAllBytes(folder.resolve("estate.ndjson"));
        try (var estate = estate(Faults.NONE)) {
            assertThat(estate.execute(isolate)).isEqualTo(first);
            assertThat(Files.readAllBytes(folder.resolve("estate.ndjson"))).isEqualTo(before);
            var undo = estate.undo(isolate);
            assertThat(estate.undo(isolate)).isEqualTo(undo);
            assertThat(estate.execute(isolate)).isEqualTo(first);
            assertThat(estate.isIsolated(WS01)).isFalse();
        }
    }

    @Test
    void faultsAreOutcomesAndChangeNothing() {
        var faults =
                new Faults() {
                    @Override
                    public boolean offline(EntityKey device) {
                        return device.equals(WS02);
                    }

                    @Override
                    public Optional<String> failure(RemediationAction action) {
                        return action.id().equals("bad") ? Optional.of("Access denied.") : Optional.empty();
                    }

                    @Override
                    public boolean disagrees(RemediationAction action) {
                        return action.id().equals("liar");
                    }
                };
        try (var estate = estate(faults)) {
            assertThat(estate.execute(action("far", ActionType.QUARANTINE_FILE, FILE, WS02)).details())
                    .contains("ws02", "does not answer");
            assertThat(estate.isQuarantined(FILE.key(), WS02)).isFalse();
            assertThat(estate.execute(action("bad", ActionType.QUARANTINE_FILE, FILE, WS01)))
                    .isEqualTo(new Responder.Outcome(false, "Access denied."));
            var liar = action("liar", ActionType.BLOCK_IP, IP, null);
            assertThat(estate.execute(liar).completed()).isTrue();
            assertThat(estate.verify(liar, true).completed()).isFalse();
            assertThat(estate.undo(action("bad", ActionType.QUARANTINE_FILE, FILE, WS01)).completed()).isFalse();
            assertThat(estate.execute(action("x", ActionType.EXPAND_SCOPE, FILE, null)).completed()).isFalse();
            var stop =
                    action(
                            "stop",
                            ActionType.STOP_PROCESS,
                            new Entity.Process("ws01", 4, Instant.EPOCH, "", "x", (Entity.File) FILE, "", 0, null, ""),
                            WS01);
            assertThat(estate.execute(stop).completed()).isTrue();
            assertThat(estate.undo(stop).completed()).isFalse();
            assertThat(estate.isStopped(stop.target().key(), WS01)).isTrue();
        }
    }

    @Test
    void aTornLineIsCutOffAndADamagedOneStopsTheOpening() throws IOException {
        Path ledger = folder.resolve("estate.ndjson");
        var block = action("a1", ActionType.BLOCK_IP, IP, null);
        try (var estate = estate(Faults.NONE)) {
            estate.execute(block);
        }
        long whole = Files.size(ledger);
        Files.writeString(ledger, "{\"action\":\"a2\",\"eff", StandardOpenOption.APPEND);
        try (var estate = estate(Faults.NONE)) {
            assertThat(estate.isBlocked(IP.key())).isTrue();
            assertThat(Files.size(ledger)).isEqualTo(whole);
        }
        Files.writeString(ledger, "nonsense\n", StandardOpenOption.APPEND);
        assertThatThrownBy(() -> estate(Faults.NONE))
                .isInstanceOf(EstateException.class)
                .hasMessageContaining("line 2");
    }
}
