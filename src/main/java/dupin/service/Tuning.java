package dupin.service;

import dupin.engine.AlertQueue;
import dupin.engine.AlertRows;
import dupin.engine.AlertTuning;
import dupin.engine.DeviceGroups;
import dupin.engine.TuningFold;
import dupin.model.Alert;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Policy;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningRule;
import dupin.model.row.AlertRow;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// *Tune alert*: rules that hide or resolve alerts, made from an alert that needs nobody. They are part of the policy; what
/// they did to single alerts can be taken back. Everything blocks: background only.
public final class Tuning {
    private final LiveCase live;
    private final InstantSource clock;

    Tuning(LiveCase live) {
        this.live = live;
        this.clock = live.clock();
    }

    /// What a rule may be made from.
    ///
    /// @param conditions one value each
    /// @param groups of devices, by rank; the default one last
    /// @param names that rules bear already
    /// @param own group of the alert's devices; "" where they have none, or several
    public record Offer(
            AlertRow alert, List<TuningCondition> conditions, List<String> groups, String own, List<String> names) {
        public Offer {
            conditions = List.copyOf(conditions);
            groups = List.copyOf(groups);
            names = List.copyOf(names);
        }
    }

    /// @throws Problem when the case has no such alert
    public Offer offer(String alertId) {
        return live.read(state -> {
            AlertRow row = AlertRows.of(state, alertId).orElseThrow(() -> unknown(alertId));
            Policy policy = state.policy();
            List<String> own =
                    row.alert().evidence().stream()
                            .filter(e -> e.entity() instanceof Entity.Device)
                            .map(e -> DeviceGroups.groupOf((Entity.Device) e.entity(), policy).name())
                            .distinct()
                            .toList();
            List<String> groups =
                    policy.deviceGroups().stream()
                            .sorted(Comparator.comparingInt(DeviceGroup::rank))
                            .map(DeviceGroup::name)
                            .toList();
            return new Offer(
                    row,
                    AlertTuning.offered(row.alert()),
                    groups,
                    own.size() == 1 ? own.getFirst() : "",
                    policy.tuning().stream().map(TuningRule::name).toList());
        });
    }

    /// Alerts of the case that the rule's conditions hold for, newest first; changes nothing.
    public List<AlertRow> matching(TuningRule rule) {
        Comparator<Alert> newest = Comparator.comparing(Alert::time, Comparator.nullsFirst(Comparator.naturalOrder()));
        return live.read(state -> {
            var tuning = new AlertTuning(rule, state.policy());
            return state.alerts().stream()
                    .filter(tuning::matches)
                    .sorted(newest.reversed().thenComparing(Alert::id))
                    .flatMap(alert -> AlertRows.of(state, alert.id()).stream())
                    .toList();
        });
    }

    /// Adds the rule to the policy, switched on and under an id of its own. It takes alerts that come later; with `existing` also those of the case that
    /// are neither resolved nor hidden, in the same breath.
    ///
    /// @return how many alerts of the case it took
    /// @throws Problem when the rule would take every alert or lacks a name; nothing is kept then
    public int add(TuningRule rule, boolean existing, String actor) {
        return live.decide(
                actor,
                state -> {
                    Policy before = state.policy();
                    TuningRule made = rule.made("tuning-" + (before.version() + 1), actor, clock.instant());
                    var rules = new ArrayList<>(before.tuning());
                    rules.add(made);
                    Policy draft = before.withTuning(rules);
                    var entries = new ArrayList<Entry>();
                    entries.add(PolicyDesk.changed(before, draft, rule.comment()));
                    int policy = entries.size();
                    if (existing) {
                        var tuning = new AlertTuning(made, draft);
                        state.alerts().stream()
                                .filter(alert -> AlertQueue.holds(state, alert.id()) && tuning.matches(alert))
                                .forEach(alert -> entries.addAll(TuningFold.entries(state, alert, made)));
                    }
                    return new LiveCase.Decision<>(entries, Map.of(), entries.size() - policy);
                });
    }

    /// Takes back what a rule did to the alert: it is what it was before. The rule stays.
    ///
    /// @throws Problem when no rule stands behind the alert's status
    public void bringBack(String alertId, String actor) {
        live.<Boolean>decide(
                actor,
                state -> {
                    Entry back =
                            TuningFold.back(state, alertId)
                                    .orElseThrow(() ->
                                            new Problem(
                                                    "No tuning rule stands behind the status of alert " + alertId + ".",
                                                    "Nothing was changed.",
                                                    "Set its status by hand."));
                    return new LiveCase.Decision<>(List.of(back), Map.of(), true);
                });
    }

    /// The same for all alerts that the rule took, whether it is still part of the policy or not.
    ///
    /// @return how many
    public int bringBackAll(String ruleId, String actor) {
        return live.decide(
                actor,
                state -> {
                    List<Entry> back =
                            TuningFold.byRule(state).getOrDefault(ruleId, List.of()).stream()
                                    .map(id -> TuningFold.back(state, id))
                                    .flatMap(Optional::stream)
                                    .toList();
                    return new LiveCase.Decision<>(back, Map.of(), back.size());
                });
    }

    /// How many alerts each rule hid or resolved and nobody brought back, by the rule's id.
    public Map<String, Integer> taken() {
        return live.read(state -> {
            var counts = new TreeMap<String, Integer>();
            TuningFold.byRule(state).forEach((rule, alerts) -> counts.put(rule, alerts.size()));
            return Map.copyOf(counts);
        });
    }

    private static Problem unknown(String alertId) {
        return new Problem("The case has no alert " + alertId + ".", "Nothing was changed.", "");
    }
}
