package dupin.intake.hunting;

import dupin.intake.Fields;
import dupin.intake.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The audit record inside a cloud activity (`RawEventData`): what was set, on whose mailbox, with which consent.
///
/// @param fields the record; a row that has its columns spread out makes one of them
public record AuditData(Fields fields) {
    private static final Set<String> RULES =
            Set.of(
                    "new-inboxrule",
                    "set-inboxrule",
                    "enable-inboxrule",
                    "updateinboxrules",
                    "new-transportrule",
                    "set-transportrule");
    private static final Set<String> FORWARDING =
            Set.of(
                    "forwardingsmtpaddress",
                    "forwardingaddress",
                    "delivertomailboxandforward",
                    "forwardto",
                    "redirectto",
                    "forwardasattachmentto");
    private static final int MOST = 40;

    /// Whether the activity makes or changes a rule that moves mail, or forwards a mailbox.
    public boolean isRule(String action) {
        String word = action.toLowerCase(Locale.ROOT);
        if (RULES.contains(word)) {
            return true;
        }
        return (word.equals("set-mailbox") || word.equals("set-transportconfig"))
                && settings().stream()
                        .anyMatch(setting -> FORWARDING.contains(setting.name().toLowerCase(Locale.ROOT)));
    }

    /// One thing that was set.
    public record Setting(String name, String value) {}

    /// Parameters of a command, properties of an operation and modified properties, in the record's order.
    public List<Setting> settings() {
        var settings = new ArrayList<Setting>();
        for (String list : new String[] {"Parameters", "OperationProperties", "ModifiedProperties"}) {
            for (Fields one : fields.objects(list)) {
                String name = one.text("Name", "DisplayName");
                String value = one.text("Value", "NewValue");
                if (value.isEmpty()) {
                    value = String.join(", ", one.strings("Value", "NewValue"));
                }
                if (!name.isEmpty() && settings.size() < MOST) {
                    settings.add(new Setting(name, Extras.shortened(value)));
                }
            }
        }
        return settings;
    }

    /// The rule inside an `UpdateInboxRules` record, in the words that the commands use for the same things.
    private void addRule(Map<String, String> attributes) {
        String name = "";
        for (Setting setting : settings()) {
            switch (setting.name()) {
                case "RuleName" -> name = setting.value();
                case "RuleCondition" -> attributes.putIfAbsent("SubjectOrBodyContainsWords", setting.value());
                case "RuleActions" -> actions(setting.value(), attributes);
                default -> {}
            }
        }
        if (!name.isEmpty()) {
            attributes.putIfAbsent("Name", name);
        }
    }

    private static void actions(String json, Map<String, String> attributes) {
        for (JsonNode node : Json.parse(json)) {
            Fields action = Fields.of(node);
            String to = String.join("; ", action.strings("Recipients", "ForwardRecipients"));
            switch (action.text("ActionType").toLowerCase(Locale.ROOT)) {
                case "forward" -> attributes.putIfAbsent("ForwardTo", to);
                case "redirect" -> attributes.putIfAbsent("RedirectTo", to);
                case "delete", "permanentdelete", "softdelete" -> attributes.putIfAbsent("DeleteMessage", "True");
                case "move", "movetofolder" ->
                        attributes.putIfAbsent("MoveToFolder", action.text("FolderName", "Folder", "MoveToFolder"));
                case "markasread" -> attributes.putIfAbsent("MarkAsRead", "True");
                default -> {}
            }
        }
    }

    /// Adds the settings under their own names, and a few fields of the record.
    public void add(Map<String, String> attributes) {
        for (Setting setting : settings()) {
            attributes.putIfAbsent(setting.name(), setting.value());
        }
        addRule(attributes);
        for (String name :
                new String[] {
                    "ClientInfoString",
                    "ExternalAccess",
                    "LogonType",
                    "Operation",
                    "OperationCount",
                    "ResultStatus",
                    "UserType",
                    "Workload"
                }) {
            String value = fields.text(name);
            if (!value.isEmpty()) {
                attributes.putIfAbsent(name, value);
            }
        }
        Fields item = fields.object("Item");
        if (!item.text("Subject").isEmpty()) {
            attributes.putIfAbsent("Subject", Extras.shortened(item.text("Subject")));
        }
    }

    /// The user's name when it is a mail address.
    public String userPrincipalName() {
        String user = fields.text("UserId", "UserPrincipalName");
        return user.contains("@") ? user : "";
    }

    /// Internet message ids of the mails that were read, sent or moved.
    public List<String> messageIds() {
        var ids = new ArrayList<String>();
        ids.addAll(fields.object("Item").strings("InternetMessageId"));
        for (Fields folder : fields.objects("Folders")) {
            for (Fields item : folder.objects("FolderItems")) {
                ids.addAll(item.strings("InternetMessageId"));
            }
        }
        for (Fields item : fields.objects("AffectedItems")) {
            ids.addAll(item.strings("InternetMessageId"));
        }
        return ids.stream().distinct().limit(MOST).toList();
    }
}
