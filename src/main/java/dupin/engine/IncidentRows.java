package dupin.engine;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Investigation;
import dupin.model.Ledger;
import dupin.model.RemediationStatus;
import dupin.model.SparedAction;
import dupin.model.Verdict;
import dupin.model.row.AlertRow;
import dupin.model.row.DeviceRow;
import dupin.model.row.EntityRow;
import dupin.model.row.EntitySummary;
import dupin.model.row.KeyFinding;
import dupin.model.row.MailboxRow;
import dupin.model.row.UserRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The tabs of one incident, read from the fold at one moment. An unknown incident has empty tabs.
public final class IncidentRows {
    private final CaseState state;
    private final String incidentId;
    private final List<Alert> alerts;
    private final List<Investigation> investigations;
    private final AssetRows assets;
    private final List<EntityRow> entities;

    public IncidentRows(CaseState state, String incidentId) {
        this.state = state;
        this.incidentId = incidentId;
        this.alerts = state.alertsOf(incidentId);
        this.investigations = state.investigationsOf(incidentId);
        this.assets = new AssetRows(state, alerts);
        investigations.forEach(i -> assets.reach(i.entities()));
        this.entities = gather();
    }

    /// Oldest first.
    public List<AlertRow> alerts() {
        return alerts.stream()
                .sorted(
                        Comparator.comparing(Alert::time, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(Alert::id))
                .map(alert -> AlertRows.of(state, alert, incidentId))
                .toList();
    }

    public List<DeviceRow> devices() {
        return assets.devices();
    }

    public List<UserRow> users() {
        return assets.users();
    }

    public List<MailboxRow> mailboxes() {
        return assets.mailboxes();
    }

    /// Everything that the alerts name (`fromAlert`) or the investigations analysed; the judged worst first.
    public List<EntityRow> entities() {
        return entities;
    }

    private List<EntityRow> gather() {
        var evidence = new TreeMap<EntityKey, List<Seen>>();
        for (Alert alert : alerts) {
            for (Evidence one : alert.evidence()) {
                evidence.computeIfAbsent(one.entity().key(), _ -> new ArrayList<>()).add(new Seen(alert, one));
            }
        }
        investigations.forEach(i -> i.entities().forEach(key -> evidence.putIfAbsent(key, List.of())));
        var rows = new ArrayList<EntityRow>(evidence.size());
        evidence.forEach((key, seen) ->
                state.entity(key)
                        .or(() -> seen.stream().map(s -> s.evidence().entity()).findFirst())
                        .ifPresent(entity -> rows.add(row(entity, seen))));
        rows.sort(
                Comparator.comparing(
                                EntityRow::verdict,
                                Comparator.nullsFirst(Comparator.<Verdict>naturalOrder()).reversed())
                        .thenComparing(Comparator.comparingInt(EntityRow::score).reversed())
                        .thenComparing(r -> r.entity().key()));
        return List.copyOf(rows);
    }

    private record Seen(Alert alert, Evidence evidence) {}

    private EntityRow row(Entity entity, List<Seen> seen) {
        EntityKey key = entity.key();
        Optional<Ledger> ledger = state.ledger(key);
        var providers = new TreeSet<String>();
        var roles = new TreeSet<String>();
        var origins = new TreeSet<String>();
        var threats = new TreeSet<String>();
        var of = new TreeMap<String, Alert>();
        for (Seen one : seen) {
            providers.add(one.evidence().providerVerdict());
            roles.addAll(one.evidence().roles());
            origins.add(one.alert().detectionSource());
            threats.add(one.alert().threatFamilyName());
            of.put(one.alert().id(), one.alert());
        }
        var first =
                seen.stream()
                        .map(s ->
                                s.evidence().createdDateTime() != null
                                        ? s.evidence().createdDateTime()
                                        : s.alert().time())
                        .flatMap(t -> Optional.ofNullable(t).stream())
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        return new EntityRow(
                entity,
                ledger.map(Ledger::verdict).orElse(null),
                ledger.map(Ledger::score).orElse(0),
                state.remediation(key),
                details(key, ledger),
                words(providers),
                List.copyOf(roles),
                AlertRows.assets(of.values()),
                devices(entity, of),
                words(origins),
                words(threats),
                !seen.isEmpty(),
                of.size(),
                ledger.map(l -> l.counted().size() + l.uncounted().size()).orElse(0),
                first);
    }

    /// Why nothing is proposed, then the finding that weighs most on the verdict's side, or why there is no verdict.
    private String details(EntityKey key, Optional<Ledger> ledger) {
        String spared =
                state.actionsOn(key).isEmpty()
                        ? state.spared(key).stream()
                                .map(SparedAction::reason)
                                .distinct()
                                .collect(Collectors.joining(" "))
                        : "";
        return spared.isEmpty() ? details(ledger) : spared + " " + details(ledger);
    }

    private static String details(Optional<Ledger> ledger) {
        if (ledger.isEmpty()) {
            return "No investigation has judged it.";
        }
        boolean against = ledger.get().verdict().incriminates();
        String missing =
                ledger.get().missing().isEmpty()
                        ? ""
                        : "Not in the case: " + String.join(", ", ledger.get().missing()) + ".";
        if (ledger.get().verdict() == Verdict.NOT_EVALUABLE && !missing.isEmpty()) {
            return missing;
        }
        return ledger.get().counted().stream()
                .filter(f -> f.incriminates() == against)
                .map(Finding::text)
                .findFirst()
                .orElse(missing.isEmpty() ? "Nothing speaks against it." : missing);
    }

    private static String words(TreeSet<String> all) {
        all.remove("");
        return String.join(", ", all);
    }

    /// The device that the entity itself names, else those of its alerts.
    private static List<String> devices(Entity entity, Map<String, Alert> of) {
        String own = EntityDevice.of(entity);
        if (!own.isEmpty()) {
            return List.of(own);
        }
        var labels = new TreeSet<String>();
        of.values().forEach(alert -> labels.addAll(AlertRows.labels(alert, EntityKind.DEVICE)));
        return List.copyOf(labels);
    }

    /// Incriminating counted findings on malicious and suspicious entities, worst verdict and heaviest finding first.
    public List<KeyFinding> keyFindings() {
        var found = new ArrayList<KeyFinding>();
        for (EntityRow row : entities) {
            Verdict verdict = row.verdict();
            if (verdict == null || !verdict.incriminates()) {
                continue;
            }
            List<String> actions =
                    state.actionsOn(row.entity().key()).stream()
                            .filter(a -> a.incidentId().equals(incidentId))
                            .map(a ->
                                    a.type().label()
                                            + (a.device() == null ? "" : " on " + a.device().value())
                                            + ": "
                                            + a.state().label())
                            .toList();
            state.ledger(row.entity().key()).map(Ledger::counted).orElse(List.of()).stream()
                    .filter(Finding::incriminates)
                    .forEach(f -> found.add(new KeyFinding(f, row.entity(), verdict, row.remediation(), actions)));
        }
        found.sort(
                Comparator.comparing(KeyFinding::verdict)
                        .thenComparingInt(k -> k.finding().weight())
                        .reversed()
                        .thenComparing(k -> k.finding().id()));
        return List.copyOf(found);
    }

    /// Counts by kind, kinds in their own order; kinds of which there is nothing are left out.
    public List<EntitySummary> summary() {
        var kinds = new EnumMap<EntityKind, List<EntityRow>>(EntityKind.class);
        entities.forEach(row -> kinds.computeIfAbsent(row.entity().kind(), _ -> new ArrayList<>()).add(row));
        return kinds.entrySet().stream().map(e -> summary(e.getKey(), e.getValue())).toList();
    }

    private static EntitySummary summary(EntityKind kind, List<EntityRow> rows) {
        return new EntitySummary(
                kind,
                rows.size(),
                verdicts(rows, Verdict.MALICIOUS),
                verdicts(rows, Verdict.SUSPICIOUS),
                verdicts(rows, Verdict.NO_THREATS_FOUND),
                verdicts(rows, Verdict.NOT_EVALUABLE),
                states(rows, RemediationStatus.REMEDIATED),
                states(rows, RemediationStatus.ACTIVE)
                        + states(rows, RemediationStatus.UNREMEDIATED)
                        + states(rows, RemediationStatus.DECLINED),
                states(rows, RemediationStatus.PENDING_APPROVAL),
                states(rows, RemediationStatus.PARTIALLY_REMEDIATED),
                states(rows, RemediationStatus.NOT_FOUND));
    }

    private static int verdicts(List<EntityRow> rows, Verdict verdict) {
        return (int) rows.stream().filter(r -> r.verdict() == verdict).count();
    }

    private static int states(List<EntityRow> rows, RemediationStatus status) {
        return (int) rows.stream().filter(r -> r.remediation() == status).count();
    }
}
