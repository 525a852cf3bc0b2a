package dupin.model.people;

/// An operator's Ed25519 signature; both parts in Base64, "" where nobody signed.
///
/// @param publicKey X.509 form
public record Signature(String publicKey, String value) {
    public static final Signature NONE = new Signature("", "");

    public boolean present() {
        return !value.isEmpty();
    }

    /// The text that is signed: each part with its length before it, so that no two lists of parts give the same text.
    public static String text(String... parts) {
        var text = new StringBuilder();
        for (String part : parts) {
            text.append(part.length()).append(':').append(part).append('\n');
        }
        return text.toString();
    }
}
