package dupin.engine;

import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Judged;
import dupin.model.Ledger;
import dupin.model.LinkRole;
import dupin.model.Policy;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.TelemetryEvent;
import dupin.model.Verdict;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A small case, written as sentences, and its investigation.
public final class EngineCase {
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private final List<Alert> alerts = new ArrayList<>();
    private final List<TelemetryEvent> events = new ArrayList<>();
    private final Map<EntityKey, String> benign = new HashMap<>();
    private final List<Entity> seeds = new ArrayList<>();
    private Policy policy = policy();
    private String playbook = "general";

    /// A policy that leaves everything at rest: no groups, no indicators, a gate of ten devices.
    public static Policy policy() {
        return new Policy(
                1,
                List.of(),
                List.of(),
                List.of("C:\\Windows\\*", "C:\\Program Files\\*"),
                List.of("*\\Temp\\*"),
                List.of(),
                List.of(),
                List.of(),
                7,
                100,
                10,
                false,
                false);
    }

    public EngineCase with(Policy other) {
        policy = other;
        return this;
    }

    public EngineCase playbook(String id) {
        playbook = id;
        return this;
    }

    public static Instant at(long seconds) {
        return START.plusSeconds(seconds);
    }

    public static Entity.File file(String device, String path) {
        return Entity.File.of(path, "", device);
    }

    /// Process that started so many seconds into the case.
    public static Entity.Process process(String device, long pid, long seconds, String image, String commandLine) {
        return new Entity.Process(
                device, pid, at(seconds), "", commandLine, file(device, image), "corp\\ann", 0, null, "");
    }

    public static Evidence evidence(Entity entity, String verdict, String... roles) {
        return new Evidence(entity, List.of(roles), List.of(), verdict, "", "", List.of(), null);
    }

    public EngineCase alert(String id, Severity severity, Entity... entities) {
        return alert(id, severity, List.of(entities).stream().map(Evidence::of).toList());
    }

    public EngineCase alert(String id, Severity severity, List<Evidence> evidence) {
        alerts.add(
                AlertDraft.alert(id)
                        .title("Alert " + id)
                        .severity(severity)
                        .created(at(0))
                        .active(at(0), at(600))
                        .updated(at(600))
                        .evidence(evidence)
                        .made());
        return this;
    }

    public EngineCase event(EventKind kind, long seconds, Map<String, String> attributes, EventLink... links) {
        return act(kind, kind.name(), seconds, attributes, links);
    }

    /// An event under the source's own word for it.
    public EngineCase act(
            EventKind kind, String action, long seconds, Map<String, String> attributes, EventLink... links) {
        events.add(
                new TelemetryEvent(
                        kind,
                        "Test",
                        action,
                        at(seconds),
                        List.of(links),
                        new TreeMap<>(attributes),
                        "",
                        new RowRef("testfile", events.size())));
        return this;
    }

    public EngineCase started(Entity.Process parent, Entity.Process child) {
        Instant start = child.processCreationDateTime();
        return event(
                EventKind.PROCESS_CREATED,
                start == null ? 0 : start.getEpochSecond() - START.getEpochSecond(),
                Map.of(),
                link(LinkRole.DEVICE, Entity.Device.named(child.device())),
                link(LinkRole.ACTOR, parent),
                link(LinkRole.TARGET, child),
                link(LinkRole.TARGET_IMAGE, child.imageFile()));
    }

    /// The process did something to the entity.
    public EngineCase did(EventKind kind, long seconds, Entity.Process actor, LinkRole role, Entity entity) {
        return did(kind, seconds, actor, role, entity, Map.of());
    }

    public EngineCase did(
            EventKind kind,
            long seconds,
            Entity.Process actor,
            LinkRole role,
            Entity entity,
            Map<String, String> attributes) {
        return event(
                kind,
                seconds,
                attributes,
                link(LinkRole.DEVICE, Entity.Device.named(actor.device())),
                link(LinkRole.ACTOR, actor),
                link(role, entity));
    }

    public EngineCase benign(Entity entity, String list) {
        benign.put(entity.key(), list);
        return this;
    }

    public EngineCase seed(Entity entity) {
        seeds.add(entity);
        return this;
    }

    public static EventLink link(LinkRole role, Entity entity) {
        return new EventLink(role, entity);
    }

    public List<TelemetryEvent> events() {
        return events;
    }

    public List<Alert> alerts() {
        return alerts;
    }

    public PlaybookRun run() {
        return run(alerts, events);
    }

    public PlaybookRun run(List<Alert> someAlerts, List<TelemetryEvent> someEvents) {
        return run(someAlerts, someEvents, Instant.MIN);
    }

    /// An investigation that begins at that time.
    public PlaybookRun run(Instant at) {
        return run(alerts, events, at);
    }

    private PlaybookRun run(List<Alert> someAlerts, List<TelemetryEvent> someEvents, Instant at) {
        var facts = new MemoryFacts(someAlerts, someEvents, benign);
        var start = new PlaybookRun.Start("inv-1", someAlerts, seeds, TestWeights.playbook(playbook), at);
        return new PlaybookRun(start, policy, TestWeights.shipped(), facts);
    }

    public Result investigate() {
        return finish(run());
    }

    public static Result finish(PlaybookRun run) {
        var outcomes = new ArrayList<PlaybookRun.Outcome>();
        while (!run.done()) {
            outcomes.add(run.next());
        }
        return new Result(run, outcomes);
    }

    /// A finished investigation.
    public record Result(PlaybookRun run, List<PlaybookRun.Outcome> outcomes) {
        public @Nullable Ledger ledger(Entity entity) {
            return run.verdicts().stream()
                    .filter(j -> j.entity().allKeys().stream().anyMatch(entity.allKeys()::contains))
                    .map(Judged::ledger)
                    .findFirst()
                    .orElse(null);
        }

        public Verdict verdict(Entity entity) {
            Ledger ledger = ledger(entity);
            if (ledger == null) {
                throw new AssertionError(entity.key() + " is not in scope");
            }
            return ledger.verdict();
        }

        public boolean inScope(Entity entity) {
            return ledger(entity) != null;
        }

        public List<Finding> findings(Entity entity) {
            Ledger ledger = ledger(entity);
            return ledger == null
                    ? List.of()
                    : java.util.stream.Stream.concat(ledger.counted().stream(), ledger.uncounted().stream()).toList();
        }

        public List<String> weightIds(Entity entity) {
            return findings(entity).stream().map(Finding::weightId).toList();
        }
    }
}
