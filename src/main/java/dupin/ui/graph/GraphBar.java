package dupin.ui.graph;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// How the marks are arranged, search among them, undo and redo, and how many are not shown. FX thread.
final class GraphBar extends HBox {
    /// What it covers of the picture, at most; words keep out of there.
    static final double WIDTH = 350;

    static final double HEIGHT = 44;

    private final GraphCanvas graph;
    private final MenuButton layout = new MenuButton();
    private final TextField search = new TextField();
    private final Button undo;
    private final Button redo;
    private final Button hidden = new Button();
    private List<String> found = List.of();
    private int at;

    GraphBar(GraphCanvas graph) {
        this.graph = graph;
        GraphEditing editing = graph.editing();
        getStyleClass().add("graph-bar");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        layout.setId("graph-layout");
        layout.getStyleClass().add("quiet");
        var group = new ToggleGroup();
        for (LayoutKind kind : LayoutKind.values()) {
            var item = new RadioMenuItem(kind.label() + " – " + kind.help());
            item.setToggleGroup(group);
            item.setUserData(kind);
            item.setOnAction(_ -> {
                editing.arrange(kind);
                show();
            });
            layout.getItems().add(item);
        }
        layout.setAccessibleText(Messages.text("graph.layout"));
        layout.setTooltip(new Tooltip(Messages.text("graph.layout")));
        search.setId("graph-search");
        search.setPromptText(Messages.text("graph.search"));
        search.setAccessibleText(Messages.text("graph.search"));
        search.setPrefColumnCount(11);
        search.textProperty().addListener((_, _, words) -> find(words));
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        undo = button(Icon.UNDO, Messages.text("graph.undo") + " (Ctrl+Z)", editing::undo);
        redo = button(Icon.REDO, Messages.text("graph.redo") + " (Ctrl+Y)", editing::redo);
        hidden.getStyleClass().add("quiet");
        hidden.setId("graph-hidden");
        hidden.setMinWidth(Region.USE_PREF_SIZE);
        hidden.setTooltip(new Tooltip(Messages.text("graph.everything") + " (Shift+H)"));
        hidden.managedProperty().bind(hidden.visibleProperty());
        hidden.setFocusTraversable(false);
        hidden.setOnAction(_ -> editing.everything());
        getChildren().addAll(layout, search, undo, redo, hidden);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
    }

    /// Says what is so now.
    void show() {
        GraphEditing editing = graph.editing();
        LayoutKind kind = editing.layout();
        layout.setText(kind.label());
        layout.setGraphic(kind.icon().node("icon-small"));
        layout.getItems().forEach(item -> ((RadioMenuItem) item).setSelected(item.getUserData() == kind));
        undo.setDisable(!editing.canUndo());
        redo.setDisable(!editing.canRedo());
        int missing = editing.hidden();
        hidden.setText(Messages.text("graph.hidden", missing));
        hidden.setVisible(missing > 0);
    }

    void search() {
        search.requestFocus();
        search.selectAll();
    }

    /// Another picture: what was found in the one before is not told of it.
    void again() {
        if (!search.getText().isBlank()) {
            find(search.getText());
        }
    }

    private void find(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        at = -1;
        found =
                wanted.isEmpty()
                        ? List.of()
                        : graph.picture().graph().nodes().stream()
                                .filter(n ->
                                        n.label().toLowerCase(Locale.ROOT).contains(wanted)
                                                || n.detail().toLowerCase(Locale.ROOT).contains(wanted))
                                .map(n -> n.id())
                                .toList();
        search.pseudoClassStateChanged(
                javafx.css.PseudoClass.getPseudoClass("error"), !wanted.isEmpty() && found.isEmpty());
        graph.light(found.stream().collect(Collectors.toUnmodifiableSet()));
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && !found.isEmpty()) {
            at = Math.floorMod(at + (e.isShiftDown() ? -1 : 1), found.size());
            graph.select(found.get(at));
        } else if (e.getCode() == KeyCode.ESCAPE) {
            search.clear();
            graph.light(Set.of());
            graph.requestFocus();
        } else {
            return;
        }
        e.consume();
    }

    private static Button button(Icon icon, String text, Runnable act) {
        var button = new Button("", icon.node("icon-small"));
        button.getStyleClass().add("quiet");
        button.setTooltip(new Tooltip(text));
        button.setAccessibleText(text);
        button.setFocusTraversable(false);
        button.setOnAction(_ -> act.run());
        return button;
    }
}
