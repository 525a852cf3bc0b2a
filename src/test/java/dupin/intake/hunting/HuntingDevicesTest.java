package dupin.intake.hunting;

import static dupin.intake.hunting.ReadRows.SHA256;
import static dupin.intake.hunting.ReadRows.events;
import static dupin.intake.hunting.ReadRows.key;
import static dupin.intake.hunting.ReadRows.read;
import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.Imported;
import dupin.model.LinkRole;
import dupin.model.Severity;
import org.junit.jupiter.api.Test;

/// Rows of devices: what they did, what was connected to them, what is known of them and their alerts.
class HuntingDevicesTest {
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
}
