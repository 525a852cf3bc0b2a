package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.ui.fx.FilterParts;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.service.IncidentQuery;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the list asks for, and the chips that say so. Knows no control; FX thread, or any one thread without a toolkit.
public final class IncidentFilters {
    private final ReadOnlyObjectWrapper<IncidentQuery> query = new ReadOnlyObjectWrapper<>(IncidentQuery.ALL);

    public ReadOnlyObjectProperty<IncidentQuery> queryProperty() {
        return query.getReadOnlyProperty();
    }

    public IncidentQuery query() {
        return query.get();
    }

    /// Filters whose values come from the case.
    public enum Words {
        CATEGORY,
        SOURCE,
        TAG,
        ASSIGNEE,
        CLASSIFICATION
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

    public Set<String> words(Words which) {
        return switch (which) {
            case CATEGORY -> query().categories();
            case SOURCE -> query().sources();
            case TAG -> query().tags();
            case ASSIGNEE -> query().assignees();
            case CLASSIFICATION -> query().classifications();
        };
    }

    public void toggle(Words which, String word) {
        var next = new TreeSet<>(words(which));
        if (!next.remove(word)) {
            next.add(word);
        }
        IncidentQuery q = query();
        query.set(
                new IncidentQuery(
                        q.text(),
                        q.severities(),
                        q.statuses(),
                        q.verdicts(),
                        q.states(),
                        which == Words.CATEGORY ? next : q.categories(),
                        which == Words.SOURCE ? next : q.sources(),
                        which == Words.TAG ? next : q.tags(),
                        which == Words.ASSIGNEE ? next : q.assignees(),
                        which == Words.CLASSIFICATION ? next : q.classifications(),
                        q.pendingActions(),
                        q.from(),
                        q.to(),
                        q.sort(),
                        q.ascending()));
    }

    public void togglePending() {
        limits(!query().pendingActions(), query().from(), query().to());
    }

    /// Last activity at or after; null for open.
    public void since(@Nullable Instant from) {
        limits(query().pendingActions(), from, null);
    }

    private void limits(boolean pending, @Nullable Instant from, @Nullable Instant to) {
        IncidentQuery q = query();
        query.set(
                new IncidentQuery(
                        q.text(),
                        q.severities(),
                        q.statuses(),
                        q.verdicts(),
                        q.states(),
                        q.categories(),
                        q.sources(),
                        q.tags(),
                        q.assignees(),
                        q.classifications(),
                        pending,
                        from,
                        to,
                        q.sort(),
                        q.ascending()));
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
        for (Words which : Words.values()) {
            for (String word : new TreeSet<>(words(which))) {
                chips.add(new FilterParts.Chip(label(which, word), () -> toggle(which, word)));
            }
        }
        if (q.pendingActions()) {
            chips.add(new FilterParts.Chip(Messages.text("incidents.withPending"), this::togglePending));
        }
        if (q.from() != null) {
            chips.add(new FilterParts.Chip(Messages.text("incidents.since", Times.full(q.from())), () -> since(null)));
        }
        return List.copyOf(chips);
    }

    /// How a value is named in menus and chips.
    static String label(Words which, String word) {
        if (which == Words.ASSIGNEE) {
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
            case TAG -> word;
            default -> CamelCase.sentence(word);
        };
    }

    private void set(
            Set<Severity> severities,
            Set<Incident.Status> statuses,
            Set<Verdict> verdicts,
            Set<InvestigationState> states) {
        IncidentQuery q = query();
        query.set(
                new IncidentQuery(
                        q.text(),
                        severities,
                        statuses,
                        verdicts,
                        states,
                        q.categories(),
                        q.sources(),
                        q.tags(),
                        q.assignees(),
                        q.classifications(),
                        q.pendingActions(),
                        q.from(),
                        q.to(),
                        q.sort(),
                        q.ascending()));
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
