package dupin.service;

import dupin.engine.CaseState;
import dupin.engine.Sharing;
import dupin.intake.Sink;
import dupin.intake.Source;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.ImportReceipt;
import dupin.model.Imported;
import dupin.model.ProviderAction;
import dupin.model.ProviderIncident;
import dupin.model.ProviderInvestigation;
import dupin.store.AliasIndex;
import dupin.store.EventLoader;
import dupin.store.PackedText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sink of one file: counts, hands telemetry to the loader (when there is one) and keeps the few
/// records that become journal entries.
final class Reading implements Sink {
    private final Source source;
    private final String format;
    private final AliasIndex aliases;
    private final Progress progress;
    private final @Nullable EventLoader loader;
    private final Sharing sharing = new Sharing();
    private final Map<String, Alert> alerts = new LinkedHashMap<>();
    private final Map<String, PackedText> raw = new HashMap<>();
    private final Map<String, ProviderIncident> incidents = new LinkedHashMap<>();
    private final Map<String, ProviderInvestigation> investigations = new LinkedHashMap<>();
    private final Map<String, ProviderAction> actions = new LinkedHashMap<>();
    private final List<Imported.Rejected> rejects = new ArrayList<>();
    private final Set<EntityKey> entities = new HashSet<>();
    private long read;
    private long events;
    private long repeated;
    private long rejectCount;

    /// @param loader null for the check before an import, which keeps nothing
    Reading(Source source, String format, AliasIndex aliases, Progress progress, @Nullable EventLoader loader) {
        this.source = source;
        this.format = format;
        this.aliases = aliases;
        this.progress = progress;
        this.loader = loader;
    }

    Source source() {
        return source;
    }

    Map<String, PackedText> raw() {
        return raw;
    }

    @Override
    public void accept(Imported item) {
        read++;
        switch (item) {
            case Imported.OfAlert(Alert alert, String text) -> {
                alert.evidence().forEach(evidence -> meet(evidence.entity()));
                repeated += alerts.containsKey(alert.id()) ? 1 : 0;
                Alert joined = alerts.merge(alert.id(), sharing.share(alert), Reading::joined);
                if (loader != null && joined.row().equals(alert.row())) {
                    raw.put(alert.id(), PackedText.of(text));
                }
            }
            case Imported.OfIncident(ProviderIncident incident) -> incidents.put(incident.id(), incident);
            case Imported.OfInvestigation(ProviderInvestigation investigation) ->
                    investigations.put(investigation.id(), investigation);
            case Imported.OfAction(ProviderAction action) -> actions.put(action.id(), action);
            case Imported.OfEvent(var event) -> {
                events++;
                for (EventLink link : event.links()) {
                    meet(link.entity());
                }
                if (loader != null) {
                    loader.add(event);
                }
            }
            case Imported.Rejected rejected -> {
                rejectCount++;
                if (rejects.size() < ImportReceipt.MAX_LISTED) {
                    rejects.add(rejected);
                }
            }
        }
    }

    private void meet(Entity entity) {
        entities.add(entity.key());
    }

    @Override
    public void progress(long bytesRead) {
        progress.check();
        progress.report("Reading " + source.name(), bytesRead, source.size());
    }

    /// Adds what is new against the state; entities come out under their canonical keys.
    ///
    /// @return how many records the case held already, unchanged
    long addTo(List<Entry> entries, CaseState state) {
        for (ProviderIncident incident : incidents.values()) {
            entries.add(new Entry.IncidentReceived(incident));
        }
        long duplicates = repeated;
        for (Alert alert : alerts.values()) {
            Alert resolved = resolve(alert);
            Optional<Alert> held = state.alert(alert.id());
            Optional<Alert> twin = held.isPresent() ? Optional.empty() : state.sameAlert(resolved);
            if (twin.isPresent()) {
                Alert joined = twin.get().with(resolved);
                if (joined.equals(twin.get())) {
                    duplicates++;
                } else {
                    entries.add(new Entry.AlertReceived(joined));
                }
            } else {
                Alert joined = held.map(old -> joined(old, resolved)).orElse(resolved);
                if (held.isPresent() && joined.equals(held.get())) {
                    duplicates++;
                } else {
                    entries.add(new Entry.AlertReceived(joined));
                }
            }
        }
        investigations.values().forEach(i -> entries.add(new Entry.ProviderInvestigationReceived(i)));
        actions.values().forEach(a -> entries.add(new Entry.ProviderActionReceived(a)));
        return duplicates;
    }

    private Alert resolve(Alert alert) {
        List<Evidence> evidence =
                alert.evidence().stream()
                        .map(e ->
                                new Evidence(
                                        aliases.resolve(e.entity()),
                                        e.roles(),
                                        e.detailedRoles(),
                                        e.providerVerdict(),
                                        e.providerRemediationStatus(),
                                        e.detectionStatus(),
                                        e.tags(),
                                        e.createdDateTime()))
                        .toList();
        return alert.withEvidence(evidence);
    }

    /// Two exports of one alert: what the later update says, with the evidence of both; the same in whichever order they come.
    private static Alert joined(Alert held, Alert fresh) {
        Instant before = held.lastUpdateDateTime();
        Instant now = fresh.lastUpdateDateTime();
        int order = Comparator.nullsFirst(Comparator.<Instant>naturalOrder()).compare(now, before);
        if (order == 0) {
            order = Integer.compare(fresh.evidence().size(), held.evidence().size());
        }
        if (order == 0) {
            order = held.row().compareTo(fresh.row());
        }
        return order > 0 ? fresh.with(held) : held.with(fresh);
    }

    ImportReceipt receipt(long duplicates, long millis, long batch) {
        return new ImportReceipt(
                source.name(),
                source.sha256(),
                source.size(),
                format,
                read,
                alerts.size(),
                incidents.size(),
                investigations.size(),
                actions.size(),
                events,
                entities.size(),
                duplicates,
                rejectCount,
                rejects,
                millis,
                batch);
    }
}
