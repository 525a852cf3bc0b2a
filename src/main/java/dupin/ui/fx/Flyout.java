package dupin.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows one row whole at the right edge, over the page but not in its way: the table beneath keeps the focus, so ↑ and ↓
/// walk on and the view shows the next row here. Esc closes. FX thread.
public final class Flyout extends BorderPane {
    private static final int BESIDE = 2;

    private final Label title = new Label();
    private final HBox header;
    private final FlowPane more = new FlowPane(6, 6);
    private final ScrollPane scroll = new ScrollPane();
    private @Nullable Node back;

    Flyout() {
        getStyleClass().add("flyout");
        title.getStyleClass().add("heading");
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().add("quiet");
        close.setAccessibleText(Messages.text("flyout.close"));
        close.setTooltip(new Tooltip(Messages.text("flyout.close")));
        close.setOnAction(_ -> close());
        close.setFocusTraversable(false);
        header = new HBox(title, close);
        header.getStyleClass().add("pane-header");
        scroll.setFitToWidth(true);
        more.getStyleClass().add("flyout-tools");
        setTop(new VBox(header, more));
        setCenter(scroll);
        setMinWidth(360);
        setMaxWidth(Region.USE_PREF_SIZE);
        setVisible(false);
        setManaged(false);
    }

    /// Shows the content, in place of what is shown. `tools` (buttons) stand in the header; many of them below the title,
    /// which is what one reads first.
    public void show(String newTitle, Node content, Node... tools) {
        title.setText(newTitle);
        boolean below = tools.length > BESIDE;
        header.getChildren().remove(1, header.getChildren().size() - 1);
        header.getChildren().addAll(1, below ? List.of() : List.of(tools));
        more.getChildren().setAll(below ? List.of(tools) : List.of());
        more.setVisible(below);
        more.setManaged(below);
        scroll.setContent(content);
        scroll.setVvalue(0);
        setVisible(true);
        setManaged(true);
    }

    /// Takes the focus to the first thing in it that can have it; it goes back when the flyout closes.
    public void enter() {
        Node owner = getScene().getFocusOwner();
        back = isFocusWithin() ? back : owner;
        var found = new ArrayList<Node>(header.lookupAll(".button"));
        found.addAll(header.lookupAll(".menu-button"));
        found.addAll(more.getChildren());
        Node content = scroll.getContent();
        if (content != null) {
            for (String kind : List.of(".button", ".menu-button", ".hyperlink", ".text-input", ".table-view")) {
                found.addAll(content.lookupAll(kind));
            }
        }
        found.stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible() && !node.isDisabled())
                .findFirst()
                .orElse(scroll)
                .requestFocus();
    }

    public void close() {
        Node before = back;
        back = null;
        if (isFocusWithin() && before != null && before.getScene() != null) {
            before.requestFocus();
        }
        setVisible(false);
        setManaged(false);
        scroll.setContent(null);
    }

    /// Whether it is open, with just this in it.
    public boolean shows(Node content) {
        return isOpen() && scroll.getContent() == content;
    }

    public boolean isOpen() {
        return isVisible();
    }
}
