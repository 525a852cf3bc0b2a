package dupin.respond.openc2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.respond.Deeds;
import dupin.respond.Responder;
import dupin.respond.ResponderContract;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A consumer on loopback that knows a command by its id, at work at first and done when asked again.
class OpenC2ContractTest extends ResponderContract {
    private HttpServer server;
    private final Set<String> commands = new LinkedHashSet<>();
    private String last = "";
    private int status;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openc2", this::handle);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            last = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            boolean known = "Bearer t0ken".equals(headers.getFirst("Authorization"));
            if (known && last.contains("\"query\"")) {
                answer(exchange, 200, "{\"status\":200,\"results\":{\"pairs\":{\"deny\":[\"ipv4_net\",\"uri\"]}}}");
                return;
            }
            boolean fresh = known && commands.add(headers.getFirst("X-Request-ID"));
            int answer = status > 0 ? status : !known ? 401 : fresh ? 102 : 200;
            answer(exchange, answer == 102 ? 200 : answer, "{\"status\":" + answer + ",\"status_text\":\"so it is\"}");
        }
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/openc2-rsp+json;version=1.0");
        exchange.sendResponseHeaders(code, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    protected Responder open() {
        return open("t0ken");
    }

    private Responder open(String token) {
        return new OpenC2Responder(
                "Consumer",
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                folder.resolve("openc2.ndjson"),
                token::toCharArray,
                () -> Instant.parse("2026-03-01T10:00:00Z"));
    }

    @Override
    protected RemediationAction reversible(String id) {
        return Deeds.action(id, ActionType.BLOCK_IP, Entity.IpAddress.of("203.0.113.9"), null);
    }

    @Override
    protected int orders() {
        return commands.size();
    }

    @ParameterizedTest
    @CsvSource({"400,understand", "403,permit", "404,target", "501,cannot do", "409,refused"})
    void everyRefusalHasItsWords(int code, String word) {
        status = code;
        try (Responder responder = open()) {
            Responder.Outcome outcome = responder.execute(reversible("ACT-1"));
            assertThat(outcome.status()).isEqualTo(Responder.Status.FAILED);
            assertThat(outcome.details()).contains(word, "so it is");
        }
    }

    @Test
    void troubleIsAskedAgain() {
        status = 503;
        try (Responder responder = open()) {
            assertThat(responder.execute(reversible("ACT-1")).status()).isEqualTo(Responder.Status.UNDER_WAY);
            status = 0;
            assertThat(end(() -> responder.execute(reversible("ACT-1"))).completed()).isTrue();
        }
        assertThat(last).contains("\"deny\"", "\"ipv4_net\":\"203.0.113.9\"");
    }

    @Test
    void anAddressThatIsNotEncryptedIsRefusedBeforeAnythingIsOpened() {
        assertThatThrownBy(() ->
                        new OpenC2Responder(
                                "Plain",
                                URI.create("http://consumer.example"),
                                folder.resolve("plain.ndjson"),
                                "t0ken"::toCharArray,
                                Instant::now))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://");
        assertThat(folder.resolve("plain.ndjson")).doesNotExist();
    }

    @Test
    void aProbeAsksForFeaturesAndGivesNoOrder() {
        try (Responder responder = open()) {
            assertThat(responder.probe())
                    .isEqualTo(new Responder.Outcome(true, "Consumer answers and takes: deny ipv4_net, deny uri."));
        }
        try (Responder stranger = open("wrong")) {
            assertThat(stranger.probe().status()).isEqualTo(Responder.Status.FAILED);
            assertThat(stranger.probe().details()).contains("permit");
        }
        server.stop(0);
        try (Responder responder = open()) {
            assertThat(responder.probe().status()).as("not there is an answer too").isEqualTo(Responder.Status.FAILED);
        }
        assertThat(orders()).isZero();
    }
}
