package dupin.ui.investigation;

import dupin.model.EntityKind;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A view of the Entities tab to choose.
///
/// @param kind null for the summary
record KindChoice(@Nullable EntityKind kind, int total, int malicious) {

    String label() {
        return kind == null ? Messages.text("investigation.summary") : kind.plural();
    }

    /// FX thread.
    static final class Cell extends ListCell<KindChoice> {
        private final Label name = new Label();
        private final Label malicious = new Label();
        private final Label total = new Label();
        private final HBox box = new HBox(6, name, malicious, total);

        Cell() {
            name.setMaxWidth(Double.MAX_VALUE);
            name.setMinWidth(0);
            HBox.setHgrow(name, Priority.ALWAYS);
            malicious.getStyleClass().addAll("count", "count-urgent");
            total.getStyleClass().add("caption");
            total.setMinWidth(Region.USE_PREF_SIZE);
            malicious.setMinWidth(Region.USE_PREF_SIZE);
            box.getStyleClass().add("line");
            box.setMinWidth(0);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable KindChoice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                return;
            }
            name.setText(choice.label());
            name.setGraphic((choice.kind() == null ? Icon.TABLE : Icon.of(choice.kind())).node("icon-small"));
            malicious.setText(Integer.toString(choice.malicious()));
            malicious.setVisible(choice.malicious() > 0);
            malicious.setManaged(choice.malicious() > 0);
            malicious.setTooltip(new Tooltip(Messages.text("investigation.column.malicious")));
            total.setText(Integer.toString(choice.total()));
            setAccessibleText(choice.label() + " " + choice.total());
            setGraphic(box);
        }
    }
}
