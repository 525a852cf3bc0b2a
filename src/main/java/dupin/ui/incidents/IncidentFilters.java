package dupin.ui.incidents;

import dupin.model.EntityKey;
import dupin.model.Incident;
import dupin.ui.fx.FilterParts;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.IncidentWord;
import dupin.service.IncidentQuery;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the list asks for, and the chips that say so. Knows no control; FX thread, or any one thread without a toolkit.
public final class IncidentFilters {
    private final ReadOnlyObjectWrapper<IncidentQuery> query = new ReadOnlyObjectWrapper<>(IncidentQuery.ALL);

    public ReadOnlyObjectProperty<IncidentQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    public IncidentQuery query() {
        return query.get();
    }

    public void text(String words) {
        query.set(query().searched(words.strip()));
    }

    public void sort(IncidentQuery.Sort by, boolean ascending) {
        query.set(query().ordered(by, ascending));
    }

    /// Everything at once: a saved view.
    public void set(IncidentQuery next) {
        query.set(next);
    }

    public Set<String> words(IncidentWord which) {
        return query().words(which);
    }

    public void toggle(IncidentWord which, String word) {
        query.set(query().toggled(which, word));
    }

    /// As [#toggle], but what is asked for stays so.
    void add(IncidentWord which, String word) {
        if (!words(which).contains(word)) {
            toggle(which, word);
        }
    }

    public void togglePending() {
        query.set(query().pending(!query().pendingActions()));
    }

    /// Only what was last active in the stretch.
    public void active(Stretch stretch) {
        query.set(query().between(stretch.from(), stretch.to()));
    }

    public Stretch stretch() {
        return new Stretch(query().from(), query().to());
    }

    public void toggle(Severity severity) {
        query.set(query().toggled(severity));
    }

    public void toggle(Incident.Status status) {
        query.set(query().toggled(status));
    }

    public void toggle(Verdict verdict) {
        query.set(query().toggled(verdict));
    }

    public void toggle(InvestigationState state) {
        query.set(query().toggled(state));
    }

    /// Exactly these severities and statuses and nothing else; the order stays.
    public void only(Set<Severity> severities, Set<Incident.Status> statuses) {
        query.set(new IncidentQuery("", severities, statuses, Set.of(), Set.of(), query().sort(), query().ascending()));
    }

    /// The incidents that have the entity, whatever was filtered before; the order stays.
    public void only(EntityKey entity) {
        clear();
        toggle(IncidentWord.ENTITY, entity.toString());
    }

    /// No filter, no search; the order stays.
    public void clear() {
        only(Set.of(), Set.of());
    }

    /// Whether something is hidden on purpose.
    public boolean active() {
        return !query().text().isEmpty() || !chips().isEmpty();
    }

    /// The filters that are on, in a stable order.
    public List<FilterParts.Chip> chips() {
        IncidentQuery q = query();
        var chips = new ArrayList<FilterParts.Chip>();
        for (Severity severity : Severity.values()) {
            if (q.severities().contains(severity)) {
                chips.add(new FilterParts.Chip(severity.label(), () -> toggle(severity)));
            }
        }
        for (Incident.Status status : Incident.Status.values()) {
            if (q.statuses().contains(status)) {
                chips.add(new FilterParts.Chip(status.label(), () -> toggle(status)));
            }
        }
        for (Verdict verdict : Verdict.values()) {
            if (q.verdicts().contains(verdict)) {
                chips.add(new FilterParts.Chip(verdict.label(), () -> toggle(verdict)));
            }
        }
        for (InvestigationState state : InvestigationState.values()) {
            if (q.states().contains(state)) {
                chips.add(new FilterParts.Chip(state.label(), () -> toggle(state)));
            }
        }
        for (IncidentWord which : IncidentWord.values()) {
            for (String word : new TreeSet<>(words(which))) {
                chips.add(new FilterParts.Chip(chip(which, word), () -> toggle(which, word)));
            }
        }
        if (q.pendingActions()) {
            chips.add(new FilterParts.Chip(Messages.text("incidents.withPending"), this::togglePending));
        }
        if (!stretch().equals(Stretch.ANY)) {
            chips.add(
                    new FilterParts.Chip(
                            Messages.text("incidents.active", stretch().label()), () -> active(Stretch.ANY)));
        }
        return List.copyOf(chips);
    }

    /// A policy often bears the name of its alerts: the chip says what the words are.
    private static String chip(IncidentWord which, String word) {
        String label = Elide.middle(Elide.oneLine(label(which, word)), 60);
        return switch (which) {
            case POLICY -> Messages.text("incidents.policyIs", label);
            case ENTITY -> Messages.text("incidents.entityIs", kind(word), label);
            case SUBSCRIPTION -> Messages.text("incidents.subscriptionIs", label);
            case DATA_SENSITIVITY -> Messages.text("incidents.sensitivityIs", label);
            default -> label;
        };
    }

    private static String kind(String entity) {
        try {
            return EntityKey.parse(entity).kind().label();
        } catch (IllegalArgumentException noEntity) {
            return "";
        }
    }

    /// How a value is named in menus and chips.
    static String label(IncidentWord which, String word) {
        if (which == IncidentWord.ASSIGNEE) {
            return word.isEmpty()
                    ? Messages.text("incidents.unassigned")
                    : word.equals(IncidentQuery.ANYBODY)
                            ? Messages.text("incidents.assignedToAnyone")
                            : Messages.text("incidents.assignedToName", word);
        }
        if (word.isEmpty()) {
            return Messages.text("incidents.notSet");
        }
        return switch (which) {
            case SOURCE -> CamelCase.name(word);
            case TAG, DEVICE_GROUP, PLATFORM, THREAT, POLICY, SUBSCRIPTION, DATA_SENSITIVITY -> word;
            case ENTITY -> word.substring(word.indexOf(':') + 1);
            default -> CamelCase.sentence(word);
        };
    }
}
