package dupin.service;

import dupin.engine.AlertQueue;
import dupin.engine.AssetRows;
import dupin.engine.CaseClocks;
import dupin.engine.CaseState;
import dupin.engine.DeviceGroups;
import dupin.model.Alert;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.HostClock;
import dupin.model.Investigation;
import dupin.model.Ledger;
import dupin.model.Severity;
import dupin.model.row.DeviceRow;
import dupin.model.row.UserRow;
import dupin.store.EventQuery;
import dupin.store.Sightings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Devices and users of the case, those that only telemetry knows among them. Reads only; background only.
public final class Assets {
    /// Assets of a kind that are listed beyond those of alerts.
    static final int MOST = 500;

    /// Of so many assets rows are compared; the rest is left out, the least severe first.
    private static final int MOST_COMPARED = 300;

    private static final long TICKS_PER_SECOND = 10_000_000;

    private final CaseReads live;
    private final CaseFacts facts;

    Assets(CaseReads live, CaseFacts facts) {
        this.live = live;
        this.facts = facts;
    }

    /// @param active active alerts in the order High, Medium, Low, Informational
    /// @param alerts all that name it
    public record Row(EntityKey key, String label, Severity risk, List<Integer> active, int alerts) {
        public Row {
            active = List.copyOf(active);
        }
    }

    /// Devices or users: those with the most severe alerts first, then those that only telemetry shows, by name.
    public List<Row> list(EntityKind kind) {
        var rows =
                new ArrayList<>(
                        live.read(state -> {
                            var assets = new AssetRows(state, state.alerts());
                            return kind == EntityKind.DEVICE
                                    ? assets.devices().stream().map(Assets::row).toList()
                                    : assets.users().stream().map(Assets::row).toList();
                        }));
        Set<EntityKey> known = new HashSet<>();
        rows.forEach(row -> known.add(row.key()));
        live.store().entities(kind, MOST).stream()
                .filter(key -> !known.contains(key))
                .flatMap(key -> live.store().entity(key).stream())
                .filter(entity -> !(entity instanceof Entity.User user && user.wellKnown()))
                .map(entity -> new Row(entity.key(), entity.label(), Severity.UNKNOWN, List.of(0, 0, 0, 0), 0))
                .sorted(Comparator.comparing(Row::label, String.CASE_INSENSITIVE_ORDER))
                .forEach(rows::add);
        return List.copyOf(rows);
    }

    private static Row row(DeviceRow row) {
        return new Row(row.device().key(), row.device().label(), row.risk(), row.alertsBySeverity(), row.alerts());
    }

    private static Row row(UserRow row) {
        return new Row(row.user().key(), row.user().label(), row.risk(), row.alertsBySeverity(), row.alerts());
    }

    /// Empty when the case does not know it.
    public Optional<AssetPage> page(EntityKey key) {
        Sightings seen = live.store().sightings(key);
        Optional<Entity> stored = facts.entity(key);
        return live.read(state -> stored.or(() -> state.entity(key)).map(entity -> page(state, entity, seen)));
    }

    private static AssetPage page(CaseState state, Entity entity, Sightings seen) {
        EntityKey key = entity.key();
        List<Alert> alerts = state.alertsWith(key);
        List<Alert> open = alerts.stream().filter(alert -> !resolved(state, alert)).toList();
        List<Investigation> runs = state.investigationsOn(key);
        Set<String> incidents = new HashSet<>();
        alerts.forEach(alert -> state.incidentOf(alert.id()).ifPresent(incidents::add));
        runs.forEach(run -> incidents.add(run.incidentId()));
        Optional<DeviceGroup> group =
                entity instanceof Entity.Device device
                        ? Optional.of(DeviceGroups.groupOf(device, state.policy()))
                        : Optional.empty();
        HostClock clock =
                CaseClocks.of(state).shifts().stream().filter(c -> c.device().equals(key)).findFirst().orElse(null);
        Comparator<Alert> byTime = Comparator.comparing(Alert::time, Comparator.nullsFirst(Comparator.naturalOrder()));
        return new AssetPage(
                entity,
                Attributes.of(entity),
                group.map(DeviceGroup::name).orElse(""),
                group.map(g -> g.automationLevel().label()).orElse(""),
                state.ledger(key).map(Ledger::verdict).orElse(null),
                state.remediation(key),
                open.stream().map(Alert::severity).max(Comparator.naturalOrder()).orElse(Severity.UNKNOWN),
                List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL).stream()
                        .map(severity -> (int) open.stream().filter(a -> a.severity() == severity).count())
                        .toList(),
                alerts.stream()
                        .sorted(byTime.reversed().thenComparing(Alert::id))
                        .map(alert ->
                                new Desk.CaseAlert(
                                        alert,
                                        state.incidentOf(alert.id()).orElse(""),
                                        state.alertStatus(alert.id()),
                                        state.investigationOf(alert.id()).isPresent()))
                        .toList(),
                incidents.stream().sorted().flatMap(id -> state.incident(id).stream()).toList(),
                runs,
                state.actionsOn(key),
                seen.events(),
                seen.first(),
                seen.last(),
                clock);
    }

    private static boolean resolved(CaseState state, Alert alert) {
        return !AlertQueue.holds(state, alert.id());
    }

    /// With whom a device, or where a user, is seen in telemetry: the most rows first.
    public List<AssetPage.Seen> seen(EntityKey key) {
        List<EntityKey> others = key.kind() == EntityKind.DEVICE ? usersOn(key) : live.store().sightings(key).devices();
        long[] mine = numbers(key);
        var seen = new ArrayList<AssetPage.Seen>();
        for (EntityKey other : others.subList(0, Math.min(others.size(), MOST_COMPARED))) {
            var both = new Both(mine);
            live.store().times(EventQuery.of(other), both::take);
            if (both.rows > 0) {
                String label = live.store().entity(other).map(Entity::label).orElse(other.value());
                seen.add(new AssetPage.Seen(other, label, both.rows, at(both.first), at(both.last)));
            }
        }
        seen.sort(Comparator.comparingLong(AssetPage.Seen::rows).reversed().thenComparing(AssetPage.Seen::label));
        return seen;
    }

    private List<EntityKey> usersOn(EntityKey device) {
        return live.store().entities(EntityKind.USER, MOST).stream()
                .filter(user -> live.store().sightings(user).devices().contains(device))
                .toList();
    }

    private long[] numbers(EntityKey key) {
        var numbers = new Numbers();
        live.store().times(EventQuery.of(key), (_, number) -> numbers.add(number));
        return numbers.sorted();
    }

    private static Instant at(long ticks) {
        return Instant.ofEpochSecond(
                Math.floorDiv(ticks, TICKS_PER_SECOND), Math.floorMod(ticks, TICKS_PER_SECOND) * 100);
    }

    /// Counts the rows that stand in both of two lists.
    private static final class Both {
        private final long[] known;
        private long rows;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;

        Both(long[] known) {
            this.known = known;
        }

        void take(long ticks, long number) {
            if (Arrays.binarySearch(known, number) >= 0) {
                rows++;
                first = Math.min(first, ticks);
                last = Math.max(last, ticks);
            }
        }
    }
}
