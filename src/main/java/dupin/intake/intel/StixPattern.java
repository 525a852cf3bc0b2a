package dupin.intake.intel;

import dupin.intake.BadRecordException;
import dupin.intake.StixComparisons;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the pattern of an indicator: observations in brackets, joined by OR. What needs several observations of one story
/// (AND or FOLLOWEDBY between brackets, REPEATS) is refused with a sentence.
final class StixPattern extends StixComparisons<Comparison> {
    private static final int MAX_LENGTH = 60_000;
    private static final int MAX_DEPTH = 60;

    private StixPattern(String pattern) {
        super(pattern, "its pattern", MAX_LENGTH, MAX_DEPTH);
    }

    /// @throws BadRecordException with the reason when the pattern is not understood or not supported
    static Comparison parse(String pattern) {
        var reader = new StixPattern(pattern);
        Comparison all = reader.observations();
        reader.end();
        return all;
    }

    private Comparison observations() {
        var any = new ArrayList<Comparison>();
        any.add(observation());
        while (more() && !peek(")")) {
            String word = next().toUpperCase(Locale.ROOT);
            switch (word) {
                case "OR" -> any.add(observation());
                case "WITHIN" -> {
                    next();
                    expect("SECONDS");
                }
                case "START", "STOP" -> next();
                case "REPEATS" -> {
                    if (!next().equals("1")) {
                        throw fault("counts repetitions (REPEATS), which is not matched");
                    }
                    expect("TIMES");
                }
                case "AND", "FOLLOWEDBY" ->
                        throw fault(
                                "joins several observations with "
                                        + word
                                        + ", which is not matched; only alternatives (OR) are");
                default -> throw fault("is not understood at “" + word + "”");
            }
        }
        return any.size() == 1 ? any.getFirst() : any(any);
    }

    private Comparison observation() {
        enter();
        boolean several = skip("(");
        if (!several) {
            expect("[");
        }
        Comparison inner = several ? observations() : comparisons();
        expect(several ? ")" : "]");
        leave();
        return inner;
    }

    @Override
    protected Comparison any(List<Comparison> parts) {
        return new Comparison.Or(parts);
    }

    @Override
    protected Comparison all(List<Comparison> parts) {
        return new Comparison.And(parts);
    }

    @Override
    protected Comparison compare(
            String type, List<String> path, Operator operator, boolean negated, List<String> values) {
        Optional<Steps> regex =
                switch (operator) {
                    case LIKE -> Comparison.like(values.getFirst());
                    case MATCHES -> Steps.of(values.getFirst(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
                    default -> Optional.empty();
                };
        if (operator == Operator.MATCHES && regex.isEmpty()) {
            throw new BadRecordException("its regular expression is too long or not understood");
        }
        String property = Observed.path(type.toLowerCase(Locale.ROOT), path);
        return new Comparison.Leaf(property, operator, negated, values, regex);
    }
}
