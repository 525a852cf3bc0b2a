package dupin.ui.incidents;

import dupin.model.InvestigationState;
import dupin.ui.fx.FilterParts;
import dupin.model.Severity;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the list of all alerts asks for, and the chips that say so. Knows no control; FX thread, or any one thread without a
/// toolkit.
public final class AlertFilters {
    /// Fields whose words can be chosen from what the case says, in the order of their menus.
    static final List<AlertField> WORDS =
            List.of(
                    AlertField.STATUS,
                    AlertField.CATEGORY,
                    AlertField.SERVICE_SOURCE,
                    AlertField.DETECTION_SOURCE,
                    AlertField.INCIDENT_ID,
                    AlertField.ASSETS,
                    AlertField.CLASSIFICATION,
                    AlertField.DETERMINATION,
                    AlertField.ASSIGNED_TO,
                    AlertField.TAGS,
                    AlertField.POLICY);

    private final ReadOnlyObjectWrapper<AlertQuery> query = new ReadOnlyObjectWrapper<>(AlertQuery.ALL);

    public ReadOnlyObjectProperty<AlertQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    public AlertQuery query() {
        return query.get();
    }

    public void set(AlertQuery next) {
        query.set(next);
    }

    /// No filter, no search; the order stays.
    public void clear() {
        set(query().unfiltered());
    }

    /// Only the alerts of the incident, whatever was filtered before.
    public void only(String incidentId) {
        set(query().unfiltered().toggled(AlertField.INCIDENT_ID, incidentId));
    }

    /// Only what was last active in the stretch.
    public void active(Stretch stretch) {
        set(query().between(stretch.from(), stretch.to()));
    }

    public Stretch stretch() {
        return new Stretch(query().from(), query().to());
    }

    /// Whether something is hidden on purpose.
    public boolean active() {
        return !query().text().isEmpty() || !chips().isEmpty();
    }

    /// The filters that are on, in a stable order.
    public List<FilterParts.Chip> chips() {
        AlertQuery q = query();
        var chips = new ArrayList<FilterParts.Chip>();
        for (Severity severity : Severity.values()) {
            if (q.severities().contains(severity)) {
                chips.add(new FilterParts.Chip(severity.label(), () -> set(query().toggled(severity))));
            }
        }
        for (InvestigationState state : InvestigationState.values()) {
            if (q.states().contains(state)) {
                chips.add(new FilterParts.Chip(state.label(), () -> set(query().toggled(state))));
            }
        }
        for (AlertField field : WORDS) {
            for (String word : new TreeSet<>(q.wanted(field))) {
                chips.add(new FilterParts.Chip(chip(field, word), () -> set(query().toggled(field, word))));
            }
        }
        if (!stretch().equals(Stretch.ANY)) {
            chips.add(
                    new FilterParts.Chip(
                            Messages.text("incidents.active", stretch().label()), () -> active(Stretch.ANY)));
        }
        return List.copyOf(chips);
    }

    private static String chip(AlertField field, String word) {
        return field == AlertField.INCIDENT_ID
                ? Messages.text("alerts.ofIncident", word)
                : word.isEmpty() && field != AlertField.ASSIGNED_TO
                        ? Messages.text("alerts.noWord", title(field))
                        : label(field, word);
    }

    /// How a value is named in menus.
    static String label(AlertField field, String word) {
        if (field == AlertField.ASSIGNED_TO) {
            return word.isEmpty()
                    ? Messages.text("incidents.unassigned")
                    : word.equals(AlertQuery.ANYBODY)
                            ? Messages.text("incidents.assignedToAnyone")
                            : Messages.text("incidents.assignedToName", word);
        }
        if (word.isEmpty()) {
            return Messages.text("incidents.notSet");
        }
        return switch (field) {
            case SERVICE_SOURCE, DETECTION_SOURCE -> CamelCase.name(word);
            case ASSETS, TAGS, INCIDENT_ID, POLICY -> word;
            default -> CamelCase.sentence(word);
        };
    }

    /// How a field is named in menus: as its column.
    static String title(AlertField field) {
        return switch (field) {
            case STATUS -> Messages.text("investigation.column.status");
            case CATEGORY -> Messages.text("investigation.column.category");
            case SERVICE_SOURCE -> Messages.text("investigation.column.serviceSource");
            case DETECTION_SOURCE -> Messages.text("investigation.column.detectionSource");
            case INCIDENT_ID -> Messages.text("investigation.column.incidentId");
            case ASSETS -> Messages.text("investigation.column.impactedAssets");
            case CLASSIFICATION -> Messages.text("investigation.column.classification");
            case DETERMINATION -> Messages.text("investigation.column.determination");
            case ASSIGNED_TO -> Messages.text("investigation.column.assignedTo");
            case TAGS -> Messages.text("investigation.column.tags");
            case POLICY -> Messages.text("investigation.column.policy");
            default -> field.name();
        };
    }
}
