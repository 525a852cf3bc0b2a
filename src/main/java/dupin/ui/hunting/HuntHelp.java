package dupin.ui.hunting;

import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntOperator;
import dupin.model.hunt.HuntSource;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/// The query language on one sheet. FX thread.
final class HuntHelp {
    private HuntHelp() {}

    static void open(Dialogs dialogs) {
        var sheet = new Sheet();
        sheet.text(Messages.text("hunting.helpStart"));
        sheet.text(Messages.text("hunting.helpExample"), "mono");
        sheet.text(Messages.text("hunting.helpConditions"));
        sheet.text(Messages.text("hunting.helpValues"));
        sheet.text(Messages.text("hunting.helpStages"));
        sheet.text(Messages.text("hunting.helpKeys"));
        sheet.section(Messages.text("hunting.helpOperators"));
        var operators = grid();
        for (HuntOperator operator : HuntOperator.values()) {
            row(operators, operator.word(), operator.what());
        }
        sheet.add(operators);
        sheet.section(Messages.text("hunting.helpFields"));
        var fields = grid();
        for (HuntSource.Rows rows : HuntSource.Rows.values()) {
            for (HuntField field : HuntField.list(rows)) {
                if (rows == HuntSource.Rows.EVENTS || !field.of(HuntSource.Rows.EVENTS)) {
                    if (fields.getChildren().stream().noneMatch(n -> field.word().equals(n.getUserData()))) {
                        row(fields, field.word(), field.what());
                    }
                }
            }
        }
        sheet.add(fields);
        sheet.text(Messages.text("hunting.helpAttributes"));
        sheet.section(Messages.text("hunting.helpSources"));
        var sources = grid();
        HuntSource.list().forEach(source -> row(sources, source.word(), source.what()));
        sheet.add(sources);
        var scroll = new ScrollPane(sheet);
        scroll.setFitToWidth(true);
        scroll.setPrefSize(640, 480);
        scroll.getStyleClass().add("hunt-help");
        dialogs.show(new Dialogs.Sheet(Messages.text("hunting.help"), scroll, true));
    }

    private static GridPane grid() {
        var grid = new GridPane(16, 4);
        grid.setMinHeight(Region.USE_PREF_SIZE);
        return grid;
    }

    private static void row(GridPane grid, String word, String what) {
        var name = new Label(word);
        name.setUserData(word);
        name.getStyleClass().add("mono");
        name.setMinWidth(170);
        grid.addRow(grid.getRowCount(), name, new Label(what));
    }
}
