package dupin.engine.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// The rules for events of one place, and what picks those that may match.
///
/// @param rules compiled rules, by their number in the set
/// @param always a bit for each rule that has no literal
/// @param scans for each field the literals of the others
record Bucket(List<Compiled> rules, long[] always, List<Scan> scans) {

    /// @param number the rule's number in the set
    record Compiled(int number, Node node) {}

    record Scan(int slot, AhoCorasick literals) {}

    private static final class Words {
        final List<String> texts = new ArrayList<>();
        final List<Integer> rules = new ArrayList<>();
    }

    static Bucket of(List<Compiled> rules, IntPredicate usable, boolean indexed) {
        var literals = new Literals(usable);
        rules.forEach(rule -> literals.learn(rule.node()));
        long[] always = new long[(rules.size() + 63) >> 6];
        var words = new TreeMap<Integer, Words>();
        for (int i = 0; i < rules.size(); i++) {
            @Nullable List<Literals.Word> required = indexed ? literals.required(rules.get(i).node()) : null;
            if (required == null) {
                always[i >> 6] |= 1L << i;
                continue;
            }
            for (Literals.Word word : required) {
                Words list = words.computeIfAbsent(word.slot(), _ -> new Words());
                list.texts.add(word.text());
                list.rules.add(i);
            }
        }
        var scans = new ArrayList<Scan>();
        words.forEach((slot, list) -> scans.add(new Scan(slot, AhoCorasick.of(list.texts, list.rules))));
        return new Bucket(List.copyOf(rules), always, List.copyOf(scans));
    }

    /// Adds the numbers of the rules that match.
    void match(Row row, long[] scratch, List<Integer> matched) {
        System.arraycopy(always, 0, scratch, 0, always.length);
        for (int i = 0; i < scans.size(); i++) {
            String value = row.lower(scans.get(i).slot());
            if (value != null) {
                scans.get(i).literals().mark(value, scratch);
            }
        }
        for (int word = 0; word < always.length; word++) {
            for (long bits = scratch[word]; bits != 0; bits &= bits - 1) {
                Compiled rule = rules.get((word << 6) + Long.numberOfTrailingZeros(bits));
                if (rule.node().matches(row)) {
                    matched.add(rule.number());
                }
            }
        }
    }
}
