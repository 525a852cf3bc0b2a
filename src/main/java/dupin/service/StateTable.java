package dupin.service;

import dupin.engine.Transitions;
import dupin.model.ActionState;
import java.util.List;
import java.util.stream.Stream;

/// The state machine of remediation actions for the eye: the same table that decides.
public final class StateTable {
    private StateTable() {}

    /// @param guard when the move is legal beyond its states; "" for always
    public record Row(String from, String event, String to, String guard) {}

    /// All legal moves, by the state that they leave; what is not among them never happens.
    public static List<Row> rows() {
        return Transitions.table().stream().map(StateTable::row).toList();
    }

    private static Row row(Transitions.Move move) {
        var from = move.from();
        return new Row(
                from == null ? "Proposed" : from.label(),
                move.event().label(),
                move.to().label(),
                move.guard().label());
    }

    /// States in their order, the one before all others first.
    public static List<String> states() {
        return Stream.concat(Stream.of("Proposed"), Stream.of(ActionState.values()).map(ActionState::label)).toList();
    }
}
