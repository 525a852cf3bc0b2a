package dupin.model.hunt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What could be typed next in a query. Pure.
///
/// @param from where the word begins that an item replaces; it ends at the caret
/// @param items best first; empty where anything may stand
public record HuntCompletion(int from, List<Item> items) {
    private static final int MOST = 60;

    /// @param what in a few words, "" when the word says it
    public record Item(String word, String what) {}

    public HuntCompletion {
        items = List.copyOf(items);
    }

    /// @param text of the query before the caret
    /// @param attributes names of the rows' own values that are known
    public static HuntCompletion of(String text, Collection<String> attributes) {
        int from = text.length();
        while (from > 0 && HuntLexer.bare(text.charAt(from - 1))) {
            from--;
        }
        var wishes = new HuntWishes();
        try {
            new HuntParser(text.substring(0, from), wishes).query();
        } catch (HuntSyntaxException e) {
            if (e.position() < text.substring(0, from).stripTrailing().length()) {
                return new HuntCompletion(from, List.of());
            }
        }
        Map<String, String> words = new LinkedHashMap<>(wishes.words());
        if (wishes.attributes()) {
            attributes.forEach(name -> words.putIfAbsent(written(name), "a value of the row"));
        }
        return new HuntCompletion(from, matching(words, text.substring(from)));
    }

    private static String written(String attribute) {
        boolean plain =
                !attribute.isEmpty()
                        && Character.isLetter(attribute.charAt(0))
                        && attribute.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')
                        && HuntField.named(attribute).isEmpty();
        return plain ? attribute : "[" + attribute + "]";
    }

    private static List<Item> matching(Map<String, String> words, String typed) {
        String part = typed.toLowerCase(Locale.ROOT);
        var begin = new ArrayList<Item>();
        var hold = new ArrayList<Item>();
        words.forEach((word, what) -> {
            String lower = word.toLowerCase(Locale.ROOT);
            if (lower.startsWith(part)) {
                begin.add(new Item(word, what));
            } else if (part.length() > 1 && lower.contains(part)) {
                hold.add(new Item(word, what));
            }
        });
        begin.addAll(hold);
        boolean done = begin.size() == 1 && begin.getFirst().word().equalsIgnoreCase(typed);
        return done ? List.of() : begin.subList(0, Math.min(MOST, begin.size()));
    }
}
