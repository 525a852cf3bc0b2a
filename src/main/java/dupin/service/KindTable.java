package dupin.service;

import dupin.engine.policy.DecisionMatrix;
import dupin.intake.Content;
import dupin.model.ActionType;
import dupin.model.EntityKind;
import dupin.model.Policy;
import dupin.model.policy.EmailAutomation;
import dupin.model.policy.MatrixCell;
import dupin.model.policy.Outcome;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The kinds of actions as words, for whoever reads or prints what each can do. Stateless.
public final class KindTable {
    private KindTable() {}

    /// @param automatic when nobody needs to be asked, by the very function that decides
    public record Row(
            String kind,
            String targets,
            String automatic,
            String undo,
            String retry,
            String proposed,
            String parameters) {}

    public static List<Row> rows() {
        Policy shipped = Content.shipped().policy();
        Set<ActionType> always = running(shipped);
        Set<ActionType> optedIn = running(shipped.withEmail(new EmailAutomation(true, true)));
        return Stream.of(ActionType.values())
                .map(type ->
                        row(type, always.contains(type) ? "by level" : optedIn.contains(type) ? "opt-in" : "never"))
                .toList();
    }

    private static Set<ActionType> running(Policy policy) {
        return DecisionMatrix.of(policy).stream()
                .filter(cell -> cell.outcome() == Outcome.RUNS)
                .map(KindTable::type)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ActionType.class)));
    }

    private static ActionType type(MatrixCell cell) {
        return cell.key().subject().type();
    }

    private static Row row(ActionType type, String automatic) {
        String targets = type.targets().stream().map(EntityKind::label).collect(Collectors.joining(", "));
        String parameters =
                type.parameters().stream()
                        .map(p -> p.name() + "=" + String.join("|", p.values()))
                        .collect(Collectors.joining(" "));
        return new Row(
                type.label(),
                targets.isEmpty() ? "Any" : targets,
                automatic,
                type.undoLabel().orElse(type.harmless() ? "nothing to undo" : "cannot be undone"),
                type.retryWindow().toHours() + " h",
                type.proposedByInvestigations() ? "by itself" : "on request",
                parameters);
    }
}
