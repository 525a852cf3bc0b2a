package dupin.respond.defender;

import dupin.respond.Responder.Status;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One API behind OAuth client credentials: requests with a time limit, answers of bounded size, a sentence for every
/// refusal, and the service's own word on when to come again. Thread-safe.
final class Api {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long MAX_ANSWER = 4L << 20;
    private static final int UNAUTHORIZED = 401;
    private static final int THROTTLED = 429;

    /// What an answer says beside its body.
    ///
    /// @param location the address of what was begun; "" when none was given
    record Answer(int code, JsonNode body, String location) {}

    private final String service;
    private final URI base;
    private final Token token;
    private final HttpClient http;
    private final InstantSource clock;
    private final JsonMapper json;
    private volatile Instant notBefore = Instant.MIN;

    Api(String service, URI base, Token token, HttpClient http, InstantSource clock) {
        this.service = service;
        this.base = base;
        this.token = token;
        this.http = http;
        this.clock = clock;
        this.json = mapper();
    }

    /// Bounded: an answer is somebody else's text.
    static JsonMapper mapper() {
        return JsonMapper.builder(
                        JsonFactory.builder()
                                .streamReadConstraints(
                                        StreamReadConstraints.builder()
                                                .maxNestingDepth(64)
                                                .maxStringLength(1 << 20)
                                                .build())
                                .build())
                .build();
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    JsonMapper json() {
        return json;
    }

    /// @throws ServiceTrouble when the application gets no token for this service
    void signIn() {
        token.get();
    }

    JsonNode get(String path) {
        return send("GET", path, "").body();
    }

    Answer post(String path, JsonNode body) {
        return send("POST", path, json.writeValueAsString(body));
    }

    void delete(String path) {
        send("DELETE", path, "");
    }

    /// A value in a `$filter`, with the quotes of the language and of the address.
    static String filter(String field, String value) {
        return "$filter="
                + URLEncoder.encode(field + " eq '" + value.replace("'", "''") + "'", StandardCharsets.UTF_8)
                        .replace("+", "%20");
    }

    /// @throws ServiceTrouble for everything but success
    private Answer send(String method, String path, String body) {
        Instant free = notBefore;
        if (clock.instant().isBefore(free)) {
            throw new ServiceTrouble(
                    Status.UNDER_WAY, THROTTLED, service + " asked not to be asked before " + free + ".");
        }
        HttpResponse<byte[]> answer = exchange(method, path, body);
        if (answer.statusCode() == UNAUTHORIZED) {
            // A token may end before its time.
            token.forget();
            answer = exchange(method, path, body);
        }
        return understood(answer);
    }

    private HttpResponse<byte[]> exchange(String method, String path, String body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + token.get())
                        .header("Accept", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return exchange(http, request.build(), service);
    }

    /// @throws ServiceTrouble when there is no answer
    static HttpResponse<byte[]> exchange(HttpClient http, HttpRequest request, String service) {
        try {
            return http.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_ANSWER));
        } catch (IOException e) {
            String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new ServiceTrouble(Status.UNDER_WAY, 0, service + " does not answer (" + why + "); asked again.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new ServiceTrouble(Status.UNDER_WAY, 0, "Interrupted while " + service + " was asked.");
        }
    }

    private Answer understood(HttpResponse<byte[]> answer) {
        int code = answer.statusCode();
        if (code >= 200 && code < 300) {
            return new Answer(code, body(answer), answer.headers().firstValue("Location").orElse(""));
        }
        if (code == THROTTLED || code == 503) {
            notBefore = clock.instant().plus(retryAfter(answer));
            throw new ServiceTrouble(
                    Status.UNDER_WAY, code, service + " is busy and asks to come again at " + notBefore + ".");
        }
        String said = said(answer);
        throw switch (code) {
            case 401, 403 ->
                    new ServiceTrouble(
                            Status.FAILED,
                            code,
                            service + " does not permit this to the registered application" + said);
            case 404 -> new ServiceTrouble(Status.FAILED, code, service + " does not know the target" + said);
            case 408, 500, 502, 504 ->
                    new ServiceTrouble(
                            Status.UNDER_WAY, code, service + " has trouble (HTTP " + code + "); asked again" + said);
            default -> new ServiceTrouble(Status.FAILED, code, service + " refused (HTTP " + code + ")" + said);
        };
    }

    private JsonNode body(HttpResponse<byte[]> answer) {
        if (answer.body().length == 0) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(answer.body());
        } catch (JacksonException _) {
            throw new ServiceTrouble(
                    Status.UNDER_WAY, answer.statusCode(), service + " answered something unreadable.");
        }
    }

    /// `: Action is already in progress`, and a full stop.
    private String said(HttpResponse<byte[]> answer) {
        String message = "";
        try {
            message = json.readTree(answer.body()).path("error").path("message").asString("");
        } catch (JacksonException _) {
            // The status alone has to do.
        }
        String plain = message.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.isEmpty() ? "." : ": " + plain.substring(0, Math.min(300, plain.length()));
    }

    /// Seconds or a date; a minute where the service does not say.
    private Duration retryAfter(HttpResponse<byte[]> answer) {
        String header = answer.headers().firstValue("Retry-After").orElse("60").strip();
        try {
            if (header.chars().allMatch(Character::isDigit) && header.length() < 6) {
                return Duration.ofSeconds(Long.parseLong(header));
            }
            Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(clock.instant(), at);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException | NumberFormatException _) {
            return Duration.ofMinutes(1);
        }
    }
}
