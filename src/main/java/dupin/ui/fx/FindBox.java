package dupin.ui.fx;

import dupin.service.Found;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Finds one thing of the case by its words: a field, and under it the list of what fits. FX thread.
public final class FindBox<T> extends VBox {
    private static final int ROWS = 5;

    private final TextField search = new TextField();
    private final ListView<T> found = new ListView<>();
    private final Searching<T> searching;
    private final Label nothing = new Label();
    private final String none;

    /// @param id of the field; the list bears it with `-found`
    /// @param prompt what is to be typed
    /// @param none said where nothing fits
    /// @param find called in the background with the typed words
    /// @param line what the list shows of one
    public FindBox(
            ChangePump pump,
            String id,
            String prompt,
            String none,
            Function<String, Found<T>> find,
            Function<T, String> line) {
        super(8);
        this.none = none;
        searching = new Searching<>(pump, find, this::show);
        search.setId(id);
        search.setPromptText(prompt);
        search.setAccessibleText(prompt);
        search.textProperty().addListener((_, _, words) -> searching.ask(words));
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::down);
        found.setId(id + "-found");
        found.setAccessibleText(Messages.text("find.found"));
        found.setPlaceholder(nothing);
        found.setFixedCellSize(Tables.ROW_HEIGHT);
        found.setMinHeight(2 * Tables.ROW_HEIGHT);
        found.setPrefHeight(ROWS * Tables.ROW_HEIGHT);
        found.addEventFilter(KeyEvent.KEY_PRESSED, this::enter);
        found.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                go();
            }
        });
        found.setCellFactory(_ -> new Line<>(line));
        getChildren().addAll(search, found);
        searching.ask("");
    }

    /// Where the typing begins.
    public TextField field() {
        return search;
    }

    /// Null while nothing is chosen.
    public ReadOnlyObjectProperty<T> chosenProperty() {
        return found.getSelectionModel().selectedItemProperty();
    }

    public @Nullable T chosen() {
        return chosenProperty().get();
    }

    private void show(Found<T> answer) {
        List<T> things = answer.things();
        nothing.setText(search.getText().isBlank() ? "" : answer.whole() ? none : Messages.text("find.indexing"));
        found.getItems().setAll(things);
        // Whoever types what only one has means that one.
        if (things.size() == 1 && !search.getText().isBlank()) {
            found.getSelectionModel().select(0);
        }
    }

    private void down(KeyEvent e) {
        if (e.getCode() == KeyCode.DOWN && !found.getItems().isEmpty()) {
            found.requestFocus();
            found.getSelectionModel().select(Math.max(0, found.getSelectionModel().getSelectedIndex()));
            e.consume();
        }
    }

    /// A list keeps Enter to itself; here it is as good as in the field.
    private void enter(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER) {
            e.consume();
            go();
        }
    }

    /// As Enter in the field, which the form around it takes for its button.
    private void go() {
        if (chosen() != null) {
            search.requestFocus();
            search.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
        }
    }

    private static final class Line<T> extends ListCell<T> {
        private final Function<T, String> line;

        Line(Function<T, String> line) {
            this.line = line;
        }

        @Override
        protected void updateItem(@Nullable T thing, boolean empty) {
            super.updateItem(thing, empty);
            setText(empty || thing == null ? "" : line.apply(thing));
        }
    }
}
