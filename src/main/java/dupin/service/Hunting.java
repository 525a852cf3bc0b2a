package dupin.service;

import dupin.engine.CaseState;
import dupin.engine.hunt.HuntPlan;
import dupin.engine.hunt.HuntSubject;
import dupin.model.Alert;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import dupin.model.EventKind;
import dupin.model.TelemetryEvent;
import dupin.model.Verdict;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntQuery;
import dupin.model.hunt.HuntSource;
import dupin.store.EventQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Answers an analyst's own queries over telemetry, alerts and entities. Reads only; background only, for a broad query looks
/// at every row of the case. No text of a query reaches the database: what it narrows by is handed over as values.
public final class Hunting {
    private static final int SAMPLE = 200;
    private static final int MOST_NAMES = 2_000;

    private final CaseReads live;
    private final Clock clock;

    Hunting(CaseReads live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    /// @throws dupin.model.hunt.HuntSyntaxException when the text is no query
    /// @throws java.util.concurrent.CancellationException when called off through the progress
    public Hunt run(String text, Progress progress) {
        return run(text, progress, true);
    }

    /// @param narrowed whether the store may leave out what cannot fit; without, every row is looked at
    Hunt run(String text, Progress progress, boolean narrowed) {
        HuntQuery query = HuntQuery.parse(text);
        Instant now = clock.instant();
        return switch (query.source().rows()) {
            case EVENTS -> events(text, query, now, progress, narrowed);
            case ALERTS -> alerts(text, query, now, progress);
            case ENTITIES -> entities(text, query, now, progress);
        };
    }

    /// Names of values that rows of the case have of their own, as far as a few rows of each kind tell; sorted.
    public List<String> attributes() {
        var names = new TreeSet<String>();
        for (EventKind kind : EventKind.values()) {
            for (TelemetryEvent event :
                    live.store().events(new EventQuery(null, Set.of(), Set.of(kind), null, null, SAMPLE))) {
                names.addAll(event.attributes().keySet());
            }
            if (names.size() > MOST_NAMES) {
                break;
            }
        }
        return names.stream().limit(MOST_NAMES).toList();
    }

    private Hunt events(String text, HuntQuery query, Instant now, Progress progress, boolean narrowed) {
        HuntPlan plan = narrowed ? HuntPlan.of(query, now) : HuntPlan.all(query.source());
        if (plan.exact() && !plan.nothing() && byTime(query) && named(plan.entity())) {
            return whole(text, query, plan);
        }
        var gathering = new Gathering(query, now, query.sort().isEmpty(), progress);
        if (!plan.nothing()) {
            live.store().scan(asked(plan), plan.texts(), event -> gathering.take(HuntSubject.of(event)), gathering);
        }
        return hunt(text, query, gathering);
    }

    /// Every row, however many, where the store can tell by itself which: nothing is looked at but what is shown.
    private Hunt whole(String text, HuntQuery query, HuntPlan plan) {
        Window<HuntRow> oldestFirst = new TelemetryWindow(live.store().find(asked(plan)));
        Window<HuntRow> found = query.sort().isEmpty() ? oldestFirst : oldestFirst.turned();
        Window<HuntRow> all = query.take() == 0 ? found : found.first(query.take());
        List<HuntRow> first =
                all.rows(0, Math.min(Gathering.USUAL, all.size())).stream().filter(Objects::nonNull).toList();
        return new Hunt(text, query, first, all, found.size(), false, first.size(), List.of());
    }

    private static boolean byTime(HuntQuery query) {
        return query.sort().isEmpty()
                || query.sort().size() == 1
                        && query.sort().getFirst().descending()
                        && query.sort().getFirst().term().field() == HuntField.TIME;
    }

    /// Whether rows can only name the entity by this key.
    private boolean named(@Nullable EntityKey key) {
        return key == null || live.store().aliases().members(key).size() <= 1;
    }

    private static EventQuery asked(HuntPlan plan) {
        return new EventQuery(plan.entity(), plan.roles(), plan.kinds(), plan.from(), plan.to(), Integer.MAX_VALUE);
    }

    private Hunt alerts(String text, HuntQuery query, Instant now, Progress progress) {
        var gathering = new Gathering(query, now, false, progress);
        List<HuntSubject> all =
                live.read(state ->
                        state.alerts().stream()
                                .map(alert ->
                                        HuntSubject.of(
                                                alert,
                                                state.alertStatus(alert.id()),
                                                state.incidentOf(alert.id()).orElse("")))
                                .toList());
        all.stream().takeWhile(gathering::take).forEach(_ -> {});
        return hunt(text, query, gathering);
    }

    /// What the fold says of an entity.
    private record Known(Map<EntityKey, Verdict> verdicts, Map<EntityKey, Set<String>> incidents) {
        static Known of(CaseState state) {
            var verdicts = new HashMap<EntityKey, Verdict>();
            state.ledgers().forEach(ledger -> verdicts.put(ledger.entity(), ledger.verdict()));
            var incidents = new HashMap<EntityKey, Set<String>>();
            for (Alert alert : state.alerts()) {
                String incident = state.incidentOf(alert.id()).orElse("");
                alert.evidence()
                        .forEach(e -> incidents.computeIfAbsent(e.entity().key(), _ -> new TreeSet<>()).add(incident));
            }
            return new Known(verdicts, incidents);
        }

        HuntSubject subject(Entity entity) {
            Verdict verdict = verdicts.get(entity.key());
            return HuntSubject.of(
                    entity,
                    verdict == null ? "" : verdict.word(),
                    List.copyOf(incidents.getOrDefault(entity.key(), Set.of())));
        }
    }

    private Hunt entities(String text, HuntQuery query, Instant now, Progress progress) {
        var gathering = new Gathering(query, now, false, progress);
        Set<EntityKind> kinds = HuntPlan.entityKinds(query);
        Set<EntityKey> seen = new HashSet<>();
        Known known = live.read(Known::of);
        Consumer<Entity> look =
                entity -> {
                    if (kinds.contains(entity.kind()) && seen.add(entity.key())) {
                        boolean _ = gathering.take(known.subject(entity));
                    }
                };
        List<Entity> ofAlerts =
                live.read(state ->
                        state.alerts().stream()
                                .map(Alert::evidence)
                                .flatMap(Collection::stream)
                                .map(Evidence::entity)
                                .toList());
        ofAlerts.forEach(look);
        for (EntityKind kind : kinds) {
            live.store().eachEntity(kind, look);
        }
        return hunt(text, query, gathering);
    }

    private static @Nullable Citation citation(HuntSubject subject, HuntSource.Rows rows) {
        return switch (rows) {
            case EVENTS -> {
                String row = HuntRows.row(subject.id()).text();
                yield new Citation(Citation.Kind.EVENT, row, row);
            }
            case ALERTS -> new Citation(Citation.Kind.ALERT, subject.id(), subject.id());
            case ENTITIES -> null;
        };
    }

    private static Hunt hunt(String text, HuntQuery query, Gathering gathering) {
        HuntSource.Rows rows = query.source().rows();
        List<HuntRow> found =
                gathering.rows().stream().map(subject -> HuntRows.of(subject, rows, citation(subject, rows))).toList();
        return new Hunt(
                text,
                query,
                found,
                Window.of(found, HuntRow::id),
                gathering.matched(),
                gathering.more(),
                gathering.looked(),
                gathering.unknown());
    }
}
