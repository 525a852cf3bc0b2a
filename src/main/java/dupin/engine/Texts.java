package dupin.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Numbers for texts that come again and again, so that packed lines name them in two or three bytes. A text gets its
/// number when it comes a second time soon after the first. Thread-safe; numbers never change their meaning.
final class Texts {
    private static final int MOST = 1 << 16;
    private static final int LONGEST = 1_000;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final @Nullable String[] once = new String[1 << 12];

    /// The text's number; -1 when it has none and must be written out.
    synchronized int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        if (text.length() > LONGEST || texts.size() == MOST) {
            return -1;
        }
        int hash = text.hashCode();
        int slot = (hash ^ hash >>> 12) & once.length - 1;
        if (!text.equals(once[slot])) {
            once[slot] = text;
            return -1;
        }
        once[slot] = null;
        numbers.put(text, texts.size());
        texts.add(text);
        return texts.size() - 1;
    }

    synchronized String text(int number) {
        return texts.get(number);
    }
}
