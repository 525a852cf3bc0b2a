package dupin.respond.defender;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import dupin.respond.Deeds;
import dupin.respond.Responder;
import dupin.respond.ResponderContract;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class DefenderContractTest extends ResponderContract {
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private StubCloud cloud;

    @BeforeEach
    void start() throws IOException {
        cloud = new StubCloud();
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Override
    protected Responder open() {
        return new DefenderResponder(
                cloud.settings(),
                folder.resolve("defender.ndjson"),
                StubCloud.SECRET::toCharArray,
                () -> now,
                _ -> List.of());
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
        return cloud.orders();
    }
}
