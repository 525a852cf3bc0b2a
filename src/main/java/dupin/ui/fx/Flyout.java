package dupin.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import java.util.List;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Shows one row whole at the right edge, over the page but not in its way: the table beneath keeps the focus, so ↑ and ↓
/// walk on and the view shows the next row here. Esc closes. FX thread.
public final class Flyout extends BorderPane {
    private static final int BESIDE = 2;

    private final Label title = new Label();
    private final HBox header;
    private final FlowPane more = new FlowPane(6, 6);
    private final ScrollPane scroll = new ScrollPane();

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

    public void close() {
        setVisible(false);
        setManaged(false);
        scroll.setContent(null);
    }

    public boolean isOpen() {
        return isVisible();
    }
}
