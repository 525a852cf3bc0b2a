package dupin.engine.hunt;

import dupin.model.hunt.HuntClause;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntLiteral;
import dupin.model.hunt.HuntOperator;
import dupin.model.hunt.HuntTerm;
import dupin.model.hunt.HuntTimes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whether a row fulfils a query's conditions. Thread-safe.
public final class HuntFilter {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

    private final HuntClause where;
    private final Instant now;

    /// @param now from which `ago` counts back
    public HuntFilter(HuntClause where, Instant now) {
        this.where = where;
        this.now = now;
    }

    public boolean fits(HuntSubject row) {
        return fits(row, where);
    }

    private boolean fits(HuntSubject row, HuntClause clause) {
        return switch (clause) {
            case HuntClause.And and -> and.parts().stream().allMatch(part -> fits(row, part));
            case HuntClause.Or or -> or.parts().stream().anyMatch(part -> fits(row, part));
            case HuntClause.Not not -> !fits(row, not.part());
            case HuntClause.Compare compare -> compare(row, compare.term(), compare.operator(), compare.values());
        };
    }

    private boolean compare(HuntSubject row, HuntTerm term, HuntOperator operator, List<HuntLiteral> values) {
        return switch (operator) {
            case EQUAL, IN -> values.stream().anyMatch(value -> equal(row, term, value));
            case NOT_EQUAL -> values.stream().noneMatch(value -> equal(row, term, value));
            case CONTAINS, STARTS, ENDS -> text(row, term, operator, values.getFirst());
            case LESS, AT_MOST, MORE, AT_LEAST -> ordered(row, term, operator, values.getFirst());
        };
    }

    private boolean equal(HuntSubject row, HuntTerm term, HuntLiteral value) {
        return switch (value) {
            case HuntLiteral.Text text -> HuntEquality.holds(row, term, text.value());
            case HuntLiteral.Number number ->
                    HuntReading.values(row, term).stream()
                            .flatMap(v -> number(v).stream())
                            .anyMatch(v -> v.compareTo(number.value()) == 0);
            case HuntLiteral.Time _, HuntLiteral.Ago _ -> moment(value, now).equals(row.time());
        };
    }

    private static boolean text(HuntSubject row, HuntTerm term, HuntOperator operator, HuntLiteral value) {
        String part = value instanceof HuntLiteral.Text text ? folded(term.field(), text.value()) : "";
        return HuntReading.values(row, term).stream()
                .map(v -> folded(term.field(), v))
                .anyMatch(v ->
                        switch (operator) {
                            case STARTS -> v.startsWith(part);
                            case ENDS -> v.endsWith(part);
                            default -> v.contains(part);
                        });
    }

    private boolean ordered(HuntSubject row, HuntTerm term, HuntOperator operator, HuntLiteral value) {
        if (value instanceof HuntLiteral.Number number) {
            return HuntReading.values(row, term).stream()
                    .flatMap(v -> number(v).stream())
                    .anyMatch(v -> stands(operator, v.compareTo(number.value())));
        }
        Instant limit = moment(value, now);
        if (term.field() == HuntField.TIME) {
            Instant time = row.time();
            return time != null && stands(operator, time.compareTo(limit));
        }
        return HuntReading.values(row, term).stream()
                .flatMap(v -> HuntTimes.time(v).stream())
                .anyMatch(v -> stands(operator, v.compareTo(limit)));
    }

    private static boolean stands(HuntOperator operator, int compared) {
        return switch (operator) {
            case LESS -> compared < 0;
            case AT_MOST -> compared <= 0;
            case MORE -> compared > 0;
            default -> compared >= 0;
        };
    }

    /// The moment that a time of a query means; as far back as times go when `ago` reaches beyond.
    static Instant moment(HuntLiteral value, Instant now) {
        return switch (value) {
            case HuntLiteral.Time time -> time.value();
            case HuntLiteral.Ago ago -> {
                try {
                    yield now.minus(ago.value());
                } catch (DateTimeException | ArithmeticException tooFar) {
                    yield Instant.EPOCH;
                }
            }
            default -> throw new IllegalArgumentException("No time: " + value);
        };
    }

    static Optional<BigDecimal> number(String text) {
        String digits = text.strip();
        return NUMBER.matcher(digits).matches() ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    /// Paths and keys are looked into with either slash.
    private static String folded(HuntField field, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (field) {
            case PATH, PROCESS_PATH, REGISTRY_KEY -> lower.replace('/', '\\');
            default -> lower;
        };
    }
}
