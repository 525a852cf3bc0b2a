package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.sigma.RuleSet;
import dupin.intake.Collected;
import dupin.intake.FileSource;
import dupin.intake.formats.Formats;
import dupin.intake.sigma.RuleFolder;
import dupin.intake.sigma.ShippedRules;
import dupin.model.Imported;
import dupin.model.sigma.RulePack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rows of cloud logs in several forms, and the rules that must find them there: our own and public ones.
class CloudRulesTest {
    private static final Path PUBLIC = Path.of("../shared/data/rules/sigma/cloud");

    @TempDir Path folder;

    private TreeSet<String> titles(RulePack pack, String name, String text) throws Exception {
        var source = FileSource.of(Files.writeString(folder.resolve(name), text));
        var collected = new Collected();
        Formats.all().choose(source).read(source, collected);
        var matcher = RuleSet.of(List.of(pack), Map.of()).matcher();
        var titles = new TreeSet<String>();
        collected.all(Imported.OfEvent.class).stream()
                .flatMap(each -> RowReading.records(each.event(), false).stream())
                .forEach(row -> matcher.match(row).forEach(rule -> titles.add(rule.head().title())));
        return titles;
    }

    @Test
    void rowsOfLogTablesAreReadAsTheSameLogs() throws Exception {
        RulePack shipped = ShippedRules.read();

        assertThat(
                        titles(
                                shipped,
                                "SigninLogs.csv",
                                """
                                TimeGenerated,UserPrincipalName,ResultType,IPAddress,AppDisplayName,ClientAppUsed,RiskLevelAggregated,RiskState
                                2026-03-04T09:15:00Z,ann@meridian.example,50126,198.51.100.4,Portal,Browser,none,none
                                2026-03-04T09:16:00Z,ann@meridian.example,0,198.51.100.4,Portal,IMAP4,none,none
                                2026-03-04T09:17:00Z,ann@meridian.example,500121,198.51.100.4,Portal,Browser,none,none
                                """))
                .contains(
                        "Wrong password at a sign-in",
                        "Sign-in over a protocol without a second factor",
                        "Second factor refused or not given");
        assertThat(
                        titles(
                                shipped,
                                "audit.json",
                                """
                                {"TimeGenerated":"2026-03-04T09:15:00Z","Type":"AuditLogs","OperationName":"Add member to role","Category":"RoleManagement","Result":"success","InitiatedBy":{"user":{"userPrincipalName":"ann@meridian.example","id":"u1"}},"TargetResources":[{"type":"User","id":"u2","userPrincipalName":"bo@meridian.example","modifiedProperties":[{"displayName":"Role.DisplayName","newValue":"\\"Global Administrator\\""}]}]}
                                """))
                .contains("Role of a highest administrator given");
    }

    @Test
    void activationsOfARoleAreNoGrants() throws Exception {
        String row =
                """
                {"activityDateTime":"2026-03-04T09:15:00Z","activityDisplayName":"%s","category":"RoleManagement","loggedByService":"Core Directory","result":"success","initiatedBy":{"user":{"userPrincipalName":"ann@meridian.example","id":"u1"}},"targetResources":[{"type":"User","id":"u2","userPrincipalName":"bo@meridian.example","modifiedProperties":[{"displayName":"Role.DisplayName","newValue":"\\"Global Administrator\\""}]}]}
                """;
        RulePack shipped = ShippedRules.read();

        assertThat(titles(shipped, "a.json", row.formatted("Add member to role")))
                .contains("Role of a highest administrator given");
        assertThat(titles(shipped, "b.json", row.formatted("Add member to role completed (PIM activation)"))).isEmpty();
    }

    @Test
    void publicRulesFindTheSameRows() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(PUBLIC), "Skipped: the shared data is not here");
        RulePack pack = RuleFolder.read(PUBLIC);
        String signIn =
                """
                {"id":"1","createdDateTime":"2026-03-04T09:15:00Z","userPrincipalName":"ann@meridian.example","appId":"a","appDisplayName":"Portal","ipAddress":"198.51.100.4","authenticationRequirement":"%s","authenticationProtocol":"%s","userAgent":"%s","riskState":"atRisk","networkLocationDetails":[],"status":{"errorCode":%d,"failureReason":"%s","additionalDetails":"%s"},"deviceDetail":{"deviceId":"","trustType":""}}
                """;

        assertThat(
                        titles(
                                pack,
                                "a.json",
                                signIn.formatted("singleFactorAuthentication", "deviceCode", "BAV2ROPC", 0, "", "")))
                .contains(
                        "Azure AD Only Single Factor Authentication Required",
                        "Application Using Device Code Authentication Flow",
                        "Potential MFA Bypass Using Legacy Client Authentication",
                        "Sign-ins by Unknown Devices");
        assertThat(
                        titles(
                                pack,
                                "b.json",
                                signIn.formatted(
                                        "multiFactorAuthentication",
                                        "none",
                                        "Edge",
                                        500121,
                                        "Authentication failed during strong authentication request.",
                                        "MFA denied; user declined the authentication")))
                .contains("Multifactor Authentication Denied", "Multifactor Authentication Interrupted");
        assertThat(
                        titles(
                                pack,
                                "c.json",
                                """
                                {"activityDateTime":"2026-03-04T09:15:00Z","activityDisplayName":"Add member to role","category":"RoleManagement","loggedByService":"Core Directory","result":"success","initiatedBy":{"user":{"userPrincipalName":"ann@meridian.example"}},"targetResources":[{"type":"User","id":"u2","modifiedProperties":[{"displayName":"Role.WellKnownObjectName","newValue":"TenantAdmins"}]}]}
                                """))
                .contains("User Added to an Administrator's Azure AD Role");
    }
}
