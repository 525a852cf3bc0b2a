package dupin.service;

import dupin.engine.CaseClocks;
import dupin.engine.CaseState;
import dupin.engine.IncidentRows;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.Evidence;
import dupin.model.HostClock;
import dupin.model.ImportReceipt;
import dupin.model.Incident;
import dupin.model.Ledger;
import dupin.model.RemediationAction;
import dupin.model.Telemetry;
import dupin.model.Verdict;
import dupin.model.row.EntityRow;
import dupin.service.Timeline.Clock;
import dupin.service.Timeline.Lane;
import dupin.service.Timeline.Mark;
import dupin.store.EventQuery;
import dupin.store.Sightings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Chooses the lanes of a timeline and gathers its marks. Reads only.
final class TimelineLanes {
    /// More lanes than this cannot be told apart.
    private static final int MOST = 60;

    private static final int MOST_MARKS = 20_000;

    private final CaseReads live;

    TimelineLanes(CaseReads live) {
        this.live = live;
    }

    /// An entity that a lane may be made of.
    private record Wanted(EntityKey key, String label, @Nullable Verdict verdict) {}

    /// What the fold says; lanes ask the store, outside of the fold's lock.
    private record Told(String title, List<Wanted> wanted, List<Mark> marks, List<HostClock> clocks) {}

    Optional<Timeline> ofIncident(Timeline.Subject.OfIncident subject) {
        Optional<Told> told = live.read(state -> state.incident(subject.id()).map(incident -> told(state, incident)));
        return told.map(it -> timeline(subject, it, List.of()));
    }

    Optional<Timeline> ofEntity(Timeline.Subject.OfEntity subject) {
        EntityKey key = subject.key();
        Optional<Entity> stored = live.store().entity(key);
        Optional<Told> told = live.read(state -> stored.or(() -> state.entity(key)).map(entity -> told(state, entity)));
        return told.map(it -> timeline(subject, it, sources(key)));
    }

    private static Told told(CaseState state, Incident incident) {
        var rows = new IncidentRows(state, incident.id());
        Map<EntityKey, Wanted> wanted = new LinkedHashMap<>();
        rows.devices().forEach(row -> want(wanted, row.device(), row.verdict()));
        rows.users().forEach(row -> want(wanted, row.user(), row.verdict()));
        rows.entities().stream()
                .sorted(Comparator.comparing(TimelineLanes::rank))
                .forEach(row -> want(wanted, row.entity(), row.verdict()));
        List<Alert> alerts = state.alertsOf(incident.id());
        List<RemediationAction> actions = state.actionsOf(incident.id());
        return new Told(incident.name(), List.copyOf(wanted.values()), marks(state, alerts, actions), shifts(state));
    }

    private static Told told(CaseState state, Entity entity) {
        List<Alert> alerts = state.alertsWith(entity.key());
        Map<EntityKey, Wanted> wanted = new LinkedHashMap<>();
        want(wanted, entity, verdict(state, entity.key()));
        for (EntityKind first : List.of(EntityKind.DEVICE, EntityKind.USER)) {
            alerts.forEach(alert ->
                    alert.evidence().stream()
                            .map(Evidence::entity)
                            .filter(e -> e.kind() == first)
                            .forEach(e -> want(wanted, e, verdict(state, e.key()))));
        }
        alerts.forEach(alert ->
                alert.evidence().stream()
                        .map(Evidence::entity)
                        .filter(e -> incriminates(verdict(state, e.key())))
                        .forEach(e -> want(wanted, e, verdict(state, e.key()))));
        return new Told(
                entity.label(),
                List.copyOf(wanted.values()),
                marks(state, alerts, state.actionsOn(entity.key())),
                shifts(state));
    }

    private static void want(Map<EntityKey, Wanted> wanted, Entity entity, @Nullable Verdict verdict) {
        if (!(entity instanceof Entity.User user && user.wellKnown())) {
            wanted.putIfAbsent(entity.key(), new Wanted(entity.key(), entity.label(), verdict));
        }
    }

    private static int rank(EntityRow row) {
        Verdict verdict = row.verdict();
        return verdict == null ? 9 : -verdict.ordinal();
    }

    private static boolean incriminates(@Nullable Verdict verdict) {
        return verdict != null && verdict.incriminates();
    }

    private static @Nullable Verdict verdict(CaseState state, EntityKey key) {
        return state.ledger(key).map(Ledger::verdict).orElse(null);
    }

    private static List<HostClock> shifts(CaseState state) {
        return CaseClocks.of(state).shifts();
    }

    /// Sources of telemetry that show the entity, each a lane of its own.
    private List<Lane> sources(EntityKey key) {
        var lanes = new ArrayList<Lane>();
        for (Telemetry source : Telemetry.values()) {
            Set<EventKind> kinds = Timelines.kinds(source);
            if (!kinds.isEmpty()
                    && !live.store().events(new EventQuery(key, Set.of(), kinds, null, null, 1)).isEmpty()) {
                lanes.add(new Lane(null, source, source.label(), null, 0, null, null, Duration.ZERO));
            }
        }
        return lanes;
    }

    private Timeline timeline(Timeline.Subject subject, Told told, List<Lane> sources) {
        var lanes = new ArrayList<Lane>();
        lanes.add(new Lane(null, null, "", null, 0, null, null, Duration.ZERO));
        int left = 0;
        for (Wanted wanted : told.wanted()) {
            if (lanes.size() >= MOST) {
                left++;
                continue;
            }
            Sightings seen = live.store().sightings(wanted.key());
            boolean marked = told.marks().stream().anyMatch(mark -> mark.lanes().contains(wanted.key()));
            if (seen.events() > 0 || marked) {
                lanes.add(lane(wanted, seen, told.clocks()));
            }
            if (lanes.size() == 2) {
                lanes.addAll(sources);
            }
        }
        return new Timeline(subject, told.title(), lanes, left, told.marks(), told.clocks());
    }

    private static Lane lane(Wanted wanted, Sightings seen, List<HostClock> clocks) {
        Duration shift =
                clocks.stream()
                        .filter(clock -> clock.device().equals(wanted.key()))
                        .map(HostClock::shift)
                        .findFirst()
                        .orElse(Duration.ZERO);
        Instant first = seen.first();
        Instant last = seen.last();
        return new Lane(
                wanted.key(),
                null,
                wanted.label(),
                wanted.verdict(),
                seen.events(),
                first == null || !shift.isNegative() ? first : first.plus(shift),
                last == null || shift.isNegative() ? last : last.plus(shift),
                shift);
    }

    /// When what the alert is about happened, by the event clock.
    static @Nullable Instant happened(Alert alert) {
        return alert.firstActivityDateTime() != null ? alert.firstActivityDateTime() : alert.lastActivityDateTime();
    }

    private static List<Mark> marks(CaseState state, List<Alert> alerts, List<RemediationAction> actions) {
        var marks = new ArrayList<Mark>();
        var files = new TreeSet<String>();
        for (Alert alert : alerts) {
            files.add(alert.row().file());
            List<EntityKey> keys = alert.evidence().stream().map(e -> e.entity().key()).distinct().toList();
            String incident = state.incidentOf(alert.id()).orElse("");
            add(marks, Clock.EVENT, happened(alert), keys, alert, incident);
            add(marks, Clock.DETECTION, alert.createdDateTime(), List.of(), alert, incident);
        }
        for (RemediationAction action : actions) {
            String what = action.type().label() + ": " + action.subject();
            decided(marks, action, action.decidedDateTime(), what);
            decided(marks, action, action.endedDateTime(), action.state().label() + ": " + what);
        }
        for (ImportReceipt receipt : state.imports()) {
            if (receipt.events() > 0 || files.contains(receipt.sha256())) {
                CaseClocks.of(state)
                        .ingested(receipt.sha256())
                        .ifPresent(at ->
                                marks.add(
                                        new Mark(
                                                Clock.INGEST,
                                                at,
                                                List.of(),
                                                null,
                                                receipt.fileName(),
                                                "file:" + receipt.sha256(),
                                                "",
                                                receipt.format())));
            }
        }
        marks.sort(Comparator.comparing(Mark::time).thenComparing(Mark::id).thenComparing(Mark::clock));
        return marks.size() > MOST_MARKS ? marks.subList(0, MOST_MARKS) : marks;
    }

    private static void add(
            List<Mark> marks, Clock clock, @Nullable Instant at, List<EntityKey> keys, Alert alert, String incident) {
        if (at != null) {
            String by = alert.serviceSource().isEmpty() ? alert.productName() : alert.serviceSource();
            marks.add(new Mark(clock, at, keys, alert.severity(), alert.title(), alert.id(), incident, by));
        }
    }

    private static void decided(List<Mark> marks, RemediationAction action, @Nullable Instant at, String what) {
        if (at != null) {
            marks.add(
                    new Mark(
                            Clock.DECISION,
                            at,
                            List.of(action.target().key()),
                            null,
                            what,
                            action.id(),
                            action.incidentId(),
                            action.decidedBy()));
        }
    }
}
