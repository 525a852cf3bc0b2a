package dupin.engine;

import dupin.model.Alert;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Investigation;
import dupin.model.Ledger;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.DeviceRow;
import dupin.model.row.MailboxRow;
import dupin.model.row.UserRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Devices, users and mailboxes that a set of alerts names: of one incident for its tabs, of the whole case for *at risk*.
/// Those with the most severe alerts come first, then the judged worst, then by label.
public final class AssetRows {
    private final CaseState state;
    private final TreeMap<EntityKey, List<Alert>> alertsOf = new TreeMap<>();

    /// @param alerts each at most once
    public AssetRows(CaseState state, Collection<Alert> alerts) {
        this.state = state;
        for (Alert alert : alerts) {
            var seen = new TreeSet<EntityKey>();
            for (Evidence evidence : alert.evidence()) {
                Entity entity = evidence.entity();
                if (isAsset(entity) && seen.add(entity.key())) {
                    alertsOf.computeIfAbsent(entity.key(), _ -> new ArrayList<>()).add(alert);
                }
            }
        }
    }

    static boolean isAsset(Entity entity) {
        return switch (entity) {
            case Entity.Device _, Entity.Mailbox _ -> true;
            case Entity.User user -> !user.wellKnown();
            default -> false;
        };
    }

    /// Adds assets that an investigation reached beyond the alerts.
    void reach(Collection<EntityKey> keys) {
        for (EntityKey key : keys) {
            if (state.entity(key).filter(AssetRows::isAsset).isPresent()) {
                alertsOf.putIfAbsent(key, List.of());
            }
        }
    }

    public List<DeviceRow> devices() {
        return all(Entity.Device.class).stream()
                .map(this::row)
                .sorted(
                        Comparator.comparing(DeviceRow::alertsBySeverity, AssetRows::moreSevere)
                                .thenComparing(
                                        DeviceRow::verdict,
                                        Comparator.nullsFirst(Comparator.<Verdict>naturalOrder()).reversed())
                                .thenComparing(r -> r.device().label()))
                .toList();
    }

    public List<UserRow> users() {
        return all(Entity.User.class).stream()
                .map(this::row)
                .sorted(
                        Comparator.comparing(UserRow::alertsBySeverity, AssetRows::moreSevere)
                                .thenComparing(
                                        UserRow::verdict,
                                        Comparator.nullsFirst(Comparator.<Verdict>naturalOrder()).reversed())
                                .thenComparing(r -> r.user().label()))
                .toList();
    }

    public List<MailboxRow> mailboxes() {
        return all(Entity.Mailbox.class).stream()
                .map(this::row)
                .sorted(
                        Comparator.comparing(
                                        MailboxRow::verdict,
                                        Comparator.nullsFirst(Comparator.<Verdict>naturalOrder()).reversed())
                                .thenComparing(r -> r.mailbox().label()))
                .toList();
    }

    private <T extends Entity> List<T> all(Class<T> type) {
        return alertsOf.keySet().stream()
                .flatMap(key -> state.entity(key).stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private DeviceRow row(Entity.Device device) {
        EntityKey key = device.key();
        List<Alert> alerts = alertsOf.getOrDefault(key, List.of());
        DeviceGroup group = DeviceGroups.groupOf(device, state.policy());
        List<Investigation> investigations = state.investigationsOn(key);
        Instant last =
                investigations.stream()
                        .map(i -> i.endedDateTime() != null ? i.endedDateTime() : i.startedDateTime())
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
        return new DeviceRow(
                device,
                group.name(),
                group.automationLevel().label(),
                users(alerts),
                dataSensitivity(key, investigations),
                verdict(key),
                state.remediation(key),
                risk(alerts),
                alerts.size(),
                bySeverity(alerts),
                investigations.size(),
                last,
                first(alerts),
                last(alerts));
    }

    /// Labels of what investigations of the device found on it.
    private List<String> dataSensitivity(EntityKey device, List<Investigation> investigations) {
        return investigations.stream()
                .flatMap(run -> Sensitivity.found(state, run.id()))
                .filter(found ->
                        state.entity(found.entity()).flatMap(EntityDevice::key).filter(device::equals).isPresent())
                .map(Sensitivity::label)
                .distinct()
                .sorted()
                .toList();
    }

    private UserRow row(Entity.User user) {
        List<Alert> alerts = alertsOf.getOrDefault(user.key(), List.of());
        return new UserRow(
                user,
                verdict(user.key()),
                state.remediation(user.key()),
                risk(alerts),
                alerts.size(),
                bySeverity(alerts),
                first(alerts),
                last(alerts));
    }

    private MailboxRow row(Entity.Mailbox mailbox) {
        List<Alert> alerts = alertsOf.getOrDefault(mailbox.key(), List.of());
        List<String> risky =
                state.ledger(mailbox.key()).map(Ledger::counted).orElse(List.of()).stream()
                        .filter(Finding::incriminates)
                        .map(Finding::text)
                        .toList();
        return new MailboxRow(mailbox, verdict(mailbox.key()), state.remediation(mailbox.key()), risk(alerts), risky);
    }

    private @Nullable Verdict verdict(EntityKey key) {
        return state.ledger(key).map(Ledger::verdict).orElse(null);
    }

    private static List<String> users(List<Alert> alerts) {
        var users = new TreeMap<EntityKey, String>();
        for (Alert alert : alerts) {
            for (Evidence evidence : alert.evidence()) {
                if (evidence.entity() instanceof Entity.User user && !user.wellKnown()) {
                    users.putIfAbsent(user.key(), user.label());
                }
            }
        }
        return List.copyOf(users.values());
    }

    /// Highest severity of the alerts that still need somebody.
    private Severity risk(List<Alert> alerts) {
        return active(alerts).stream().map(Alert::severity).max(Comparator.naturalOrder()).orElse(Severity.UNKNOWN);
    }

    private List<Integer> bySeverity(List<Alert> alerts) {
        List<Alert> active = active(alerts);
        return List.of(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFORMATIONAL).stream()
                .map(severity -> (int) active.stream().filter(a -> a.severity() == severity).count())
                .toList();
    }

    private List<Alert> active(List<Alert> alerts) {
        return alerts.stream().filter(a -> AlertQueue.holds(state, a.id())).toList();
    }

    private static int moreSevere(List<Integer> one, List<Integer> two) {
        for (int i = 0; i < one.size(); i++) {
            int order = Integer.compare(two.get(i), one.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static @Nullable Instant first(List<Alert> alerts) {
        return alerts.stream()
                .flatMap(a -> Optional.ofNullable(a.time()).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static @Nullable Instant last(List<Alert> alerts) {
        return alerts.stream()
                .flatMap(a ->
                        Optional.ofNullable(a.lastActivityDateTime() != null ? a.lastActivityDateTime() : a.time())
                                .stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
