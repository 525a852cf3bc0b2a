package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.service.IncidentQuery;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the list asks for, and the chips that say so. Knows no control; FX thread, or any one thread without a toolkit.
public final class IncidentFilters {
    private final ReadOnlyObjectWrapper<IncidentQuery> query = new ReadOnlyObjectWrapper<>(IncidentQuery.ALL);

    /// One filter that is on; `remove` turns it off.
    public record Chip(String label, Runnable remove) {}

    public ReadOnlyObjectProperty<IncidentQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    public IncidentQuery query() {
        return query.get();
    }

    public void text(String words) {
        IncidentQuery q = query();
        query.set(
                new IncidentQuery(
                        words.strip(),
                        q.severities(),
                        q.statuses(),
                        q.verdicts(),
                        q.states(),
                        q.sort(),
                        q.ascending()));
    }

    public void sort(IncidentQuery.Sort by, boolean ascending) {
        IncidentQuery q = query();
        query.set(new IncidentQuery(q.text(), q.severities(), q.statuses(), q.verdicts(), q.states(), by, ascending));
    }

    public void toggle(Severity severity) {
        set(
                with(query().severities(), severity, Severity.class),
                query().statuses(),
                query().verdicts(),
                query().states());
    }

    public void toggle(Incident.Status status) {
        set(
                query().severities(),
                with(query().statuses(), status, Incident.Status.class),
                query().verdicts(),
                query().states());
    }

    public void toggle(Verdict verdict) {
        set(
                query().severities(),
                query().statuses(),
                with(query().verdicts(), verdict, Verdict.class),
                query().states());
    }

    public void toggle(InvestigationState state) {
        set(
                query().severities(),
                query().statuses(),
                query().verdicts(),
                with(query().states(), state, InvestigationState.class));
    }

    /// Exactly these severities and statuses and nothing else; the order stays.
    public void only(Set<Severity> severities, Set<Incident.Status> statuses) {
        query.set(new IncidentQuery("", severities, statuses, Set.of(), Set.of(), query().sort(), query().ascending()));
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
    public List<Chip> chips() {
        IncidentQuery q = query();
        var chips = new ArrayList<Chip>();
        for (Severity severity : Severity.values()) {
            if (q.severities().contains(severity)) {
                chips.add(new Chip(severity.label(), () -> toggle(severity)));
            }
        }
        for (Incident.Status status : Incident.Status.values()) {
            if (q.statuses().contains(status)) {
                chips.add(new Chip(status.label(), () -> toggle(status)));
            }
        }
        for (Verdict verdict : Verdict.values()) {
            if (q.verdicts().contains(verdict)) {
                chips.add(new Chip(verdict.label(), () -> toggle(verdict)));
            }
        }
        for (InvestigationState state : InvestigationState.values()) {
            if (q.states().contains(state)) {
                chips.add(new Chip(state.label(), () -> toggle(state)));
            }
        }
        return List.copyOf(chips);
    }

    private void set(
            Set<Severity> severities,
            Set<Incident.Status> statuses,
            Set<Verdict> verdicts,
            Set<InvestigationState> states) {
        IncidentQuery q = query();
        query.set(new IncidentQuery(q.text(), severities, statuses, verdicts, states, q.sort(), q.ascending()));
    }

    private static <E extends Enum<E>> Set<E> with(Set<E> chosen, E value, Class<E> type) {
        var next = EnumSet.noneOf(type);
        next.addAll(chosen);
        if (!next.remove(value)) {
            next.add(value);
        }
        return next;
    }
}
