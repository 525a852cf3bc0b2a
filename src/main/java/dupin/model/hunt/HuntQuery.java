package dupin.model.hunt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A query that was understood.
///
/// @param take at most so many rows; 0 when it does not say
public record HuntQuery(HuntSource source, HuntClause where, List<Sort> sort, int take) {

    public record Sort(HuntTerm term, boolean descending) {}

    public HuntQuery {
        sort = List.copyOf(sort);
    }

    /// @throws HuntSyntaxException when the text is none; nothing else is ever thrown
    public static HuntQuery parse(String text) {
        return new HuntParser(text).query();
    }

    /// Whether the text is meant as a query, be it right or wrong, and not as words to search for: it begins with a source
    /// and goes on with `where` or `|`.
    public static boolean meant(String text) {
        String start = text.stripLeading();
        int end = 0;
        while (end < start.length() && Character.isLetter(start.charAt(end))) {
            end++;
        }
        if (HuntSource.of(start.substring(0, end)).isEmpty()) {
            return false;
        }
        String rest = start.substring(end);
        String next = rest.stripLeading().toLowerCase(Locale.ROOT);
        boolean where =
                next.startsWith("where")
                        && next.length() < rest.length()
                        && (next.length() == 5 || Character.isWhitespace(next.charAt(5)) || next.charAt(5) == '(');
        return next.startsWith("|") || where;
    }

    /// Names of the rows' own values that the query asks for.
    public Set<String> attributes() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        terms().stream().filter(t -> t.field() == HuntField.ATTRIBUTE).map(HuntTerm::attribute).forEach(names::add);
        return names;
    }

    /// Fields that the query speaks of.
    public Set<HuntField> fields() {
        return terms().stream()
                .map(HuntTerm::field)
                .filter(field -> field != HuntField.ATTRIBUTE)
                .collect(Collectors.toUnmodifiableSet());
    }

    private List<HuntTerm> terms() {
        var terms = new ArrayList<HuntTerm>();
        collect(where, terms);
        sort.forEach(key -> terms.add(key.term()));
        return terms;
    }

    private static void collect(HuntClause clause, List<HuntTerm> terms) {
        switch (clause) {
            case HuntClause.And and -> and.parts().forEach(part -> collect(part, terms));
            case HuntClause.Or or -> or.parts().forEach(part -> collect(part, terms));
            case HuntClause.Not not -> collect(not.part(), terms);
            case HuntClause.Compare compare -> terms.add(compare.term());
        }
    }
}
