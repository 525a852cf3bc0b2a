package dupin.engine;

import dupin.engine.analyzer.BoundedFacts;
import dupin.engine.analyzer.ProcessTrees;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.BlastRadius;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Finding;
import dupin.model.FolderClass;
import dupin.model.Judged;
import dupin.model.Ledger;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.SparedAction;
import dupin.model.Verdict;
import dupin.model.Weights;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Proposes what to do about the malicious and suspicious entities of one investigation. The same request over the same
/// facts and policy gives the same actions with the same ids; only the times come from the clock that is handed in.
public final class RemediationPlanner {
    /// @param judged verdicts of the investigation
    /// @param gates expansions that need approval
    public record PlanRequest(
            String investigationId, String incidentId, List<Judged> judged, List<ScopeExpander.Gate> gates) {
        public PlanRequest {
            judged = List.copyOf(judged);
            gates = List.copyOf(gates);
        }
    }

    /// Sorts of findings, as parts of their weight's id: passwords tried out, and rules that move mail away.
    private static final List<String> GUESSING = List.of("spray", "guess", "mfa");

    private static final List<String> RULES = List.of("forward", "hiding-rule");

    private final PlanRequest request;
    private final Policy policy;
    private final Weights weights;
    private final BoundedFacts facts;
    private final Instant now;
    private final ProcessTrees trees;
    private final TreeMap<String, RemediationAction> actions = new TreeMap<>();
    private final List<SparedAction> spared = new ArrayList<>();
    private final Map<EntityKey, List<EntityKey>> ancestors = new HashMap<>();

    private RemediationPlanner(PlanRequest request, Policy policy, Weights weights, Facts facts, Instant now) {
        this.request = request;
        this.policy = policy;
        this.weights = weights;
        this.facts = new BoundedFacts(facts);
        this.now = now;
        this.trees =
                new ProcessTrees(
                        this.facts,
                        request.judged().stream()
                                .filter(j -> j.ledger().verdict().incriminates())
                                .map(Judged::entity)
                                .filter(Entity.Process.class::isInstance)
                                .map(Entity.Process.class::cast)
                                .toList());
    }

    /// What to propose when nothing was proposed before: [#draft], folded.
    public static List<RemediationAction> plan(
            PlanRequest request, Policy policy, Weights weights, Facts facts, Instant now) {
        return draft(request, policy, weights, facts, now).folded().actions();
    }

    /// Actions ordered by verdict (worst first), type, target and device. Automatic ones are approved, others pending.
    public static Plan draft(PlanRequest request, Policy policy, Weights weights, Facts facts, Instant now) {
        var planner = new RemediationPlanner(request, policy, weights, facts, now);
        request.judged().stream().filter(j -> j.ledger().verdict().incriminates()).forEach(planner::remedy);
        request.gates().forEach(planner::gate);
        return new Plan(planner.ordered(), planner.spared, planner.ancestors);
    }

    /// SHA-256 (hex) of the grounds of a verdict: changes when the verdict, its score or a counted finding does.
    public static String digest(Ledger ledger) {
        var digest = new Digests();
        LedgerBook.grounds(digest, ledger);
        return digest.hex();
    }

    /// Deterministic id of an action.
    public static String id(String investigationId, ActionType type, EntityKey target, @Nullable EntityKey device) {
        String hex =
                new Digests()
                        .line(investigationId)
                        .line(type.name())
                        .line(target.toString())
                        .line(device == null ? "" : device.toString())
                        .hex();
        return "ACT-" + hex.substring(0, 16);
    }

    private List<RemediationAction> ordered() {
        Collection<RemediationAction> all = actions.values();
        return all.stream()
                .sorted(
                        Comparator.comparing(RemediationAction::verdict)
                                .reversed()
                                .thenComparing(RemediationAction::type)
                                .thenComparing(a -> a.target().key())
                                .thenComparing(a -> a.device() == null ? "" : a.device().value()))
                .toList();
    }

    private void remedy(Judged judged) {
        switch (judged.entity()) {
            case Entity.File file -> quarantine(file, judged);
            case Entity.Process process -> stop(process, judged);
            case Entity.Service service -> onDevice(ActionType.STOP_SERVICE, service.device(), judged);
            case Entity.Driver driver -> onDevice(ActionType.DISABLE_DRIVER, driver.device(), judged);
            case Entity.RegistryValue value -> onDevice(ActionType.REMOVE_REGISTRY_VALUE, value.device(), judged);
            case Entity.ScheduledTask task -> onDevice(ActionType.REMOVE_SCHEDULED_TASK, task.device(), judged);
            case Entity.Device device -> propose(ActionType.ISOLATE_DEVICE, device, device.key(), judged);
            case Entity.Url url -> block(ActionType.BLOCK_URL, url, judged);
            case Entity.Domain domain -> block(ActionType.BLOCK_URL, domain, judged);
            case Entity.IpAddress ip -> {
                if (ownAddress(ip)) {
                    spare(ActionType.BLOCK_IP, ip, SparedAction.Why.FORBIDDEN, "It is the address of an own device.");
                } else {
                    block(ActionType.BLOCK_IP, ip, judged);
                }
            }
            case Entity.MailMessage mail -> {
                if (Mailboxes.holds(mail, facts)) {
                    propose(ActionType.SOFT_DELETE_MAIL, mail, null, judged);
                }
            }
            case Entity.MailCluster cluster -> {
                // The documents offer nothing on suspicious clusters: too much legitimate mail is in them.
                if (judged.ledger().verdict() == Verdict.MALICIOUS && Mailboxes.holds(cluster)) {
                    propose(ActionType.SOFT_DELETE_CLUSTER, cluster, null, judged);
                }
            }
            case Entity.User user -> account(user, judged);
            case Entity.Mailbox mailbox -> forwarding(mailbox, judged);
            default -> {
                // Nothing that Dupin can do about its kind.
            }
        }
    }

    private void quarantine(Entity.File file, Judged judged) {
        if (benign(ActionType.QUARANTINE_FILE, file)) {
            return;
        }
        FileSightings sightings = FileSightings.of(file, facts);
        unseen(ActionType.QUARANTINE_FILE, file, "It may lie in more places.");
        // Where its folder is not known it may well be the system's, when that is where it lies elsewhere.
        boolean system =
                sightings.everywhere().stream()
                        .map(path -> Entity.File.of(path, "", ""))
                        .anyMatch(f -> NeverTouch.refuses(ActionType.QUARANTINE_FILE, f, null, policy).isPresent());
        sightings
                .paths()
                .forEach((device, paths) -> {
                    if (!paths.isEmpty() || !system) {
                        propose(ActionType.QUARANTINE_FILE, sightings.on(device, policy), device, judged);
                    }
                });
    }

    private void stop(Entity.Process process, Judged judged) {
        Optional<String> ended = trees.ended(process);
        unseen(ActionType.STOP_PROCESS, process, "It may have ended, or run under another process.");
        if (ended.isPresent()) {
            spare(ActionType.STOP_PROCESS, process, SparedAction.Why.ENDED, ended.get());
            return;
        }
        ancestors.put(process.key(), trees.ancestors(process).reversed().stream().flatMap(List::stream).toList());
        onDevice(ActionType.STOP_PROCESS, process.device(), judged);
    }

    private void onDevice(ActionType type, String device, Judged judged) {
        EntityKey key = Entity.Device.named(device).key();
        if (key.value().equals("?")) {
            spare(type, judged.entity(), SparedAction.Why.FORBIDDEN, "No source tells on which device it is.");
        } else {
            propose(type, judged.entity(), key, judged);
        }
    }

    private void block(ActionType type, Entity target, Judged judged) {
        if (!benign(type, target)) {
            propose(type, target, null, judged);
        }
    }

    private boolean benign(ActionType type, Entity target) {
        Optional<String> list = facts.knownBenign(target.key());
        list.ifPresent(name ->
                spare(type, target, SparedAction.Why.FORBIDDEN, target.label() + " is on the list " + name + "."));
        return list.isPresent();
    }

    private void spare(ActionType type, Entity target, SparedAction.Why why, String reason) {
        spared.add(new SparedAction(type, target.key(), why, reason));
    }

    /// Says what a bound kept out of sight since this was said last.
    private void unseen(ActionType type, Entity target, String meaning) {
        List<String> cuts = facts.takeCuts();
        if (!cuts.isEmpty()) {
            spare(type, target, SparedAction.Why.UNSEEN, "Looked only at " + String.join(", ", cuts) + ". " + meaning);
        }
    }

    private boolean ownAddress(Entity.IpAddress ip) {
        return request.judged().stream()
                .map(Judged::entity)
                .anyMatch(e ->
                        e instanceof Entity.Device device
                                && Entity.IpAddress.of(device.ipAddress()).key().equals(ip.key()));
    }

    /// What fits the evidence: a taken-over session ends, the password changes, and a clearly malicious account is closed.
    private void account(Entity.User user, Judged judged) {
        if (judged.ledger().verdict() == Verdict.MALICIOUS) {
            propose(ActionType.DISABLE_USER, user, null, judged);
        }
        propose(ActionType.RESET_PASSWORD, user, null, judged);
        propose(ActionType.REVOKE_SESSIONS, user, null, judged);
        if (rests(judged, GUESSING)) {
            propose(ActionType.REQUIRE_MFA, user, null, judged);
        }
        boolean onMailbox =
                request.judged().stream()
                        .anyMatch(j ->
                                j.entity() instanceof Entity.Mailbox mailbox
                                        && mailbox.key().value().equals(user.key().value())
                                        && j.ledger().verdict().incriminates()
                                        && rests(j, RULES));
        if (!onMailbox && rests(judged, RULES)) {
            propose(ActionType.REMOVE_FORWARDING_RULE, user, null, judged);
        }
    }

    private void forwarding(Entity.Mailbox mailbox, Judged judged) {
        if (rests(judged, RULES)) {
            propose(ActionType.REMOVE_FORWARDING_RULE, mailbox, null, judged);
        }
    }

    /// Whether an incriminating finding is of one of the sorts. Never by its text, which quotes what an attacker wrote.
    private static boolean rests(Judged judged, List<String> sorts) {
        return judged.ledger().counted().stream()
                .filter(Finding::incriminates)
                .anyMatch(finding -> sorts.stream().anyMatch(finding.weightId()::contains));
    }

    private void gate(ScopeExpander.Gate gate) {
        Optional<Judged> judged =
                request.judged().stream().filter(j -> j.entity().key().equals(gate.from())).findFirst();
        Verdict verdict =
                judged.map(j -> j.ledger().verdict()).filter(Verdict::incriminates).orElse(Verdict.SUSPICIOUS);
        BlastRadius blast =
                PlanTexts.withCritical(
                        PlanTexts.radius(gate.devices().size(), 0, 0, 0),
                        CriticalAssets.among(gate.devices(), facts, policy));
        put(ActionType.EXPAND_SCOPE, gate.entity(), null, verdict, gate.text(), judged.map(Judged::ledger), blast);
    }

    private void propose(ActionType type, Entity target, @Nullable EntityKey device, Judged judged) {
        Optional<String> refused = NeverTouch.refuses(type, target, device, policy);
        if (refused.isPresent()) {
            spare(type, target, SparedAction.Why.FORBIDDEN, refused.get());
        } else {
            put(
                    type,
                    target,
                    device,
                    judged.ledger().verdict(),
                    PlanTexts.reason(judged),
                    Optional.of(judged.ledger()),
                    PlanTexts.blast(type, target, device, facts, policy));
        }
    }

    private void put(
            ActionType type,
            Entity target,
            @Nullable EntityKey device,
            Verdict verdict,
            String reason,
            Optional<Ledger> ledger,
            BlastRadius blast) {
        Optional<Entity.Device> on = Optional.ofNullable(device).map(this::device);
        FolderClass folder = Folders.classify(target, policy);
        AutomationPolicy.Decision decision =
                PlainBlock.heed(
                        AutomationPolicy.decide(
                                verdict, type, target, on, DeviceGroups.levelOf(on, policy), folder, policy),
                        type,
                        ledger,
                        weights);
        if (decision.mode() == AutomationPolicy.Mode.NONE) {
            return;
        }
        boolean automatic = decision.automatic();
        String id = id(request.investigationId(), type, target.key(), device);
        Instant expires = automatic ? null : now.plus(Duration.ofDays(policy.pendingExpiryDays()));
        actions.putIfAbsent(
                id,
                new RemediationAction(
                        id,
                        request.investigationId(),
                        request.incidentId(),
                        type,
                        target,
                        device,
                        verdict,
                        automatic ? ActionState.APPROVED : ActionState.PENDING,
                        automatic,
                        reason,
                        decision.reason() + size(target),
                        ledger.map(RemediationPlanner::digest).orElse(""),
                        PlanTexts.undo(type, target, device),
                        blast,
                        automatic ? RemediationAction.AUTOMATION : "",
                        "",
                        "",
                        false,
                        now,
                        expires,
                        automatic ? now : null,
                        null,
                        null));
    }

    private static String size(Entity target) {
        boolean large = target instanceof Entity.MailCluster cluster && cluster.emailCount() > EmailClusters.LARGE;
        return large ? " The cluster holds more than " + EmailClusters.LARGE + " emails." : "";
    }

    private Entity.Device device(EntityKey key) {
        return facts.entity(key)
                .filter(Entity.Device.class::isInstance)
                .map(Entity.Device.class::cast)
                .orElseGet(() ->
                        key.kind() == EntityKind.DEVICE ? Entity.Device.named(key.value()) : Entity.Device.named(""));
    }
}
