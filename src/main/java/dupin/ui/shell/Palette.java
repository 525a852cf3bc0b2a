package dupin.ui.shell;

import dupin.service.Found;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Elide;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.Searching;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Ctrl+K: commands, incidents and entities by a few letters. FX thread.
public final class Palette {
    private static final int MOST = 40;

    private final Overlay overlay;
    private final Supplier<List<Item>> commands;

    /// @param hint what stands at the right: a key, an id, a kind
    public record Item(Icon icon, String label, String hint, Runnable act) {
        boolean sameAs(Item other) {
            return label.equals(other.label) && hint.equals(other.hint);
        }
    }

    /// Finds things of the case; runs in the background.
    public record Finder(ChangePump pump, Function<String, Found<Item>> find) {}

    public Palette(Overlay overlay, Supplier<List<Item>> commands) {
        this.overlay = overlay;
        this.commands = commands;
    }

    /// @param finder null while no case is open
    public void open(@Nullable Finder finder) {
        var field = new TextField();
        field.setId("palette-field");
        field.setPromptText(Messages.text("shell.palettePrompt"));
        field.setAccessibleText(Messages.text("shell.palettePrompt"));
        var list = new ListView<Item>();
        list.setId("palette-list");
        list.setFocusTraversable(false);
        list.setPrefHeight(360);
        list.setCellFactory(_ -> new ItemCell());
        var nothing = new EmptyState(Icon.SEARCH, "", "");
        list.setPlaceholder(nothing);
        List<Item> all = commands.get();
        list.getItems().setAll(all);
        list.getSelectionModel().select(0);
        Searching<Item> searching =
                finder == null
                        ? null
                        : new Searching<>(
                                finder.pump(),
                                finder.find(),
                                found -> {
                                    none(nothing, found.whole());
                                    show(list, matching(all, field.getText()), found.things());
                                });
        field.textProperty()
                .addListener((_, _, text) -> {
                    show(list, matching(all, text), List.of());
                    none(nothing, true);
                    if (searching != null) {
                        boolean enough = text.strip().length() > 1;
                        if (enough) {
                            nothing.say(Messages.text("shell.paletteSearching"), "");
                        }
                        searching.ask(enough ? text : "");
                    }
                });
        Runnable run =
                () -> {
                    Item item = list.getSelectionModel().getSelectedItem();
                    if (item != null) {
                        overlay.closeDialog();
                        item.act().run();
                    }
                };
        field.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    KeyCode code = e.getCode();
                    if (code == KeyCode.DOWN || code == KeyCode.UP) {
                        int to = list.getSelectionModel().getSelectedIndex() + (code == KeyCode.DOWN ? 1 : -1);
                        if (to >= 0 && to < list.getItems().size()) {
                            list.getSelectionModel().select(to);
                            list.scrollTo(Math.max(0, to - 4));
                        }
                        e.consume();
                    } else if (code == KeyCode.ENTER) {
                        run.run();
                        e.consume();
                    }
                });
        list.setOnMouseClicked(_ -> run.run());
        var box = new VBox(field, list);
        box.getStyleClass().addAll("dialog-box", "palette");
        overlay.showDialog(box, field);
    }

    private static void none(EmptyState nothing, boolean whole) {
        if (whole) {
            nothing.say(Messages.text("shell.paletteNone"), Messages.text("shell.paletteNoneHelp"));
        } else {
            nothing.say(Messages.text("shell.paletteSearching"), Messages.text("find.indexing"));
        }
    }

    private static void show(ListView<Item> list, List<Item> first, List<Item> second) {
        var items = new ArrayList<>(first);
        items.addAll(second);
        int selected = list.getSelectionModel().getSelectedIndex();
        boolean more = selected > 0 && startsAlike(list.getItems(), items, selected);
        list.getItems().setAll(items.stream().limit(MOST).toList());
        list.getSelectionModel().select(more ? selected : 0);
    }

    /// Whether what was listed up to the place is listed again: only then may the selection stay, as Enter acts on it.
    private static boolean startsAlike(List<Item> before, List<Item> now, int place) {
        return place < now.size() && IntStream.rangeClosed(0, place).allMatch(i -> before.get(i).sameAs(now.get(i)));
    }

    /// Items whose words start with, or whose text holds, every word typed.
    static List<Item> matching(List<Item> items, String typed) {
        String[] words = typed.toLowerCase(Locale.ROOT).strip().split("\\s+");
        return items.stream()
                .filter(item -> {
                    String hay = item.label().toLowerCase(Locale.ROOT);
                    for (String word : words) {
                        if (!hay.contains(word)) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
    }

    private static final class ItemCell extends ListCell<Item> {
        private final Label label = new Label();
        private final Label hint = new Label();
        private final HBox box = new HBox(10);

        ItemCell() {
            label.setMinWidth(0);
            hint.getStyleClass().add("caption");
            hint.setMinWidth(Region.USE_PREF_SIZE);
            var space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            box.getStyleClass().add("card-line");
            box.getChildren().addAll(label, space, hint);
            box.prefWidthProperty().bind(widthProperty().subtract(24));
            box.maxWidthProperty().bind(widthProperty().subtract(24));
        }

        @Override
        protected void updateItem(@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            label.setGraphic(item.icon().node());
            label.setText(Elide.middle(item.label(), 90));
            hint.setText(Elide.middle(item.hint(), 40));
            setGraphic(box);
        }
    }
}
