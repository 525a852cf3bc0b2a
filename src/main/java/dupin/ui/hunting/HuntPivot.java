package dupin.ui.hunting;

import dupin.service.HuntRow;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;

/// Ways from the entities of a row. FX thread.
final class HuntPivot {
    private static final int MOST = 16;

    private HuntPivot() {}

    /// Gives the table's menu a submenu for each entity of the row, before what it has.
    static void install(TableView<HuntRow> table, HuntLinks links, Consumer<HuntRow> open) {
        var menu = table.getContextMenu();
        List<MenuItem> copies = List.copyOf(menu.getItems());
        menu.setOnShowing(_ -> {
            HuntRow row = table.getSelectionModel().getSelectedItem();
            var items = new ArrayList<MenuItem>();
            if (row != null) {
                var whole = new MenuItem(Messages.text("hunting.openRow"), Icon.LOG.node());
                whole.setOnAction(_ -> open.accept(row));
                items.add(whole);
                row.entities().stream()
                        .limit(MOST)
                        .forEach(part -> items.add(EntityMenu.submenu(part.key(), part.label(), links)));
                items.add(new SeparatorMenuItem());
            }
            items.addAll(copies);
            menu.getItems().setAll(items);
        });
    }
}
