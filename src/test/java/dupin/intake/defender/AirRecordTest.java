package dupin.intake.defender;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.intake.Records;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Imported;
import dupin.model.ProviderInvestigation;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class AirRecordTest {
    private static final String CLUSTER =
            """
            {"$id":"9","Type":"mailCluster","ClusterBy":"NormalizedUrl;ContentType","ClusterByValue":"http://bad.example/;1","MailCount":15,
             "IsVolumeAnamoly":true,"Threats":["MaliciousUrl"],"NetworkMessageIds":["n1","n2"],"CountByThreatType":{"HighConfPhish":5,"MaliciousUrl":15},
             "CountByDeliveryLocation":{"Inbox":10,"Quarantine":5},"QueryTime":"2026-01-01T00:00:00Z","QueryTime":"1/1/2026 12:00:00 AM","FirstSeen":"2026-01-01T00:00:03"}\
            """;

    private static final String DATA =
            """
            {"ProviderName":"OATP","AlertDisplayName":"Mail removed after delivery\u200b","Status":"InProgress","Severity":"High","ProviderAlertId":"11111111-2222",
             "StartTimeUtc":"2026-01-01T00:00:00Z","TimeGenerated":"2026-01-01T00:01:00.16Z",
             "ExtendedLinks":[{"Href":"https://security.example/alerts/fa11111111-2222?tid=1","Type":"webLink"}],
             "Entities":[{"$id":"1","Type":"url","Url":"http://bad.example/","ClickCount":2},
              {"$id":"2","Type":"mailMessage","NetworkMessageId":"n1","Recipient":"jo@example.net","P2Sender":"x@bad.example","SenderIP":"192.0.2.1","Subject":"S",
               "Urls":["http://bad.example/"],"Threats":["ZapPhish"],"Files":[{"$id":"3","Type":"file","Name":"a.pdf","FileHashes":[{"$id":"4","Type":"filehash",
               "Algorithm":"SHA256","Value":"%s"}]}]},
              {"$ref":"3"},{"$ref":"2"},{"$id":"5","Type":"mailbox","MailboxPrimaryAddress":"jo@example.net","Upn":"Jo@example.net","AadId":"77","RiskLevel":"Low"},
              {"$id":"6","Type":"ip","Address":"192.0.2.9"},{"$id":"7","Type":"comet","Urn":"urn:C:1"},{"Recipient":"k@example.net","Sender":"y@bad.example","Threats":1},
              {"$ref":"404"}]}\
            """
                    .formatted("ab".repeat(32))
                    .replace("\n", "");

    private static String record(String status) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("RecordType", 64)
                .put("Operation", "AirInvestigationData")
                .put("Id", "r1")
                .put("InvestigationId", "urn:ZappedUrlInvestigation:1");
        record.put("InvestigationName", "Mail zapped")
                .put("InvestigationType", "ZappedUrlInvestigation")
                .put("Status", status);
        record.put("StartTimeUtc", "2026-01-01T00:02:00")
                .put("EndTimeUtc", "0001-01-01T00:00:00")
                .put("LastUpdateTimeUtc", "2026-01-01T00:03:00");
        record.put("Data", DATA);
        record.putArray("Actions")
                .add(
                        """
                        {"$id":"1","ActionId":"urn:EmailZapper:1","ActionType":"EmailRemediation","ActionStatus":"Pending","ActionApproval":"None","PendingType":"User",
                         "RelatedAlertIds":["11111111-2222"],"StartTimeUtc":"2026-01-01T00:04:00","MachineName":"SERVER1","Entities":[%s]}\
                        """
                                .formatted(CLUSTER));
        return Json.text(record);
    }

    private static ProviderInvestigation investigation(Records records) {
        return records.all(Imported.OfInvestigation.class).getFirst().investigation();
    }

    @Test
    void aRecordGivesTheInvestigationWithItsActions() throws Exception {
        ProviderInvestigation investigation = investigation(Records.of(record("Pending Action")));
        assertThat(investigation.id()).isEqualTo("urn:ZappedUrlInvestigation:1");
        assertThat(investigation.status()).isEqualTo("Pending Action");
        assertThat(investigation.triggeringAlertId()).isEqualTo("fa11111111-2222");
        assertThat(investigation.endedDateTime()).isNull();
        assertThat(investigation.actions())
                .singleElement()
                .satisfies(action -> {
                    assertThat(action.status()).isEqualTo("Pending");
                    assertThat(action.investigationId()).isEqualTo(investigation.id());
                    assertThat(action.device()).isEmpty();
                    assertThat(action.comment()).isEmpty();
                    assertThat(action.targets())
                            .singleElement()
                            .isInstanceOfSatisfying(
                                    Entity.MailCluster.class,
                                    cluster -> {
                                        assertThat(cluster.emailCount()).isEqualTo(15);
                                        assertThat(cluster.threats()).isEqualTo("MaliciousUrl, Volume anomaly");
                                        assertThat(cluster.countByThreatType())
                                                .containsExactly(
                                                        new Entity.Count("HighConfPhish", 5),
                                                        new Entity.Count("MaliciousUrl", 15));
                                        assertThat(cluster.countByDeliveryLocation())
                                                .contains(new Entity.Count("Inbox", 10));
                                    });
                });
    }

    @Test
    void theAlertInTheStringBringsItsEntitiesOnceEach() throws Exception {
        Records records = Records.of(record("Running"));
        Alert alert = records.alert();
        assertThat(alert.id()).isEqualTo("fa11111111-2222");
        assertThat(alert.title()).isEqualTo("Mail removed after delivery");
        assertThat(alert.status()).isEqualTo("InProgress");
        assertThat(alert.providerInvestigationId()).isEqualTo("urn:ZappedUrlInvestigation:1");
        assertThat(alert.providerInvestigationState()).isEqualTo("Running");
        assertThat(records.keys())
                .containsExactly(
                        "url:http://bad.example/",
                        "mailMessage:n1|jo@example.net",
                        "file:sha256-" + "ab".repeat(32),
                        "file:sha256-" + "ab".repeat(32),
                        "mailbox:jo@example.net",
                        "user:jo@example.net",
                        "ipAddress:192.0.2.9",
                        "unknown:comet|urn:c:1",
                        "mailMessage:y@bad.example||k@example.net",
                        "mailCluster:normalizedurl;contenttype=http://bad.example/;1");
        assertThat(alert.evidence().get(4).tags()).containsExactly("riskLevel: Low");
    }

    @Test
    void recordsOfOneInvestigationGiveTheSameIds() throws Exception {
        Records records = Records.of(record("Running") + "\n" + record("Remediated") + "\n");
        assertThat(records.all(Imported.OfInvestigation.class))
                .extracting(i -> i.investigation().id() + " " + i.investigation().status())
                .containsExactly("urn:ZappedUrlInvestigation:1 Running", "urn:ZappedUrlInvestigation:1 Remediated");
        assertThat(records.alerts()).extracting(Alert::id).containsExactly("fa11111111-2222", "fa11111111-2222");
    }

    @Test
    void aRecordWithoutAlertStillNamesOneOfItsInvestigation() throws Exception {
        Records records =
                Records.of(
                        "{\"RecordType\":86,\"InvestigationId\":\"urn:i:2\",\"InvestigationName\":\"N\",\"Data\":\"not json\",\"Actions\":[\"{broken\"]}");
        assertThat(records.alert().id()).isEqualTo("alert-of-urn:i:2");
        assertThat(records.alert().title()).isEqualTo("N");
        assertThat(investigation(records).actions()).isEmpty();
    }

    @Test
    void theAuditLogsCmdletWrapsTheRecordInAString() throws Exception {
        ObjectNode row =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("RecordType", "AirInvestigation")
                        .put("AuditData", record("Running"));
        assertThat(investigation(Records.of("[" + Json.text(row) + "]")).status()).isEqualTo("Running");
    }

    @Test
    void otherAuditRecordsAreNotTaken() {
        assertThat(
                        AirRecord.is(
                                Fields.of(
                                        JsonNodeFactory.instance
                                                .objectNode()
                                                .put("RecordType", 2)
                                                .put("Operation", "MailItemsAccessed"))))
                .isFalse();
    }
}
