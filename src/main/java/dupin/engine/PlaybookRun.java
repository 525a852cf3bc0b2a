package dupin.engine;

import dupin.engine.analyzer.Analyzer;
import dupin.engine.analyzer.Analyzers;
import dupin.engine.analyzer.Inquiry;
import dupin.engine.analyzer.Work;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Judged;
import dupin.model.Playbook;
import dupin.model.Policy;
import dupin.model.ScopeExpansion;
import dupin.model.StepRecord;
import dupin.model.Telemetry;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One investigation as a step function: pure, so that the same start over the same facts gives the same steps. One thread
/// at a time; [#next] may take as long as its queries do.
public final class PlaybookRun {
    private static final int CUTS_TOLD = 3;

    /// @param alerts any order
    /// @param seeds entities to start from beside the alerts' evidence; a device here counts as approved for expansion
    /// @param at entries of the allow and block list that have expired by then do not count
    public record Start(String investigationId, List<Alert> alerts, List<Entity> seeds, Playbook playbook, Instant at) {
        public Start {
            alerts = List.copyOf(alerts);
            seeds = List.copyOf(seeds);
        }

        /// Before anything expires.
        public Start(String investigationId, List<Alert> alerts, List<Entity> seeds, Playbook playbook) {
            this(investigationId, alerts, seeds, playbook, Instant.MIN);
        }
    }

    /// What one step gave.
    ///
    /// @param step without times: the caller's clock knows them
    /// @param judged the verdicts, on weigh steps only
    public record Outcome(
            StepRecord step, List<ScopeExpansion> expansions, List<Finding> findings, List<Judged> judged) {
        public Outcome {
            expansions = List.copyOf(expansions);
            findings = List.copyOf(findings);
            judged = List.copyOf(judged);
        }
    }

    private final Analyzers analyzers = new Analyzers();
    private final PlaybookWalk walk;
    private final Scope scope = new Scope();
    private final ScopeExpander expander;
    private final Inquiry inquiry;
    private int position;
    private int news;
    private List<Judged> verdicts = List.of();

    public PlaybookRun(Start start, Policy policy, Weights weights, Facts facts) {
        Set<EntityKey> approved =
                start.seeds().stream()
                        .filter(Entity.Device.class::isInstance)
                        .map(Entity::key)
                        .collect(Collectors.toSet());
        expander = new ScopeExpander(scope, facts, policy.expansionGate(), approved);
        var lists = new AllowAndBlock(policy.indicators(), start.at());
        inquiry = new Inquiry(facts, policy, lists, weights, scope, expander);
        start.alerts().stream().sorted(Comparator.comparing(Alert::id)).forEach(this::join);
        start.seeds().stream()
                .sorted(Comparator.comparing(Entity::key))
                .forEach(entity -> expander.seed(entity, "Start of the investigation"));
        walk = new PlaybookWalk(start.playbook(), this::variables);
    }

    /// What conditions of the playbook may ask of the run.
    private Map<String, String> variables() {
        long malicious = scope.members().stream().filter(m -> inquiry.malicious(m.key())).count();
        long incriminated = scope.members().stream().filter(m -> inquiry.incriminated(m.key())).count();
        return Map.of(
                Variables.ALERTS, Integer.toString(inquiry.alerts().size()),
                Variables.ENTITIES, Integer.toString(scope.size()),
                Variables.DEVICES, Integer.toString(scope.of(Entity.Device.class).size()),
                Variables.MALICIOUS, Long.toString(malicious),
                Variables.SUSPICIOUS, Long.toString(incriminated - malicious),
                Variables.NEWS, Integer.toString(news));
    }

    public boolean done() {
        return walk.done();
    }

    /// Known from the start: playbook steps × their analyzers, loops counted once; a run may take fewer or more.
    public int stepCount() {
        return PlaybookWalk.steps(walk.playbook());
    }

    /// Steps that have run.
    public int position() {
        return position;
    }

    /// What [#next] would run; "" when done.
    public String nextName() {
        return done() ? "" : walk.slot().name();
    }

    /// A related alert joins; its evidence is looked at by all steps still to come.
    public void join(Alert alert) {
        if (inquiry.add(alert)) {
            alert.evidence().stream()
                    .map(Evidence::entity)
                    .sorted(Comparator.comparing(Entity::key))
                    .forEach(entity -> expander.seed(entity, "Evidence of alert " + alert.id()));
        }
    }

    /// Runs the next step.
    ///
    /// @throws IllegalStateException when the run is done
    public Outcome next() {
        if (done()) {
            throw new IllegalStateException("The investigation has no further step");
        }
        PlaybookWalk.Slot slot = walk.slot();
        Optional<Analyzer> analyzer = analyzers.named(slot.analyzer());
        Outcome outcome;
        if (analyzer.isPresent()) {
            outcome = analyse(slot, analyzer.get());
        } else if (slot.analyzer().isEmpty()) {
            outcome = plain(slot);
        } else {
            outcome =
                    new Outcome(
                            record(
                                    slot,
                                    "",
                                    "The playbook names an analyzer that does not exist",
                                    StepRecord.Status.FAILED,
                                    0,
                                    0),
                            List.of(),
                            List.of(),
                            List.of());
        }
        position++;
        news += outcome.findings().size() + outcome.expansions().size();
        walk.advance(() -> {
            Map<String, String> now = variables();
            news = 0;
            return now;
        });
        if (done() && verdicts.isEmpty()) {
            verdicts = judge();
        }
        return outcome;
    }

    private Outcome analyse(PlaybookWalk.Slot slot, Analyzer analyzer) {
        var work = new Work(inquiry, analyzer);
        analyzer.run(work);
        boolean blind = !work.missing().isEmpty();
        var status =
                !blind
                        ? StepRecord.Status.COMPLETED
                        : work.blind() >= work.looked() ? StepRecord.Status.SKIPPED : StepRecord.Status.PARTIAL;
        String text =
                analyzer.description()
                        + (blind ? "; not in the case: " + String.join(", ", work.missing()) : "")
                        + cuts();
        var step = record(slot, analyzer.entityType(), text, status, work.looked(), work.findings().size());
        return new Outcome(step, work.expansions(), work.findings(), List.of());
    }

    /// What the step read only in part.
    private String cuts() {
        List<String> cuts = inquiry.takeCuts();
        if (cuts.isEmpty()) {
            return "";
        }
        String more = cuts.size() > CUTS_TOLD ? " and " + (cuts.size() - CUTS_TOLD) + " more" : "";
        return "; looked only at " + String.join(", ", cuts.subList(0, Math.min(CUTS_TOLD, cuts.size()))) + more;
    }

    private Outcome plain(PlaybookWalk.Slot slot) {
        if (!slot.step().byHand().isEmpty()) {
            String text = "To be done by hand: " + String.join("; ", slot.step().byHand());
            return new Outcome(
                    record(slot, "", text, StepRecord.Status.SKIPPED, 0, 0), List.of(), List.of(), List.of());
        }
        boolean weighs = slot.step().phase() == Playbook.Phase.WEIGH;
        if (weighs) {
            verdicts = judge();
        }
        String text =
                slot.step().description()
                        + (weighs && expander.bounded() ? "; a limit on depth or breadth left entities out" : "");
        var status = weighs && expander.bounded() ? StepRecord.Status.PARTIAL : StepRecord.Status.COMPLETED;
        int entities = weighs ? verdicts.size() : 0;
        List<Finding> listed = weighs ? listed() : List.of();
        return new Outcome(
                record(slot, "Entities", text, status, entities, listed.size()),
                List.of(),
                listed,
                weighs ? verdicts : List.of());
    }

    /// What the case's allow and block list adds when weighing: no analyzer finds it, yet the sums rest on it.
    private List<Finding> listed() {
        return verdicts.stream()
                .map(Judged::ledger)
                .flatMap(ledger -> Stream.concat(ledger.counted().stream(), ledger.uncounted().stream()))
                .filter(finding -> finding.analyzer().equals(VerdictWeigher.INDICATORS))
                .toList();
    }

    private StepRecord record(
            PlaybookWalk.Slot slot, String type, String text, StepRecord.Status status, int entities, int findings) {
        List<String> devices =
                scope.of(Entity.Device.class).stream().map(Entity.Device::label).distinct().limit(2).toList();
        String device = devices.size() == 1 ? devices.getFirst() : "";
        String loop =
                slot.loopLeft() ? "; a loop before it was left after " + Playbook.Flow.MAX_ROUNDS + " rounds" : "";
        return new StepRecord(
                position,
                slot.name(),
                type,
                device,
                text + loop,
                status,
                entities,
                findings,
                null,
                null,
                slot.step().id());
    }

    /// Where nothing speaks against an entity, the sources that might have and are not in the case are named.
    private void nameGaps() {
        var present = new HashMap<String, Boolean>();
        for (Scope.Member member : scope.members()) {
            Entity entity = member.entity();
            if (inquiry.ledger(entity.key()).verdict() != Verdict.NO_THREATS_FOUND) {
                continue;
            }
            String host = EntityDevice.of(entity);
            EntityKey device = host.isEmpty() ? null : new EntityKey(EntityKind.DEVICE, Canonical.host(host));
            for (Telemetry source : MissingFact.sources(entity.kind())) {
                boolean there =
                        present.computeIfAbsent(source + "|" + device, _ -> inquiry.facts().has(source, device));
                if (!there) {
                    inquiry.gap(entity.key(), source);
                }
            }
        }
    }

    private List<Judged> judge() {
        nameGaps();
        return scope.members().stream()
                .map(Scope.Member::entity)
                .map(entity -> new Judged(entity, inquiry.ledger(entity.key())))
                .toList();
    }

    /// The verdict of everything in scope, by key; empty before the weigh step.
    public List<Judged> verdicts() {
        return verdicts;
    }

    /// Expansions that need approval, by entity. Approved devices are seeds of a follow-up run.
    public List<ScopeExpander.Gate> gates() {
        return expander.gates();
    }
}
