package dupin.intake.defender;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Records;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.Imported;
import dupin.model.ProviderAction;
import dupin.model.ProviderInvestigation;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Defender XDR incidents and Defender for Endpoint objects.
class FlatFormatsTest {

    private static final String XDR =
            """
            {"value":[{"incidentId":31,"redirectIncidentId":null,"incidentName":"Name","createdTime":"2026-01-01T00:00:00Z","lastUpdateTime":"2026-01-02T00:00:00Z",
             "severity":"UnSpecified","status":"Active","tags":["t"],"comments":[],"alerts":[{"alertId":"da1","incidentId":31,"serviceSource":"MicrosoftDefenderATP",
             "creationTime":"2026-01-01T00:00:00Z","firstActivity":"2025-12-31T00:00:00Z","title":"Tool","category":"Malware","status":"New","severity":"Medium",
             "investigationId":4711,"investigationState":"PendingApproval","assignedTo":"Automation","actorName":null,
             "devices":[{"mdatpDeviceId":"M1","deviceDnsName":"pc1.example.net","osPlatform":"Windows11","loggedOnUsers":[{"accountName":"jo"}]}],
             "entities":[
              {"entityType":"User","accountName":"jo","domainName":"CORP"},{"entityType":"Ip","ipAddress":"192.0.2.1","url":null},
              {"entityType":"Url","url":"http://bad.example/x"},{"entityType":"File","fileName":"a.exe","filePath":"C:\\\\t","deviceId":"m1","verdict":"Malicious","remediationStatus":"Active"},
              {"entityType":"Process","processId":5,"processCreationTime":"2026-01-01T00:00:00Z","fileName":"a.exe","filePath":"C:\\\\t","deviceId":"m1","parentProcessId":4},
              {"entityType":"MailBox","mailboxAddress":"jo@example.net"},{"entityType":"MailMessage","sender":"x@y.z","recipient":"jo@example.net","subject":"S"},
              {"entityType":"MailCluster","clusterBy":"Subject"},{"entityType":"Registry","registryHive":"HKEY_USERS","registryKey":"k","registryValueType":"REG_SZ","registryValue":"v","deviceId":"M1"},
              {"entityType":"SecurityGroup","securityGroupId":"g1","securityGroupName":"G"},{"entityType":"Wormhole","spin":"left","url":null},{"entityType":"Ip","ipAddress":null}]}]}]}\
            """;

    @Test
    void anIncidentGivesItsAlertsWithDevicesAndEntities() throws Exception {
        Records records = Records.of(XDR);
        assertThat(records.format()).contains("/api/incidents");
        assertThat(records.incident().displayName()).isEqualTo("Name");
        assertThat(records.incident().alertIds()).containsExactly("da1");
        Alert alert = records.alert();
        assertThat(alert.providerIncidentId()).isEqualTo("31");
        assertThat(alert.providerInvestigationId()).isEqualTo("4711");
        assertThat(records.keys())
                .containsExactly(
                        "device:pc1",
                        "user:corp\\jo",
                        "ipAddress:192.0.2.1",
                        "url:http://bad.example/x",
                        "file:pc1|c:/t/a.exe",
                        "process:pc1|5|1767225600000",
                        "mailbox:jo@example.net",
                        "mailMessage:x@y.z|s|jo@example.net",
                        "mailCluster:da1/subject",
                        "registryValue:pc1|hku\\k|",
                        "securityGroup:g1",
                        "unknown:wormhole|{\"spin\":\"left\"}");
        assertThat(alert.evidence().get(4).providerVerdict()).isEqualTo("Malicious");
        assertThat(alert.evidence().get(4).providerRemediationStatus()).isEqualTo("Active");
    }

    @Test
    void mailClustersOfDifferentAlertsAreNotTheSame() {
        var one = new Entity.MailCluster("a/Subject", "Subject", "", "", 0, List.of(), "", List.of(), List.of());
        var other = new Entity.MailCluster("b/Subject", "Subject", "", "", 0, List.of(), "", List.of(), List.of());
        assertThat(one.key()).isNotEqualTo(other.key());
    }

    @Test
    void anEndpointAlertNamesItsMachineAndUser() throws Exception {
        Records records =
                Records.of(
                        """
                        {"id":"da9","incidentId":8,"investigationId":3,"machineId":"M2","computerDnsName":"pc2.example.net","severity":"Medium","status":"InProgress",
                         "title":"T","category":"Execution","alertCreationTime":"2026-01-01T00:00:00Z","firstEventTime":"2026-01-01T00:00:00Z",
                         "detectionSource":"WindowsDefenderAtp","investigationState":"TerminatedBySystem","relatedUser":{"userName":"jo","domainName":"CORP"},
                         "evidence":[{"entityType":"User","accountName":"jo","domainName":"CORP","userPrincipalName":"jo@example.net"},
                          {"entityType":"Process","processId":9,"processCreationTime":"2026-01-01T00:00:00Z","fileName":"p.exe","filePath":"C:\\\\w","parentProcessFileName":"q.exe","parentProcessFilePath":"C:\\\\w","detectionStatus":"Prevented"}]}\
                        """);
        assertThat(records.keys()).containsExactly("device:pc2", "user:jo@example.net", "process:pc2|9|1767225600000");
        var process = (Entity.Process) records.alert().evidence().getLast().entity();
        assertThat(process.parentImage()).isEqualTo("C:\\w\\q.exe");
        assertThat(records.alert().evidence().getLast().detectionStatus()).isEqualTo("Prevented");
        assertThat(records.alert().providerIncidentId()).isEqualTo("8");
    }

    @Test
    void investigationsMachinesAndActionsAreReadAsWhatTheyAre() throws Exception {
        ProviderInvestigation investigation =
                Records.of(
                                """
                                {"id":"63","startTime":"2026-01-01T00:00:00Z","endTime":null,"state":"Running","cancelledBy":null,"statusDetails":null,"machineId":"M",
                                 "computerDnsName":"pc","triggeringAlertId":"da1"}\
                                """)
                        .all(Imported.OfInvestigation.class)
                        .getFirst()
                        .investigation();
        assertThat(investigation.triggeringAlertId()).isEqualTo("da1");
        assertThat(investigation.status()).isEqualTo("Running");
        assertThat(investigation.endedDateTime()).isNull();
        ProviderAction action =
                Records.of(
                                """
                                {"id":"x","type":"StopAndQuarantineFile","scope":"Full","requestor":"ann","requestorComment":"why","status":"Succeeded","machineId":"M",
                                 "computerDnsName":"pc","creationDateTimeUtc":"2026-01-01T00:00:00Z","lastUpdateTimeUtc":"2026-01-01T00:01:00Z",
                                 "relatedFileInfo":{"fileIdentifier":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","fileIdentifierType":"Sha1"}}\
                                """)
                        .all(Imported.OfAction.class)
                        .getFirst()
                        .action();
        assertThat(action.targets())
                .extracting(e -> e.key().toString())
                .containsExactly("device:pc", "file:sha1-" + "a".repeat(40));
        assertThat(action.lastUpdateDateTime()).hasToString("2026-01-01T00:01:00Z");
        var machine =
                Records.of(
                                """
                                {"id":"M","computerDnsName":"pc.example.net","lastSeen":"2026-01-01T00:00:00Z","osPlatform":"Windows11","healthStatus":"Active","riskScore":"High",
                                 "machineTags":["lab"],"exposureLevel":"Low"}\
                                """)
                        .all(Imported.OfEvent.class)
                        .getFirst()
                        .event();
        assertThat(machine.kind()).isEqualTo(EventKind.DEVICE_INFO);
        assertThat(machine.attribute("exposureLevel")).isEqualTo("Low");
        assertThat(machine.device()).hasValueSatisfying(device -> assertThat(device.tags()).containsExactly("lab"));
    }
}
