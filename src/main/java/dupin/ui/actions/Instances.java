package dupin.ui.actions;

import dupin.model.RemediationAction;
import java.util.List;
import java.util.stream.IntStream;

/// Rows that are the same deed as the selected one in other places, so that one decision can be taken on all of them.
final class Instances {
    private Instances() {}

    /// Positions of the rows, without the selected one; empty unless exactly one is selected.
    static List<Integer> of(List<RemediationAction> selected, List<RemediationAction> rows) {
        if (selected.size() != 1) {
            return List.of();
        }
        RemediationAction one = selected.getFirst();
        return IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).id().equals(one.id()))
                .filter(i -> rows.get(i).state() == one.state())
                .filter(i -> rows.get(i).instance().equals(one.instance()))
                .boxed()
                .toList();
    }
}
