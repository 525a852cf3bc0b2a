package dupin.respond.defender;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The two APIs and the sign-in service on loopback, as their documentation says: machine actions that are polled,
/// indicators, accounts, mail; throttling, lost answers and refusals on demand. Fields are read between calls only.
final class StubCloud implements AutoCloseable {
    static final String MACHINE = "1e5bc9d7e413ddd7902c2932e418702b84d0cc07";
    static final String SECRET = "s3cret&=+";

    private final HttpServer server;
    private final JsonMapper json = JsonMapper.builder().build();

    /// Requests as `POST /api/indicators {…}`, without those for tokens.
    final List<String> asked = new ArrayList<>();

    final Map<String, ObjectNode> machineActions = new LinkedHashMap<>();
    final Map<String, ObjectNode> indicators = new LinkedHashMap<>();
    final Map<String, Boolean> accounts = new TreeMap<>(Map.of("user-1", true));
    final List<String> invoked = new CopyOnWriteArrayList<>();
    int tokens;

    /// Orders for mail that were taken, as `softDelete id recipient`.
    final List<String> moved = new ArrayList<>();

    /// Recipients whose mail the service does not move.
    final List<String> unmovable = new ArrayList<>();

    boolean mailPermitted = true;

    /// So many orders for mail until one is put off; never when negative.
    int busyAfter = -1;

    /// So many polls until a machine action ends.
    int polls = 2;

    String ending = "Succeeded";
    int throttle;
    String retryAfter = "7";
    boolean loseAnswer;
    boolean busyDevice;
    int refuse;
    boolean forgetTokens;
    int devices = 1;

    StubCloud() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    DefenderSettings settings() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new DefenderSettings("Defender", "contoso.example", "client-1", base, base, URI.create(base + "/v1.0"));
    }

    int orders() {
        return (int)
                asked.stream()
                        .filter(line -> line.startsWith("POST") || line.startsWith("DELETE"))
                        .filter(line -> !line.contains("/cancel"))
                        .count();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.endsWith("/oauth2/v2.0/token")) {
                token(exchange, body);
                return;
            }
            String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            if (forgetTokens || !bearer.startsWith("Bearer token-")) {
                forgetTokens = false;
                error(exchange, 401, "Token expired");
                return;
            }
            asked.add(exchange.getRequestMethod() + " " + path + (body.isEmpty() ? "" : " " + body));
            if (throttle > 0) {
                throttle--;
                asked.removeLast();
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
                error(exchange, 429, "Too many requests");
            } else if (refuse > 0) {
                asked.removeLast();
                error(exchange, refuse, "Missing application roles");
            } else {
                answer(exchange, path, body.isEmpty() ? json.createObjectNode() : json.readTree(body));
            }
        }
    }

    private void token(HttpExchange exchange, String body) throws IOException {
        Map<String, String> form = new TreeMap<>();
        for (String pair : body.split("&")) {
            form.put(
                    pair.substring(0, pair.indexOf('=')),
                    URLDecoder.decode(pair.substring(pair.indexOf('=') + 1), StandardCharsets.UTF_8));
        }
        boolean right =
                SECRET.equals(form.get("client_secret"))
                        && "client-1".equals(form.get("client_id"))
                        && "client_credentials".equals(form.get("grant_type"))
                        && form.get("scope").endsWith("/.default");
        if (right) {
            tokens++;
            send(exchange, 200, json.createObjectNode().put("access_token", "token-" + tokens).put("expires_in", 3600));
        } else {
            send(exchange, 401, json.createObjectNode().put("error", "invalid_client"));
        }
    }

    private void answer(HttpExchange exchange, String path, JsonNode body) throws IOException {
        String method = exchange.getRequestMethod();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        if (path.equals("/api/machines")) {
            ObjectNode page = json.createObjectNode();
            for (int i = 0; i < devices; i++) {
                page.withArray("value").addObject().put("id", MACHINE).put("computerDnsName", "ws01.contoso.example");
            }
            send(exchange, 200, page);
        } else if (path.equals("/api/machineactions")) {
            ObjectNode page = json.createObjectNode();
            machineActions.values().forEach(page.withArray("value")::add);
            send(exchange, 200, page);
        } else if (path.endsWith("/cancel")) {
            ObjectNode one = machineActions.get(path.split("/")[3]);
            send(exchange, 201, one.put("status", "Cancelled"));
        } else if (path.startsWith("/api/machineactions/")) {
            send(exchange, 200, poll(machineActions.get(path.substring(path.lastIndexOf('/') + 1))));
        } else if (path.startsWith("/api/machines/")) {
            order(exchange, path, body);
        } else if (path.startsWith("/api/indicators")) {
            indicator(exchange, method, path, query, body);
        } else if (path.endsWith("/invokeAction")) {
            String account = body.path("accountId").asString("");
            String deed = body.path("action").asString("");
            invoked.add(deed + " " + body.path("identityProvider").asString(""));
            accounts.put(account, !deed.equals("disable"));
            send(exchange, 200, json.createObjectNode().put("correlationId", "corr-1"));
        } else if (path.startsWith("/v1.0/users/")) {
            Boolean enabled = accounts.get(path.substring(path.lastIndexOf('/') + 1));
            send(exchange, 200, json.createObjectNode().put("accountEnabled", Boolean.TRUE.equals(enabled)));
        } else if (path.endsWith("/remediate")) {
            mail(exchange, body);
        } else {
            error(exchange, 404, "No such resource");
        }
    }

    /// Takes all mails of an order or none.
    private void mail(HttpExchange exchange, JsonNode body) throws IOException {
        var mails = new ArrayList<String>();
        boolean stuck = false;
        for (JsonNode one : body.path("analyzedEmails")) {
            String recipient = one.path("recipientEmailAddress").asString("");
            stuck |= unmovable.contains(recipient);
            mails.add(
                    body.path("action").asString("")
                            + " "
                            + one.path("networkMessageId").asString("")
                            + " "
                            + recipient);
        }
        if (!mailPermitted) {
            error(exchange, 403, "Missing application roles");
        } else if (busyAfter == 0) {
            busyAfter = -1;
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
            error(exchange, 429, "Too many requests");
        } else if (stuck) {
            error(exchange, 400, "Mailbox on hold");
        } else {
            busyAfter--;
            moved.addAll(mails);
            exchange.getResponseHeaders().set("Location", "/action-center/history?bulkId=b-1");
            send(exchange, 202, json.createObjectNode());
        }
    }

    /// Without a comment the service answers 400; a lost answer leaves the order in force.
    private void order(HttpExchange exchange, String path, JsonNode body) throws IOException {
        if (body.path("Comment").asString("").isEmpty()) {
            error(exchange, 400, "Comment is required");
            return;
        }
        if (busyDevice) {
            busyDevice = false;
            asked.removeLast();
            error(exchange, 400, "Action is already in progress");
            return;
        }
        String word = path.substring(path.lastIndexOf('/') + 1);
        String id = "ma-" + (machineActions.size() + 1);
        ObjectNode one =
                json.createObjectNode()
                        .put("id", id)
                        .put("type", word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                        .put("requestorComment", body.path("Comment").asString(""))
                        .put("status", polls == 0 ? ending : "Pending")
                        .put("polls", polls)
                        .put("machineId", MACHINE)
                        .put("creationDateTimeUtc", "2026-03-01T10:00:%02dZ".formatted(machineActions.size()));
        machineActions.put(id, one);
        if (loseAnswer) {
            loseAnswer = false;
            exchange.close();
            return;
        }
        send(exchange, 201, one);
    }

    private ObjectNode poll(ObjectNode one) {
        int left = one.path("polls").asInt(0);
        if (one.path("status").asString("").equals("Cancelled")) {
            return one;
        }
        return one.put("polls", left - 1).put("status", left > 1 ? "InProgress" : ending);
    }

    private void indicator(HttpExchange exchange, String method, String path, String query, JsonNode body)
            throws IOException {
        switch (method) {
            case "GET" -> {
                ObjectNode page = json.createObjectNode();
                indicators.values().stream()
                        .filter(one -> query.contains("'" + one.path("indicatorValue").asString("") + "'"))
                        .forEach(page.withArray("value")::add);
                send(exchange, 200, page);
            }
            case "POST" -> {
                ObjectNode one = ((ObjectNode) body).put("id", "99" + indicators.size());
                indicators.put(body.path("indicatorValue").asString(""), one);
                send(exchange, 200, one);
            }
            default -> {
                String id = path.substring(path.lastIndexOf('/') + 1);
                indicators.values().removeIf(one -> one.path("id").asString("").equals(id));
                exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    private void error(HttpExchange exchange, int code, String message) throws IOException {
        ObjectNode body = json.createObjectNode();
        body.putObject("error").put("code", "X").put("message", message);
        send(exchange, code, body);
    }

    private void send(HttpExchange exchange, int code, JsonNode body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
