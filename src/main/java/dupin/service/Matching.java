package dupin.service;

import dupin.engine.sigma.Correlated;
import dupin.engine.sigma.Correlations;
import dupin.engine.sigma.Hit;
import dupin.engine.sigma.Matcher;
import dupin.engine.sigma.RuleAlerts;
import dupin.engine.sigma.RuleSet;
import dupin.engine.sigma.SensorLogs;
import dupin.engine.sigma.SignInHabits;
import dupin.intake.Habits;
import dupin.intake.sigma.ShippedRules;
import dupin.model.Alert;
import dupin.model.ImportReceipt;
import dupin.model.LogRecord;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.sigma.CorrelationRule;
import dupin.model.sigma.HabitRule;
import dupin.model.sigma.Refusal;
import dupin.model.sigma.RuleHead;
import dupin.model.sigma.SigmaRule;
import dupin.store.CaseStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Rules over the stored rows, file by file as they come in. One thread at a time.
final class Matching {
    /// Matches of one rule that rules over rules look at; a rule that matches more often than that tells nothing in a
    /// sequence either.
    private static final int MAX_HITS = 200_000;

    private static final int STEP = 2_000;

    private final RulePacks.Ready ready;
    private final RuleSet rules;
    private final boolean sensors;
    private final Matcher matcher;
    private final Correlations correlations;
    private final RuleAlerts alerts = new RuleAlerts();
    private final Map<String, String> packOf = new HashMap<>();
    private final Map<String, RuleHead> heads = new HashMap<>();
    private final Set<String> shippedIds = new HashSet<>();
    private final Map<String, Set<String>> kept = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private final List<HabitRule> habitRules;
    private final SignInHabits habits;
    private final List<Hit> hits = new ArrayList<>();
    private final Map<String, Integer> held = new HashMap<>();
    private final Map<Long, RowRef> rowOf = new HashMap<>();
    private final Map<String, Long> matches = new HashMap<>();
    private final List<String> done = new ArrayList<>();
    private long events;

    Matching(RulePacks.Ready ready) {
        this.ready = ready;
        rules = ready.rules();
        sensors = ready.ofTheUser();
        matcher = rules.matcher();
        correlations = new Correlations(rules);
        ready.all()
                .forEach(pack -> {
                    pack.rules().forEach(rule -> packOf.putIfAbsent(rule.head().id(), pack.name()));
                    pack.correlations().forEach(rule -> packOf.putIfAbsent(rule.head().id(), pack.name()));
                });
        boolean shipped = ready.all().stream().anyMatch(pack -> pack.name().equals(ShippedRules.NAME));
        habitRules = shipped ? Habits.shipped() : List.of();
        habits = new SignInHabits(habitRules);
        for (HabitRule rule : habitRules) {
            packOf.put(rule.head().id(), ShippedRules.NAME);
            heads.put(rule.head().id(), rule.head());
        }
        packOf.forEach((id, pack) -> {
            if (pack.equals(ShippedRules.NAME)) {
                shippedIds.add(id);
            }
        });
        for (SigmaRule rule : rules.rules()) {
            heads.put(rule.head().id(), rule.head());
            if (correlations.rested(rule)) {
                kept.put(rule.head().id(), correlations.kept(rule));
                if (correlations.silent(rule.head())) {
                    silent.add(rule.head().id());
                }
            }
        }
        for (CorrelationRule rule : rules.correlations()) {
            heads.put(rule.head().id(), rule.head());
            if (correlations.silent(rule.head())) {
                silent.add(rule.head().id());
            }
        }
    }

    /// What of the packs cannot be used.
    static List<Refusal> refused(RulePacks.Ready ready) {
        var refused = new ArrayList<Refusal>();
        ready.all().forEach(pack -> refused.addAll(pack.refused()));
        refused.addAll(ready.rules().refused());
        return refused;
    }

    /// Whether the rules are these, and what was matched so far are the first of these files.
    boolean goesOn(RulePacks.Ready now, List<ImportReceipt> files) {
        List<String> given = files.stream().map(ImportReceipt::sha256).toList();
        return ready.key().equals(now.key())
                && done.size() <= given.size()
                && given.subList(0, done.size()).equals(done);
    }

    /// Matches the rows of the files that were not matched before.
    ///
    /// @return the alerts of all rows so far, by id
    List<Alert> over(CaseStore store, List<ImportReceipt> files, Progress progress) {
        List<ImportReceipt> fresh = files.subList(done.size(), files.size());
        long total = events + fresh.stream().mapToLong(ImportReceipt::events).sum();
        for (ImportReceipt file : fresh) {
            store.eachEvent(
                    file.sha256(),
                    event -> {
                        if (events++ % STEP == 0) {
                            progress.check();
                            progress.report("Matching detection rules with " + file.fileName(), events, total);
                        }
                        row(event);
                    });
            done.add(file.sha256());
        }
        // Sequences may begin in rows of one file and end in another's, so they are looked for in all hits anew.
        var sequences = new RuleAlerts();
        correlate(store, sequences);
        for (SignInHabits.Found found : habits.found()) {
            List<TelemetryEvent> rows = found.rows().stream().flatMap(row -> store.event(row).stream()).toList();
            if (!rows.isEmpty()) {
                sequences.correlated(found.rule().head(), ShippedRules.NAME, List.of(found.account()), rows);
            }
        }
        matches.clear();
        matches.putAll(alerts.matches());
        matches.putAll(sequences.matches());
        return Stream.concat(alerts.alerts().stream(), sequences.alerts().stream())
                .sorted(Comparator.comparing(Alert::id))
                .toList();
    }

    private void row(TelemetryEvent event) {
        habits.row(event);
        boolean sensor = SensorLogs.knows(event);
        var told = new HashSet<String>();
        for (LogRecord log : RowReading.records(event, sensors)) {
            for (SigmaRule rule : matcher.match(log)) {
                String id = rule.head().id();
                boolean ours = shippedIds.contains(id);
                if (ours && sensor || !told.add(id)) {
                    continue;
                }
                if (kept.containsKey(id)) {
                    keep(rule, event, log);
                }
                if (!silent.contains(id)) {
                    alerts.match(rule.head(), packOf.getOrDefault(id, ""), event);
                }
            }
        }
    }

    private void keep(SigmaRule rule, TelemetryEvent event, LogRecord log) {
        if (event.time() == null || held.merge(rule.head().id(), 1, Integer::sum) > MAX_HITS) {
            return;
        }
        var values = new HashMap<String, String>();
        for (String name : kept.getOrDefault(rule.head().id(), Set.of())) {
            Optional.ofNullable(log.field(name)).ifPresent(value -> values.put(name, value));
        }
        rowOf.put(events, event.row());
        hits.add(new Hit(rule.head().id(), event.time(), events, values));
    }

    private void correlate(CaseStore store, RuleAlerts sequences) {
        for (Correlated found : Correlated.joined(correlations.run(hits))) {
            RuleHead head = found.rule().head();
            if (silent.contains(head.id())) {
                continue;
            }
            List<TelemetryEvent> rows =
                    found.hits().stream()
                            .map(hit -> rowOf.get(hit.row()))
                            .distinct()
                            .limit(100)
                            .flatMap(row -> Optional.ofNullable(row).flatMap(store::event).stream())
                            .toList();
            if (!rows.isEmpty()) {
                sequences.correlated(head, packOf.getOrDefault(head.id(), ""), found.group(), rows);
            }
        }
    }

    Detection.Outcome outcome(int made, int fresh) {
        List<Detection.Tally> tallies =
                matches.entrySet().stream()
                        .map(each -> tally(each.getKey(), each.getValue()))
                        .sorted(
                                Comparator.comparing((Tally t) -> t.level)
                                        .reversed()
                                        .thenComparing(t -> -t.tally.matches())
                                        .thenComparing(t -> t.tally.ruleId()))
                        .map(Tally::tally)
                        .toList();
        return new Detection.Outcome(
                rules.rules().size() + rules.correlations().size() + habitRules.size(),
                refused(ready),
                events,
                matches.values().stream().mapToLong(Long::longValue).sum(),
                made,
                fresh,
                matcher.givenUp(),
                tallies);
    }

    private record Tally(int level, Detection.Tally tally) {}

    private Tally tally(String id, long count) {
        RuleHead head = heads.get(id);
        return head == null
                ? new Tally(0, new Detection.Tally(id, id, "", count))
                : new Tally(head.level().ordinal(), new Detection.Tally(id, head.title(), head.level().word(), count));
    }
}
