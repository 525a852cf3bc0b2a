package dupin.ui.investigation;

import dupin.model.Citation;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.RawText;
import dupin.ui.fx.TableCopy;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The rows that a finding rests on; each can be opened as it stood in its file, and copied. FX thread.
final class CitationList extends VBox {
    private static final int LINES = 14;

    private final CaseContext context;

    CitationList(CaseContext context, List<Citation> citations) {
        this.context = context;
        getStyleClass().add("citations");
        for (Citation citation : citations) {
            getChildren().add(line(citation));
        }
    }

    private VBox line(Citation citation) {
        var text = new Label(Elide.middle(citation.text(), 400), icon(citation).node("icon-small"));
        text.setWrapText(true);
        text.setMaxWidth(Double.MAX_VALUE);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().addAll("mono", "citation");
        HBox.setHgrow(text, Priority.ALWAYS);
        var box = new VBox(4);
        var head = new HBox(4, text);
        if (citation.kind() == Citation.Kind.EVENT || citation.kind() == Citation.Kind.ALERT) {
            var open = new Button(Messages.text("investigation.showRow"));
            open.getStyleClass().addAll("quiet", "show-row");
            open.setMinWidth(Region.USE_PREF_SIZE);
            open.setOnAction(_ -> toggle(citation, box, open));
            head.getChildren().add(open);
        }
        box.getChildren().add(head);
        return box;
    }

    private void toggle(Citation citation, VBox box, Button open) {
        if (box.getChildren().size() > 1) {
            box.getChildren().remove(1, box.getChildren().size());
            open.setText(Messages.text("investigation.showRow"));
            return;
        }
        open.setDisable(true);
        context.frame()
                .pump()
                .once(
                        () -> context.desk().raw(citation).orElse(""),
                        raw -> {
                            open.setDisable(false);
                            if (box.getChildren().size() == 1) {
                                box.getChildren().add(raw.isEmpty() ? gone() : area(raw));
                                open.setText(Messages.text("investigation.hideRow"));
                            }
                        });
    }

    private static Label gone() {
        var label = new Label(Messages.text("investigation.rowGone"));
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private static VBox area(String raw) {
        String readable = RawText.readable(raw);
        var area = new TextArea(readable);
        area.setEditable(false);
        area.setWrapText(true);
        area.setAccessibleText(Messages.text("investigation.rawRow"));
        area.getStyleClass().addAll("mono", "raw");
        area.setPrefRowCount(Math.clamp(readable.lines().count() + 2, 4, LINES));
        var copy = new Button(Messages.text("investigation.copyRow"), Icon.COPY.node("icon-small"));
        copy.getStyleClass().add("quiet");
        copy.setOnAction(_ -> TableCopy.put(raw));
        var box = new VBox(2, area, copy);
        if (raw.length() > RawText.LONGEST) {
            box.getChildren().add(new Label(Messages.text("investigation.rowCut", raw.length())));
        }
        return box;
    }

    private static Icon icon(Citation citation) {
        return switch (citation.kind()) {
            case ALERT -> Icon.ALERT;
            case EVENT -> Icon.LOG;
            case INTEL -> Icon.EVIDENCE;
            case POLICY -> Icon.POLICY;
        };
    }
}
