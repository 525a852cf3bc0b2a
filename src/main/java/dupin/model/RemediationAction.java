package dupin.model;

import java.time.Instant;
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
        @Nullable Instant endedDateTime) {

    public static final String AUTOMATION = "Automation";

    /// The action center's *Decision*: blank for automatic ones.
    public String decision() {
        return switch (state) {
            case PENDING -> "";
            case DECLINED -> "Declined";
            case EXPIRED -> "Timed out";
            default -> automatic ? "" : "Approved";
        };
    }

    public String source() {
        return type.area().source();
    }

    public RemediationAction with(ActionState next, String details) {
        return new RemediationAction(
                id,
                investigationId,
                incidentId,
                type,
                target,
                device,
                verdict,
                next,
                automatic,
                reason,
                policyReason,
                evidenceDigest,
                undoPlan,
                blastRadius,
                decidedBy,
                comment,
                details,
                verified,
                proposedDateTime,
                expiresDateTime,
                decidedDateTime,
                startedDateTime,
                endedDateTime);
    }

    public RemediationAction decided(ActionState next, String by, String remark, Instant at) {
        return new RemediationAction(
                id,
                investigationId,
                incidentId,
                type,
                target,
                device,
                verdict,
                next,
                automatic,
                reason,
                policyReason,
                evidenceDigest,
                undoPlan,
                blastRadius,
                by,
                remark,
                statusDetails,
                verified,
                proposedDateTime,
                expiresDateTime,
                at,
                startedDateTime,
                endedDateTime);
    }

    public RemediationAction started(ActionState next, Instant at) {
        return new RemediationAction(
                id,
                investigationId,
                incidentId,
                type,
                target,
                device,
                verdict,
                next,
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
                at,
                null);
    }

    public RemediationAction ended(ActionState next, String details, boolean readBack, Instant at) {
        return new RemediationAction(
                id,
                investigationId,
                incidentId,
                type,
                target,
                device,
                verdict,
                next,
                automatic,
                reason,
                policyReason,
                evidenceDigest,
                undoPlan,
                blastRadius,
                decidedBy,
                comment,
                details,
                readBack,
                proposedDateTime,
                expiresDateTime,
                decidedDateTime,
                startedDateTime,
                at);
    }
}
