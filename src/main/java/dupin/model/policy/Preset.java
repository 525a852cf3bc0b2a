package dupin.model.policy;

import dupin.model.Policy;
import java.util.Map;

/// A policy that ships as a recommendation.
///
/// @param policy whole; what it says nothing of is as in the policy that ships
/// @param why id of a setting → the reason for its value
public record Preset(String name, String summary, Policy policy, Map<String, String> why) {
    public Preset {
        why = Map.copyOf(why);
    }
}
