package dupin.intake.hunting;

import dupin.intake.Json;
import dupin.intake.csv.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A row that is a JSON object: its values in the order of the columns.
///
/// @param whole the record as it stood in the file, its envelope included
record ObjectRow(List<JsonNode> values, JsonNode whole) implements Row {

    @Override
    public String text(int column) {
        JsonNode value = column < 0 || column >= values.size() ? null : values.get(column);
        return value == null ? "" : text(value);
    }

    private static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            return "";
        }
        return value.isContainer() ? value.isEmpty() ? "" : Json.text(value) : value.asString();
    }

    @Override
    public String raw() {
        return Json.text(whole);
    }
}
