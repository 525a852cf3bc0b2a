package dupin.intake.cacao;

import dupin.intake.BadRecordException;
import dupin.intake.StixComparisons;
import dupin.model.Condition;
import java.util.List;
import java.util.TreeSet;

/// Reads a condition of a CACAO step: STIX comparisons on variables, such as `__v__:value = 'a' AND __n__:value > 3`.
final class Conditions extends StixComparisons<Condition> {
    private static final int MAX_LENGTH = 2_000;
    private static final int MAX_DEPTH = 20;

    private final TreeSet<String> variables = new TreeSet<>();

    /// @param variables names that the condition asks for
    record Read(Condition condition, TreeSet<String> variables) {}

    private Conditions(String text) {
        super(text, "the condition", MAX_LENGTH, MAX_DEPTH);
    }

    /// @throws BadRecordException with the reason
    static Read read(String text) {
        var reader = new Conditions(text);
        // Some tools write the comparison as a whole STIX pattern.
        boolean whole = reader.skip("[");
        Condition condition = reader.comparisons();
        if (whole) {
            reader.expect("]");
        }
        reader.end();
        return new Read(condition, reader.variables);
    }

    @Override
    protected Condition any(List<Condition> parts) {
        return new Condition.Any(parts);
    }

    @Override
    protected Condition all(List<Condition> parts) {
        return new Condition.All(parts);
    }

    @Override
    protected Condition compare(
            String type, List<String> path, Operator operator, boolean negated, List<String> values) {
        variables.add(type);
        if (!path.equals(List.of("value"))) {
            throw fault("asks for a variable's “" + String.join(".", path) + "”; only its “value” can be asked for");
        }
        Condition.Operator known =
                switch (operator) {
                    case EQUAL -> Condition.Operator.EQUAL;
                    case NOT_EQUAL -> Condition.Operator.NOT_EQUAL;
                    case LESS -> Condition.Operator.LESS;
                    case LESS_OR_EQUAL -> Condition.Operator.LESS_OR_EQUAL;
                    case GREATER -> Condition.Operator.GREATER;
                    case GREATER_OR_EQUAL -> Condition.Operator.GREATER_OR_EQUAL;
                    case IN -> Condition.Operator.IN;
                    case LIKE -> Condition.Operator.LIKE;
                    case MATCHES, IS_SUBSET, IS_SUPERSET, EXISTS ->
                            throw fault("compares with " + operator + ", which is not supported");
                };
        if (operator == Operator.LIKE && values.getFirst().chars().filter(c -> c == '%').count() > 3) {
            throw fault("has a LIKE with more than three “%”, which is not supported");
        }
        return new Condition.Test(type, known, negated, values);
    }
}
