package dupin.engine;

import dupin.model.ActionType;
import dupin.model.BlastRadius;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Judged;
import dupin.model.LinkRole;
import dupin.model.Policy;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a proposed action says of itself: why, what undo would do, whom else it touches.
final class PlanTexts {
    private PlanTexts() {}

    /// Verdict, score and the strongest finding.
    static String reason(Judged judged) {
        String verdict = judged.ledger().verdict().label() + " (" + judged.ledger().score() + " dB)";
        return judged.ledger().counted().stream()
                .filter(Finding::incriminates)
                .findFirst()
                .map(f -> verdict + ": " + f.text())
                .orElse(verdict);
    }

    /// "" when nothing undoes it.
    static String undo(ActionType type, Entity target, @Nullable EntityKey device) {
        String on = device == null ? "" : " on " + device.value();
        return type.undoLabel()
                .map(label ->
                        label
                                + ": "
                                + switch (type) {
                                    case QUARANTINE_FILE -> "puts " + Folders.pathOf(target) + " back" + on + ".";
                                    case STOP_SERVICE, DISABLE_DRIVER ->
                                            "brings " + target.label() + " back to its former start type" + on + ".";
                                    case REMOVE_REGISTRY_VALUE ->
                                            "writes the value back with its former data" + on + ".";
                                    case REMOVE_SCHEDULED_TASK -> "registers " + target.label() + " again" + on + ".";
                                    case ISOLATE_DEVICE -> "gives " + target.label() + " its network back.";
                                    case SOFT_DELETE_MAIL,
                                            SOFT_DELETE_CLUSTER,
                                            MOVE_TO_JUNK,
                                            MOVE_TO_DELETED,
                                            QUARANTINE_MAIL ->
                                            "moves it back to the folder where it lay.";
                                    case REMOVE_DELEGATION -> "gives the delegates their access back.";
                                    case REMOVE_FORWARDING_RULE -> "sets the rule of " + target.label() + " up again.";
                                    default -> "withdraws it for " + target.label() + ".";
                                })
                .orElse("");
    }

    /// Counted over the imported facts; open incidents are added when the action is proposed, see [BlastRadii].
    static BlastRadius blast(ActionType type, Entity target, @Nullable EntityKey device, Facts facts, Policy policy) {
        BlastRadius counted = counted(type, target, device, facts);
        var assets = new TreeSet<EntityKey>();
        if (device != null) {
            assets.add(device);
        } else if (counted.devices() > 0) {
            assets.addAll(facts.seen(target.key()).devices());
        }
        if (target.kind() == EntityKind.DEVICE || target.kind() == EntityKind.USER) {
            assets.add(target.key());
        }
        return withCritical(counted, CriticalAssets.among(assets, facts, policy));
    }

    private static BlastRadius counted(ActionType type, Entity target, @Nullable EntityKey device, Facts facts) {
        var users = new TreeSet<EntityKey>();
        var mailboxes = new TreeSet<String>();
        for (var alert : facts.alertsWith(target.key())) {
            for (Evidence evidence : alert.evidence()) {
                switch (evidence.entity()) {
                    case Entity.User user when !user.wellKnown() -> users.add(user.key());
                    case Entity.MailMessage mail -> mailboxes.add(mail.recipientEmailAddress());
                    default -> {}
                }
            }
        }
        int devices =
                device != null || target.kind() == EntityKind.DEVICE ? 1 : facts.seen(target.key()).devices().size();
        int mails =
                target instanceof Entity.MailCluster cluster
                        ? Math.max(cluster.emailCount(), cluster.networkMessageIds().size())
                        : target.kind() == EntityKind.MAIL_MESSAGE ? 1 : 0;
        return switch (type) {
            case SOFT_DELETE_MAIL, MOVE_TO_JUNK, MOVE_TO_DELETED, QUARANTINE_MAIL, HARD_DELETE_MAIL ->
                    radius(0, 1, 0, mails);
            case SOFT_DELETE_CLUSTER -> radius(0, Math.max(mailboxes.size(), Math.min(mails, 1)), 0, mails);
            case DISABLE_USER, RESET_PASSWORD, REVOKE_SESSIONS, CONTAIN_USER ->
                    withSessions(radius(devices, 1, 0, 0), sessions(target, facts));
            case REQUIRE_MFA, MARK_COMPROMISED, REMOVE_FORWARDING_RULE, REMOVE_DELEGATION -> radius(devices, 1, 0, 0);
            case QUARANTINE_FILE, BLOCK_FILE, COLLECT_SAMPLE -> radius(devices, 0, 1, 0);
            case ISOLATE_DEVICE, CONTAIN_DEVICE, RESTRICT_APP_EXECUTION, OFFBOARD_DEVICE ->
                    radius(1, users.size(), 0, 0);
            case BLOCK_IP, CONTAIN_IP, BLOCK_URL -> radius(devices, users.size(), 0, 0);
            default -> radius(devices, 0, 0, 0);
        };
    }

    /// Sessions of the account that sources tell apart: in the cloud by their id, on a device by their logon.
    private static int sessions(Entity target, Facts facts) {
        var ids = new TreeSet<String>();
        var signIns = Facts.Query.of(target.key()).in(LinkRole.ACCOUNT).kinds(EventKind.SIGN_IN, EventKind.LOGON);
        for (TelemetryEvent row : facts.events(signIns)) {
            String logon = row.attribute("LogonId");
            String id = row.attribute("SessionId");
            if (!id.isEmpty()) {
                ids.add(id);
            } else if (!logon.isEmpty()) {
                ids.add(row.device().map(it -> it.key().value()).orElse("") + "|" + logon);
            }
        }
        return ids.size();
    }

    private static BlastRadius withSessions(BlastRadius radius, int sessions) {
        return told(
                new BlastRadius(
                        radius.devices(),
                        radius.users(),
                        radius.files(),
                        radius.mails(),
                        radius.otherOpenIncidents(),
                        "",
                        radius.processes(),
                        radius.critical(),
                        sessions),
                radius.otherOpenIncidents(),
                radius.processes(),
                radius.critical());
    }

    static BlastRadius radius(int devices, int users, int files, int mails) {
        return withIncidents(new BlastRadius(devices, users, files, mails, 0, ""), 0);
    }

    static BlastRadius withIncidents(BlastRadius radius, int others) {
        return told(radius, others, radius.processes(), radius.critical());
    }

    /// The radius of stopping several processes of one device at once.
    static BlastRadius ofProcesses(BlastRadius radius, int processes) {
        return told(radius, radius.otherOpenIncidents(), processes, radius.critical());
    }

    static BlastRadius withCritical(BlastRadius radius, List<String> critical) {
        return told(radius, radius.otherOpenIncidents(), radius.processes(), critical);
    }

    /// What matters most is said first.
    private static BlastRadius told(BlastRadius radius, int others, int processes, List<String> critical) {
        var parts = new ArrayList<>(critical);
        count(parts, radius.devices(), "device");
        count(parts, radius.users(), "user");
        count(parts, processes, "process", "processes");
        count(parts, radius.files(), "file");
        count(parts, radius.mails(), "email");
        count(parts, radius.sessions(), "session");
        count(parts, others, "other open incident");
        return new BlastRadius(
                radius.devices(),
                radius.users(),
                radius.files(),
                radius.mails(),
                others,
                String.join(", ", parts),
                processes,
                critical,
                radius.sessions());
    }

    private static void count(List<String> parts, int n, String what) {
        count(parts, n, what, what + "s");
    }

    private static void count(List<String> parts, int n, String one, String many) {
        if (n > 0) {
            parts.add(n + " " + (n == 1 ? one : many));
        }
    }
}
