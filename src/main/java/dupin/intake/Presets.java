package dupin.intake;

import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.Policy;
import dupin.model.policy.ApprovalRules;
import dupin.model.policy.EmailAutomation;
import dupin.model.policy.Preset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The policies that ship as recommendations, `presets/*.json`: what each says, over the policy that ships. Read strictly: a
/// fault in them is a fault of the program and throws [IllegalStateException]. Stateless.
public final class Presets {
    private Presets() {}

    /// Standard, then Strict.
    ///
    /// @param shipped the policy that a new case begins with
    public static List<Preset> shipped(Policy shipped) {
        return List.of(read("presets/standard.json", shipped), read("presets/strict.json", shipped));
    }

    private static Preset read(String name, Policy shipped) {
        Shipped file = Shipped.file(name);
        var why = new LinkedHashMap<String, String>();
        Shipped reasons = part(file, "why");
        reasons.node().propertyNames().forEach(id -> why.put(id, reasons.need(id)));
        return new Preset(file.need("name"), file.need("summary"), policy(part(file, "policy"), shipped), why);
    }

    private static Shipped part(Shipped file, String field) {
        if (!file.node().path(field).isObject()) {
            throw file.wrong(field + " must be an object");
        }
        return new Shipped(file.place() + " " + field, file.node().get(field));
    }

    private static Policy policy(Shipped says, Policy shipped) {
        AutomationLevel level = says.word("defaultLevel", AutomationLevel.class);
        List<DeviceGroup> groups =
                shipped.deviceGroups().stream()
                        .map(g -> new DeviceGroup(g.name(), g.rank(), level, g.description(), g.rules()))
                        .toList();
        List<String> out = says.texts("removeTempFolders");
        List<String> temp = shipped.tempFolders().stream().filter(folder -> !out.contains(folder)).toList();
        if (temp.size() != shipped.tempFolders().size() - out.size()) {
            throw says.wrong("removeTempFolders names a folder that does not ship");
        }
        var quorums = new ArrayList<ApprovalRules.Quorum>();
        Shipped numbers = part(says, "quorums");
        numbers.node()
                .propertyNames()
                .forEach(type -> quorums.add(new ApprovalRules.Quorum(ActionType.valueOf(type), numbers.number(type))));
        return shipped.withDeviceGroups(groups)
                .withFolders(shipped.coreFolders(), temp, shipped.excludedFolders())
                .withLimits(
                        says.number("pendingExpiryDays"),
                        says.number("maxAutomaticPerHour"),
                        says.number("expansionGate"),
                        false,
                        false)
                .withApprovals(
                        new ApprovalRules(
                                says.flag("commentOnApprove"),
                                says.flag("commentOnReject"),
                                says.flag("commentOnUndo"),
                                says.flag("proposerMayNotApprove"),
                                quorums))
                .withEmail(new EmailAutomation(says.flag("similarFiles"), says.flag("similarUrls")));
    }
}
