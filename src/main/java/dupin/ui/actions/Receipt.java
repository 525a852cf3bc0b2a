package dupin.ui.actions;

import dupin.service.ItemResult;
import dupin.ui.fx.Messages;
import java.util.List;

/// What became of a command, item by item.
///
/// @param failure why nothing at all was done; "" otherwise
public record Receipt(Verb verb, List<ItemResult> results, String failure) {
    public Receipt {
        results = List.copyOf(results);
    }

    public List<String> done() {
        return results.stream().filter(ItemResult::done).map(ItemResult::id).toList();
    }

    public List<ItemResult> refused() {
        return results.stream().filter(result -> !result.done()).toList();
    }

    /// `2 approved, 1 refused`
    public String sentence() {
        if (!failure.isEmpty()) {
            return failure;
        }
        int done = done().size();
        int refused = results.size() - done;
        if (refused == 0) {
            return done == 1
                    ? Messages.text("actions.receipt.one", results.getFirst().label(), verb.past())
                    : Messages.text("actions.receipt.done", done, verb.past());
        }
        return done == 0
                ? Messages.text("actions.receipt.refused", refused)
                : Messages.text("actions.receipt.mixed", done, verb.past(), refused);
    }
}
