package dupin.model.hunt;

import java.util.LinkedHashMap;
import java.util.Map;

/// What could stand where a text ends. For one parser.
final class HuntWishes {
    private final Map<String, String> words = new LinkedHashMap<>();
    private boolean attributes;

    void add(String word, String what) {
        words.putIfAbsent(word, what);
    }

    /// A value of the rows themselves fits as well.
    void attributes(boolean fit) {
        attributes |= fit;
    }

    Map<String, String> words() {
        return words;
    }

    boolean attributes() {
        return attributes;
    }
}
