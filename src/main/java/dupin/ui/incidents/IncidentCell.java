package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Mark;
import dupin.ui.fx.Messages;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// An incident for a narrow list: its name in at most two lines, and a line of facts. FX thread.
final class IncidentCell extends TableCell<Incident, String> {
    /// Of two lines.
    private static final double NAME_HEIGHT = 36;

    private final Mark severity = new Mark();
    private final Label name = new Label();
    private final Label pending = new Label("", Icon.CLOCK.node("icon-small"));
    private final Mark verdict = new Mark();
    private final Mark state = new Mark();
    private final Label facts = new Label();
    private final Tooltip tooltip = new Tooltip();
    private final HBox box;

    /// What the cell shows now: a list that is read again while investigations run changes few of its rows.
    private @Nullable Incident shown;

    IncidentCell() {
        name.getStyleClass().add("incident-name");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setWrapText(true);
        name.setMaxHeight(NAME_HEIGHT);
        pending.getStyleClass().add("pending-count");
        pending.setMinWidth(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("incident-facts");
        facts.setMinWidth(0);
        facts.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(facts, Priority.ALWAYS);
        var second = new HBox(5, verdict, state, facts, pending);
        second.getStyleClass().add("incident-line");
        second.setMinHeight(Region.USE_PREF_SIZE);
        var lines = new VBox(3, name, second);
        lines.getStyleClass().add("incident-lines");
        HBox.setHgrow(lines, Priority.ALWAYS);
        lines.setMinWidth(0);
        box = new HBox(10, severity, lines);
        box.getStyleClass().add("incident-cell");
        setText(null);
        // Unseen where there is no row, but styled: styling ten at once when incidents come in takes longer than a
        // frame.
        setGraphic(box);
        seen(false);
        Tooltip.install(box, tooltip);
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        Incident incident = empty || getTableRow() == null ? null : getTableRow().getItem();
        seen(incident != null);
        if (incident == null || incident.equals(shown)) {
            return;
        }
        shown = incident;
        severity.show(Face.of(incident.severity()));
        name.setText(Elide.oneLine(incident.name()));
        pending.setText(Integer.toString(incident.pendingActions()));
        pending.setVisible(incident.pendingActions() > 0);
        pending.setManaged(incident.pendingActions() > 0);
        verdict.show(Face.of(incident.verdict()));
        state.show(Face.of(incident.investigationState()));
        facts.setText(facts(incident));
        tooltip.setText(IncidentWords.tooltip(incident));
    }

    private void seen(boolean there) {
        box.setOpacity(there ? 1 : 0);
        box.setMouseTransparent(!there);
    }

    private static String facts(Incident incident) {
        return Messages.text(
                "incidents.facts",
                incident.status().label(),
                IncidentWords.alerts(incident),
                IncidentWords.assetCount(incident));
    }
}
