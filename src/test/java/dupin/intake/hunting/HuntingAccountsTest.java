package dupin.intake.hunting;

import static dupin.intake.hunting.ReadRows.events;
import static dupin.intake.hunting.ReadRows.key;
import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import org.junit.jupiter.api.Test;

/// Rows of accounts: their sign-ins, rules of their mailboxes, what they consented to.
class HuntingAccountsTest {
    @Test
    void inboxRulesForwardingAndConsentAreTold() throws Exception {
        String head =
                "{\"Timestamp\":\"2026-07-04T22:35:00Z\",\"Application\":\"Microsoft Exchange Online\",\"ApplicationId\":20893,\"AccountObjectId\":\"o1\",\"IsAdminOperation\":false,\"ISP\":\"Net\",";
        var rule =
                events(
                                "c.json",
                                head
                                        + "\"ActionType\":\"New-InboxRule\",\"RawEventData\":{\"UserId\":\"jo@x.example\",\"MailboxOwnerUPN\":\"jo@x.example\","
                                        + "\"Parameters\":[{\"Name\":\"ForwardTo\",\"Value\":\"a@evil.example\"},{\"Name\":\"DeleteMessage\",\"Value\":\"True\"}]}}")
                        .getFirst();
        assertThat(rule.kind()).isEqualTo(EventKind.INBOX_RULE);
        assertThat(rule.attribute("ForwardTo")).isEqualTo("a@evil.example");
        assertThat(rule.attribute("DeleteMessage")).isEqualTo("True");
        assertThat(rule.attribute("Isp")).isEqualTo("Net");
        assertThat(key(rule, LinkRole.ACCOUNT)).isEqualTo("user:jo@x.example");
        assertThat(key(rule, LinkRole.MAILBOX)).isEqualTo("mailbox:jo@x.example");
        var forward =
                events(
                                "c.json",
                                head
                                        + "\"ActionType\":\"Set-Mailbox\",\"RawEventData\":\"{\\\"Parameters\\\":[{\\\"Name\\\":\\\"ForwardingSmtpAddress\\\",\\\"Value\\\":\\\"smtp:a@evil.example\\\"}]}\"}")
                        .getFirst();
        assertThat(forward.kind()).isEqualTo(EventKind.INBOX_RULE);
        var harmless =
                events(
                                "c.json",
                                head
                                        + "\"ActionType\":\"Set-Mailbox\",\"RawEventData\":{\"Parameters\":[{\"Name\":\"AuditEnabled\",\"Value\":\"True\"}]}}")
                        .getFirst();
        assertThat(harmless.kind()).isEqualTo(EventKind.CLOUD_ACTIVITY);
        var consent =
                events(
                                "c.json",
                                head
                                        + "\"ActionType\":\"Consent to application.\",\"ObjectName\":\"Mail Tool\",\"RawEventData\":{\"ObjectId\":\"app-1\","
                                        + "\"ModifiedProperties\":[{\"Name\":\"ConsentAction.Permissions\",\"NewValue\":\"Mail.Read\"}]}}")
                        .getFirst();
        assertThat(consent.attribute("ConsentAction.Permissions")).isEqualTo("Mail.Read");
        assertThat(consent.links())
                .extracting(link -> link.entity().key().toString())
                .contains("oauthApplication:app-1");
    }

    @Test
    void signInsAreTheSameUnderEveryNameOfTheirTable() throws Exception {
        var entra =
                events(
                        "s.csv",
                        "Timestamp,Application,ApplicationId,ErrorCode,AccountUpn,AccountObjectId,IPAddress,Country,City,UserAgent,RiskLevelAggregated\n"
                                + "2026-07-04T22:35:00Z,Office,app,0,jo@x.example,o1,203.0.113.9,NL,Delft,UA,100\n2026-07-04T22:36:00Z,Office,app,50126,jo@x.example,o1,203.0.113.9,NL,Delft,UA,0\n");
        assertThat(entra).extracting(TelemetryEvent::kind).containsExactly(EventKind.SIGN_IN, EventKind.SIGN_IN_FAILED);
        assertThat(entra.getFirst().attribute("Country")).isEqualTo("NL");
        assertThat(entra.getLast().attribute("ErrorCode")).isEqualTo("50126");
        var logs =
                events(
                                "s.csv",
                                "TimeGenerated,UserPrincipalName,UserId,IPAddress,AppDisplayName,AppId,ResultType,LocationDetails,DeviceDetail\n"
                                        + "2026-07-04T22:35:00Z,jo@x.example,o1,203.0.113.9,Office,app,0,\"{\"\"city\"\":\"\"Delft\"\",\"\"countryOrRegion\"\":\"\"NL\"\"}\","
                                        + "\"{\"\"displayName\"\":\"\"ws1\"\",\"\"operatingSystem\"\":\"\"Windows 10\"\"}\"\n")
                        .getFirst();
        assertThat(logs.kind()).isEqualTo(EventKind.SIGN_IN);
        assertThat(logs.table()).isEqualTo("SigninLogs");
        assertThat(logs.attribute("City")).isEqualTo("Delft");
        assertThat(key(logs, LinkRole.ACCOUNT)).isEqualTo(key(entra.getFirst(), LinkRole.ACCOUNT));
        assertThat(key(logs, LinkRole.DEVICE)).isEqualTo("device:ws1");
    }

    @Test
    void rulesOfOutlookClientsUseTheWordsOfTheCommands() throws Exception {
        var rule =
                events(
                                "c.json",
                                "{\"Timestamp\":\"2026-07-04T22:35:00Z\",\"ActionType\":\"UpdateInboxRules\",\"AccountObjectId\":\"o1\",\"ActivityType\":\"Run\","
                                        + "\"RawEventData\":{\"OperationProperties\":[{\"Name\":\"RuleName\",\"Value\":\".\"},{\"Name\":\"RuleActions\",\"Value\":"
                                        + "\"[{\\\"ActionType\\\":\\\"Forward\\\",\\\"Recipients\\\":[\\\"a@evil.example\\\"]},{\\\"ActionType\\\":\\\"Delete\\\"}]\"}]}}")
                        .getFirst();
        assertThat(rule.kind()).isEqualTo(EventKind.INBOX_RULE);
        assertThat(rule.attribute("Name")).isEqualTo(".");
        assertThat(rule.attribute("ForwardTo")).isEqualTo("a@evil.example");
        assertThat(rule.attribute("DeleteMessage")).isEqualTo("True");
    }

    @Test
    void logAnalyticsTablesOfWindowsAndEntraAreRead() throws Exception {
        var windows =
                events(
                        "SecurityEvent.csv",
                        "TimeGenerated,Computer,EventID,SubjectUserName,SubjectDomainName,SubjectUserSid,TargetUserName,TargetUserSid,"
                                + "NewProcessId,NewProcessName,ProcessId,CommandLine,ParentProcessName,LogonType,IpAddress\n"
                                + "2026-07-04T22:35:00Z,dc1.corp.example,4688,jo,CORP,S-1-5-21-1,-,S-1-0-0,0x1580,C:\\t\\a.exe,0xbc8,a -b,C:\\Windows\\System32\\cmd.exe,,\n"
                                + "2026-07-04T22:35:00Z,dc1.corp.example,4624,-,-,S-1-0-0,jo,S-1-5-21-1,,,,,,3,10.0.0.9\n");
        assertThat(windows)
                .extracting(TelemetryEvent::kind)
                .containsExactly(EventKind.PROCESS_CREATED, EventKind.LOGON);
        assertThat(key(windows.getFirst(), LinkRole.TARGET)).startsWith("process:dc1|5504|");
        assertThat(key(windows.getFirst(), LinkRole.ACCOUNT)).isEqualTo("user:corp\\jo");
        assertThat(key(windows.getLast(), LinkRole.SOURCE)).isEqualTo("ipAddress:10.0.0.9");
        assertThat(windows.getLast().attribute("LogonType")).isEqualTo("3");
        var audit =
                events(
                                "a.json",
                                "{\"TimeGenerated\":\"2026-07-04T22:35:00Z\",\"OperationName\":\"Consent to application\",\"Result\":\"success\",\"Type\":\"AuditLogs\","
                                        + "\"InitiatedBy\":{\"user\":{\"userPrincipalName\":\"jo@x.example\",\"ipAddress\":\"203.0.113.9\"}},\"TargetResources\":"
                                        + "[{\"id\":\"app-1\",\"type\":\"ServicePrincipal\",\"modifiedProperties\":[{\"displayName\":\"ConsentAction.Permissions\",\"newValue\":\"Mail.Read\"}]}]}")
                        .getFirst();
        assertThat(audit.kind()).isEqualTo(EventKind.CLOUD_ACTIVITY);
        assertThat(key(audit, LinkRole.APPLICATION)).isEqualTo("oauthApplication:app-1");
        assertThat(audit.attribute("ConsentAction.Permissions")).isEqualTo("Mail.Read");
    }
}
