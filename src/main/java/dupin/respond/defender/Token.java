package dupin.respond.defender;

import dupin.respond.Responder.Status;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// An access token by OAuth 2.0 client credentials, kept until shortly before its end. Thread-safe.
final class Token {
    private static final int EARLY_SECONDS = 60;

    private final DefenderSettings settings;
    private final String scope;
    private final Supplier<char[]> secret;
    private final HttpClient http;
    private final InstantSource clock;
    private String value = "";
    private Instant ends = Instant.MIN;

    /// @param audience the API that the token is for
    Token(DefenderSettings settings, URI audience, Supplier<char[]> secret, HttpClient http, InstantSource clock) {
        this.settings = settings;
        this.scope = audience.getScheme() + "://" + audience.getAuthority() + "/.default";
        this.secret = secret;
        this.http = http;
        this.clock = clock;
    }

    /// @throws ServiceTrouble when there is none to be had
    synchronized String get() {
        if (value.isEmpty() || !clock.instant().isBefore(ends)) {
            fetch();
        }
        return value;
    }

    synchronized void forget() {
        value = "";
    }

    private void fetch() {
        String form =
                "grant_type=client_credentials&client_id="
                        + encoded(settings.clientId())
                        + "&scope="
                        + encoded(scope)
                        + "&client_secret="
                        + encoded(new String(secret.get()));
        var request =
                HttpRequest.newBuilder(URI.create(settings.login() + "/" + settings.tenant() + "/oauth2/v2.0/token"))
                        .timeout(java.time.Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        HttpResponse<byte[]> answer = Api.exchange(http, request, "The sign-in service");
        int code = answer.statusCode();
        if (code != 200) {
            boolean later = code == 429 || code >= 500;
            throw new ServiceTrouble(
                    later ? Status.UNDER_WAY : Status.FAILED,
                    code,
                    later
                            ? "The sign-in service is busy; asked again."
                            : "The sign-in service refused the application (HTTP "
                                    + code
                                    + "): check tenant, client id and secret of the responder.");
        }
        try {
            JsonNode body = Api.mapper().readTree(answer.body());
            value = body.path("access_token").asString("");
            ends = clock.instant().plusSeconds(Math.max(0, body.path("expires_in").asLong(0) - EARLY_SECONDS));
        } catch (JacksonException _) {
            value = "";
        }
        if (value.isEmpty() || !value.chars().allMatch(c -> c > ' ' && c < 127)) {
            value = "";
            throw new ServiceTrouble(Status.UNDER_WAY, code, "The sign-in service answered without a token.");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
