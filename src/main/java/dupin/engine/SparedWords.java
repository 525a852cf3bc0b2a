package dupin.engine;

import dupin.model.SparedAction;
import java.util.ArrayList;
import java.util.List;

/// Actions that were not proposed, counted in words.
final class SparedWords {
    private SparedWords() {}

    static String counts(List<SparedAction> spared) {
        var parts = new ArrayList<String>();
        for (SparedAction.Why why : SparedAction.Why.values()) {
            long count = spared.stream().filter(one -> one.why() == why).count();
            if (count > 0) {
                parts.add(count + " " + words(why, count == 1));
            }
        }
        return "Not proposed: " + String.join("; ", parts) + ". Each entity says why.";
    }

    private static String words(SparedAction.Why why, boolean one) {
        return switch (why) {
            case ENDED -> one ? "process has ended" : "processes have ended";
            case COVERED -> one ? "process ends with its ancestor" : "processes end with their ancestors";
            case FORBIDDEN -> one ? "action must not be taken" : "actions must not be taken";
            case UNSEEN -> one ? "action may have more places" : "actions may have more places";
            case DECIDED -> one ? "action was decided before" : "actions were decided before";
        };
    }
}
