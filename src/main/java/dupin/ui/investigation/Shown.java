package dupin.ui.investigation;

import dupin.ui.fx.DataColumn;
import java.util.List;
import java.util.Set;

/// Which columns a table shows at first; the others wait in the column chooser. FX thread.
final class Shown {
    private Shown() {}

    static <T> List<DataColumn<T, ?>> first(List<DataColumn<T, ?>> columns, String... hidden) {
        Set<String> ids = Set.of(hidden);
        columns.forEach(column -> column.setVisible(!ids.contains(column.getId())));
        return columns;
    }
}
