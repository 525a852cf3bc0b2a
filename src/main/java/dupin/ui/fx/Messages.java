package dupin.ui.fx;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Every sentence of the console, from `messages.properties`. Any thread.
///
/// Keys are written out where they are used, as `Messages.text("home.title")`, so that a test finds missing and unused ones.
public final class Messages {
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)(?:\\|([^|{}]*)\\|([^|{}]*))?}");
    private static final Map<String, String> TEXTS = read();

    private Messages() {}

    /// The sentence, with `{0}`, `{1}` … replaced by the arguments in turn, numbers with their thousands apart, and
    /// `{0|row|rows}` by the word that fits the number.
    ///
    /// @throws IllegalArgumentException when there is no such key
    public static String text(String key, Object... arguments) {
        String text = TEXTS.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        return arguments.length == 0
                ? text
                : PLACE.matcher(text)
                        .replaceAll(place -> {
                            int index = Integer.parseInt(place.group(1));
                            return Matcher.quoteReplacement(
                                    index < arguments.length ? filled(place, arguments[index]) : place.group());
                        });
    }

    private static String filled(MatchResult place, Object argument) {
        String shown =
                argument instanceof Number number
                        ? String.format(Locale.ROOT, "%,d", number.longValue())
                        : String.valueOf(argument);
        return place.group(2) == null ? shown : shown.equals("1") ? place.group(2) : place.group(3);
    }

    private static Map<String, String> read() {
        var properties = new Properties();
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(Messages.class.getResourceAsStream("/dupin/ui/messages.properties")),
                        StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, key -> properties.getProperty(key, "")));
    }
}
