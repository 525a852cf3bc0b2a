package dupin.ui.fx;

import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What a flyout or a detail card is written on: sections of sentences and of name and value pairs. All text is plain,
/// empty values are left out. FX thread.
public final class Sheet extends VBox {
    private static final int LONGEST = 4_000;

    public Sheet() {
        getStyleClass().add("sheet");
    }

    /// A heading; what is added after it belongs to it.
    public Sheet section(String heading) {
        var label = new Label(heading);
        label.getStyleClass().add("section");
        return add(label);
    }

    public Sheet add(Node node) {
        getChildren().add(node);
        return this;
    }

    public Sheet text(String sentence, String... styles) {
        if (!sentence.isEmpty()) {
            var label = wrapped(sentence);
            label.getStyleClass().addAll(styles);
            add(label);
        }
        return this;
    }

    public Sheet row(String name, String value) {
        return value.isEmpty() ? this : row(name, wrapped(value));
    }

    public Sheet row(String name, @Nullable Instant time) {
        return row(name, Times.full(time));
    }

    /// Hash, path, command line or id: mono, with a button to copy it.
    public Sheet mono(String name, String value) {
        return value.isEmpty() ? this : row(name, copyable(value));
    }

    public Sheet row(String name, Node value) {
        var label = new Label(name);
        label.getStyleClass().add("row-name");
        label.setLabelFor(value);
        if (value instanceof Control control && control.getAccessibleText() == null && !(value instanceof Labeled)) {
            control.setAccessibleText(name);
        }
        HBox.setHgrow(value, Priority.ALWAYS);
        var row = new HBox(label, value);
        row.getStyleClass().add("sheet-row");
        if (value instanceof Control && !(value instanceof Labeled)) {
            row.getStyleClass().add(value instanceof TextArea ? "sheet-area" : "sheet-field");
        }
        return add(row);
    }

    /// Mono text that wraps, with a button to copy it whole.
    public static HBox copyable(String value) {
        return copyable(value, value);
    }

    /// Shows the one and copies the other.
    public static HBox copyable(String shown, String value) {
        var text = wrapped(shown);
        text.getStyleClass().add("mono");
        HBox.setHgrow(text, Priority.ALWAYS);
        var copy = new Button("", Icon.COPY.node("icon-small"));
        copy.getStyleClass().addAll("quiet", "copy");
        copy.setAccessibleText(Messages.text("sheet.copy"));
        new Tip(copy, Messages.text("sheet.copy"));
        copy.setOnAction(_ -> TableCopy.put(value));
        var box = new HBox(text, copy);
        box.getStyleClass().add("copyable");
        return box;
    }

    public static Hyperlink link(String text, Runnable act) {
        var link = new Hyperlink(text);
        link.getStyleClass().add("sheet-link");
        link.setWrapText(true);
        link.setOnAction(_ -> act.run());
        return link;
    }

    private static Label wrapped(String value) {
        var label = new Label(lines(Elide.middle(value.replace("\n", "\u2028"), LONGEST)));
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /// Line breaks are the only control characters that are kept.
    private static String lines(String text) {
        return text.replace('\u2028', '\n');
    }
}
