package dupin.engine.sigma;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// What an event must contain for a rule to match: one of these literals in that field.
final class Literals {
    private static final int MAX_WORDS = 400;
    private static final int MAX_LENGTH = 20;

    private final IntPredicate usable;
    private final Map<Word, Integer> uses = new HashMap<>();

    record Word(int slot, String text) {}

    /// @param usable whether a field's literals tell events of the bucket apart
    Literals(IntPredicate usable) {
        this.usable = usable;
    }

    /// Learns which literals many rules ask for: those are likely common in events.
    void learn(Node node) {
        switch (node) {
            case Node.And and -> and.of().forEach(this::learn);
            case Node.Or or -> or.of().forEach(this::learn);
            case Node.Field field -> word(field).forEach(word -> uses.merge(word, 1, Integer::sum));
            case Node.Not _, Node.Exists _, Node.Keyword _ -> {}
        }
    }

    /// The best such list; null when there is none, and the rule must be tried on every event.
    @Nullable List<Word> required(Node node) {
        Set<Word> best = best(node);
        return best == null ? null : List.copyOf(best);
    }

    private @Nullable Set<Word> best(Node node) {
        return switch (node) {
            case Node.Field field -> {
                List<Word> words = word(field);
                yield words.isEmpty() ? null : Set.copyOf(words);
            }
            case Node.And and -> {
                @Nullable Set<Word> best = null;
                for (Node child : and.of()) {
                    Set<Word> words = best(child);
                    if (words != null && (best == null || cost(words) < cost(best))) {
                        best = words;
                    }
                }
                yield best;
            }
            case Node.Or or -> {
                var union = new HashSet<Word>();
                for (Node child : or.of()) {
                    Set<Word> words = best(child);
                    if (words == null || union.size() + words.size() > MAX_WORDS) {
                        yield null;
                    }
                    union.addAll(words);
                }
                yield union;
            }
            case Node.Not _, Node.Exists _, Node.Keyword _ -> null;
        };
    }

    private List<Word> word(Node.Field field) {
        String literal = field.probe().literal();
        if (literal.isEmpty() || !usable.test(field.slot())) {
            return List.of();
        }
        // The end of a path tells more than its beginning.
        String text = literal.length() <= MAX_LENGTH ? literal : literal.substring(literal.length() - MAX_LENGTH);
        return List.of(new Word(field.slot(), text));
    }

    private double cost(Set<Word> words) {
        double cost = 0;
        for (Word word : words) {
            double length = word.text().length();
            cost += (1 + uses.getOrDefault(word, 0)) / (length * length);
        }
        return cost;
    }
}
