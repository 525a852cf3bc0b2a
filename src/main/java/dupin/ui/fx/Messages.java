package dupin.ui.fx;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/// Every sentence of the console, from `messages.properties`. Any thread.
///
/// Keys are written out where they are used, as `Messages.text("home.title")`, so that a test finds missing and unused ones.
public final class Messages {
    private static final Map<String, String> TEXTS = read();

    private Messages() {}

    /// The sentence, with `{0}`, `{1}` … replaced by the arguments in turn.
    ///
    /// @throws IllegalArgumentException when there is no such key
    public static String text(String key, Object... arguments) {
        String text = TEXTS.get(key);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + key);
        }
        if (arguments.length == 0) {
            return text;
        }
        var filled = new StringBuilder(text.length() + 16);
        int from = 0;
        while (from < text.length()) {
            int open = text.indexOf('{', from);
            if (open < 0 || open + 2 >= text.length()) {
                break;
            }
            int index = text.charAt(open + 1) - '0';
            boolean placeholder = text.charAt(open + 2) == '}' && index >= 0 && index < arguments.length;
            filled.append(text, from, open).append(placeholder ? String.valueOf(arguments[index]) : "{");
            from = placeholder ? open + 3 : open + 1;
        }
        return filled.append(text, from, text.length()).toString();
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
