package dupin.ui.hunting;

import dupin.model.Citation;
import dupin.model.hunt.HuntField;
import dupin.service.Desk;
import dupin.service.HuntRow;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.RawText;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Styles;
import dupin.ui.fx.TableCopy;
import java.util.TreeMap;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A row whole, in the flyout: the entities that it speaks of, its fields, its own values, and the row as it stood in its
/// file. FX thread.
final class HuntRowSheet {
    private static final int LINES = 18;

    private HuntRowSheet() {}

    static void show(HuntRow row, Frame frame, Desk desk, HuntLinks links) {
        var sheet = new Sheet();
        sheet.getStyleClass().add("flyout-body");
        Styles.add(sheet, "/dupin/ui/investigation/investigation.css");
        sheet.section(Messages.text("hunting.rowEntities"));
        for (HuntRow.Part part : row.entities()) {
            var link = Sheet.link(part.key().kind().label() + ": " + part.label(), () -> links.explain(part.key()));
            var pivot = EntityMenu.button(part.key(), part.label(), links);
            HBox.setHgrow(link, Priority.ALWAYS);
            link.setMaxWidth(Double.MAX_VALUE);
            link.setWrapText(false);
            var line = new HBox(4, link, pivot);
            line.getStyleClass().add("card-line");
            sheet.add(line);
        }
        sheet.section(Messages.text("hunting.rowFields"));
        sheet.row(HuntField.TIME.word(), row.time());
        row.values().forEach((field, value) -> sheet.mono(field.word(), value));
        if (!row.attributes().isEmpty()) {
            sheet.section(Messages.text("hunting.rowValues"));
            new TreeMap<>(row.attributes()).forEach(sheet::mono);
        }
        Citation citation = row.raw();
        if (citation != null) {
            sheet.section(Messages.text("hunting.rowRaw"));
            var box = new VBox(4, new Label(Messages.text("hunting.rowReading")));
            sheet.add(box);
            frame.pump().once(() -> desk.raw(citation).orElse(""), raw -> fill(box, raw));
        }
        frame.flyout().show(row.what().isEmpty() ? Messages.text("hunting.row") : row.what(), sheet);
    }

    private static void fill(VBox box, String raw) {
        if (raw.isEmpty()) {
            box.getChildren().setAll(new Label(Messages.text("hunting.rowGone")));
            return;
        }
        String readable = RawText.readable(raw);
        var area = new TextArea(readable);
        area.setEditable(false);
        area.setWrapText(true);
        area.setAccessibleText(Messages.text("hunting.rowRaw"));
        area.getStyleClass().addAll("mono", "raw");
        area.setPrefRowCount(Math.clamp(readable.lines().count() + 2, 4, LINES));
        var copy = new Button(Messages.text("hunting.rowCopy"), Icon.COPY.node("icon-small"));
        copy.getStyleClass().add("quiet");
        copy.setOnAction(_ -> TableCopy.put(raw));
        box.getChildren().setAll(area, copy);
    }
}
