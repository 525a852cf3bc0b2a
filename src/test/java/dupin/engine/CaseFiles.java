package dupin.engine;

import dupin.intake.Content;
import dupin.intake.FileSource;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Sink;
import dupin.intake.intel.Intel;
import dupin.intake.formats.Formats;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.Imported;
import dupin.model.Judged;
import dupin.model.Policy;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A case read from export files with the real importers, and investigated in memory: one investigation per incident of
/// the provider, or per alert that came alone.
public final class CaseFiles {
    private final List<Alert> alerts = new ArrayList<>();
    private final List<TelemetryEvent> events = new ArrayList<>();
    private final Content content = Content.shipped();
    private final Intel intel = Intel.shipped();
    private Policy policy = content.policy();
    private int rejected;

    public CaseFiles read(Path file) throws IOException, ImportRefusedException {
        var source = FileSource.of(file);
        Importer importer = Formats.all().choose(source);
        importer.read(
                source,
                new Sink() {
                    @Override
                    public void accept(Imported record) {
                        take(record);
                    }

                    @Override
                    public void progress(long bytesRead) {}
                });
        return this;
    }

    private void take(Imported record) {
        switch (record) {
            case Imported.OfAlert of -> {
                // A newer export of an alert takes the older one's place.
                alerts.removeIf(a -> a.id().equals(of.alert().id()));
                alerts.add(of.alert());
            }
            case Imported.OfEvent of -> events.add(of.event());
            case Imported.Rejected _ -> rejected++;
            default -> {}
        }
    }

    public CaseFiles add(List<Alert> more, List<TelemetryEvent> rows) {
        alerts.addAll(more);
        events.addAll(rows);
        return this;
    }

    /// The same case without a source of telemetry.
    public CaseFiles without(Telemetry source) {
        return new CaseFiles().add(alerts, events.stream().filter(e -> e.kind().source() != source).toList());
    }

    public List<Alert> alerts() {
        return alerts;
    }

    public List<TelemetryEvent> events() {
        return events;
    }

    public int rejected() {
        return rejected;
    }

    public Policy policy() {
        return policy;
    }

    /// From now on provider verdicts are not counted.
    public CaseFiles blind() {
        policy =
                policy.withLimits(
                        policy.pendingExpiryDays(),
                        policy.maxAutomaticPerHour(),
                        policy.expansionGate(),
                        policy.automationStopped(),
                        true);
        return this;
    }

    private Map<EntityKey, String> benign() {
        var known = new HashMap<EntityKey, String>();
        var keys = new java.util.HashSet<EntityKey>();
        events.forEach(e -> e.links().forEach(l -> keys.add(l.entity().key())));
        alerts.forEach(a -> a.evidence().stream().map(Evidence::entity).forEach(e -> keys.add(e.key())));
        for (EntityKey key : keys) {
            Optional<String> list = intel.listing(key).map(listing -> listing.list());
            list.ifPresent(name -> known.put(key, name));
        }
        return known;
    }

    public MemoryFacts facts() {
        return new MemoryFacts(alerts, events, benign());
    }

    /// The worst verdict of each entity over all investigations, and all runs.
    public Map<EntityKey, Judged> investigate(String playbook, List<PlaybookRun> runs) {
        var facts = facts();
        var groups = new TreeMap<String, List<Alert>>();
        for (Alert alert : alerts) {
            String id = alert.providerIncidentId().isEmpty() ? "alert-" + alert.id() : alert.providerIncidentId();
            groups.computeIfAbsent(id, _ -> new ArrayList<>()).add(alert);
        }
        var worst = new LinkedHashMap<EntityKey, Judged>();
        groups.forEach((id, group) -> {
            var first = run(id, group, List.of(), playbook, facts, runs, worst);
            var approved = new TreeMap<EntityKey, Entity>();
            for (var gate : first.gates()) {
                gate.devices().forEach(key -> approved.put(key, facts.entity(key).orElseThrow()));
            }
            if (!approved.isEmpty()) {
                // As if the analyst had approved the expansion.
                run(id + "-expanded", group, List.copyOf(approved.values()), playbook, facts, runs, worst);
            }
        });
        return worst;
    }

    private PlaybookRun run(
            String id,
            List<Alert> group,
            List<Entity> seeds,
            String playbook,
            Facts facts,
            List<PlaybookRun> runs,
            Map<EntityKey, Judged> worst) {
        var start = new PlaybookRun.Start(id, group, seeds, TestWeights.playbook(playbook));
        var run = new PlaybookRun(start, policy, content.weights(), facts);
        while (!run.done()) {
            run.next();
        }
        runs.add(run);
        for (Judged judged : run.verdicts()) {
            worst.merge(
                    judged.ledger().entity(),
                    judged,
                    (a, b) -> b.ledger().verdict().compareTo(a.ledger().verdict()) > 0 ? b : a);
        }
        return run;
    }
}
