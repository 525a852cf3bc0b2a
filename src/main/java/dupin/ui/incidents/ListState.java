package dupin.ui.incidents;

import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;

/// What a list says of itself: how many rows it shows, and why it shows none. FX thread.
final class ListState {
    private final TableView<?> table;
    private final Label count;
    private final Node reading;
    private final EmptyState none;
    private final EmptyState noMatch;

    /// What a table shows until it is known whether there are any.
    static EmptyState reading() {
        return new EmptyState(Icon.RUNNING, Messages.text("incidents.reading"), "");
    }

    /// @param table shows [#reading]
    /// @param none shown while the case has none
    /// @param noMatch title of what is shown when nothing passes the filters
    /// @param clear lets everything pass
    ListState(TableView<?> table, Label count, EmptyState none, String noMatch, Runnable clear) {
        this.table = table;
        this.count = count;
        this.none = none;
        reading = table.getPlaceholder();
        this.noMatch =
                new EmptyState(
                        Icon.FILTER,
                        noMatch,
                        Messages.text("incidents.noMatchHelp"),
                        Messages.text("filter.clear"),
                        clear);
        count.getStyleClass().add("caption");
    }

    /// @param total rows that the case has; -1 while that is not known
    void say(int total, int shown) {
        table.setPlaceholder(total < 0 ? reading : total == 0 ? none : noMatch);
        count.setText(
                total <= 0
                        ? ""
                        : shown == total
                                ? Messages.text("incidents.count", total)
                                : Messages.text("incidents.countOf", shown, total));
    }
}
