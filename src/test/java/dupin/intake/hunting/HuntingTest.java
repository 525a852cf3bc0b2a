package dupin.intake.hunting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.intake.Collected;
import dupin.intake.ImportRefusedException;
import dupin.intake.Texts;
import dupin.intake.formats.Formats;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.Imported;
import dupin.model.LinkRole;
import dupin.model.Severity;
import dupin.model.TelemetryEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Rows of the tables, and the ways in which they are wrapped.
class HuntingTest {

    private static Collected read(String name, String text) throws Exception {
        var sink = new Collected();
        var source = new Texts(name, text.getBytes(StandardCharsets.UTF_8));
        Formats.all().choose(source).read(source, sink);
        return sink;
    }

    private static List<TelemetryEvent> events(String name, String text) throws Exception {
        var sink = read(name, text);
        assertThat(sink.rejects()).isEmpty();
        return sink.all(Imported.OfEvent.class).stream().map(Imported.OfEvent::event).toList();
    }

    private static String key(TelemetryEvent event, LinkRole role) {
        return event.entity(role).map(entity -> entity.key().toString()).orElse("");
    }

    private static final String SHA256 = "ab".repeat(32);
    private static final String PROCESS =
            "Timestamp,DeviceId,DeviceName,ActionType,FileName,FolderPath,SHA256,ProcessId,ProcessCommandLine,"
                    + "ProcessCreationTime,AccountDomain,AccountName,AccountSid,InitiatingProcessFileName,InitiatingProcessFolderPath,InitiatingProcessId,"
                    + "InitiatingProcessCommandLine,InitiatingProcessCreationTime,InitiatingProcessParentId,InitiatingProcessParentFileName,"
                    + "InitiatingProcessParentCreationTime,ProcessIntegrityLevel\n";
    private static final String PROCESS_ROW =
            "2026-11-16T00:25:48.3109152Z,d1,ws1.corp.example,ProcessCreated,whoami.exe,C:\\Windows\\System32\\whoami.exe,"
                    + SHA256
                    + ",4242,\"whoami \"\"/all\"\"\",2026-11-16T00:25:48.2521885Z,CORP,jo,S-1-5-21-1-2-3-1001,cmd.exe,c:\\windows\\system32\\cmd.exe,77,"
                    + "cmd.exe /c x,2026-11-16T00:25:40Z,66,explorer.exe,2026-11-16T00:20:00Z,Medium\n";

    @Test
    void aCreatedProcessHasItsActorParentAndImages() throws Exception {
        var event = events("anything.csv", PROCESS + PROCESS_ROW).getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.PROCESS_CREATED);
        assertThat(event.table()).isEqualTo("DeviceProcessEvents");
        assertThat(event.time()).hasToString("2026-11-16T00:25:48.310915200Z");
        assertThat(event.links().getFirst().role()).isEqualTo(LinkRole.DEVICE);
        assertThat(key(event, LinkRole.DEVICE)).isEqualTo("device:ws1");
        assertThat(event.device().orElseThrow().deviceDnsName()).isEqualTo("ws1.corp.example");
        assertThat(key(event, LinkRole.TARGET)).isEqualTo("process:ws1|4242|1794788748252");
        assertThat(key(event, LinkRole.ACTOR)).isEqualTo("process:ws1|77|1794788740000");
        assertThat(key(event, LinkRole.PARENT)).isEqualTo("process:ws1|66|1794788400000");
        assertThat(key(event, LinkRole.TARGET_IMAGE)).isEqualTo("file:sha256-" + SHA256);
        assertThat(key(event, LinkRole.ACTOR_IMAGE)).isEqualTo("file:ws1|c:/windows/system32/cmd.exe");
        assertThat(key(event, LinkRole.ACCOUNT)).isEqualTo("user:corp\\jo");
        assertThat(event.target())
                .get()
                .isInstanceOfSatisfying(
                        Entity.Process.class,
                        process -> {
                            assertThat(process.processCommandLine()).isEqualTo("whoami \"/all\"");
                            assertThat(process.parentProcessId()).isEqualTo(77);
                            assertThat(process.account()).isEqualTo("CORP\\jo");
                            assertThat(process.parentImage()).isEqualTo("c:\\windows\\system32\\cmd.exe");
                        });
        assertThat(event.attribute("ProcessIntegrityLevel")).isEqualTo("Medium");
        assertThat(event.raw()).isEqualTo(PROCESS_ROW.strip());
        assertThat(event.row().row()).isZero();
    }

    @Test
    void theSameRowAsCsvJsonLinesEnvelopeAnswerAndCaseGivesTheSameEvent() throws Exception {
        String object =
                "{\"Timestamp\":\"2026-11-16T00:25:48.3109152Z\",\"DeviceId\":\"d1\",\"DeviceName\":\"ws1.corp.example\",\"ActionType\":\"ProcessCreated\","
                        + "\"FileName\":\"whoami.exe\",\"FolderPath\":\"C:\\\\Windows\\\\System32\\\\whoami.exe\",\"SHA256\":\""
                        + SHA256
                        + "\",\"ProcessId\":4242,"
                        + "\"ProcessCommandLine\":\"whoami \\\"/all\\\"\",\"ProcessCreationTime\":\"2026-11-16T00:25:48.2521885Z\",\"AccountDomain\":\"CORP\",\"AccountName\":\"jo\","
                        + "\"AccountSid\":\"S-1-5-21-1-2-3-1001\",\"InitiatingProcessFileName\":\"cmd.exe\",\"InitiatingProcessFolderPath\":\"c:\\\\windows\\\\system32\\\\cmd.exe\","
                        + "\"InitiatingProcessId\":77,\"InitiatingProcessCommandLine\":\"cmd.exe /c x\",\"InitiatingProcessCreationTime\":\"2026-11-16T00:25:40Z\","
                        + "\"InitiatingProcessParentId\":66,\"InitiatingProcessParentFileName\":\"explorer.exe\",\"InitiatingProcessParentCreationTime\":\"2026-11-16T00:20:00Z\","
                        + "\"ProcessIntegrityLevel\":\"Medium\",\"MD5\":null}";
        String envelope =
                "{\"time\":\"2026-11-16T00:26:00Z\",\"tenantId\":\"t\",\"operationName\":\"Publish\",\"category\":\"AdvancedHunting-DeviceProcessEvents\",\"properties\":"
                        + object
                        + "}";
        var csv = events("a.csv", PROCESS + PROCESS_ROW).getFirst();
        for (String text :
                List.of(
                        object + "\n" + object + "\n",
                        "[" + object + "," + object + "]",
                        envelope + "\n" + envelope,
                        "{\"records\":[" + envelope + "," + envelope + "]}",
                        "{\"schema\":[{\"name\":\"Timestamp\",\"type\":\"DateTime\"}],\"results\":["
                                + object
                                + ","
                                + object
                                + "]}",
                        "{\"Stats\":{},\"Schema\":[{\"Name\":\"Timestamp\",\"Type\":\"DateTime\"}],\"Results\":["
                                + object
                                + ","
                                + object
                                + "]}",
                        "{\"input\":{\"message\":" + quoted(envelope) + "},\"expected\":{\"a\":1}}")) {
            var events = events("a.json", text);
            assertThat(events).as(text).hasSizeBetween(1, 2);
            for (int i = 0; i < events.size(); i++) {
                var event = events.get(i);
                assertThat(event.links()).isEqualTo(csv.links());
                assertThat(event.attributes()).isEqualTo(csv.attributes());
                assertThat(event.kind()).isEqualTo(csv.kind());
                assertThat(event.time()).isEqualTo(csv.time());
                assertThat(event.table()).isEqualTo(csv.table());
                assertThat(event.row().row()).isEqualTo(i);
            }
        }
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Test
    void someColumnsAreEnough() throws Exception {
        var process =
                events(
                                "q.csv",
                                "Timestamp [UTC];DeviceName;FileName;ProcessCommandLine\n\"7/4/2026, 10:35:00.593 PM\";ws1;a.exe;a -b\n")
                        .getFirst();
        assertThat(process.kind()).isEqualTo(EventKind.PROCESS_CREATED);
        assertThat(process.time()).hasToString("2026-07-04T22:35:00.593Z");
        assertThat(key(process, LinkRole.TARGET)).isEqualTo("process:ws1|a.exe|a -b");
        var network =
                events(
                                "q.csv",
                                "TimeGenerated,DeviceName,RemoteIP,RemotePort\n2026-07-04T22:35:00Z,ws1,203.0.113.9,443\n")
                        .getFirst();
        assertThat(network.kind()).isEqualTo(EventKind.NETWORK_CONNECTION);
        assertThat(key(network, LinkRole.DESTINATION)).isEqualTo("ipAddress:203.0.113.9");
        assertThat(network.attribute("RemotePort")).isEqualTo("443");
        var mixed =
                events(
                        "q.csv",
                        "Timestamp,DeviceName,ActionType,FileName,InitiatingProcessFileName\n2026-07-04T22:35:00Z,ws1,ImageLoaded,a.dll,b.exe\n"
                                + "2026-07-04T22:35:00Z,ws1,FileDeleted,a.dll,b.exe\n");
        assertThat(mixed)
                .extracting(TelemetryEvent::kind)
                .containsExactly(EventKind.IMAGE_LOADED, EventKind.FILE_DELETED);
        assertThat(mixed)
                .extracting(TelemetryEvent::table)
                .containsExactly("DeviceImageLoadEvents", "DeviceFileEvents");
    }

    @Test
    void aColumnMayNameEachRowsTable() throws Exception {
        var events =
                events(
                        "union.csv",
                        "$table,Timestamp,DeviceName,ActionType,RemoteIP,FileName\n"
                                + "DeviceNetworkEvents,2026-07-04T22:35:00Z,ws1,ConnectionSuccess,203.0.113.9,\n"
                                + "DeviceFileEvents,2026-07-04T22:35:00Z,ws1,FileCreated,,a.exe\nDeviceTvmInfoGathering,2026-07-04T22:35:00Z,ws1,,,\n");
        assertThat(events)
                .extracting(TelemetryEvent::table)
                .containsExactly("DeviceNetworkEvents", "DeviceFileEvents", "DeviceTvmInfoGathering");
        assertThat(events)
                .extracting(TelemetryEvent::kind)
                .containsExactly(EventKind.NETWORK_CONNECTION, EventKind.FILE_CREATED, EventKind.OTHER);
    }

    @Test
    void tablesWithoutAMappingAreOtherEvents() throws Exception {
        var tvm =
                events(
                                "x.json",
                                "{\"category\":\"AdvancedHunting-DeviceTvmSoftwareVulnerabilities\",\"operationName\":\"Publish\",\"properties\":"
                                        + "{\"DeviceId\":\"d1\",\"DeviceName\":\"ws1\",\"CveId\":\"CVE-2026-1\",\"SoftwareName\":\"x\"}}")
                        .getFirst();
        assertThat(tvm.kind()).isEqualTo(EventKind.OTHER);
        assertThat(tvm.table()).isEqualTo("DeviceTvmSoftwareVulnerabilities");
        assertThat(tvm.attribute("CveId")).isEqualTo("CVE-2026-1");
        assertThat(key(tvm, LinkRole.DEVICE)).isEqualTo("device:ws1");
        var unheard =
                events(
                                "x.json",
                                "{\"category\":\"AdvancedHunting-TableOfNextYear\",\"operationName\":\"Publish\",\"properties\":"
                                        + "{\"Timestamp\":\"2026-07-04T22:35:00Z\",\"AccountUpn\":\"jo@x.example\",\"Wonder\":1}}")
                        .getFirst();
        assertThat(unheard.table()).isEqualTo("TableOfNextYear");
        assertThat(key(unheard, LinkRole.ACCOUNT)).isEqualTo("user:jo@x.example");
    }

    @Test
    void whatTellsNoTableIsRefusedWithItsColumns() {
        assertThatThrownBy(() -> read("prices.csv", "Product,Price,Url\nx,1,y\n"))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("prices.csv")
                .hasMessageContaining("Product, Price, Url");
        assertThatThrownBy(() -> read("notes.csv", "a,b\n1,2\n")).isInstanceOf(ImportRefusedException.class);
    }

    @Test
    void deviceEventsOpenTheirAdditionalFields() throws Exception {
        String head =
                "{\"Timestamp\":\"2026-07-04T22:35:00Z\",\"DeviceName\":\"ws1\",\"InitiatingProcessFileName\":\"svchost.exe\",\"RegistryKey\":null,";
        var task =
                events(
                                "x.json",
                                head
                                        + "\"ActionType\":\"ScheduledTaskCreated\",\"FileName\":null,\"AdditionalFields\":\"{\\\"TaskName\\\":\\\"\\\\\\\\Upd\\\","
                                        + "\\\"TaskContent\\\":\\\"<Exec><Command>cmd.exe</Command><Arguments>/c &quot;x&quot;</Arguments></Exec>\\\"}\"}")
                        .getFirst();
        assertThat(task.kind()).isEqualTo(EventKind.TASK_CREATED);
        assertThat(task.target()).contains(new Entity.ScheduledTask("ws1", "\\Upd", "cmd.exe /c \"x\""));
        var service =
                events(
                                "x.json",
                                head
                                        + "\"ActionType\":\"ServiceInstalled\",\"FileName\":\"s.exe\",\"FolderPath\":\"C:\\\\t\\\\s.exe\",\"AdditionalFields\":{\"ServiceName\":\"S\"}}")
                        .getFirst();
        assertThat(service.kind()).isEqualTo(EventKind.SERVICE_INSTALLED);
        assertThat(service.target()).contains(new Entity.Service("ws1", "S", "", "C:\\t\\s.exe"));
        assertThat(key(service, LinkRole.TARGET_IMAGE)).isEqualTo("file:ws1|c:/t/s.exe");
        var access =
                events(
                                "x.json",
                                head
                                        + "\"ActionType\":\"OpenProcessApiCall\",\"FileName\":\"lsass.exe\",\"ProcessId\":700,\"AdditionalFields\":\"{\\\"DesiredAccess\\\":5200}\"}")
                        .getFirst();
        assertThat(access.kind()).isEqualTo(EventKind.PROCESS_ACCESS);
        assertThat(access.attribute("DesiredAccess")).isEqualTo("5200");
        assertThat(key(access, LinkRole.TARGET)).startsWith("process:ws1|700");
        var dns =
                events(
                                "x.json",
                                head
                                        + "\"ActionType\":\"DnsQueryResponse\",\"FileName\":null,\"AdditionalFields\":\"{\\\"DnsQueryString\\\":\\\"Evil.Example.\\\"}\"}")
                        .getFirst();
        assertThat(dns.kind()).isEqualTo(EventKind.DNS_QUERY);
        assertThat(key(dns, LinkRole.DESTINATION)).isEqualTo("domain:evil.example");
    }

    @Test
    void connectionsThatCameInHaveTheirSource() throws Exception {
        String header = "Timestamp,DeviceName,ActionType,RemoteIP,RemoteUrl,RemoteIPType\n";
        var events =
                events(
                        "n.csv",
                        header
                                + "2026-07-04T22:35:00Z,ws1,InboundConnectionAccepted,203.0.113.9,,Public\n"
                                + "2026-07-04T22:35:00Z,ws1,ConnectionSuccess,203.0.113.9,evil.example,Public\n2026-07-04T22:35:00Z,ws1,HttpConnectionInspected,203.0.113.9,https://e.example/a,Public\n");
        assertThat(key(events.get(0), LinkRole.SOURCE)).isEqualTo("ipAddress:203.0.113.9");
        assertThat(key(events.get(0), LinkRole.DESTINATION)).isEmpty();
        assertThat(events.get(1).links())
                .extracting(link -> link.entity().key().toString())
                .contains("ipAddress:203.0.113.9", "domain:evil.example");
        assertThat(events.get(2).links())
                .extracting(link -> link.entity().key().toString())
                .contains("url:https://e.example/a");
    }

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
    void inventoryGivesTheAliases() throws Exception {
        var device =
                events(
                                "DeviceInfo.csv",
                                "Timestamp,DeviceId,DeviceName,AadDeviceId,OSPlatform,OnboardingStatus,RegistryDeviceTag,DeviceManualTags,LoggedOnUsers,MachineGroup\n"
                                        + "2026-07-04T22:35:00Z,d1,ws1.corp.example,aad1,Windows11,Onboarded,Tier0,\"[\"\"Finance\"\"]\",\"[{\"\"UserName\"\":\"\"jo\"\",\"\"DomainName\"\":\"\"CORP\"\",\"\"Sid\"\":\"\"S-1\"\"}]\",Group A\n")
                        .getFirst();
        assertThat(device.device())
                .get()
                .satisfies(one -> {
                    assertThat(one.tags()).containsExactly("Tier0", "Finance");
                    assertThat(one.rbacGroupName()).isEqualTo("Group A");
                    assertThat(one.aliases()).hasSize(2);
                });
        assertThat(key(device, LinkRole.ACCOUNT)).isEqualTo("user:corp\\jo");
        var identity =
                events(
                                "i.csv",
                                "Timestamp,AccountUpn,AccountName,AccountDomain,OnPremSid,CloudSid,AccountObjectId,EmailAddress,IsAccountEnabled\n"
                                        + "2026-07-04T22:35:00Z,jo@x.example,jo,CORP,S-1-5-21-1,S-1-12-1-1,o1,jo@x.example,1\n")
                        .getFirst();
        assertThat(identity.kind()).isEqualTo(EventKind.IDENTITY_INFO);
        assertThat(identity.attribute("IsAccountEnabled")).isEqualTo("true");
        assertThat(identity.links())
                .filteredOn(link -> link.role() == LinkRole.ACCOUNT)
                .flatExtracting(link -> link.entity().aliases())
                .extracting(Object::toString)
                .contains("user:sid-s-1-5-21-1", "user:sid-s-1-12-1-1", "user:aad-o1", "user:corp\\jo");
    }

    @Test
    void rowsOfOneAlertBecomeOneAlert() throws Exception {
        String info =
                "{\"Timestamp\":\"2026-07-04T22:35:00Z\",\"AlertId\":\"da1\",\"Title\":\"T\",\"Category\":\"Malware\",\"Severity\":\"High\",\"ServiceSource\":\"Microsoft Defender for Endpoint\","
                        + "\"DetectionSource\":\"Antivirus\",\"AttackTechniques\":\"[\\\"Phishing (T1566)\\\"]\"}\n";
        String head =
                "{\"Timestamp\":\"2026-07-04T22:36:00Z\",\"AlertId\":\"da1\",\"DeviceId\":\"d1\",\"DeviceName\":\"ws1.corp.example\",\"EvidenceRole\":\"Impacted\",";
        String evidence =
                head
                        + "\"EntityType\":\"Machine\",\"AdditionalFields\":\"\"}\n"
                        + head
                        + "\"EntityType\":\"File\",\"FileName\":\"a.exe\",\"FolderPath\":\"C:\\\\t\",\"SHA256\":\""
                        + SHA256
                        + "\",\"AdditionalFields\":\"{\\\"Type\\\":\\\"file\\\",\\\"LastVerdict\\\":\\\"Malicious\\\","
                        + "\\\"LastRemediationState\\\":\\\"Prevented\\\",\\\"DetectionStatus\\\":\\\"Blocked\\\"}\"}\n"
                        + head
                        + "\"EntityType\":\"Process\",\"FileName\":\"a.exe\",\"FolderPath\":\"C:\\\\t\",\"ProcessCommandLine\":\"a -b\",\"AdditionalFields\":\"not json\"}\n"
                        + head
                        + "\"EntityType\":\"User\",\"AccountName\":\"jo\",\"AccountDomain\":\"CORP\",\"AccountSid\":\"S-1-5-21-1\"}\n";
        var sink =
                read(
                        "alerts.json",
                        info
                                + "{\"Timestamp\":\"2026-07-04T22:36:00Z\",\"AlertId\":\"da2\",\"Title\":\"U\",\"Category\":\"X\",\"Severity\":\"Low\",\"ServiceSource\":\"s\",\"DetectionSource\":\"d\"}\n"
                                + evidence);
        assertThat(sink.rejects()).isEmpty();
        var alerts = sink.all(Imported.OfAlert.class).stream().map(Imported.OfAlert::alert).toList();
        assertThat(alerts).extracting(Alert::id).containsExactly("da1", "da2");
        Alert alert = alerts.getFirst();
        assertThat(alert.severity()).isEqualTo(Severity.HIGH);
        assertThat(alert.serviceSource()).isEqualTo("microsoftDefenderForEndpoint");
        assertThat(alert.mitreTechniques()).containsExactly("T1566");
        assertThat(alert.evidence())
                .extracting(one -> one.entity().key().toString())
                .containsExactly("device:ws1", "file:sha256-" + SHA256, "process:ws1|c:/t/a.exe|a -b", "user:corp\\jo");
        assertThat(alert.evidence().get(1))
                .satisfies(file -> {
                    assertThat(file.providerVerdict()).isEqualTo("Malicious");
                    assertThat(file.providerRemediationStatus()).isEqualTo("Prevented");
                    assertThat(file.detectionStatus()).isEqualTo("Blocked");
                    assertThat(file.roles()).containsExactly("impacted");
                });
        assertThat(alert.firstActivityDateTime()).hasToString("2026-07-04T22:35:00Z");
        assertThat(alert.lastActivityDateTime()).hasToString("2026-07-04T22:36:00Z");
        assertThat(sink.all(Imported.OfAlert.class).getFirst().raw().lines()).hasSize(5);
    }

    @Test
    void rowsOfJoinedTablesAreToldByTheirFilledCells() throws Exception {
        String header =
                "Timestamp,DeviceName,ActionType,InitiatingProcessFileName,RemoteIP,ActivityObjects,AccountObjectId,"
                        + "NetworkMessageId,SenderFromAddress,RecipientEmailAddress,Subject\n";
        var events =
                events(
                        "search.csv",
                        header
                                + "2026-07-04T22:35:00Z,ws1,ConnectionSuccess,a.exe,203.0.113.9,,,,,,\n"
                                + "2026-07-04T22:35:00Z,,FileDownloaded,,,[],o1,,,,\n2026-07-04T22:35:00Z,,,,,,,n1,a@evil.example,jo@x.example,Hi\n");
        assertThat(events)
                .extracting(TelemetryEvent::kind)
                .containsExactly(EventKind.NETWORK_CONNECTION, EventKind.CLOUD_ACTIVITY, EventKind.MAIL_DELIVERED);
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
