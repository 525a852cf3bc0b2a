package dupin.intake.sentinel;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Canonical;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A record of a Sentinel table by column names, whether it stands in a CSV row or in a JSON object.
sealed interface Cells {

    /// "" when absent; a nested value as JSON.
    String text(String column);

    @Nullable Instant time(String column);

    record OfRow(Columns columns, Row row) implements Cells {
        @Override
        public String text(String column) {
            return Canonical.text(row.text(columns.of(column)));
        }

        @Override
        public @Nullable Instant time(String column) {
            return row.time(columns.of(column));
        }
    }

    record OfObject(Fields fields) implements Cells {
        @Override
        public String text(String column) {
            JsonNode value = fields.get(column);
            return value != null && value.isContainer() ? Json.text(value) : fields.text(column);
        }

        @Override
        public @Nullable Instant time(String column) {
            return fields.instant(column);
        }
    }
}
