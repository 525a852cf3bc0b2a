package dupin.ui.fx;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/// The button that chooses a table's columns; the last visible one cannot be hidden. FX thread.
public final class ColumnChooser extends MenuButton {

    public ColumnChooser(TableView<?> table) {
        super("", Icon.COLUMNS.node());
        getStyleClass().add("quiet");
        setAccessibleText(Messages.text("table.columns"));
        setTooltip(new Tooltip(Messages.text("table.columns")));
        for (TableColumn<?, ?> column : table.getColumns()) {
            var item = new CheckMenuItem(column.getText());
            item.selectedProperty().bindBidirectional(column.visibleProperty());
            getItems().add(item);
        }
        setOnShowing(_ -> {
            boolean single = table.getVisibleLeafColumns().size() == 1;
            for (var item : getItems()) {
                item.setDisable(single && item instanceof CheckMenuItem check && check.isSelected());
            }
        });
    }
}
