package dupin.engine.policy;

import dupin.engine.AutomationPolicy;
import dupin.engine.CaseState;
import dupin.engine.DeviceGroups;
import dupin.engine.Folders;
import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import dupin.model.policy.CellKey;
import dupin.model.policy.MatrixCell;
import dupin.model.policy.Outcome;
import dupin.model.policy.Place;
import dupin.model.policy.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a policy decides for every verdict, automation level, folder class and kind of entity, asked of the very function
/// that decides on actions. Stateless.
public final class DecisionMatrix {
    private DecisionMatrix() {}

    /// All cells, in the order of the enumerations: verdict, subject, place, level.
    public static List<MatrixCell> of(Policy policy) {
        var cells = new ArrayList<MatrixCell>();
        for (Verdict verdict : Verdict.values()) {
            for (Subject subject : Subject.values()) {
                for (Place place : subject.places()) {
                    for (AutomationLevel level : AutomationLevel.values()) {
                        cells.add(cell(new CellKey(verdict, level, place, subject), policy));
                    }
                }
            }
        }
        return List.copyOf(cells);
    }

    public static MatrixCell cell(CellKey key, Policy policy) {
        AutomationPolicy.Decision decision =
                AutomationPolicy.decide(
                        key.verdict(),
                        key.subject().type(),
                        Examples.of(key.subject(), key.place()),
                        Optional.empty(),
                        key.level(),
                        key.place().folder(),
                        policy);
        return new MatrixCell(key, outcome(decision.mode()), decision.reason());
    }

    static Outcome outcome(AutomationPolicy.Mode mode) {
        return switch (mode) {
            case AUTOMATIC -> Outcome.RUNS;
            case NEEDS_APPROVAL -> Outcome.ASKS;
            case NONE -> Outcome.NOTHING;
        };
    }

    /// The cell that an action falls into under a policy; empty for kinds of action that no verdict asks for.
    public static Optional<CellKey> keyOf(RemediationAction action, CaseState state, Policy policy) {
        return subject(action.type(), action.target())
                .map(subject ->
                        new CellKey(
                                action.verdict(),
                                DeviceGroups.levelOf(device(action, state), policy),
                                place(subject, action.target(), policy),
                                subject));
    }

    /// The device that an action runs on, with what the case knows of it.
    static Optional<Entity.Device> device(RemediationAction action, CaseState state) {
        return Optional.ofNullable(action.device()).map(key -> device(key, state));
    }

    static Entity.Device device(EntityKey key, CaseState state) {
        return state.entity(key)
                .filter(Entity.Device.class::isInstance)
                .map(Entity.Device.class::cast)
                .orElseGet(() -> Entity.Device.named(key.value()));
    }

    static Optional<Subject> subject(ActionType type, Entity target) {
        if (type == ActionType.EXPAND_SCOPE) {
            return Optional.of(Subject.SCOPE);
        }
        List<Subject> fitting = Subject.of(target.kind()).stream().filter(s -> s.type() == type).toList();
        if (target instanceof Entity.MailCluster cluster && fitting.size() > 1) {
            return Optional.of(Examples.kindOf(cluster));
        }
        return fitting.stream().findFirst();
    }

    private static Place place(Subject subject, Entity target, Policy policy) {
        return subject.places().size() == 1 || Folders.pathOf(target).isEmpty()
                ? Place.NONE
                : Place.of(Folders.classify(target, policy));
    }
}
