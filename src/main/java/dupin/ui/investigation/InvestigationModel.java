package dupin.ui.investigation;

import dupin.model.ActionState;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.RemediationAction;
import dupin.model.row.ActivityRow;
import dupin.model.row.AlertRow;
import dupin.model.row.EntityRow;
import dupin.model.row.LogLine;
import dupin.service.IncidentDetails;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// What the tabs of one incident hold, how many, and where an entity is to be found among them. Knows no control; FX thread,
/// or any one thread without a toolkit.
public final class InvestigationModel {
    private final ReadOnlyObjectWrapper<@Nullable IncidentDetails> details = new ReadOnlyObjectWrapper<>();
    private List<RemediationAction> pending = List.of();
    private List<RemediationAction> history = List.of();
    private List<EntityRow> evidence = List.of();
    private List<ActivityRow> activity = List.of();

    /// Where a row is.
    ///
    /// @param row the row's id in its table
    /// @param kind the view of the Entities tab, null elsewhere
    public record Place(TabKind tab, Object row, @Nullable EntityKind kind) {}

    public void show(@Nullable IncidentDetails next) {
        List<RemediationAction> actions = next == null ? List.of() : next.actions();
        pending = actions.stream().filter(a -> a.state() == ActionState.PENDING).toList();
        history = actions.stream().filter(a -> a.state() != ActionState.PENDING).toList();
        evidence = next == null ? List.of() : next.entities().stream().filter(EntityRow::fromAlert).toList();
        activity = next == null ? List.of() : ActivityRow.of(next.log());
        details.set(next);
    }

    public ReadOnlyObjectProperty<@Nullable IncidentDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }

    public @Nullable IncidentDetails details() {
        return details.get();
    }

    public List<RemediationAction> pending() {
        return pending;
    }

    public List<RemediationAction> history() {
        return history;
    }

    /// Entities that alerts named.
    public List<EntityRow> evidence() {
        return evidence;
    }

    /// What was done, the newest first.
    public List<ActivityRow> activity() {
        return activity;
    }

    /// The line of the log that an activity stands in.
    public Optional<LogLine> line(ActivityRow row) {
        IncidentDetails d = details.get();
        return d == null ? Optional.empty() : d.log().stream().filter(line -> line.id() == row.seq()).findFirst();
    }

    /// The alert's row as it is now; empty when the incident does not have it.
    Optional<AlertRow> alert(String id) {
        IncidentDetails d = details.get();
        return d == null ? Optional.empty() : d.alerts().stream().filter(a -> a.alert().id().equals(id)).findFirst();
    }

    public List<EntityRow> entities(EntityKind kind) {
        IncidentDetails d = details.get();
        return d == null ? List.of() : d.entities().stream().filter(row -> row.entity().kind() == kind).toList();
    }

    public Set<TabKind> tabs() {
        Set<TabKind> tabs = EnumSet.allOf(TabKind.class);
        if (pending.isEmpty()) {
            tabs.remove(TabKind.PENDING_ACTIONS);
        }
        if (history.isEmpty()) {
            tabs.remove(TabKind.ACTION_HISTORY);
        }
        return tabs;
    }

    public int count(TabKind tab) {
        IncidentDetails d = details.get();
        if (d == null) {
            return 0;
        }
        return switch (tab) {
            case ALERTS -> d.alerts().size();
            case DEVICES -> d.devices().size();
            case USERS -> d.users().size();
            case MAILBOXES -> d.mailboxes().size();
            case INVESTIGATIONS -> d.runs().size();
            case KEY_FINDINGS -> d.keyFindings().size();
            case EVIDENCE -> evidence.size();
            case ENTITIES -> d.entities().size();
            case LOG -> d.log().size();
            case PENDING_ACTIONS -> pending.size();
            case ACTION_HISTORY -> history.size();
            case SUMMARY -> 0;
            case ACTIVITY -> activity.size();
        };
    }

    /// Devices, users and mailboxes have tabs of their own; other entities are evidence when an alert named them.
    public Optional<Place> place(EntityKey key) {
        IncidentDetails d = details.get();
        if (d == null) {
            return Optional.empty();
        }
        TabKind own =
                switch (key.kind()) {
                    case DEVICE -> holds(d.devices(), row -> row.device().key().equals(key)) ? TabKind.DEVICES : null;
                    case USER -> holds(d.users(), row -> row.user().key().equals(key)) ? TabKind.USERS : null;
                    case MAILBOX ->
                            holds(d.mailboxes(), row -> row.mailbox().key().equals(key)) ? TabKind.MAILBOXES : null;
                    default -> null;
                };
        if (own != null) {
            return Optional.of(new Place(own, key, null));
        }
        return d.entities().stream()
                .filter(row -> row.entity().key().equals(key))
                .findFirst()
                .map(row ->
                        row.fromAlert()
                                ? new Place(TabKind.EVIDENCE, key, null)
                                : new Place(TabKind.ENTITIES, key, key.kind()));
    }

    private static <T> boolean holds(List<T> rows, Predicate<T> test) {
        return rows.stream().anyMatch(test);
    }

    public Optional<RemediationAction> action(String id) {
        IncidentDetails d = details.get();
        return d == null ? Optional.empty() : d.actions().stream().filter(a -> a.id().equals(id)).findFirst();
    }

    public Optional<Place> actionPlace(String id) {
        return action(id)
                .map(a ->
                        new Place(
                                a.state() == ActionState.PENDING ? TabKind.PENDING_ACTIONS : TabKind.ACTION_HISTORY,
                                id,
                                null));
    }
}
