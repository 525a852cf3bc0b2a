package dupin.ui.actions;

import dupin.model.ActionState;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.ui.fx.Rows;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// What the action center shows: two sides, filters, what is selected and what can be done with it. Knows no control; FX
/// thread, or any one thread without a toolkit.
public final class ActionCenterModel {
    /// The two tabs.
    public enum Side {
        PENDING,
        HISTORY;

        boolean holds(RemediationAction action) {
            return (action.state() == ActionState.PENDING) == (this == PENDING);
        }
    }

    private final Rows<RemediationAction> rows = new Rows<>(ActionCenterModel::searched);
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.PENDING);
    private final ObjectProperty<String> incident = new SimpleObjectProperty<>("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyIntegerWrapper pending = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper history = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<RemediationAction>> selected = new ReadOnlyObjectWrapper<>(List.of());
    private Set<String> selectedIds = Set.of();

    public ActionCenterModel() {
        side.addListener((_, _, _) -> {
            select(Set.of());
            sift();
        });
        incident.addListener((_, _, _) -> {
            count();
            sift();
        });
        sift();
    }

    /// All actions, in the order in which they are to stand.
    public void refresh(List<RemediationAction> actions) {
        rows.set(actions);
        count();
        reselect();
    }

    public Rows<RemediationAction> rows() {
        return rows;
    }

    public ObjectProperty<Side> sideProperty() {
        return side;
    }

    /// Only the actions of this incident; "" for all.
    public ObjectProperty<String> incidentProperty() {
        return incident;
    }

    /// A command is under way.
    public BooleanProperty busyProperty() {
        return busy;
    }

    /// Counts beside the filters, but within the incident.
    public ReadOnlyIntegerProperty pendingProperty() {
        return pending.getReadOnlyProperty();
    }

    public ReadOnlyIntegerProperty historyProperty() {
        return history.getReadOnlyProperty();
    }

    /// The selected actions as they are now; one that left this side is selected no more.
    public ReadOnlyObjectProperty<List<RemediationAction>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public void select(Collection<String> ids) {
        selectedIds = Set.copyOf(ids);
        reselect();
    }

    public Set<String> selectedIds() {
        return selectedIds;
    }

    /// Those of the selected on which the verb works.
    public List<RemediationAction> fitting(Verb verb) {
        return selected.get().stream().filter(verb::fits).toList();
    }

    public Optional<RemediationAction> action(String id) {
        return rows.all().stream().filter(action -> action.id().equals(id)).findFirst();
    }

    private void sift() {
        rows.only(action -> inScope(action) && side.get().holds(action));
        reselect();
    }

    private boolean inScope(RemediationAction action) {
        return incident.get().isEmpty() || incident.get().equals(action.incidentId());
    }

    private void count() {
        int waiting = 0;
        int done = 0;
        for (RemediationAction action : rows.all()) {
            if (inScope(action)) {
                waiting += Side.PENDING.holds(action) ? 1 : 0;
                done += Side.HISTORY.holds(action) ? 1 : 0;
            }
        }
        pending.set(waiting);
        history.set(done);
    }

    private void reselect() {
        List<RemediationAction> now =
                rows.shown().stream().filter(action -> selectedIds.contains(action.id())).toList();
        var ids = new HashSet<String>();
        now.forEach(action -> ids.add(action.id()));
        selectedIds = Set.copyOf(ids);
        selected.set(now);
    }

    private static String searched(RemediationAction action) {
        return String.join(
                "\n",
                action.id(),
                action.investigationId(),
                action.incidentId(),
                action.type().label(),
                ActionWords.target(action),
                action.target().label(),
                action.target().kind().label(),
                ActionWords.asset(action),
                action.source(),
                action.state().label(),
                action.decision(),
                action.decidedBy(),
                action.requestedBy(),
                action.comment(),
                hashes(action),
                action.verdict().label(),
                action.reason(),
                action.policyReason(),
                action.statusDetails());
    }

    private static String hashes(RemediationAction action) {
        return switch (action.target()) {
            case Entity.File file -> file.sha1() + " " + file.sha256();
            case Entity.Process process -> process.imageFile().sha1() + " " + process.imageFile().sha256();
            default -> "";
        };
    }
}
