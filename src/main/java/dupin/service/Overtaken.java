package dupin.service;

import dupin.engine.CaseState;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.ImportReceipt;
import dupin.model.Investigation;
import dupin.model.Telemetry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whether what was imported after an investigation had begun to look touches it. Thread-safe; an import that does not is
/// asked about once while the case is open.
final class Overtaken {
    /// From so many devices on a thing may be common.
    private static final int WIDE = 5;

    private static final Set<Telemetry> CASE_WIDE = Set.of(Telemetry.IDENTITY, Telemetry.MAIL, Telemetry.CLOUD);

    private final CaseReads live;

    /// By investigation, the imports since its look that do not touch it.
    private final Map<String, List<ImportReceipt>> asked = new ConcurrentHashMap<>();

    Overtaken(CaseReads live) {
        this.live = live;
    }

    /// Why it has to look again; empty when it need not.
    Optional<String> reason(String investigationId) {
        List<ImportReceipt> later = live.read(state -> state.importsSince(investigationId));
        List<ImportReceipt> before = asked.get(investigationId);
        if (later.isEmpty() || later.equals(before)) {
            return Optional.empty();
        }
        Optional<String> reason = reason(investigationId, later);
        if (reason.isEmpty()) {
            asked.put(investigationId, later);
        }
        return reason;
    }

    private Optional<String> reason(String id, List<ImportReceipt> later) {
        Investigation run = live.read(state -> state.investigation(id)).orElseThrow();
        Optional<ImportReceipt> telemetry = later.stream().filter(receipt -> receipt.events() > 0).findFirst();
        if (telemetry.isPresent()) {
            String name = telemetry.get().fileName();
            if (isThere(live.read(state -> missing(state, id)), run.entities())) {
                return Optional.of(name + " came later, and telemetry of its kind had been missing.");
            }
            for (EntityKey key : run.entities()) {
                if (live.store().shownSince(telemetry.get().sha256(), key) && !common(key)) {
                    return Optional.of(name + " came later. Since then telemetry shows " + key.value() + ".");
                }
            }
        }
        Set<String> files = later.stream().map(ImportReceipt::sha256).collect(Collectors.toSet());
        return live.read(state ->
                run.entities().stream()
                        .filter(key -> key.kind() != EntityKind.DEVICE)
                        .filter(key -> named(state, key, files, run.alertIds()))
                        .findFirst()
                        .map(key -> "An alert that came later names " + key.value() + "."));
    }

    /// What is everywhere says nothing about this investigation: built-in accounts, programs that most devices run.
    private boolean common(EntityKey key) {
        if (live.read(state -> state.entity(key))
                .filter(it -> it instanceof Entity.User u && u.wellKnown())
                .isPresent()) {
            return true;
        }
        int devices = live.store().sightings(key).devices().size();
        return devices >= WIDE && 2 * devices >= live.store().deviceCount();
    }

    private static Set<String> missing(CaseState state, String id) {
        return state.judgedIn(id).stream()
                .flatMap(key -> state.ownLedger(key).stream())
                .flatMap(ledger -> ledger.missing().stream())
                .collect(Collectors.toSet());
    }

    /// Whether a source that was missing is there now. What came of a device's own shows by the device being touched.
    private boolean isThere(Set<String> missing, List<EntityKey> scope) {
        boolean devices = scope.stream().anyMatch(key -> key.kind() == EntityKind.DEVICE);
        return Stream.of(Telemetry.values())
                .filter(source -> !devices || CASE_WIDE.contains(source))
                .filter(source -> missing.stream().anyMatch(it -> it.startsWith(source.label())))
                .anyMatch(source -> live.store().has(source, null));
    }

    private static boolean named(CaseState state, EntityKey key, Set<String> files, List<String> own) {
        return state.alertsWith(key).stream()
                .anyMatch(alert -> files.contains(alert.row().file()) && !own.contains(alert.id()));
    }
}
