package dupin.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An action on one entity (on one device where the type asks for one), from proposal to outcome.
///
/// @param id deterministic: investigation, type, target and device
/// @param device the asset it runs on; null for mail, identity and tenant-wide actions
/// @param automatic policy lets it run without asking
/// @param reason why it is proposed (verdict and score)
/// @param policyReason why it is automatic or waits
/// @param evidenceDigest digest of the ledger that it rests on
/// @param undoPlan what undo would do; "" when it cannot be undone
/// @param decidedBy person, or `Automation`; "" while undecided
/// @param statusDetails outcome or failure in words
/// @param verified whether the estate was read back and agreed
/// @param attempt how often it was handed to the responder before and failed: a retry is another attempt at the estate
/// @param covered what else it takes care of on the same device: processes that end with their ancestor
/// @param approvedOn what the approval in force rests on; empty while nobody approved it
/// @param parameters choices that its type leaves open, by name; what is not named takes the type's first value
/// @param responder who has it or had it; "" before it was handed to anybody
/// @param requestedBy the person who asked for it; "" for what an investigation proposed
/// @param items what became of the single things that it was last carried out on; empty where there is only one
public record RemediationAction(
        String id,
        String investigationId,
        String incidentId,
        ActionType type,
        Entity target,
        @Nullable EntityKey device,
        Verdict verdict,
        ActionState state,
        boolean automatic,
        String reason,
        String policyReason,
        String evidenceDigest,
        String undoPlan,
        BlastRadius blastRadius,
        String decidedBy,
        String comment,
        String statusDetails,
        boolean verified,
        @Nullable Instant proposedDateTime,
        @Nullable Instant expiresDateTime,
        @Nullable Instant decidedDateTime,
        @Nullable Instant startedDateTime,
        @Nullable Instant endedDateTime,
        int attempt,
        List<EntityKey> covered,
        List<Ground> approvedOn,
        Map<String, String> parameters,
        String responder,
        String requestedBy,
        List<ActionItem> items) {

    public RemediationAction {
        covered = List.copyOf(covered);
        approvedOn = List.copyOf(approvedOn);
        parameters = known(type, parameters);
        items = List.copyOf(items);
    }

    /// Those that the type has: nobody else's word becomes part of an order.
    private static Map<String, String> known(ActionType type, Map<String, String> chosen) {
        var known = new TreeMap<String, String>();
        for (ActionType.Parameter parameter : type.parameters()) {
            String value = chosen.getOrDefault(parameter.name(), "");
            if (!value.isEmpty()) {
                known.put(parameter.name(), value);
            }
        }
        return Collections.unmodifiableMap(known);
    }

    /// An action that takes care of its target alone.
    public RemediationAction(
            String id,
            String investigationId,
            String incidentId,
            ActionType type,
            Entity target,
            @Nullable EntityKey device,
            Verdict verdict,
            ActionState state,
            boolean automatic,
            String reason,
            String policyReason,
            String evidenceDigest,
            String undoPlan,
            BlastRadius blastRadius,
            String decidedBy,
            String comment,
            String statusDetails,
            boolean verified,
            @Nullable Instant proposedDateTime,
            @Nullable Instant expiresDateTime,
            @Nullable Instant decidedDateTime,
            @Nullable Instant startedDateTime,
            @Nullable Instant endedDateTime) {
        this(
                id,
                investigationId,
                incidentId,
                type,
                target,
                device,
                verdict,
                state,
                automatic,
                reason,
                policyReason,
                evidenceDigest,
                undoPlan,
                blastRadius,
                decidedBy,
                comment,
                statusDetails,
                verified,
                proposedDateTime,
                expiresDateTime,
                decidedDateTime,
                startedDateTime,
                endedDateTime,
                0,
                List.of(),
                List.of(),
                Map.of(),
                "",
                "",
                List.of());
    }

    public static final String AUTOMATION = "Automation";

    /// Between the names of several persons who approved.
    public static final String AND = "; ";

    /// The action center's *Decision*: blank for automatic ones.
    public String decision() {
        return switch (state) {
            case PENDING -> "";
            case DECLINED -> "Declined";
            case EXPIRED -> "Timed out";
            // What was skipped or ran by itself was approved by nobody.
            default -> automatic || decidedBy.isEmpty() ? "" : "Approved";
        };
    }

    public String source() {
        return requestedBy.isEmpty() ? type.area().source() : type.area().manualSource();
    }

    /// The chosen value of a parameter of its type, else the type's own choice; "" when the type has no such parameter.
    public String parameter(String name) {
        return type.parameters().stream()
                .filter(known -> known.name().equals(name))
                .map(known -> {
                    String chosen = parameters.getOrDefault(name, "");
                    return known.values().contains(chosen) ? chosen : known.values().getFirst();
                })
                .findFirst()
                .orElse("");
    }

    public RemediationAction with(ActionState next, String details) {
        return new ActionChange(this).state(next).details(details).made();
    }

    public RemediationAction decided(ActionState next, String by, String remark, Instant at) {
        var change = new ActionChange(this).state(next);
        change.decidedBy = by;
        change.comment = remark;
        change.decided = at;
        return change.made();
    }

    /// Asked for by a person, with the choices that the type leaves open.
    public RemediationAction requested(String by, Map<String, String> chosen) {
        var change = new ActionChange(this);
        change.requestedBy = by;
        change.parameters = chosen;
        return change.made();
    }

    /// Handed to that responder.
    public RemediationAction queued(ActionState next, String to) {
        var change = new ActionChange(this).state(next);
        change.responder = to;
        return change.made();
    }

    /// Approved by a person on these grounds; after a failure that makes another attempt at the estate.
    public RemediationAction approved(String by, String remark, List<Ground> grounds, Instant at) {
        String all = state == ActionState.PENDING ? joined(by, grounds) : by;
        var change = new ActionChange(decided(ActionState.APPROVED, all, remark, at));
        change.attempt = state.retriable() ? attempt + 1 : attempt;
        change.approvedOn = grounds;
        return change.made();
    }

    /// Approved by one of several persons who must; it waits for the others.
    public RemediationAction endorsed(String by, List<Ground> grounds) {
        var change = new ActionChange(this);
        change.decidedBy = joined(by, grounds);
        change.approvedOn = grounds;
        return change.made();
    }

    /// Who has approved on these grounds while it waits for others.
    public List<String> endorsers(List<Ground> grounds) {
        boolean none = state != ActionState.PENDING || decidedBy.isEmpty() || !approvedOn.equals(grounds);
        return none ? List.of() : List.of(decidedBy.split(AND));
    }

    private String joined(String by, List<Ground> grounds) {
        var all = new ArrayList<>(endorsers(grounds));
        all.add(by);
        return String.join(AND, all);
    }

    /// The decision does not hold any more: it waits again, as long as it did at first.
    public RemediationAction askedAgain(String why, Instant at) {
        var change = new ActionChange(this).state(ActionState.PENDING).details(why);
        change.automatic = false;
        change.decidedBy = "";
        change.comment = "";
        change.decided = null;
        change.approvedOn = List.of();
        change.responder = "";
        change.expires =
                proposedDateTime == null || expiresDateTime == null
                        ? expiresDateTime
                        : at.plus(Duration.between(proposedDateTime, expiresDateTime));
        return change.made();
    }

    public RemediationAction started(ActionState next, Instant at) {
        var change = new ActionChange(this).state(next);
        change.started = at;
        change.ended = null;
        return change.made();
    }

    public RemediationAction ended(ActionState next, String details, boolean readBack, Instant at) {
        var change = new ActionChange(this).state(next).details(details);
        change.verified = readBack;
        change.ended = at;
        return change.made();
    }

    /// This proposal where an older one with the same id was: what that one did at the estate is another attempt.
    public RemediationAction after(RemediationAction older) {
        var change = new ActionChange(this);
        change.attempt = older.startedDateTime == null ? older.attempt : older.attempt + 1;
        return change.made();
    }

    /// With a receipt for each thing that it was carried out on; the one before stays where there is none.
    public RemediationAction received(List<ActionItem> receipt) {
        if (receipt.isEmpty()) {
            return this;
        }
        var change = new ActionChange(this);
        change.items = receipt;
        return change.made();
    }

    public RemediationAction withBlastRadius(BlastRadius radius) {
        var change = new ActionChange(this);
        change.blastRadius = radius;
        return change.made();
    }

    /// The action in the incident that its own went into.
    public RemediationAction inIncident(String incident) {
        var change = new ActionChange(this);
        change.incidentId = incident;
        return change.made();
    }

    /// The action as one that also takes care of others, with the digest of all their evidence.
    public RemediationAction covering(List<EntityKey> others, String why, String digest, BlastRadius radius) {
        var change = new ActionChange(this);
        change.covered = others;
        change.reason = why;
        change.evidenceDigest = digest;
        change.blastRadius = radius;
        return change.made();
    }

    /// The target, and how many it covers: `cmd.exe (812) and 3 child processes`.
    public String subject() {
        return switch (covered.size()) {
            case 0 -> target.label();
            case 1 -> target.label() + " and 1 child process";
            default -> target.label() + " and " + covered.size() + " child processes";
        };
    }

    /// Equal for the same deed on the same thing in other places: a file of the same content, a task of the same name.
    public String instance() {
        String what =
                switch (target) {
                    case Entity.File file -> file(file);
                    case Entity.Process process -> file(process.imageFile());
                    case Entity.Service service -> service.serviceName();
                    case Entity.Driver driver -> driver.sha256().isEmpty() ? driver.driverName() : driver.sha256();
                    case Entity.RegistryValue value ->
                            value.registryHive() + "\\" + value.registryKey() + "\\" + value.registryValueName();
                    case Entity.ScheduledTask task -> task.taskName();
                    default -> target.key().value();
                };
        return type.name() + " " + Canonical.lower(what);
    }

    private static String file(Entity.File file) {
        return !file.sha256().isEmpty() ? file.sha256() : !file.sha1().isEmpty() ? file.sha1() : file.fileName();
    }

    /// What a responder knows the attempt by: acting on it again changes nothing.
    public String attemptId() {
        return attempt == 0 ? id : id + "#" + attempt;
    }
}
