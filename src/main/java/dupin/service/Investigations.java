package dupin.service;

import dupin.engine.AlertRouting;
import dupin.engine.AlertTuning;
import dupin.engine.CaseState;
import dupin.engine.Correlator;
import dupin.engine.IncidentMerges;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.Playbook;
import dupin.model.RemediationAction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// The queue of investigations: what starts one, who runs it, how it is cancelled, what goes on after a restart. All
/// methods may be called from any thread but the screen's; work is done by the investigators.
public final class Investigations {
    private final LiveCase live;
    private final Supplier<Map<String, Playbook>> playbooks;
    private final InvestigationRun.Tools tools;
    private final Executor investigators;
    private final Set<String> cancelled = ConcurrentHashMap.newKeySet();
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;
    private final Overtaken overtaken;
    private final AtomicInteger underWay = new AtomicInteger();

    Investigations(
            LiveCase live,
            Supplier<Map<String, Playbook>> playbooks,
            InvestigationRun.Tools tools,
            Executor investigators) {
        this.live = live;
        this.playbooks = playbooks;
        this.tools = tools;
        this.investigators = investigators;
        this.overtaken = new Overtaken(live);
    }

    /// Correlates alerts that belong to no incident yet and starts what the alert policies start. Doing it twice does
    /// nothing more.
    void settle() {
        live.<Boolean>decide(
                RemediationAction.AUTOMATION,
                state -> new LiveCase.Decision<>(IncidentMerges.provided(state), Map.of(), true));
        live.<Boolean>decide(
                RemediationAction.AUTOMATION,
                state -> {
                    List<Alert> fresh =
                            state.alerts().stream().filter(alert -> state.incidentOf(alert.id()).isEmpty()).toList();
                    return new LiveCase.Decision<>(Correlator.correlate(state, fresh), Map.of(), true);
                });
        live.<Boolean>decide(
                RemediationAction.AUTOMATION, state -> new LiveCase.Decision<>(route(state), Map.of(), true));
        resume();
        renewals();
    }

    /// Looks in the background for investigations that what came later overtakes.
    private void renewals() {
        underWay.incrementAndGet();
        investigators.execute(() -> {
            try {
                live.read(CaseState::investigations).stream().map(Investigation::id).forEach(this::renew);
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    /// Has an investigation look again when telemetry or alerts that touch it came after it had begun to look: verdicts
    /// rest on all that the case holds, in whatever order it came.
    private void renew(String id) {
        if (!stopping) {
            live.looking(() -> renewNow(id));
        }
    }

    private void renewNow(String id) {
        Optional<String> reason = overtaken.reason(id);
        if (reason.isPresent()) {
            live.<Boolean>decide(
                    RemediationAction.AUTOMATION,
                    state -> {
                        List<Entry> renewed =
                                state.importsSince(id).isEmpty()
                                        ? List.of()
                                        : List.of(new Entry.InvestigationRenewed(id, reason.get()));
                        return new LiveCase.Decision<>(renewed, Map.of(), true);
                    });
            submit(id);
        }
    }

    private List<Entry> route(CaseState state) {
        var entries = new ArrayList<Entry>();
        for (var incident : state.incidents()) {
            List<Investigation> runs = state.investigationsOf(incident.id());
            var covered = new LinkedHashSet<String>();
            runs.forEach(run -> covered.addAll(run.alertIds()));
            List<Alert> open =
                    incident.alertIds().stream()
                            .filter(id -> !covered.contains(id) && state.declined(id).isEmpty())
                            .map(state::alert)
                            .flatMap(Optional::stream)
                            .toList();
            List<Alert> left = AlertTuning.left(state, incident.id(), open, entries);
            if (left.isEmpty()) {
                continue;
            }
            Optional<Investigation> current = runs.stream().filter(run -> !run.state().ended()).findFirst();
            if (current.isPresent()) {
                left.forEach(alert -> entries.add(new Entry.AlertJoined(current.get().id(), alert.id())));
                continue;
            }
            AlertRouting.Decision decision = AlertRouting.decide(left, state.policy());
            switch (decision) {
                case AlertRouting.Start start ->
                        entries.addAll(
                                started(
                                        queued(
                                                state,
                                                incident.id(),
                                                start.trigger().id(),
                                                start.trigger().title(),
                                                start.playbookId(),
                                                List.of()),
                                        left));
                case AlertRouting.Decline decline ->
                        left.forEach(alert ->
                                entries.add(
                                        new Entry.InvestigationDeclined(
                                                incident.id(), alert.id(), decline.state(), decline.reason())));
            }
        }
        return entries;
    }

    /// The investigation with the alerts that it looks into.
    private static List<Entry> started(Entry.InvestigationQueued queued, List<Alert> alerts) {
        var entries = new ArrayList<Entry>(List.of(queued));
        alerts.stream()
                .filter(alert -> !alert.id().equals(queued.trigger()))
                .forEach(alert -> entries.add(new Entry.AlertJoined(queued.investigationId(), alert.id())));
        return entries;
    }

    private Entry.InvestigationQueued queued(
            CaseState state,
            String incidentId,
            String trigger,
            String title,
            String playbookId,
            List<EntityKey> seeds) {
        int run = state.investigationsOf(incidentId).size() + 1;
        String id = investigationId(incidentId, run);
        while (state.investigation(id).isPresent()) {
            id = investigationId(incidentId, ++run);
        }
        Playbook playbook = playbook(playbookId);
        int steps = playbook.steps().stream().mapToInt(step -> Math.max(1, step.analyzers().size())).sum();
        return new Entry.InvestigationQueued(id, incidentId, trigger, title, playbook.id(), steps, seeds);
    }

    private static String investigationId(String incidentId, int run) {
        return run == 1 ? "INV-" + incidentId : "INV-" + incidentId + "-" + run;
    }

    private Playbook playbook(String id) {
        Map<String, Playbook> known = playbooks.get();
        Playbook playbook = known.getOrDefault(id, known.get("general"));
        if (playbook == null) {
            throw new IllegalStateException("No playbook " + id + " and no general one");
        }
        return playbook;
    }

    /// *Initiate automated investigation* of an incident, by hand.
    ///
    /// @return the investigation's id
    /// @throws Problem when one is under way or the incident is unknown
    public String start(String incidentId, String actor) {
        return start(incidentId, "", List.of(), actor);
    }

    /// *Initiate automated investigation* of an alert, by hand: its incident is investigated.
    public String startOnAlert(String alertId, String actor) {
        String incident =
                live.read(state -> state.incidentOf(alertId))
                        .orElseThrow(() ->
                                new Problem("The case has no alert " + alertId + ".", "Nothing was started.", ""));
        return start(incident, alertId, List.of(), actor);
    }

    /// *Initiate automated investigation* of a device, user or other entity: the incident with its newest alert is
    /// investigated with the entity as a further seed.
    public String startOn(EntityKey entity, String actor) {
        String incident =
                live.read(state ->
                                state.alertsWith(entity).stream()
                                        .map(alert -> state.incidentOf(alert.id()))
                                        .flatMap(Optional::stream)
                                        .reduce((_, last) -> last))
                        .orElseThrow(() ->
                                new Problem(
                                        "No alert of this case shows "
                                                + entity.value()
                                                + ", so there is no incident to investigate.",
                                        "Nothing was started.",
                                        "Choose an entity that an alert names."));
        return start(incident, entity.toString(), List.of(entity), actor);
    }

    private String start(String incidentId, String trigger, List<EntityKey> seeds, String actor) {
        String id =
                live.decide(
                        actor,
                        state -> {
                            var incident =
                                    state.incident(incidentId)
                                            .orElseThrow(() ->
                                                    new Problem(
                                                            "The case has no incident " + incidentId + ".",
                                                            "Nothing was started.",
                                                            ""));
                            state.investigationsOf(incidentId).stream()
                                    .filter(run -> !run.analysed() && !run.state().ended())
                                    .findFirst()
                                    .ifPresent(run -> {
                                        throw new Problem(
                                                "Investigation " + run.id() + " of this incident is under way.",
                                                "Nothing was started.",
                                                "Wait for it, or cancel it first.");
                                    });
                            List<Alert> alerts =
                                    incident.alertIds().stream().map(state::alert).flatMap(Optional::stream).toList();
                            String playbook = AlertRouting.playbookFor(alerts, state.policy());
                            String first = trigger.isEmpty() && !alerts.isEmpty() ? alerts.getFirst().id() : trigger;
                            String title = state.alert(first).map(Alert::title).orElse(incident.name());
                            var entry = queued(state, incidentId, first, title, playbook, seeds);
                            return new LiveCase.Decision<>(started(entry, alerts), Map.of(), entry.investigationId());
                        });
        submit(id);
        return id;
    }

    /// Goes on where an approved scope expansion allows it: a follow-up run with the devices as seeds.
    void expand(RemediationAction approved) {
        List<EntityKey> devices = tools.facts().get().seen(approved.target().key()).devices();
        String id =
                live.decide(
                        RemediationAction.AUTOMATION,
                        state -> {
                            var entry =
                                    queued(
                                            state,
                                            approved.incidentId(),
                                            approved.id(),
                                            "Scope expansion: " + approved.target().label(),
                                            "general",
                                            devices);
                            return new LiveCase.Decision<>(
                                    started(entry, state.alertsOf(approved.incidentId())),
                                    Map.of(),
                                    entry.investigationId());
                        });
        submit(id);
    }

    /// Asks an investigation to stop; findings made so far are kept.
    public void cancel(String investigationId, String actor) {
        cancelled.add(investigationId);
        if (!taken.contains(investigationId)) {
            InvestigationRun.cancelled(live, investigationId, actor);
        }
    }

    /// Takes up every investigation that is queued or was interrupted.
    void resume() {
        live.read(CaseState::investigations).stream()
                .filter(run -> !run.analysed() && !run.state().ended())
                .map(Investigation::id)
                .toList()
                .forEach(this::submit);
    }

    private void submit(String id) {
        if (!taken.add(id)) {
            return;
        }
        underWay.incrementAndGet();
        investigators.execute(() -> {
            try {
                run(id);
            } finally {
                taken.remove(id);
                cancelled.remove(id);
                renew(id);
                underWay.decrementAndGet();
            }
        });
    }

    private void run(String id) {
        Optional<Investigation> found = live.read(state -> state.investigation(id));
        if (!stopping && found.isPresent() && !found.get().state().ended()) {
            new InvestigationRun(
                            live,
                            tools,
                            found.get(),
                            playbook(found.get().playbookId()),
                            () -> cancelled.contains(id),
                            () -> stopping)
                    .run();
        }
    }

    /// Has runs end after the step that they are in, without a word in the journal: they go on when the case is opened again.
    void stop() {
        stopping = true;
    }

    boolean idle() {
        return underWay.get() == 0;
    }

    static boolean waiting(InvestigationState state) {
        return state == InvestigationState.QUEUED || state == InvestigationState.RUNNING;
    }

    static List<Entity> seeds(CaseState state, List<EntityKey> keys) {
        return keys.stream().map(key -> state.entity(key).orElseGet(() -> named(key))).toList();
    }

    private static Entity named(EntityKey key) {
        return Entity.Device.named(key.value());
    }
}
