package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What telemetry says of some processes' ancestors and ends. Reads each device once, from the first of the processes on;
/// what lies before or beyond the bound is not known, and a process of which nothing is known is taken to run. One thread.
public final class ProcessTrees {
    private static final Duration JITTER = Duration.ofSeconds(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Facts facts;
    private final Map<String, Instant> from = new HashMap<>();
    private final Map<String, Lineage> lineages = new HashMap<>();
    private final Map<String, List<TelemetryEvent>> exits = new HashMap<>();

    /// @param processes those that will be asked about
    public ProcessTrees(Facts facts, Collection<Entity.Process> processes) {
        this.facts = facts;
        for (Entity.Process process : processes) {
            Instant created = process.processCreationDateTime();
            from.merge(
                    Canonical.host(process.device()),
                    created == null ? Instant.MIN : created.minus(Lineage.SLACK),
                    (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    /// Ancestors, the parent first, each with all its keys; empty where telemetry does not show them.
    public List<List<EntityKey>> ancestors(Entity.Process process) {
        var found = new ArrayList<List<EntityKey>>();
        Lineage.Node at = node(process).map(node -> node.parent).orElse(null);
        for (int depth = 0; at != null && depth < Lineage.MAX_DEPTH; depth++) {
            found.add(List.copyOf(at.spellings()));
            at = at.parent;
        }
        return found;
    }

    /// When the process certainly had ended, in words; empty when it may still run.
    public Optional<String> ended(Entity.Process process) {
        Instant start =
                process.processCreationDateTime() != null
                        ? process.processCreationDateTime()
                        : node(process).map(node -> node.start).orElse(null);
        if (start == null || process.processId() <= 0) {
            return Optional.empty();
        }
        Optional<Instant> reused = node(process).flatMap(node -> lineage(process).nextOfPid(node));
        Optional<Instant> exit = exit(process, start).filter(at -> reused.isEmpty() || !at.isAfter(reused.get()));
        return exit.map(at -> "The process ended at " + TIME.format(at) + ".")
                .or(() ->
                        reused.map(at ->
                                "The process ended before "
                                        + TIME.format(at)
                                        + ", when its process id went to another one."));
    }

    private Optional<Instant> exit(Entity.Process process, Instant start) {
        String name = Binaries.name(process);
        for (TelemetryEvent row : exits(process)) {
            Entity.Process ended = Rows.entity(row, LinkRole.TARGET, Entity.Process.class).or(row::actor).orElse(null);
            Instant at = row.time();
            if (ended == null || at == null || ended.processId() != process.processId()) {
                continue;
            }
            Instant created = ended.processCreationDateTime();
            boolean itself = ended.allKeys().stream().anyMatch(process.allKeys()::contains);
            // A sensor's clock may tell the end of a short life a moment before its start.
            if (at.isBefore(itself ? start.minus(JITTER) : start)) {
                continue;
            }
            boolean same = created == null || itself;
            String other = Binaries.name(ended);
            if (same && (name.isEmpty() || other.isEmpty() || name.equals(other))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private List<TelemetryEvent> exits(Entity.Process process) {
        return exits.computeIfAbsent(
                Canonical.host(process.device()),
                host ->
                        host.isEmpty()
                                ? List.of()
                                : facts.events(
                                        Facts.Query.of(new EntityKey(EntityKind.DEVICE, host))
                                                .kinds(EventKind.PROCESS_ENDED)
                                                .between(start(host), null)
                                                .limit(Lineage.MAX_ROWS)));
    }

    private Optional<Lineage.Node> node(Entity.Process process) {
        return lineage(process).find(process, null);
    }

    private Lineage lineage(Entity.Process process) {
        return lineages.computeIfAbsent(
                Canonical.host(process.device()), host -> Lineage.read(facts, host, start(host), null));
    }

    private @Nullable Instant start(String host) {
        Instant first = from.getOrDefault(host, Instant.MIN);
        return first.equals(Instant.MIN) ? null : first;
    }
}
