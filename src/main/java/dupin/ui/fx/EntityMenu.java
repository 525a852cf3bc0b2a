package dupin.ui.fx;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;

/// The pivot menu: the same ways from an entity wherever it stands. FX thread.
public final class EntityMenu {
    private static final int LABEL = 60;

    private EntityMenu() {}

    public static List<MenuItem> items(EntityKey key, String label, EntityWays ways) {
        var items = new ArrayList<MenuItem>();
        items.add(item(Messages.text("pivot.explain"), Icon.FINDING, () -> ways.explain(key)));
        if (hasPage(key)) {
            items.add(item(Messages.text("pivot.page"), Icon.of(key.kind()), () -> ways.page(key)));
        }
        items.add(item(Messages.text("pivot.timeline"), Icon.CLOCK, () -> ways.timeline(key)));
        items.add(item(Messages.text("pivot.hunt"), Icon.HUNTING, () -> ways.hunt(key)));
        items.add(item(Messages.text("pivot.investigate"), Icon.INVESTIGATION, () -> ways.investigate(key, label)));
        items.add(item(Messages.text("pivot.copy"), Icon.COPY, () -> TableCopy.put(key.value())));
        items.add(
                item(Messages.text("pivot.copyDefanged"), Icon.COPY, () -> TableCopy.put(Defang.defang(key.value()))));
        return items;
    }

    /// As a submenu named after the entity.
    public static Menu submenu(EntityKey key, String label, EntityWays ways) {
        var menu =
                new Menu(
                        key.kind().label() + ": " + Elide.middle(Elide.oneLine(label), LABEL),
                        Icon.of(key.kind()).node());
        menu.setMnemonicParsing(false);
        menu.getItems().setAll(items(key, label, ways));
        return menu;
    }

    /// As a small button beside the entity's name.
    public static MenuButton button(EntityKey key, String label, EntityWays ways) {
        var button = new MenuButton("", Icon.MORE.node("icon-small"));
        button.setId("pivot");
        button.getStyleClass().add("quiet");
        button.setAccessibleText(Messages.text("pivot.ways", label));
        button.setTooltip(new Tooltip(Messages.text("pivot.ways", label)));
        button.getItems().setAll(items(key, label, ways));
        return button;
    }

    /// Whether there is a page about the entity.
    public static boolean hasPage(EntityKey key) {
        return key.kind() == EntityKind.DEVICE || key.kind() == EntityKind.USER;
    }

    private static MenuItem item(String text, Icon icon, Runnable act) {
        var item = new MenuItem(text, icon.node());
        item.setOnAction(_ -> act.run());
        return item;
    }
}
