package dupin.respond.defender;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where the APIs are and who asks them; the secret is not here.
///
/// @param tenant id or domain of the tenant
/// @param clientId id of the registered application
public record DefenderSettings(String name, String tenant, String clientId, URI login, URI defender, URI graph) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,253}");

    /// @throws IllegalArgumentException with a sentence when something is not what it should be
    public DefenderSettings {
        require(NAME.matcher(tenant).matches(), "The tenant is an id or a domain name.");
        require(NAME.matcher(clientId).matches(), "The client id is the id of a registered application.");
        for (URI uri : new URI[] {login, defender, graph}) {
            require(secure(uri), "Addresses of a responder begin with https://.");
        }
    }

    /// The public cloud.
    public static DefenderSettings of(String name, String tenant, String clientId) {
        return new DefenderSettings(
                name,
                tenant,
                clientId,
                URI.create("https://login.microsoftonline.com"),
                URI.create("https://api.security.microsoft.com"),
                URI.create("https://graph.microsoft.com/v1.0"));
    }

    /// Encrypted, or not leaving this machine.
    private static boolean secure(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        boolean here = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
        return !host.isEmpty()
                && uri.getUserInfo() == null
                && ("https".equals(uri.getScheme()) || (here && "http".equals(uri.getScheme())));
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
