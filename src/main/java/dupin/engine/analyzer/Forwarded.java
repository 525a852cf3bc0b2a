package dupin.engine.analyzer;

import dupin.model.Canonical;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mail that a reader passed on, with the header of the first one in its text. What the receiving server proved is then
/// the reader, not who wrote it.
///
/// @param name as the inner header shows it
/// @param domain of the inner sender, lower case
record Forwarded(String name, String address, String domain) {
    private static final int LOOKED_AT = 4_000;
    private static final Pattern SUBJECT =
            Pattern.compile("^\\s*(?:fwd?|wg|enc|rv|tr|i|doorst|pd|vs|vl|vb)\\s*:", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDER =
            Pattern.compile(
                    "(?:^|\\s|\\*)(?:from|von|de|da|van|od|fra|från|lähettäjä)\\s*:\\*?\\s*([^<>\\n]{0,80}?)\\s*[<\\[(]?(?:mailto:)?([^\\s<>\\[\\]()\"]{1,80}@[a-z0-9.-]{3,80})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /// Empty when it is not passed on, or does not show who wrote it.
    static Optional<Forwarded> of(String subject, String body) {
        if (!SUBJECT.matcher(subject).find()) {
            return Optional.empty();
        }
        Matcher matcher = SENDER.matcher(body.length() > LOOKED_AT ? body.substring(0, LOOKED_AT) : body);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String address = matcher.group(2).toLowerCase(Locale.ROOT);
        return Optional.of(
                new Forwarded(
                        matcher.group(1).replace("\"", "").strip(),
                        address,
                        Canonical.domain(address.substring(address.lastIndexOf('@') + 1))));
    }
}
