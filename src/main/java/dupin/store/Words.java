package dupin.store;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/// Numbers for the few texts that come again and again: names of tables, actions and attributes. Thread-safe.
final class Words {

    /// Beyond that many words a text is written out: hostile input may name each of its attributes anew.
    private static final int MOST = 1 << 16;

    private static final int LONGEST = 200;

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int stored;

    static Words load(Handle handle) {
        var words = new Words();
        handle.select("SELECT text FROM word ORDER BY id").mapTo(String.class).forEach(words::number);
        words.stored = words.texts.size();
        return words;
    }

    private synchronized int number(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        if (texts.size() >= MOST || text.length() > LONGEST) {
            return -1;
        }
        texts.add(text);
        numbers.put(text, texts.size() - 1);
        return texts.size() - 1;
    }

    void write(String text, ByteWriter out) {
        int number = number(text);
        out.number(number + 1L);
        if (number < 0) {
            out.text(text);
        }
    }

    String read(ByteReader in) {
        int number = in.count() - 1;
        if (number < 0) {
            return in.text();
        }
        synchronized (this) {
            return texts.get(number);
        }
    }

    void skip(ByteReader in) {
        if (in.count() == 0) {
            in.text();
        }
    }

    /// Passes over a word.
    ///
    /// @param numbers gets its number
    /// @param others gets the word when it has none
    void note(ByteReader in, BitSet numbers, Set<String> others) {
        int number = in.count() - 1;
        if (number < 0) {
            others.add(in.text());
        } else {
            numbers.set(number);
        }
    }

    synchronized List<String> texts(BitSet these) {
        return these.stream().mapToObj(texts::get).toList();
    }

    /// Stores the words that are new; to be called in the transaction that stores what uses them.
    synchronized void store(Handle handle) {
        for (; stored < texts.size(); stored++) {
            handle.execute("MERGE INTO word (id, text) KEY (id) VALUES (?, ?)", stored, texts.get(stored));
        }
    }
}
