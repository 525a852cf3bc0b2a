package dupin.ui;

import static dupin.ui.StagedEntities.*;

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

/// Actions of the staged incident: waiting, automatic, decided, failed.
public final class StagedActions {
    public static final String INCIDENT = "D-4471";
    public static final String INVESTIGATION = "INV-4471-1";

    private StagedActions() {}

    public static List<RemediationAction> all() {
        return List.of(
                waiting("a-01", ActionType.STOP_PROCESS, DUMP, FIN, Verdict.MALICIOUS, "", BlastRadius.NONE, 7),
                waiting(
                        "a-02",
                        ActionType.ISOLATE_DEVICE,
                        FIN,
                        FIN,
                        Verdict.SUSPICIOUS,
                        "Release FIN-WS-014 from isolation; its connections come back at once.",
                        new BlastRadius(
                                1,
                                2,
                                0,
                                0,
                                1,
                                "Anna Berg and one more user work on it; incident D-4409 is open on it too."),
                        20),
                waiting(
                        "a-03",
                        ActionType.QUARANTINE_FILE,
                        LOADER,
                        FIN,
                        Verdict.MALICIOUS,
                        "Restore the file to its folder under its name, with its times.",
                        new BlastRadius(2, 1, 2, 0, 0, "Seen on 2 devices of this case."),
                        58),
                waiting(
                        "a-04",
                        ActionType.SOFT_DELETE_CLUSTER,
                        CLUSTER,
                        null,
                        Verdict.MALICIOUS,
                        "Move the 23 emails back to where they lay.",
                        new BlastRadius(0, 17, 0, 23, 0, "17 mailboxes hold mails of the cluster."),
                        130),
                waiting(
                        "a-05",
                        ActionType.BLOCK_URL,
                        URL,
                        null,
                        Verdict.MALICIOUS,
                        "Remove the block.",
                        new BlastRadius(2, 3, 0, 0, 0, "3 users clicked it within the case."),
                        130),
                waiting(
                        "a-06",
                        ActionType.DISABLE_USER,
                        ANNA,
                        null,
                        Verdict.SUSPICIOUS,
                        "Enable the account again; sessions stay ended.",
                        new BlastRadius(1, 1, 0, 0, 0, ""),
                        140),
                waiting("a-07", ActionType.RESET_PASSWORD, ANNA, null, Verdict.SUSPICIOUS, "", BlastRadius.NONE, 140),
                done(
                        "a-08",
                        ActionType.STOP_PROCESS,
                        RUN,
                        FIN,
                        ActionState.COMPLETED,
                        true,
                        "",
                        "Process 6120 is gone.",
                        40),
                done(
                        "a-09",
                        ActionType.REMOVE_REGISTRY_VALUE,
                        RUNKEY,
                        FIN,
                        ActionState.COMPLETED,
                        true,
                        "Write the value back as it was.",
                        "Value removed.",
                        39),
                done(
                        "a-10",
                        ActionType.STOP_SERVICE,
                        SERVICE,
                        HR,
                        ActionState.FAILED,
                        false,
                        "Start the service.",
                        "The device did not answer within 30 s.",
                        30),
                done(
                        "a-11",
                        ActionType.REMOVE_SCHEDULED_TASK,
                        TASK,
                        HR,
                        ActionState.COMPLETED,
                        false,
                        "Register the task again from its definition.",
                        "Task removed.",
                        28),
                done(
                        "a-12",
                        ActionType.QUARANTINE_FILE,
                        TOOL,
                        FIN,
                        ActionState.DECLINED,
                        false,
                        "Restore the file.",
                        "",
                        22),
                done(
                        "a-13",
                        ActionType.BLOCK_IP,
                        IP,
                        null,
                        ActionState.UNDONE,
                        false,
                        "Remove the block.",
                        "Block removed.",
                        12),
                done(
                        "a-14",
                        ActionType.QUARANTINE_FILE,
                        DLL,
                        HR,
                        ActionState.RUNNING,
                        false,
                        "Restore the file.",
                        "",
                        1));
    }

    private static RemediationAction waiting(
            String id,
            ActionType type,
            Entity target,
            Entity.@Nullable Device on,
            Verdict verdict,
            String undo,
            BlastRadius radius,
            int hoursLeft) {
        Instant expires = NOW.plus(Duration.ofHours(hoursLeft)).plusSeconds(60);
        return action(
                id,
                type,
                target,
                key(on),
                verdict,
                ActionState.PENDING,
                false,
                undo,
                radius,
                "",
                "",
                "",
                expires.minus(Duration.ofDays(7)),
                expires,
                null,
                null,
                null);
    }

    private static RemediationAction done(
            String id,
            ActionType type,
            Entity target,
            Entity.@Nullable Device on,
            ActionState state,
            boolean automatic,
            String undo,
            String outcome,
            int minutesAgo) {
        Instant decided = NOW.minus(Duration.ofMinutes(minutesAgo));
        boolean ended = state != ActionState.RUNNING && state != ActionState.DECLINED;
        String by = automatic ? RemediationAction.AUTOMATION : "m.lopez";
        String comment = state == ActionState.DECLINED ? "Admin tool, used by the server team under change 5521" : "";
        return action(
                id,
                type,
                target,
                key(on),
                Verdict.MALICIOUS,
                state,
                automatic,
                undo,
                BlastRadius.NONE,
                by,
                comment,
                outcome,
                decided.minusSeconds(840),
                decided.plus(Duration.ofDays(6)),
                decided,
                state == ActionState.DECLINED ? null : decided.plusSeconds(1),
                ended ? decided.plusSeconds(3) : null);
    }

    private static @Nullable EntityKey key(Entity.@Nullable Device device) {
        return device == null ? null : device.key();
    }

    private static RemediationAction action(
            String id,
            ActionType type,
            Entity target,
            @Nullable EntityKey device,
            Verdict verdict,
            ActionState state,
            boolean automatic,
            String undo,
            BlastRadius radius,
            String by,
            String comment,
            String outcome,
            @Nullable Instant proposed,
            @Nullable Instant expires,
            @Nullable Instant decided,
            @Nullable Instant started,
            @Nullable Instant ended) {
        return new RemediationAction(
                INVESTIGATION + "-" + id,
                INVESTIGATION,
                INCIDENT,
                type,
                target,
                device,
                verdict,
                state,
                automatic,
                verdict.label() + " with +21 dB: 4 findings against it, none for it.",
                automatic
                        ? "Automatic: Full – remediate threats automatically (group Finance workstations)."
                        : "Waits: Semi – require approval for core folders (group Finance workstations).",
                "6f1e0b7c2d9a4e55b1c0de77aa90113f",
                undo,
                radius,
                by,
                comment,
                outcome,
                state == ActionState.COMPLETED,
                proposed,
                expires,
                decided,
                started,
                ended);
    }
}
