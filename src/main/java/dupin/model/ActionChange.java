package dupin.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A copy with some components changed: the one place that knows them all.
final class ActionChange {
    private final RemediationAction from;
    String incidentId;
    String evidenceDigest;
    ActionState state;
    boolean automatic;
    String reason;
    BlastRadius blastRadius;
    String decidedBy;
    String comment;
    String details;
    boolean verified;
    @Nullable Instant expires;
    @Nullable Instant decided;
    @Nullable Instant started;
    @Nullable Instant ended;
    int attempt;
    List<EntityKey> covered;
    List<Ground> approvedOn;
    Map<String, String> parameters;
    String responder;
    String requestedBy;
    List<ActionItem> items;

    ActionChange(RemediationAction from) {
        this.from = from;
        incidentId = from.incidentId();
        evidenceDigest = from.evidenceDigest();
        state = from.state();
        automatic = from.automatic();
        reason = from.reason();
        blastRadius = from.blastRadius();
        decidedBy = from.decidedBy();
        comment = from.comment();
        details = from.statusDetails();
        verified = from.verified();
        expires = from.expiresDateTime();
        decided = from.decidedDateTime();
        started = from.startedDateTime();
        ended = from.endedDateTime();
        attempt = from.attempt();
        covered = from.covered();
        approvedOn = from.approvedOn();
        parameters = from.parameters();
        responder = from.responder();
        requestedBy = from.requestedBy();
        items = from.items();
    }

    ActionChange state(ActionState next) {
        state = next;
        return this;
    }

    ActionChange details(String text) {
        details = text;
        return this;
    }

    RemediationAction made() {
        return new RemediationAction(
                from.id(),
                from.investigationId(),
                incidentId,
                from.type(),
                from.target(),
                from.device(),
                from.verdict(),
                state,
                automatic,
                reason,
                from.policyReason(),
                evidenceDigest,
                from.undoPlan(),
                blastRadius,
                decidedBy,
                comment,
                details,
                verified,
                from.proposedDateTime(),
                expires,
                decided,
                started,
                ended,
                attempt,
                covered,
                approvedOn,
                parameters,
                responder,
                requestedBy,
                items);
    }
}
