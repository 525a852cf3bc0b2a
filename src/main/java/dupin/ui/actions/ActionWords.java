package dupin.ui.actions;

import dupin.model.ActionType;
import dupin.model.BlastRadius;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.service.Deciders;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Actions in words. Any thread.
public final class ActionWords {
    private ActionWords() {}

    /// The target as far as it tells it apart: whole path, command line, address.
    public static String target(RemediationAction action) {
        return switch (action.target()) {
            case Entity.File file when !file.fullPath().isEmpty() -> file.fullPath();
            case Entity.Process process when !process.processCommandLine().isEmpty() ->
                    action.subject() + "  " + process.processCommandLine();
            case Entity.RegistryValue value ->
                    value.registryHive() + "\\" + value.registryKey() + "\\" + value.registryValueName();
            case Entity.ScheduledTask task when !task.action().isEmpty() -> task.taskName() + "  " + task.action();
            case Entity.Service service when !service.imagePath().isEmpty() ->
                    service.serviceName() + "  " + service.imagePath();
            default -> action.target().label();
        };
    }

    /// Whose it is: the device, or the mailbox that holds the mail; "" for what concerns everybody.
    public static String asset(RemediationAction action) {
        var device = action.device();
        if (device != null) {
            return device.value();
        }
        return switch (action.target()) {
            case Entity.MailMessage mail -> mail.recipientEmailAddress();
            case Entity.User user -> user.label();
            case Entity.Mailbox mailbox -> mailbox.label();
            case Entity.Device host -> host.label();
            default -> "";
        };
    }

    /// The asset where it is not itself the target, which is shown anyway.
    static String otherAsset(RemediationAction action) {
        String asset = asset(action);
        return asset.equalsIgnoreCase(target(action)) || asset.equalsIgnoreCase(action.target().label()) ? "" : asset;
    }

    /// `Quarantine file stage2.exe on fin-14`
    public static String title(RemediationAction action) {
        String asset = asset(action);
        String label = action.subject();
        return asset.isEmpty() || asset.equalsIgnoreCase(label)
                ? Messages.text("actions.title", action.type().label(), label)
                : Messages.text("actions.titleOn", action.type().label(), label, asset);
    }

    /// What the action does, in one sentence.
    static String effect(ActionType type) {
        return switch (type) {
            case QUARANTINE_FILE -> Messages.text("actions.effect.quarantineFile");
            case STOP_PROCESS -> Messages.text("actions.effect.stopProcess");
            case STOP_SERVICE -> Messages.text("actions.effect.stopService");
            case DISABLE_DRIVER -> Messages.text("actions.effect.disableDriver");
            case REMOVE_REGISTRY_VALUE -> Messages.text("actions.effect.removeRegistryValue");
            case REMOVE_SCHEDULED_TASK -> Messages.text("actions.effect.removeScheduledTask");
            case ISOLATE_DEVICE -> Messages.text("actions.effect.isolateDevice");
            case BLOCK_URL -> Messages.text("actions.effect.blockUrl");
            case BLOCK_IP -> Messages.text("actions.effect.blockIp");
            case SOFT_DELETE_MAIL -> Messages.text("actions.effect.softDeleteMail");
            case SOFT_DELETE_CLUSTER -> Messages.text("actions.effect.softDeleteCluster");
            case DISABLE_USER -> Messages.text("actions.effect.disableUser");
            case RESET_PASSWORD -> Messages.text("actions.effect.resetPassword");
            case REQUIRE_MFA -> Messages.text("actions.effect.requireMfa");
            case REVOKE_SESSIONS -> Messages.text("actions.effect.revokeSessions");
            case REMOVE_FORWARDING_RULE -> Messages.text("actions.effect.removeForwardingRule");
            case CONTAIN_DEVICE -> Messages.text("actions.effect.containDevice");
            case RESTRICT_APP_EXECUTION -> Messages.text("actions.effect.restrictApps");
            case RUN_ANTIVIRUS_SCAN -> Messages.text("actions.effect.scan");
            case COLLECT_INVESTIGATION_PACKAGE -> Messages.text("actions.effect.package");
            case OFFBOARD_DEVICE -> Messages.text("actions.effect.offboard");
            case BLOCK_FILE -> Messages.text("actions.effect.blockFile");
            case MOVE_TO_JUNK -> Messages.text("actions.effect.moveToJunk");
            case HARD_DELETE_MAIL -> Messages.text("actions.effect.hardDelete");
            case CONTAIN_USER -> Messages.text("actions.effect.containUser");
            case MARK_COMPROMISED -> Messages.text("actions.effect.markCompromised");
            case COLLECT_SAMPLE -> Messages.text("actions.effect.collectSample");
            case CONTAIN_IP -> Messages.text("actions.effect.containIp");
            case MOVE_TO_DELETED -> Messages.text("actions.effect.moveToDeleted");
            case QUARANTINE_MAIL -> Messages.text("actions.effect.quarantineMail");
            case REMOVE_DELEGATION -> Messages.text("actions.effect.removeDelegation");
            case EXPAND_SCOPE -> Messages.text("actions.effect.expandScope");
        };
    }

    /// What the action's type leaves open and what was chosen of it, in words.
    static Map<String, String> choices(RemediationAction action) {
        var chosen = new LinkedHashMap<String, String>();
        for (ActionType.Parameter parameter : action.type().parameters()) {
            String value = action.parameter(parameter.name());
            switch (parameter.name()) {
                case "isolationType" -> chosen.put(Messages.text("actions.choice.isolation"), value);
                case "scanType" -> chosen.put(Messages.text("actions.choice.scan"), value);
                case "action" -> chosen.put(Messages.text("actions.choice.indicator"), indicator(value));
                case "identityProvider" -> chosen.put(Messages.text("actions.choice.directory"), directory(value));
                case "remediateSendersCopy" ->
                        chosen.put(
                                Messages.text("actions.choice.mailboxes"),
                                Boolean.parseBoolean(value)
                                        ? Messages.text("investigation.actSender")
                                        : Messages.text("investigation.actRecipients"));
                default -> chosen.put(parameter.name(), value);
            }
        }
        return chosen;
    }

    private static String indicator(String value) {
        return value.equals("BlockAndRemediate") ? Messages.text("policy.blockRemediate") : value;
    }

    private static String directory(String value) {
        return switch (value) {
            case "entraID" -> "Entra ID";
            case "activeDirectory" -> "Active Directory";
            case "okta" -> "Okta";
            default -> value;
        };
    }

    /// Who may approve, who has, who must not.
    static String deciders(Deciders deciders) {
        var parts = new ArrayList<String>();
        parts.add(
                deciders.local()
                        ? Messages.text("actions.who.local")
                        : deciders.may().isEmpty()
                                ? Messages.text("actions.who.nobody")
                                : String.join(", ", deciders.may()));
        if (deciders.needed() > 1) {
            parts.add(Messages.text("actions.who.needed", deciders.needed(), deciders.given().size()));
        }
        if (!deciders.given().isEmpty()) {
            parts.add(Messages.text("actions.who.given", String.join(", ", deciders.given())));
        }
        if (!deciders.barred().isEmpty()) {
            parts.add(Messages.text("actions.who.barred", String.join(", ", deciders.barred())));
        }
        return String.join("\n", parts);
    }

    /// Cuts a device or a person off: asked for even though it can be undone.
    static boolean disruptive(RemediationAction action) {
        return switch (action.type()) {
            case ISOLATE_DEVICE, CONTAIN_DEVICE, RESTRICT_APP_EXECUTION, OFFBOARD_DEVICE, DISABLE_USER, CONTAIN_USER ->
                    true;
            default -> false;
        };
    }

    /// Expanding the scope changes nothing on the estate, so there is nothing to take back.
    static boolean irreversible(RemediationAction action) {
        return action.undoPlan().isEmpty() && !action.type().harmless();
    }

    /// `3 devices · 2 users`; "" when nothing else is touched.
    static String radius(BlastRadius radius) {
        var parts = new ArrayList<>(radius.critical());
        add(parts, radius.devices(), Messages.text("actions.radius.device"), Messages.text("actions.radius.devices"));
        add(parts, radius.users(), Messages.text("actions.radius.user"), Messages.text("actions.radius.users"));
        add(
                parts,
                radius.processes(),
                Messages.text("actions.radius.process"),
                Messages.text("actions.radius.processes"));
        add(parts, radius.files(), Messages.text("actions.radius.file"), Messages.text("actions.radius.files"));
        add(parts, radius.mails(), Messages.text("actions.radius.mail"), Messages.text("actions.radius.mails"));
        add(
                parts,
                radius.sessions(),
                Messages.text("actions.radius.session"),
                Messages.text("actions.radius.sessions"));
        add(
                parts,
                radius.otherOpenIncidents(),
                Messages.text("actions.radius.incident"),
                Messages.text("actions.radius.incidents"));
        return String.join(" · ", parts);
    }

    private static void add(List<String> parts, int count, String one, String many) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }

    /// One line per type: `Stop process (2)`; the title of the action when there is one only.
    static String byType(List<RemediationAction> actions) {
        if (actions.size() == 1) {
            return title(actions.getFirst());
        }
        Map<ActionType, Long> counts =
                actions.stream()
                        .collect(
                                Collectors.groupingBy(
                                        RemediationAction::type, LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getKey().label() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining("\n"));
    }
}
