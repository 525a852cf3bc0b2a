package dupin.intake.csv;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One row of a table, valid until the next one is read. Columns are asked for by their place; place -1 is a column that
/// the table does not have, and empty.
public interface Row {

    /// The cell's text, "" when it is empty or null. A nested value of a JSON row is its compact JSON.
    String text(int column);

    /// The row as it stands in the file: the line, or the object's compact JSON.
    String raw();

    /// The cell's whole number; 0 when it holds none.
    default long number(int column) {
        return Numbers.parse(text(column));
    }

    /// The cell's time in UTC; null when it holds none or an unset one.
    default @Nullable Instant time(int column) {
        return Times.parse(text(column));
    }

    /// A truth value as `true` or `false`, whatever its spelling; "" when it is empty.
    default String truth(int column) {
        String text = text(column);
        return switch (text) {
            case "True", "TRUE", "1" -> "true";
            case "False", "FALSE", "0" -> "false";
            default -> text;
        };
    }
}
