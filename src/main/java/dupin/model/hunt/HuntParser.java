package dupin.model.hunt;

import dupin.model.hunt.HuntSource.Rows;
import java.util.ArrayList;
import java.util.List;

/// Reads a query by descent and remembers what could have stood where the text ends. For one text.
final class HuntParser {
    private static final int DEEPEST = 50;
    private static final int MOST_COMPARISONS = 200;
    private static final int MOST_KEYS = 5;
    static final int MOST_ROWS = 10_000;

    private final HuntTokens tokens;
    private final HuntWishes wishes;
    private final HuntValues values;
    private Rows rows = Rows.EVENTS;
    private int depth;
    private int comparisons;

    HuntParser(String text) {
        this(text, new HuntWishes());
    }

    HuntParser(String text, HuntWishes wishes) {
        this.wishes = wishes;
        tokens = new HuntTokens(HuntLexer.tokens(text), wishes);
        values = new HuntValues(tokens, wishes);
    }

    HuntQuery query() {
        HuntSource source = source();
        rows = source.rows();
        var conditions = new ArrayList<HuntClause>();
        if (tokens.accept("where", "which rows are wanted")) {
            conditions.add(clause());
        }
        List<HuntQuery.Sort> sort = List.of();
        int take = 0;
        while (tokens.acceptSymbol("|", "the next stage")) {
            if (tokens.accept("where", "which rows are wanted")) {
                conditions.add(clause());
            } else if (tokens.accept("sort", "their order")) {
                sort = sort();
            } else if (tokens.accept("take", "at most so many rows")) {
                take = take();
            } else {
                throw tokens.unexpected("Expected where, sort or take after |");
            }
        }
        if (!tokens.end()) {
            throw tokens.unexpected(
                    conditions.isEmpty() ? "Expected where or |" : "Expected and, or, | or the end of the query");
        }
        return new HuntQuery(
                source, conditions.size() == 1 ? conditions.getFirst() : new HuntClause.And(conditions), sort, take);
    }

    private HuntSource source() {
        if (tokens.end()) {
            HuntSource.list().forEach(source -> wishes.add(source.word(), source.what()));
        }
        HuntToken token = tokens.now();
        var source = token.kind() == HuntToken.Kind.WORD ? HuntSource.of(token.text()) : null;
        if (source == null || source.isEmpty()) {
            String near =
                    Nearest.of(token.text(), HuntSource.list().stream().map(HuntSource::word).toList())
                            .map(word -> " Did you mean " + word + "?")
                            .orElse("");
            throw tokens.wrong(
                    "Expected a source such as events, process, network, entities or alerts, found "
                            + token.shown()
                            + "."
                            + near);
        }
        tokens.next();
        return source.get();
    }

    private HuntClause clause() {
        var parts = new ArrayList<HuntClause>();
        do {
            parts.add(all());
        } while (tokens.accept("or", "one of both is enough"));
        return parts.size() == 1 ? parts.getFirst() : new HuntClause.Or(parts);
    }

    private HuntClause all() {
        var parts = new ArrayList<HuntClause>();
        do {
            parts.add(one());
        } while (tokens.accept("and", "both must hold"));
        return parts.size() == 1 ? parts.getFirst() : new HuntClause.And(parts);
    }

    private HuntClause one() {
        if (++depth > DEEPEST) {
            throw tokens.wrong("More than " + DEEPEST + " conditions lie within each other; write the query flatter.");
        }
        HuntClause clause;
        if (tokens.accept("not", "the opposite")) {
            clause = new HuntClause.Not(one());
        } else if (tokens.acceptSymbol("(", "")) {
            clause = clause();
            tokens.need(")", "Expected and, or, or ) for the bracket that was opened");
        } else {
            clause = comparison();
        }
        depth--;
        return clause;
    }

    private HuntClause comparison() {
        if (++comparisons > MOST_COMPARISONS) {
            throw tokens.wrong("A query has at most " + MOST_COMPARISONS + " comparisons.");
        }
        HuntTerm term = term("Expected a field");
        boolean not = tokens.accept("not", "the opposite");
        HuntToken at = tokens.now();
        HuntOperator operator = values.operator(term, not);
        List<HuntLiteral> literals = values.of(term, operator, at);
        HuntClause clause = new HuntClause.Compare(term, operator, literals);
        return not ? new HuntClause.Not(clause) : clause;
    }

    private HuntTerm term(String expected) {
        if (tokens.end()) {
            HuntField.list(rows).forEach(field -> wishes.add(field.word(), field.what()));
            wishes.attributes(rows == Rows.EVENTS);
        }
        HuntToken token = tokens.now();
        HuntTerm term =
                switch (token.kind()) {
                    case NAME -> attribute(token);
                    case WORD ->
                            HuntField.named(token.text())
                                    .map(field -> field(field, token))
                                    .orElseGet(() -> named(token));
                    default -> throw tokens.unexpected(expected);
                };
        tokens.next();
        return term;
    }

    private HuntTerm field(HuntField field, HuntToken token) {
        if (!field.of(rows)) {
            throw tokens.wrong(
                    token.text()
                            + " is no field of "
                            + switch (rows) {
                                case EVENTS -> "telemetry";
                                case ENTITIES -> "entities";
                                case ALERTS -> "alerts";
                            }
                            + ".");
        }
        return HuntTerm.of(field);
    }

    /// A word that is no field is meant as a value of the row, unless it looks like a slip.
    private HuntTerm named(HuntToken token) {
        String word = token.text();
        var near = Nearest.of(word, HuntField.list(rows).stream().map(HuntField::word).toList());
        boolean name =
                Character.isLetter(word.charAt(0))
                        && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '.');
        if (near.isPresent() || !name) {
            throw tokens.wrong(
                    near.map(field -> "There is no field " + token.shown() + ". Did you mean " + field + "?")
                                    .orElse("Expected a field, found " + token.shown() + ".")
                            + (rows == Rows.EVENTS ? " A value of the row itself is written [name]." : ""));
        }
        return attribute(token);
    }

    private HuntTerm attribute(HuntToken token) {
        if (rows != Rows.EVENTS) {
            throw tokens.wrong(
                    "There is no field " + token.shown() + "; only telemetry has values by the source's names.");
        }
        return new HuntTerm(HuntField.ATTRIBUTE, token.text());
    }

    private List<HuntQuery.Sort> sort() {
        tokens.accept("by", "");
        var keys = new ArrayList<HuntQuery.Sort>();
        do {
            if (keys.size() == MOST_KEYS) {
                throw tokens.wrong("Rows are sorted by at most " + MOST_KEYS + " fields.");
            }
            HuntTerm term = term("Expected a field to sort by");
            boolean descending = tokens.accept("desc", "the last first");
            if (!descending) {
                tokens.accept("asc", "the first first");
            }
            keys.add(new HuntQuery.Sort(term, descending));
        } while (tokens.acceptSymbol(",", ""));
        return keys;
    }

    private int take() {
        HuntToken token = tokens.now();
        if (tokens.end()) {
            List.of("100", "1000", "10000").forEach(number -> wishes.add(number, "rows"));
        }
        boolean number =
                token.kind() == HuntToken.Kind.WORD
                        && token.text().length() <= 5
                        && token.text().chars().allMatch(c -> c >= '0' && c <= '9');
        int rowsWanted = number ? Integer.parseInt(token.text()) : 0;
        if (rowsWanted < 1 || rowsWanted > MOST_ROWS) {
            throw tokens.unexpected("Expected a number from 1 to " + MOST_ROWS);
        }
        tokens.next();
        return rowsWanted;
    }
}
