package dupin.ui.hunting;

import dupin.model.hunt.HuntCompletion;
import dupin.model.hunt.HuntQuery;
import dupin.ui.fx.Messages;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/// What could be typed next, in a list beneath the caret: Tab or Enter takes the word, ↑ and ↓ choose, Esc puts it away,
/// Ctrl+Space brings it. The editor keeps the focus. FX thread.
final class Completions {
    private static final double WIDTH = 400;
    private static final double ROW = 24;
    private static final int ROWS = 9;

    private final QueryEditor editor;
    private final TextArea area;
    private final Pane floor;
    private final ListView<HuntCompletion.Item> list = new ListView<>();
    private List<String> attributes = List.of();
    private int from;
    private boolean accepting;

    /// @param floor lies over the page; the list floats there
    Completions(QueryEditor editor, Pane floor) {
        this.editor = editor;
        this.floor = floor;
        area = editor.area();
        list.setId("hunt-completions");
        list.getStyleClass().add("completions");
        list.setAccessibleText(Messages.text("hunting.completions"));
        list.setFocusTraversable(false);
        list.setFixedCellSize(ROW);
        list.setManaged(false);
        list.setVisible(false);
        list.setCellFactory(_ -> new ItemCell());
        list.setOnMouseClicked(_ -> accept());
        floor.getChildren().add(list);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.addEventHandler(
                KeyEvent.KEY_TYPED,
                e -> {
                    if (!e.isShortcutDown() && !e.getCharacter().isEmpty() && e.getCharacter().charAt(0) != 27) {
                        offer(false);
                    }
                });
        area.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused && !list.isPressed()) {
                        hide();
                    }
                });
    }

    /// Names of values that rows of this case have.
    void know(List<String> names) {
        attributes = names;
    }

    boolean showing() {
        return list.isVisible();
    }

    void hide() {
        list.setVisible(false);
    }

    /// @param asked whether the user asked for it, so that nothing typed yet is no reason to stay away
    private void offer(boolean asked) {
        if (accepting) {
            return;
        }
        String before = area.getText(0, area.getCaretPosition());
        boolean query = HuntQuery.meant(area.getText());
        HuntCompletion completion = HuntCompletion.of(before, attributes);
        boolean typed = completion.from() < before.length();
        // Words to search for may look like the beginning of a query; a query's first word must be asked for longer.
        boolean wanted = asked || query || before.strip().length() > 2;
        if (completion.items().isEmpty() || !wanted || !query && before.isBlank() && !asked) {
            hide();
            return;
        }
        from = completion.from();
        list.getItems().setAll(completion.items());
        list.getSelectionModel().clearSelection();
        if (typed && query) {
            list.getSelectionModel().select(0);
        }
        list.scrollTo(0);
        place();
    }

    private void place() {
        Rectangle2D at = area.getLength() == 0 ? null : editor.place(Math.min(from, area.getLength() - 1));
        Bounds box = floor.sceneToLocal(editor.localToScene(editor.getLayoutBounds()));
        double x = box.getMinX() + (at == null ? 8 : from >= area.getLength() ? at.getMaxX() : at.getMinX());
        double y = at == null ? box.getMaxY() : Math.min(box.getMaxY(), box.getMinY() + at.getMaxY() + 4);
        double height = Math.min(ROWS, list.getItems().size()) * ROW + 4;
        list.resizeRelocate(
                Math.clamp(x, 0, Math.max(0, floor.getWidth() - WIDTH - 8)),
                y,
                WIDTH,
                Math.min(height, Math.max(ROW * 2, floor.getHeight() - y - 8)));
        list.setVisible(true);
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.SPACE && e.isShortcutDown()) {
            offer(true);
            e.consume();
        } else if (showing() && !e.isShortcutDown() && !e.isAltDown()) {
            boolean chosen = list.getSelectionModel().getSelectedItem() != null;
            switch (e.getCode()) {
                case DOWN -> move(1, e);
                case UP -> move(-1, e);
                case TAB -> {
                    accept();
                    e.consume();
                }
                case ENTER -> {
                    if (chosen) {
                        accept();
                        e.consume();
                    } else {
                        hide();
                    }
                }
                case ESCAPE -> {
                    hide();
                    e.consume();
                }
                case LEFT, RIGHT, HOME, END, PAGE_UP, PAGE_DOWN -> hide();
                default -> {}
            }
        }
    }

    private void move(int step, KeyEvent e) {
        int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) step, 0, list.getItems().size() - 1);
        list.getSelectionModel().clearAndSelect(to);
        list.scrollTo(Math.max(0, to - ROWS + 2));
        e.consume();
    }

    private void accept() {
        HuntCompletion.Item item = list.getSelectionModel().getSelectedItem();
        if (item == null && !list.getItems().isEmpty()) {
            item = list.getItems().getFirst();
        }
        hide();
        if (item == null) {
            return;
        }
        int caret = area.getCaretPosition();
        String rest = area.getText(caret, area.getLength());
        accepting = true;
        area.replaceText(Math.min(from, caret), caret, item.word() + (rest.startsWith(" ") ? "" : " "));
        accepting = false;
        area.requestFocus();
    }

    private static final class ItemCell extends ListCell<HuntCompletion.Item> {
        private final Label word = new Label();
        private final Label what = new Label();
        private final HBox box = new HBox(12, word, what);

        ItemCell() {
            word.getStyleClass().add("mono");
            what.getStyleClass().add("caption");
            box.getStyleClass().add("card-line");
            word.setMinWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(HuntCompletion.@Nullable Item item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(item == null || empty ? null : box);
            if (item != null) {
                word.setText(item.word());
                what.setText(item.what());
            }
        }
    }
}
