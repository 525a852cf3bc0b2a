package dupin.engine.policy;

import dupin.engine.PolicyDiff;
import dupin.model.Entry.Change;
import dupin.model.Policy;
import dupin.model.policy.Direction;
import dupin.model.policy.Preset;
import dupin.model.policy.Recommendation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Compares a policy with a preset, setting by setting. Stateless.
public final class ConfigurationAnalyzer {
    private ConfigurationAnalyzer() {}

    /// What differs, in the order of the settings; nothing where the policy is as recommended.
    public static List<Recommendation> compare(Policy current, Preset preset) {
        var all = new ArrayList<Recommendation>();
        for (PolicySetting setting : settings(preset)) {
            String now = setting.words().apply(current);
            String wanted = setting.words().apply(preset.policy());
            if (!now.equals(wanted)) {
                Policy applied = setting.take().apply(current, preset.policy());
                all.add(
                        new Recommendation(
                                setting.id(),
                                setting.area(),
                                setting.label(),
                                now,
                                wanted,
                                why(setting, preset),
                                direction(current, applied)));
            }
        }
        return List.copyOf(all);
    }

    /// The policy with the recommended value of one setting; as it is when the preset does not know the setting.
    public static Policy apply(Policy current, Preset preset, String setting) {
        return find(preset, setting).map(s -> s.take().apply(current, preset.policy())).orElse(current);
    }

    private static Optional<PolicySetting> find(Preset preset, String id) {
        return settings(preset).stream().filter(s -> s.id().equals(id)).findFirst();
    }

    private static List<PolicySetting> settings(Preset preset) {
        var all = new ArrayList<>(PolicySetting.all());
        preset.policy().alertPolicies().forEach(p -> all.add(PolicySetting.alertPolicy(p)));
        return all;
    }

    private static String why(PolicySetting setting, Preset preset) {
        String family = setting.id().contains(".") ? setting.id().substring(0, setting.id().indexOf('.')) : "";
        return preset.why().getOrDefault(setting.id(), preset.why().getOrDefault(family, ""));
    }

    /// Of several changes at once the worst counts: looser, then stricter.
    private static Direction direction(Policy before, Policy after) {
        List<Direction> ways =
                PolicyDiff.changes(before, after).stream()
                        .map((Change change) -> PolicyDrift.direction(change, before, after))
                        .toList();
        return ways.contains(Direction.LOOSER)
                ? Direction.LOOSER
                : ways.contains(Direction.STRICTER) ? Direction.STRICTER : Direction.NEITHER;
    }
}
