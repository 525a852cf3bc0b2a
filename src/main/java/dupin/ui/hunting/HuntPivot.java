package dupin.ui.hunting;

import dupin.service.HuntRow;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TableCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;

/// Ways from an entity of a row: explain it, hunt for it, have it investigated. FX thread.
final class HuntPivot {
    private static final int MOST = 16;
    private static final int LABEL = 60;

    private HuntPivot() {}

    static List<MenuItem> items(HuntRow.Part part, HuntLinks links, Consumer<String> hunt) {
        return List.of(
                item(Messages.text("hunting.explain"), Icon.FINDING, () -> links.entity(part.key())),
                item(Messages.text("hunting.huntFor"), Icon.HUNTING, () -> hunt.accept(HuntText.about(part.key()))),
                item(
                        Messages.text("hunting.investigate"),
                        Icon.INVESTIGATION,
                        () -> links.investigate(part.key(), part.label())),
                item(Messages.text("hunting.copyKey"), Icon.COPY, () -> TableCopy.put(part.key().value())));
    }

    /// Gives the table's menu a submenu for each entity of the row, before what it has.
    static void install(TableView<HuntRow> table, HuntLinks links, Consumer<String> hunt, Consumer<HuntRow> open) {
        var menu = table.getContextMenu();
        List<MenuItem> copies = List.copyOf(menu.getItems());
        menu.setOnShowing(_ -> {
            HuntRow row = table.getSelectionModel().getSelectedItem();
            var items = new ArrayList<MenuItem>();
            if (row != null) {
                items.add(item(Messages.text("hunting.openRow"), Icon.LOG, () -> open.accept(row)));
                row.entities().stream().limit(MOST).forEach(part -> items.add(submenu(part, links, hunt)));
                items.add(new SeparatorMenuItem());
            }
            items.addAll(copies);
            menu.getItems().setAll(items);
        });
    }

    private static Menu submenu(HuntRow.Part part, HuntLinks links, Consumer<String> hunt) {
        var menu =
                new Menu(
                        part.key().kind().label() + ": " + Elide.middle(Elide.oneLine(part.label()), LABEL),
                        Icon.of(part.key().kind()).node());
        menu.setMnemonicParsing(false);
        menu.getItems().setAll(items(part, links, hunt));
        return menu;
    }

    private static MenuItem item(String text, Icon icon, Runnable act) {
        var item = new MenuItem(text, icon.node());
        item.setOnAction(_ -> act.run());
        return item;
    }
}
