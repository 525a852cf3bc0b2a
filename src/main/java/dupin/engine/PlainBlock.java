package dupin.engine;

import dupin.engine.AutomationPolicy.Decision;
import dupin.engine.AutomationPolicy.Mode;
import dupin.model.ActionType;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a plain *block* asks for: that the thing is not let through, not that it is taken away. Where nothing but such an
/// entry makes it malicious, an action that would remedy by itself waits for a person; *block and remediate* lets it run.
/// Stateless.
public final class PlainBlock {
    private PlainBlock() {}

    /// The policy's decision, in view of why the target is malicious.
    ///
    /// @param ledger of the target; empty when nothing is known of it
    public static Decision heed(Decision decision, ActionType type, Optional<Ledger> ledger, Weights weights) {
        boolean waits = decision.automatic() && !blocks(type) && ledger.filter(it -> alone(it, weights)).isPresent();
        return waits
                ? new Decision(
                        Mode.NEEDS_APPROVAL,
                        "Only an entry of the block list makes it malicious, and that asks to block, not to remediate.")
                : decision;
    }

    private static boolean blocks(ActionType type) {
        return switch (type) {
            case BLOCK_FILE, BLOCK_URL, BLOCK_IP -> true;
            default -> false;
        };
    }

    private static boolean alone(Ledger ledger, Weights weights) {
        List<Finding> all = Stream.concat(ledger.counted().stream(), ledger.uncounted().stream()).toList();
        if (all.stream().noneMatch(f -> f.weightId().equals(VerdictWeigher.BLOCK))) {
            return false;
        }
        List<Finding> rest = all.stream().filter(f -> !f.analyzer().equals(VerdictWeigher.INDICATORS)).toList();
        Ledger without = VerdictWeigher.sum(ledger.entity(), ledger.entity().kind(), rest, ledger.missing(), weights);
        return without.verdict() != Verdict.MALICIOUS;
    }
}
