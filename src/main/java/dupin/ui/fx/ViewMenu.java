package dupin.ui.fx;

import dupin.service.ViewShelf;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The button with a table's saved views: save what is shown, take one back, delete one. FX thread.
public final class ViewMenu extends MenuButton {
    private static final int LINE = 60;

    private final Frame frame;
    private final String table;
    private final Function<String, ViewShelf.View> now;
    private final Consumer<ViewShelf.View> take;

    /// @param table names it on the shelf
    /// @param now what is shown, under a name
    /// @param take shows a view
    public ViewMenu(Frame frame, String table, Function<String, ViewShelf.View> now, Consumer<ViewShelf.View> take) {
        super("", Icon.SAVE.node());
        this.frame = frame;
        this.table = table;
        this.now = now;
        this.take = take;
        getStyleClass().add("quiet");
        setAccessibleText(Messages.text("table.views"));
        setTooltip(new Tooltip(Messages.text("table.views")));
        setOnShowing(_ -> fill());
        fill();
    }

    /// Ids of the columns that are shown, in order.
    public static List<String> columns(TableView<?> table) {
        return table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }

    /// Shows these columns and no other, in this order; unknown ones are left out. Nothing happens when none is known.
    public static <T> void show(TableView<T> table, List<String> ids) {
        if (table.getColumns().stream().noneMatch(column -> ids.contains(column.getId()))) {
            return;
        }
        for (TableColumn<T, ?> column : table.getColumns()) {
            column.setVisible(ids.contains(column.getId()));
        }
        var columns = new java.util.ArrayList<>(table.getColumns());
        columns.sort(
                java.util.Comparator.comparingInt(
                        column -> ids.contains(column.getId()) ? ids.indexOf(column.getId()) : ids.size()));
        if (!columns.equals(table.getColumns())) {
            table.getColumns().setAll(columns);
        }
    }

    private void fill() {
        var save = new MenuItem(Messages.text("table.saveView"), Icon.ADD.node());
        save.setOnAction(_ -> save());
        getItems().setAll(save);
        List<ViewShelf.View> views = frame.views().of(table);
        if (views.isEmpty()) {
            return;
        }
        getItems().add(new SeparatorMenuItem());
        var delete = new Menu(Messages.text("table.deleteView"), Icon.DELETE.node());
        for (ViewShelf.View view : views) {
            getItems().add(item(view, () -> take.accept(view)));
            delete.getItems()
                    .add(
                            item(
                                    view,
                                    () ->
                                            frame.run(
                                                    () -> frame.views().delete(view),
                                                    Messages.text("table.viewDeleted", view.name()))));
        }
        getItems().addAll(new SeparatorMenuItem(), delete);
    }

    private static MenuItem item(ViewShelf.View view, Runnable act) {
        var item = new MenuItem(Elide.middle(Elide.oneLine(view.name()), LINE));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }

    private void save() {
        frame.dialogs()
                .ask(
                        new Dialogs.Question(
                                Messages.text("table.saveView"),
                                Messages.text("table.saveViewHelp"),
                                Messages.text("table.viewName"),
                                Messages.text("table.saveVerb"),
                                Dialogs.Need.NAME),
                        name -> {
                            ViewShelf.View view = now.apply(Elide.oneLine(name.strip()));
                            frame.run(() -> frame.views().save(view), Messages.text("table.viewSaved", view.name()));
                        });
    }
}
