package dupin.ui.actions;

import dupin.service.ItemResult;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Says, above the commands, which items a command refused and why; hidden while there is nothing to say. FX thread.
final class ReceiptPanel extends VBox {
    private static final int SHOWN = 5;

    ReceiptPanel() {
        getStyleClass().add("receipt");
        hide();
    }

    /// Shows itself only when something was refused.
    void show(Receipt receipt) {
        if (receipt.failure().isEmpty() && receipt.refused().isEmpty()) {
            hide();
            return;
        }
        var title = new Label(receipt.sentence(), Icon.WARNING.node("icon-small"));
        title.getStyleClass().addAll("semibold", "state-failed", "toned");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var close = new Button("", Icon.CLOSE.node("icon-small"));
        close.getStyleClass().add("quiet");
        close.setAccessibleText(Messages.text("actions.receipt.close"));
        close.setTooltip(new Tooltip(Messages.text("actions.receipt.close")));
        close.setOnAction(_ -> hide());
        var head = new HBox(title, close);
        head.getStyleClass().add("line");
        var sheet = new Sheet();
        receipt.refused().stream().limit(SHOWN).forEach(item -> line(sheet, item));
        int more = receipt.refused().size() - SHOWN;
        if (more > 0) {
            sheet.text(Messages.text("actions.andMore", more), "muted");
        }
        getChildren().setAll(head, sheet);
        setVisible(true);
        setManaged(true);
    }

    void hide() {
        setVisible(false);
        setManaged(false);
    }

    private static void line(Sheet sheet, ItemResult item) {
        sheet.text(
                item.message().contains(item.label()) ? item.message() : item.label() + ": " + item.message(), "muted");
    }
}
