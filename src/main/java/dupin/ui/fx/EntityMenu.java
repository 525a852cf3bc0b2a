package dupin.ui.fx;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/// The pivot menu: the same ways from an entity wherever it stands. FX thread.
public final class EntityMenu {
    private static final int LABEL = 60;

    /// So many entities of a row can be told apart in a menu.
    private static final int MOST = 16;

    /// An entity that a row names.
    public record Part(EntityKey key, String label) {}

    private EntityMenu() {}

    /// Gives the table's menu the ways from the entities of the selected row, before what it has: each in a submenu, or
    /// all at once where the row is about a single one.
    ///
    /// @param parts what the row names, each once
    /// @param ways asked when the menu opens; null for none
    public static <T> void install(
            TableView<T> table, Function<T, List<Part>> parts, Supplier<@Nullable EntityWays> ways) {
        install(table, _ -> List.of(), parts, ways);
    }

    /// @param own what else can be done with the row, before its entities
    public static <T> void install(
            TableView<T> table,
            Function<T, List<MenuItem>> own,
            Function<T, List<Part>> parts,
            Supplier<@Nullable EntityWays> ways) {
        ContextMenu menu = table.getContextMenu() == null ? new ContextMenu() : table.getContextMenu();
        List<MenuItem> rest = List.copyOf(menu.getItems());
        table.setContextMenu(menu);
        menu.setOnShowing(_ -> {
            T row = table.getSelectionModel().getSelectedItem();
            var items = new ArrayList<MenuItem>();
            if (row != null) {
                add(items, own.apply(row));
                EntityWays to = ways.get();
                add(items, to == null ? List.of() : of(parts.apply(row), to));
            }
            items.addAll(rest);
            menu.getItems().setAll(items);
        });
    }

    private static List<MenuItem> of(List<Part> parts, EntityWays ways) {
        return parts.size() == 1
                ? items(parts.getFirst().key(), parts.getFirst().label(), ways)
                : parts.stream().limit(MOST).<MenuItem>map(part -> submenu(part.key(), part.label(), ways)).toList();
    }

    private static void add(List<MenuItem> items, List<MenuItem> more) {
        items.addAll(more);
        if (!more.isEmpty()) {
            items.add(new SeparatorMenuItem());
        }
    }

    public static List<MenuItem> items(EntityKey key, String label, EntityWays ways) {
        var items = new ArrayList<MenuItem>();
        items.add(item(Messages.text("pivot.explain"), Icon.FINDING, () -> ways.explain(key)));
        if (hasPage(key)) {
            items.add(item(Messages.text("pivot.page"), Icon.of(key.kind()), () -> ways.page(key)));
        }
        items.add(item(Messages.text("pivot.timeline"), Icon.CLOCK, () -> ways.timeline(key)));
        items.add(item(Messages.text("pivot.incidents"), Icon.INCIDENT, () -> ways.incidents(key)));
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
        new Tip(button, Messages.text("pivot.ways", label));
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
