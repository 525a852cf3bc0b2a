package dupin.respond;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.BlastRadius;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Actions for responders to carry out.
public final class Deeds {
    public static final Entity FILE = Entity.File.of("C:\\Temp\\x.exe", "a".repeat(64), "ws01");
    public static final Entity.Device WS01 = Entity.Device.named("ws01");

    private Deeds() {}

    public static RemediationAction action(String id, ActionType type, Entity target, @Nullable EntityKey device) {
        return new RemediationAction(
                id,
                "INV-1",
                "1",
                type,
                target,
                device,
                Verdict.MALICIOUS,
                ActionState.RUNNING,
                false,
                "It is malicious (40 dB)",
                "",
                "",
                "",
                BlastRadius.NONE,
                "",
                "",
                "",
                false,
                null,
                null,
                null,
                null,
                null);
    }

    /// As it is proposed in investigation `INV` of incident `I`: approved by policy when automatic, else it waits for a week.
    public static RemediationAction proposed(String id, ActionType type, Entity target, boolean automatic, Instant at) {
        return new RemediationAction(
                id,
                "INV",
                "I",
                type,
                target,
                null,
                Verdict.MALICIOUS,
                automatic ? ActionState.APPROVED : ActionState.PENDING,
                automatic,
                "reason",
                "policy",
                "",
                "undo",
                BlastRadius.NONE,
                "",
                "",
                "",
                false,
                at,
                at.plus(Duration.ofDays(7)),
                null,
                null,
                null);
    }

    /// The same action after it failed or was undone, and approved once more.
    public static RemediationAction again(RemediationAction action) {
        return action.with(ActionState.FAILED, "")
                .approved("ann", "", List.of(), Instant.parse("2026-03-01T11:00:00Z"));
    }
}
