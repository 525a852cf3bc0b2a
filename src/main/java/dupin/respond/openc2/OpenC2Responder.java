package dupin.respond.openc2;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import dupin.respond.Attempts;
import dupin.respond.OrderGiver;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sends actions as OpenC2 1.0 commands over HTTPS, with a bearer token. Its answers are the consumer's word: OpenC2 reads
/// nothing back. Thread-safe; one call at a time.
public final class OpenC2Responder extends OrderGiver {
    private static final long MAX_ANSWER = 1L << 20;
    private static final int MOST_PAIRS = 40;
    private static final int LONGEST_LIST = 1_000;
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final URI address;
    private final Supplier<char[]> secret;
    private final OpenC2Commands commands = new OpenC2Commands();
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http;

    /// @param secret bearer token of the consumer
    public OpenC2Responder(String name, URI address, Path ledger, Supplier<char[]> secret, InstantSource clock) {
        // An address that will not do must not leave the memory's file open.
        this.address = address(address);
        super(name, ledger, clock);
        this.secret = secret;
        this.http =
                HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(10))
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /// Where commands go: the well-known path of the consumer.
    ///
    /// @throws IllegalArgumentException when it is not encrypted
    public static URI address(URI base) {
        String host = base.getHost() == null ? "" : base.getHost();
        boolean plain = "http".equals(base.getScheme()) && HERE.contains(host);
        if (host.isEmpty() || base.getUserInfo() != null || !("https".equals(base.getScheme()) || plain)) {
            throw new IllegalArgumentException("The address of an OpenC2 consumer begins with https://.");
        }
        return base.resolve("/.well-known/openc2");
    }

    @Override
    public boolean supports(ActionType type) {
        return commands.knows(type);
    }

    @Override
    protected String speaker() {
        return "OpenC2";
    }

    @Override
    protected String given() {
        return "It was in effect already";
    }

    @Override
    protected Outcome order(RemediationAction action, boolean undo) {
        Optional<ObjectNode> command = commands.command(action, undo);
        if (command.isEmpty()) {
            return new Outcome(
                    false, "What the case knows of " + Attempts.place(action) + " does not make an OpenC2 command.");
        }
        return send(command.get(), OpenC2Commands.id(action, undo), false);
    }

    /// Asks for the consumer's features: the one command that changes nothing.
    @Override
    public Outcome probe() {
        ObjectNode query = json.createObjectNode().put("action", "query");
        query.putObject("target").putArray("features").add("versions").add("pairs");
        Outcome outcome = send(query, UUID.randomUUID().toString(), true);
        return outcome.status() == Status.DONE ? outcome : new Outcome(false, outcome.details());
    }

    private Outcome send(ObjectNode command, String id, boolean features) {
        var request =
                HttpRequest.newBuilder(address)
                        .timeout(Duration.ofSeconds(30))
                        .header("Authorization", "Bearer " + new String(secret.get()))
                        .header("Content-Type", "application/openc2-cmd+json;version=1.0")
                        .header("Accept", "application/openc2-rsp+json;version=1.0")
                        .header("X-Request-ID", id)
                        .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(command)))
                        .build();
        try {
            HttpResponse<byte[]> answer =
                    http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
            Outcome outcome = understood(answer);
            return features && outcome.completed() ? new Outcome(true, features(answer.body())) : outcome;
        } catch (IOException e) {
            return new Outcome(Status.UNDER_WAY, name() + " does not answer (" + e.getMessage() + "); sent again.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Outcome(Status.UNDER_WAY, "Interrupted while " + name() + " was asked.");
        }
    }

    /// `Consumer answers and takes: contain device, deny ipv4_net.`
    private String features(byte[] body) {
        var pairs = new ArrayList<String>();
        try {
            json.readTree(body)
                    .path("results")
                    .path("pairs")
                    .properties()
                    .forEach(pair ->
                            pair.getValue().forEach(target -> pairs.add(pair.getKey() + " " + target.asString(""))));
        } catch (JacksonException _) {
            // It answered; what it takes it did not say.
        }
        String all =
                String.join(", ", pairs.stream().sorted().limit(MOST_PAIRS).toList()).replaceAll("\\p{Cntrl}", " ");
        return name()
                + (all.isEmpty()
                        ? " answers; which commands it takes it does not say."
                        : " answers and takes: " + all.substring(0, Math.min(LONGEST_LIST, all.length())) + ".");
    }

    /// The language's status where there is one, else that of the transfer.
    private Outcome understood(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String text = "";
        try {
            JsonNode body = json.readTree(answer.body());
            status = body.path("status").asInt(status);
            text = body.path("status_text").asString("").replaceAll("\\p{Cntrl}", " ").strip();
        } catch (JacksonException _) {
            // The transfer's status has to do.
        }
        String said = text.isEmpty() ? "." : ": " + text.substring(0, Math.min(300, text.length()));
        return switch (status) {
            case 200, 201 -> new Outcome(true, name() + " carried it out" + said);
            case 102, 429, 503 -> new Outcome(Status.UNDER_WAY, name() + " is at work or busy" + said);
            case 400 -> new Outcome(false, name() + " does not understand the command" + said);
            case 401, 403 -> new Outcome(false, name() + " does not permit this" + said);
            case 404 -> new Outcome(false, name() + " does not know the target" + said);
            case 501 -> new Outcome(false, name() + " cannot do this" + said);
            default ->
                    status >= 500
                            ? new Outcome(Status.UNDER_WAY, name() + " has trouble (" + status + ")" + said)
                            : new Outcome(false, name() + " refused (" + status + ")" + said);
        };
    }

    @Override
    public Outcome verify(RemediationAction action, boolean expectEffect) {
        return new Outcome(Status.UNKNOWN, "OpenC2 offers no way to read this back.");
    }

    @Override
    public synchronized void close() {
        super.close();
        http.shutdownNow();
    }
}
