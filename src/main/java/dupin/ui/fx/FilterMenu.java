package dupin.ui.fx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/// The button that filters a table by what its columns say; each column is a menu of its words with their counts. FX thread.
final class FilterMenu<T> extends MenuButton {
    private static final int LISTED = 40;

    /// So many rows are gone through while a menu opens.
    private static final int FEW = 5_000;

    private final ColumnFilters<T> filters;
    private final Supplier<List<T>> rows;
    private final Frame frame;

    /// @param rows all of the table, filtered or not
    FilterMenu(ColumnFilters<T> filters, Supplier<List<T>> rows, Frame frame) {
        super("", Icon.FILTER.node());
        this.filters = filters;
        this.rows = rows;
        this.frame = frame;
        getStyleClass().addAll("quiet", "filter-menu");
        setAccessibleText(Messages.text("filter.add"));
        setTooltip(new Tooltip(Messages.text("filter.add")));
        setVisible(any());
        setManaged(any());
        for (DataColumn<T, ?> column : filters.columns()) {
            getItems().add(column.timed() ? times(column) : words(column));
        }
    }

    /// Whether there is anything to filter by.
    boolean any() {
        return !filters.columns().isEmpty();
    }

    private Menu times(DataColumn<T, ?> column) {
        var menu = new Menu(column.getText());
        menu.setId("filter-" + column.getId());
        FilterParts.STRETCHES.forEach(back -> menu.getItems().add(time(column, back)));
        var any = new MenuItem(FilterParts.back(null));
        any.setOnAction(_ -> filters.since(column, null));
        menu.getItems().addFirst(any);
        menu.getItems()
                .add(
                        FilterParts.custom(
                                column.getText(),
                                frame.dialogs(),
                                () -> filters.stretch(column),
                                stretch -> filters.within(column, stretch)));
        return menu;
    }

    private MenuItem time(DataColumn<T, ?> column, Duration back) {
        var item = new MenuItem(FilterParts.back(back));
        item.setOnAction(_ -> filters.since(column, back));
        return item;
    }

    /// Its items are made when it opens: rows come and go.
    private Menu words(DataColumn<T, ?> column) {
        var menu = new Menu(column.getText(), null, new MenuItem());
        menu.setId("filter-" + column.getId());
        menu.setOnShowing(_ -> {
            List<T> now = rows.get();
            if (now.size() <= FEW) {
                fill(menu, column, ColumnFilters.counts(column, now));
            } else {
                frame.pump().once(() -> ColumnFilters.counts(column, now), counts -> fill(menu, column, counts));
            }
        });
        return menu;
    }

    private void fill(Menu menu, DataColumn<T, ?> column, List<Map.Entry<String, Integer>> counts) {
        var items = new ArrayList<MenuItem>();
        counts.stream().limit(LISTED).forEach(count -> items.add(word(column, count.getKey(), count.getValue())));
        if (counts.size() > LISTED) {
            var more = new MenuItem(Messages.text("filter.more", counts.size() - LISTED));
            more.setDisable(true);
            items.add(more);
        }
        menu.getItems().setAll(items);
        FilterParts.orNone(menu);
    }

    private MenuItem word(DataColumn<T, ?> column, String word, int count) {
        var item = new CheckMenuItem(Messages.text("filter.count", ColumnFilters.named(column, word), count));
        item.setMnemonicParsing(false);
        item.setSelected(filters.has(column, word));
        item.setOnAction(_ -> filters.toggle(column, word));
        return item;
    }
}
