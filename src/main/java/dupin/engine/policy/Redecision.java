package dupin.engine.policy;

import dupin.engine.AllowAndBlock;
import dupin.engine.AutomationPolicy;
import dupin.engine.CaseState;
import dupin.engine.DeviceGroups;
import dupin.engine.EntityDevice;
import dupin.engine.Folders;
import dupin.engine.NeverTouch;
import dupin.engine.PlainBlock;
import dupin.engine.VerdictWeigher;
import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import dupin.model.Weights;
import dupin.model.policy.Outcome;
import dupin.model.policy.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One policy's answers to what a case holds, by the functions that plan and decide. Actions must come in the order of their
/// proposal: the circuit breaker counts them.
final class Redecision {
    private static final Duration HOUR = Duration.ofHours(1);

    private final CaseState state;
    private final Policy policy;
    private final Weights weights;
    private final AllowAndBlock listed;
    private final AllowAndBlock listedNow;
    private final Folders.Lists folders;
    private final boolean weighsAnew;
    private final Map<EntityKey, AutomationLevel> levels = new HashMap<>();
    private final Map<ActionType, ArrayDeque<Instant>> ran = new EnumMap<>(ActionType.class);

    record Answer(Outcome outcome, String reason) {}

    Redecision(CaseState state, Policy policy, Weights weights, Instant at) {
        this.state = state;
        this.policy = policy;
        this.weights = weights;
        this.listed = new AllowAndBlock(policy.indicators(), at);
        this.listedNow = new AllowAndBlock(state.policy().indicators(), at);
        this.folders = Folders.Lists.of(policy);
        this.weighsAnew =
                !policy.indicators().equals(state.policy().indicators())
                        || policy.blindReview() != state.policy().blindReview();
    }

    Policy policy() {
        return policy;
    }

    Answer action(RemediationAction action) {
        if (!action.requestedBy().isEmpty()) {
            return asked(action);
        }
        Optional<Ledger> ledger = state.ledger(action.target().key());
        Verdict verdict = ledger.flatMap(this::weighed).orElse(action.verdict());
        boolean small =
                action.type() == ActionType.EXPAND_SCOPE
                        && action.blastRadius().devices() < policy.expansionGate()
                        && action.blastRadius().devices() > 0;
        if (small && verdict.incriminates()) {
            return new Answer(
                    Outcome.RUNS, "Fewer than " + policy.expansionGate() + " devices are investigated without asking.");
        }
        Answer answer = decide(verdict, action.type(), action.target(), action.device(), ledger);
        return answer.outcome() == Outcome.RUNS ? braked(action, answer) : answer;
    }

    /// What a person asks for rests on no verdict and waits under every policy that does not forbid it.
    private Answer asked(RemediationAction action) {
        return NeverTouch.refuses(action, policy)
                .map(why -> new Answer(Outcome.NOTHING, why))
                .orElseGet(() ->
                        new Answer(Outcome.ASKS, action.requestedBy() + " asked for it, and it waits for approval."));
    }

    /// What would be proposed first on the entity.
    Answer evidence(Entity entity, Ledger ledger) {
        Verdict verdict = weighed(ledger).orElse(ledger.verdict());
        return subject(entity)
                .map(subject -> decide(verdict, subject.type(), entity, device(entity), Optional.of(ledger)))
                .orElseGet(() -> new Answer(Outcome.NOTHING, "Nothing can be done about its kind."));
    }

    private static Optional<Subject> subject(Entity entity) {
        return entity instanceof Entity.MailCluster cluster
                ? Optional.of(Examples.kindOf(cluster))
                : entity instanceof Entity.User
                        ? Optional.of(Subject.USER_PASSWORD)
                        : Subject.of(entity.kind()).stream().filter(s -> s != Subject.SCOPE).findFirst();
    }

    private static @Nullable EntityKey device(Entity entity) {
        return EntityDevice.key(entity).orElse(null);
    }

    private Answer decide(
            Verdict verdict, ActionType type, Entity target, @Nullable EntityKey device, Optional<Ledger> ledger) {
        Optional<String> refused =
                verdict.incriminates() ? NeverTouch.refuses(type, target, device, policy) : Optional.empty();
        if (refused.isPresent()) {
            return new Answer(Outcome.NOTHING, refused.get());
        }
        Optional<Entity.Device> on = Optional.ofNullable(device).map(key -> DecisionMatrix.device(key, state));
        AutomationPolicy.Decision decision =
                AutomationPolicy.decide(verdict, type, target, on, level(device, on), folders.classify(target), policy);
        if (decision.automatic()) {
            Optional<Ledger> anew =
                    ledger.filter(it -> state.override(it.entity()).isEmpty())
                            .map(it -> weigh(it, listed, policy.blindReview()));
            decision = PlainBlock.heed(decision, type, anew, weights);
        }
        return new Answer(DecisionMatrix.outcome(decision.mode()), decision.reason());
    }

    private AutomationLevel level(@Nullable EntityKey key, Optional<Entity.Device> device) {
        return key == null
                ? DeviceGroups.levelOf(device, policy)
                : levels.computeIfAbsent(key, _ -> DeviceGroups.levelOf(device, policy));
    }

    /// Further actions of a kind within the hour wait for a person.
    private Answer braked(RemediationAction action, Answer answer) {
        Instant at = action.proposedDateTime();
        if (at == null) {
            return answer;
        }
        ArrayDeque<Instant> recent = ran.computeIfAbsent(action.type(), _ -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.getFirst().isAfter(at.minus(HOUR))) {
            recent.removeFirst();
        }
        if (recent.size() >= policy.maxAutomaticPerHour()) {
            return new Answer(
                    Outcome.ASKS,
                    "Circuit breaker: " + recent.size() + " automatic actions of this type within the hour.");
        }
        recent.addLast(at);
        return answer;
    }

    /// The verdict under this policy's lists where they alone make it another one; empty where what was reached stands.
    private Optional<Verdict> weighed(Ledger ledger) {
        if (!weighsAnew || state.override(ledger.entity()).isPresent()) {
            return Optional.empty();
        }
        Verdict under = weigh(ledger, listed, policy.blindReview()).verdict();
        Verdict now = weigh(ledger, listedNow, state.policy().blindReview()).verdict();
        return under == now ? Optional.empty() : Optional.of(under);
    }

    private Ledger weigh(Ledger ledger, AllowAndBlock list, boolean blind) {
        var findings = new ArrayList<Finding>();
        Stream.of(ledger.counted(), ledger.uncounted())
                .flatMap(Collection::stream)
                .filter(f -> !f.analyzer().equals(VerdictWeigher.INDICATORS))
                .filter(f -> !blind || !f.weightId().startsWith("provider."))
                .forEach(findings::add);
        return VerdictWeigher.weigh(
                ledger.entity(),
                ledger.entity().kind(),
                findings,
                ledger.missing(),
                list.of(List.of(ledger.entity())),
                weights);
    }
}
