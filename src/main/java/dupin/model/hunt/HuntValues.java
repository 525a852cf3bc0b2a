package dupin.model.hunt;

import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads operators and the values behind them, and sees that they fit the field. For one parser.
final class HuntValues {
    private static final int MOST_VALUES = 1_000;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    private final HuntTokens tokens;
    private final HuntWishes wishes;

    HuntValues(HuntTokens tokens, HuntWishes wishes) {
        this.tokens = tokens;
        this.wishes = wishes;
    }

    HuntOperator operator(HuntTerm term, boolean onlyWords) {
        HuntToken token = tokens.now();
        List<HuntOperator> fitting =
                HuntOperator.of(term.field().type()).stream()
                        .filter(o -> !onlyWords || o.ofText() || o == HuntOperator.IN)
                        .toList();
        if (tokens.end()) {
            fitting.forEach(o -> wishes.add(o.word(), o.what()));
        }
        String expected = "Expected one of " + String.join(", ", fitting.stream().map(HuntOperator::word).toList());
        String word =
                switch (token.text()) {
                    case "==" -> "=";
                    case "<>" -> "!=";
                    default -> token.text();
                };
        boolean operator = token.kind() == HuntToken.Kind.WORD || token.kind() == HuntToken.Kind.SYMBOL;
        for (HuntOperator known : HuntOperator.values()) {
            if (operator && known.word().equalsIgnoreCase(word)) {
                if (!fitting.contains(known)) {
                    throw tokens.wrong(
                            term.word()
                                    + switch (term.field().type()) {
                                        case TIME -> " is a time";
                                        case NUMBER -> " is a number";
                                        case TEXT -> " is text";
                                        case ANY -> " comes after not";
                                    }
                                    + ". "
                                    + expected
                                    + ", found "
                                    + token.shown()
                                    + ".");
                }
                tokens.next();
                return known;
            }
        }
        throw tokens.unexpected(expected + " after " + term.word());
    }

    /// @param operatorAt where the operator stands
    List<HuntLiteral> of(HuntTerm term, HuntOperator operator, HuntToken operatorAt) {
        if (operator != HuntOperator.IN) {
            return List.of(value(term, operator));
        }
        tokens.need("(", "Expected ( and a list of values after " + operatorAt.text());
        var values = new ArrayList<HuntLiteral>();
        do {
            if (values.size() == MOST_VALUES) {
                throw tokens.wrong("A list has at most " + MOST_VALUES + " values.");
            }
            values.add(value(term, operator));
        } while (tokens.acceptSymbol(",", ""));
        tokens.need(")", "Expected , or ) in the list");
        return values;
    }

    private HuntLiteral value(HuntTerm term, HuntOperator operator) {
        if (tokens.end()) {
            suggestions(term.field()).forEach(value -> wishes.add(value, ""));
        }
        HuntToken token = tokens.now();
        if (token.kind() != HuntToken.Kind.WORD && token.kind() != HuntToken.Kind.TEXT) {
            throw tokens.unexpected("Expected a value for " + term.word());
        }
        return switch (term.field().type()) {
            case TIME -> time(term);
            case NUMBER -> number(term);
            case TEXT -> text();
            case ANY -> operator.ordered() ? ordered() : text();
        };
    }

    private HuntLiteral text() {
        String text = tokens.now().text();
        tokens.next();
        return new HuntLiteral.Text(text);
    }

    private HuntLiteral number(HuntTerm term) {
        String text = tokens.now().text();
        if (!NUMBER.matcher(text).matches()) {
            throw tokens.unexpected(term.word() + " is a number. Expected a number");
        }
        tokens.next();
        return new HuntLiteral.Number(new BigDecimal(text));
    }

    private HuntLiteral ordered() {
        String text = tokens.now().text();
        return NUMBER.matcher(text).matches() ? number(HuntTerm.of(HuntField.ATTRIBUTE)) : time(null);
    }

    private HuntLiteral time(@org.jspecify.annotations.Nullable HuntTerm term) {
        HuntToken token = tokens.now();
        if (token.is("ago")) {
            tokens.next();
            tokens.need("(", "Expected ( and a span such as 2d after ago");
            HuntToken span = tokens.now();
            var length = HuntTimes.span(span.text());
            if (length.isEmpty()) {
                throw tokens.unexpected("Expected a span such as 30s, 15m, 2h, 2d or 1w");
            }
            tokens.next();
            tokens.need(")", "Expected ) after the span");
            return new HuntLiteral.Ago(length.get());
        }
        var time = HuntTimes.time(token.text());
        if (time.isEmpty()) {
            throw tokens.unexpected(
                    (term == null ? "Expected a number, or" : term.word() + " is a time. Expected")
                            + " a time such as 2026-11-20, 2026-11-20T10:00:00Z or ago(2d)");
        }
        tokens.next();
        return new HuntLiteral.Time(time.get());
    }

    private static List<String> suggestions(HuntField field) {
        return switch (field) {
            case TIME -> List.of("ago(1h)", "ago(1d)", "ago(7d)");
            case KIND ->
                    java.util.stream.Stream.concat(
                                    Arrays.stream(EventKind.values()).map(HuntSource::word),
                                    Arrays.stream(EntityKind.values()).map(EntityKind::word))
                            .distinct()
                            .toList();
            case SEVERITY ->
                    Arrays.stream(Severity.values()).map(severity -> severity.name().toLowerCase(Locale.ROOT)).toList();
            case VERDICT -> Arrays.stream(Verdict.values()).map(Verdict::word).toList();
            default -> List.of();
        };
    }
}
