package dupin.ui.hunting;

import dupin.service.HuntShelf;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Queries to take up again: starter hunts, those asked last, those saved under a name. FX thread; the shelf is written in
/// the background.
final class HuntMenus {
    private static final int LINE = 90;

    private final Frame frame;
    private final HuntShelf shelf;
    private final Supplier<String> text;
    private final Consumer<String> take;

    /// @param text what is typed
    /// @param take puts a query into the editor
    HuntMenus(Frame frame, HuntShelf shelf, Supplier<String> text, Consumer<String> take) {
        this.frame = frame;
        this.shelf = shelf;
        this.text = text;
        this.take = take;
    }

    MenuButton starters() {
        var menu = menu("hunt-starters", Messages.text("hunting.starters"), Icon.TARGET);
        menu.getItems()
                .addAll(
                        query(Messages.text("hunting.everything"), "events\n| sort time desc"),
                        new SeparatorMenuItem());
        for (StarterHunt starter : StarterHunt.all()) {
            menu.getItems().add(query(starter.technique() + "  " + starter.name(), starter.query()));
        }
        return menu;
    }

    MenuButton history() {
        var menu = menu("hunt-history", Messages.text("hunting.history"), Icon.HISTORY);
        menu.setOnShowing(_ -> {
            menu.getItems().clear();
            shelf.content().asked().forEach(asked -> menu.getItems().add(query(asked, asked)));
            if (menu.getItems().isEmpty()) {
                menu.getItems().add(nothing(Messages.text("hunting.noHistory")));
            }
        });
        menu.getItems().setAll(nothing(Messages.text("hunting.noHistory")));
        return menu;
    }

    MenuButton saved() {
        var menu = menu("hunt-saved", Messages.text("hunting.saved"), Icon.SAVE);
        menu.setOnShowing(_ -> saved(menu));
        saved(menu);
        return menu;
    }

    private void saved(MenuButton menu) {
        var save = new MenuItem(Messages.text("hunting.save"), Icon.ADD.node());
        save.setDisable(text.get().isBlank());
        save.setOnAction(_ -> save());
        menu.getItems().setAll(save);
        if (shelf.content().saved().isEmpty()) {
            return;
        }
        menu.getItems().add(new SeparatorMenuItem());
        var delete = new Menu(Messages.text("hunting.delete"), Icon.DELETE.node());
        for (HuntShelf.Saved saved : shelf.content().saved()) {
            menu.getItems().add(query(saved.name(), saved.query()));
            var gone = new MenuItem(saved.name());
            gone.setMnemonicParsing(false);
            gone.setOnAction(
                    _ -> frame.run(() -> shelf.delete(saved.name()), Messages.text("hunting.deleted", saved.name())));
            delete.getItems().add(gone);
        }
        menu.getItems().addAll(new SeparatorMenuItem(), delete);
    }

    private void save() {
        String query = text.get().strip();
        frame.dialogs()
                .ask(
                        new Dialogs.Question(
                                Messages.text("hunting.save"),
                                Elide.middle(query, 400),
                                Messages.text("hunting.saveName"),
                                Messages.text("hunting.saveVerb"),
                                Dialogs.Need.NAME),
                        name -> {
                            String kept = Elide.oneLine(name.strip());
                            frame.run(() -> shelf.save(kept, query), Messages.text("hunting.savedAs", kept));
                        });
    }

    private MenuItem query(String name, String query) {
        var item = new MenuItem(Elide.middle(Elide.oneLine(name), LINE));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> take.accept(query));
        return item;
    }

    private static MenuItem nothing(String sentence) {
        var item = new MenuItem("", new Label(sentence));
        item.setDisable(true);
        return item;
    }

    private static MenuButton menu(String id, String name, Icon icon) {
        var menu = new MenuButton(name, icon.node());
        menu.setId(id);
        menu.getStyleClass().add("quiet");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setTooltip(new Tooltip(name));
        return menu;
    }
}
