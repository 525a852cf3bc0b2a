package dupin.ui.hunting;

import dupin.service.HuntRow;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;

/// Ways from the entities of a row. FX thread.
final class HuntPivot {
    private HuntPivot() {}

    /// Gives the table's menu a submenu for each entity of the row, before what it has.
    static void install(TableView<HuntRow> table, HuntLinks links, Consumer<HuntRow> open) {
        EntityMenu.install(
                table,
                row -> List.of(whole(row, open)),
                row -> row.entities().stream().map(part -> new EntityMenu.Part(part.key(), part.label())).toList(),
                () -> links);
    }

    private static MenuItem whole(HuntRow row, Consumer<HuntRow> open) {
        var whole = new MenuItem(Messages.text("hunting.openRow"), Icon.LOG.node());
        whole.setOnAction(_ -> open.accept(row));
        return whole;
    }
}
