package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The few cells of a row that analyzers read, by the column's name.
final class Attributes {
    private final String[] names;
    private final int[] places;
    private final boolean[] truths;

    /// @param names columns by the spelling under which analyzers ask for them
    Attributes(Columns columns, String... names) {
        this.names = Arrays.stream(names).filter(columns::has).sorted().toArray(String[]::new);
        this.places = Arrays.stream(this.names).mapToInt(columns::of).toArray();
        this.truths = new boolean[this.names.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = this.names[i].startsWith("Is") || this.names[i].startsWith("Has");
        }
    }

    /// Sorted by name, without empty cells.
    Map<String, String> of(Row row) {
        if (names.length == 0) {
            return Map.of();
        }
        Map<String, String> values = LinkedHashMap.newLinkedHashMap(names.length);
        fill(row, values);
        return Collections.unmodifiableMap(values);
    }

    /// The same, to add to.
    SortedMap<String, String> more(Row row) {
        var values = new TreeMap<String, String>();
        fill(row, values);
        return values;
    }

    private void fill(Row row, Map<String, String> values) {
        for (int i = 0; i < names.length; i++) {
            String value = truths[i] ? row.truth(places[i]) : row.text(places[i]);
            if (!value.isEmpty()) {
                values.put(names[i], value);
            }
        }
    }
}
