package dupin.ui.policy;

import dupin.model.AlertPolicy;
import dupin.model.DeviceGroup;
import dupin.model.EntityKey;
import dupin.model.Indicator;
import dupin.model.Policy;
import dupin.model.policy.TuningRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The policy as it is and as it is being edited. Knows no control; FX thread, or any one thread without a toolkit.
public final class PolicyModel {
    private static final Pattern NOT_IN_IDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final ReadOnlyObjectWrapper<Policy> saved;
    private final ReadOnlyObjectWrapper<Policy> draft;

    public PolicyModel(Policy policy) {
        saved = new ReadOnlyObjectWrapper<>(policy);
        draft = new ReadOnlyObjectWrapper<>(policy);
    }

    public ReadOnlyObjectProperty<Policy> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    public Policy draft() {
        return draft.get();
    }

    public Policy saved() {
        return saved.get();
    }

    /// Whether the draft differs from what applies.
    public BooleanBinding dirty() {
        return Bindings.createBooleanBinding(() -> !draft().equals(saved()), saved, draft);
    }

    public void edit(UnaryOperator<Policy> change) {
        draft.set(change.apply(draft()));
    }

    public void discard() {
        draft.set(saved());
    }

    /// The policy that applies has changed, here or elsewhere: settings that were not edited follow it, the others stay
    /// as edited.
    public void applied(Policy now) {
        Policy base = saved();
        Policy mine = draft();
        saved.set(now);
        draft.set(
                new Policy(
                        now.version(),
                        merge(base, mine, now, Policy::deviceGroups),
                        merge(base, mine, now, Policy::alertPolicies),
                        merge(base, mine, now, Policy::coreFolders),
                        merge(base, mine, now, Policy::tempFolders),
                        merge(base, mine, now, Policy::excludedFolders),
                        merge(base, mine, now, Policy::neverTouch),
                        merge(base, mine, now, Policy::indicators),
                        merge(base, mine, now, Policy::pendingExpiryDays),
                        merge(base, mine, now, Policy::maxAutomaticPerHour),
                        merge(base, mine, now, Policy::expansionGate),
                        merge(base, mine, now, Policy::automationStopped),
                        merge(base, mine, now, Policy::blindReview),
                        merge(base, mine, now, Policy::approvals),
                        merge(base, mine, now, Policy::email),
                        merge(base, mine, now, Policy::critical),
                        tuning(base.tuning(), mine.tuning(), now.tuning())));
    }

    /// Rule by rule, for they are made elsewhere while this page is edited: one that was edited or deleted here stays so, the
    /// others follow what applies.
    private static List<TuningRule> tuning(List<TuningRule> base, List<TuningRule> mine, List<TuningRule> now) {
        var rules = new ArrayList<TuningRule>();
        for (TuningRule rule : now) {
            Optional<TuningRule> before = with(base, rule.id());
            Optional<TuningRule> edited = with(mine, rule.id());
            if (before.isEmpty() || before.equals(edited)) {
                rules.add(rule);
            } else {
                edited.ifPresent(rules::add);
            }
        }
        return List.copyOf(rules);
    }

    private static Optional<TuningRule> with(List<TuningRule> rules, String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static <T> T merge(Policy base, Policy mine, Policy now, Function<Policy, T> setting) {
        T edited = setting.apply(mine);
        return Objects.equals(edited, setting.apply(base)) ? setting.apply(now) : edited;
    }

    /// Adds a group before the default one, or replaces the one of that name.
    ///
    /// @param replaces name of the group that it takes the place of, "" for a new one
    public void put(DeviceGroup group, String replaces) {
        var groups = new ArrayList<>(draft().deviceGroups());
        int at = index(groups, replaces);
        if (at >= 0) {
            groups.set(at, group);
        } else {
            int end = index(groups, DeviceGroup.DEFAULT_NAME);
            groups.add(end < 0 ? groups.size() : end, group);
        }
        groups(groups);
    }

    /// The default group stays.
    public void remove(String name) {
        var groups = new ArrayList<>(draft().deviceGroups());
        if (groups.removeIf(g -> g.name().equals(name) && !g.isDefault())) {
            groups(groups);
        }
    }

    /// One place up (-1) or down (1) among the groups; the default one stays last.
    public void move(String name, int step) {
        var groups = new ArrayList<>(draft().deviceGroups());
        int at = index(groups, name);
        int to = at + step;
        if (at < 0 || to < 0 || to >= groups.size() || groups.get(at).isDefault() || groups.get(to).isDefault()) {
            return;
        }
        groups.add(to, groups.remove(at));
        groups(groups);
    }

    /// Whether another group bears the name.
    ///
    /// @param replaces as in [#put]
    public boolean nameTaken(String name, String replaces) {
        return !name.equals(replaces) && index(draft().deviceGroups(), name) >= 0;
    }

    /// Takes the place of the alert policy of that id, else comes last.
    public void put(AlertPolicy policy) {
        var policies = new ArrayList<>(draft().alertPolicies());
        int at = position(policy.id());
        if (at >= 0) {
            policies.set(at, policy);
        } else {
            policies.add(policy);
        }
        edit(p -> p.withAlertPolicies(policies));
    }

    public void removeAlertPolicy(String id) {
        edit(p -> p.withAlertPolicies(p.alertPolicies().stream().filter(a -> !a.id().equals(id)).toList()));
    }

    /// One place up (-1) or down (1) among the alert policies, of which the first that matches decides.
    public void moveAlertPolicy(String id, int step) {
        var policies = new ArrayList<>(draft().alertPolicies());
        int at = position(id);
        int to = at + step;
        if (at >= 0 && to >= 0 && to < policies.size()) {
            policies.add(to, policies.remove(at));
            edit(p -> p.withAlertPolicies(policies));
        }
    }

    /// An id for a new alert policy: its name in small letters and hyphens, with a number where it is taken.
    public String idFor(String name) {
        String word = NOT_IN_IDS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("-");
        String base = word.isBlank() || word.equals("-") ? "policy" : word;
        String id = base;
        for (int n = 2; position(id) >= 0; n++) {
            id = base + "-" + n;
        }
        return id;
    }

    private int position(String id) {
        return draft().alertPolicies().stream().map(AlertPolicy::id).toList().indexOf(id);
    }

    /// Takes the place of the tuning rule of that id.
    public void put(TuningRule rule) {
        edit(p -> p.withTuning(p.tuning().stream().map(r -> r.id().equals(rule.id()) ? rule : r).toList()));
    }

    public void remove(TuningRule rule) {
        edit(p -> p.withTuning(p.tuning().stream().filter(r -> !r.id().equals(rule.id())).toList()));
    }

    public void neverTouch(EntityKey key) {
        if (!draft().neverTouch().contains(key)) {
            var keys = new ArrayList<>(draft().neverTouch());
            keys.add(key);
            edit(p -> p.withNeverTouch(keys));
        }
    }

    public void mayTouch(EntityKey key) {
        edit(p -> p.withNeverTouch(p.neverTouch().stream().filter(k -> !k.equals(key)).toList()));
    }

    /// Takes the place of an indicator for the same entity.
    public void put(Indicator indicator) {
        var indicators = new ArrayList<>(draft().indicators());
        indicators.removeIf(i -> i.entity().equals(indicator.entity()));
        indicators.add(indicator);
        edit(p -> p.withIndicators(indicators));
    }

    public void remove(Indicator indicator) {
        edit(p -> p.withIndicators(p.indicators().stream().filter(i -> !i.equals(indicator)).toList()));
    }

    /// Ranks follow the order: 1 is highest. The default group keeps its own, the lowest.
    private void groups(List<DeviceGroup> groups) {
        var ranked = new ArrayList<DeviceGroup>();
        for (DeviceGroup g : groups) {
            int rank = g.isDefault() ? g.rank() : ranked.size() + 1;
            ranked.add(new DeviceGroup(g.name(), rank, g.automationLevel(), g.description(), g.rules()));
        }
        edit(p -> p.withDeviceGroups(ranked));
    }

    private static int index(List<DeviceGroup> groups, String name) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
