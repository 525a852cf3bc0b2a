package dupin.intake;

import dupin.model.AlertPolicy;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Indicator;
import dupin.model.Policy;

/// Reads a [Policy] from JSON: the record's fields under their own names, enumerations by the names of their constants.
///
/// Folder patterns are matched on paths as [dupin.model.Canonical#path] writes them (lower case, `/`, a Windows path with
/// its drive): `*` stands for any text, also across folders, `?` for exactly one character. `?:/windows/*` is that folder
/// on any drive; `/usr/*` is never a Windows path.
final class PolicyFile {
    private PolicyFile() {}

    static Policy read(Shipped file) {
        return new Policy(
                file.number("version"),
                file.all("deviceGroups").stream().map(PolicyFile::group).toList(),
                file.all("alertPolicies").stream().map(PolicyFile::alertPolicy).toList(),
                file.texts("coreFolders"),
                file.texts("tempFolders"),
                file.texts("excludedFolders"),
                file.texts("neverTouch").stream().map(EntityKey::parse).toList(),
                file.all("indicators").stream().map(PolicyFile::indicator).toList(),
                file.number("pendingExpiryDays"),
                file.number("maxAutomaticPerHour"),
                file.number("expansionGate"),
                file.flag("automationStopped"),
                file.flag("blindReview"));
    }

    private static DeviceGroup group(Shipped group) {
        String name = group.need("name");
        // The default group takes what is left, so it comes after every rank.
        int rank = name.equals(DeviceGroup.DEFAULT_NAME) ? Integer.MAX_VALUE : group.number("rank");
        return new DeviceGroup(
                name,
                rank,
                group.word("automationLevel", AutomationLevel.class),
                group.text("description"),
                group.all("rules").stream()
                        .map(rule ->
                                new DeviceGroup.Rule(
                                        rule.word("property", DeviceGroup.Property.class),
                                        rule.word("operator", DeviceGroup.Operator.class),
                                        rule.texts("values")))
                        .toList());
    }

    private static AlertPolicy alertPolicy(Shipped policy) {
        boolean starts = policy.flag("startsInvestigation");
        return new AlertPolicy(
                policy.need("id"),
                policy.need("name"),
                policy.flag("enabled"),
                starts,
                starts ? policy.need("playbookId") : policy.text("playbookId"),
                policy.texts("titleContains"),
                policy.texts("categories"),
                policy.texts("serviceSources"),
                policy.words("evidenceKinds", EntityKind.class));
    }

    private static Indicator indicator(Shipped indicator) {
        return new Indicator(
                EntityKey.parse(indicator.need("entity")),
                indicator.word("action", Indicator.Action.class),
                indicator.text("reason"));
    }
}
