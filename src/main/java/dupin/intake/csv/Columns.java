package dupin.intake.csv;

import dupin.model.Canonical;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// The columns of a table: names as they stand in the file, found whatever their case, spaces around or in them, and
/// the time zone that portals append (`Timestamp [UTC]`), or the type that a union
/// appends (`AdditionalFields_string`). Of two columns of one name the first counts. Unchanging.
public final class Columns {
    /// What a query appends to a column that two tables of a union have with different types.
    private static final Set<String> TYPES =
            Set.of("bool", "datetime", "decimal", "dynamic", "guid", "int", "long", "real", "string", "timespan");

    private final List<String> names;
    private final Map<String, Integer> places;

    public Columns(List<String> names) {
        this.names = List.copyOf(names);
        this.places = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            places.putIfAbsent(plain(names.get(i)), i);
        }
        for (int i = 0; i < names.size(); i++) {
            String plain = plain(names.get(i));
            int cut = plain.lastIndexOf('_');
            if (cut > 0 && TYPES.contains(plain.substring(cut + 1))) {
                places.putIfAbsent(plain.substring(0, cut), i);
            }
        }
    }

    /// Names as in the file.
    public List<String> names() {
        return names;
    }

    public int size() {
        return names.size();
    }

    /// Place of the first of the names that there is; -1 when there is none of them.
    public int of(String... wanted) {
        for (String name : wanted) {
            Integer place = places.get(plain(name));
            if (place != null) {
                return place;
            }
        }
        return -1;
    }

    public boolean has(String name) {
        return of(name) >= 0;
    }

    public boolean hasAll(String... wanted) {
        for (String name : wanted) {
            if (!has(name)) {
                return false;
            }
        }
        return true;
    }

    /// A column's name as it is compared.
    public static String plain(String name) {
        String text = Canonical.text(name);
        if (text.length() > 5 && (text.endsWith("]") || text.endsWith(")"))) {
            int cut = Math.max(text.lastIndexOf('['), text.lastIndexOf('('));
            if (cut > 0 && text.regionMatches(true, cut + 1, "UTC", 0, 3)) {
                text = text.substring(0, cut);
            }
        }
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }
}
