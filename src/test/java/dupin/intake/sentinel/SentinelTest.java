package dupin.intake.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.intake.Collected;
import dupin.intake.ImportRefusedException;
import dupin.intake.Texts;
import dupin.intake.formats.Formats;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKind;
import dupin.model.Imported;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Traps of Sentinel exports, each in a file of its own.
class SentinelTest {
    private static final String HEADER =
            "TenantId,TimeGenerated,SystemAlertId,DisplayName,AlertSeverity,ProviderName,"
                    + "ExtendedProperties,Entities,CompromisedEntity,Tactics,Techniques\n";

    private static Collected read(String name, byte[] bytes) throws Exception {
        var sink = new Collected();
        var source = new Texts(name, bytes);
        Formats.all().choose(source).read(source, sink);
        return sink;
    }

    private static Collected read(String text) throws Exception {
        return read("export.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String row(String id, String time, String entities, String compromised) {
        return "t,"
                + time
                + ","
                + id
                + ",Title,High,MDATP,{},\""
                + entities.replace("\"", "\"\"")
                + "\","
                + compromised
                + ",,\"[\"\"T1003\"\"]\"\n";
    }

    private static List<Alert> alerts(Collected sink) {
        return sink.all(Imported.OfAlert.class).stream().map(Imported.OfAlert::alert).toList();
    }

    @Test
    void anAlertIsKnownByTheIdsOfThePortalAndOfItsProduct() throws Exception {
        String text =
                "TimeGenerated,SystemAlertId,DisplayName,AlertSeverity,ProviderName,VendorOriginalId,AlertLink,Entities\n"
                        + "2026-01-01T00:00:00Z,g-1,Title,High,MDATP,0a24e828-1_1,"
                        + "https://security.microsoft.com/alerts/da0a24e828-1_1?tid=t,[]\n";
        assertThat(alerts(read(text)).getFirst().otherIds()).containsExactly("0a24e828-1_1", "da0a24e828-1_1");
    }

    @Test
    void idsOfEntitiesHoldForOneAlertOnly() throws Exception {
        String first =
                "[{\"$id\":\"2\",\"Type\":\"host\",\"HostName\":\"one\"},{\"$id\":\"3\",\"Type\":\"process\",\"ProcessId\":\"0x10\","
                        + "\"CreationTimeUtc\":\"2026-01-01T00:00:00Z\",\"Host\":{\"$ref\":\"2\"}},{\"$ref\":\"2\"}]";
        String second = "[{\"$ref\":\"2\"},{\"$id\":\"2\",\"Type\":\"ip\",\"Address\":\"10.0.0.9\"},{\"$ref\":\"99\"}]";
        var alerts =
                alerts(
                        read(
                                HEADER
                                        + row("a", "2026-01-01T00:00:00Z", first, "")
                                        + row("b", "2026-01-01T00:00:00Z", second, "")));
        assertThat(alerts.get(0).evidence())
                .extracting(evidence -> evidence.entity().key().toString())
                .containsExactly("device:one", "process:one|16|1767225600000");
        assertThat(alerts.get(1).evidence())
                .extracting(evidence -> evidence.entity().key().toString())
                .containsExactly("ipAddress:10.0.0.9");
    }

    @Test
    void referencesInACircleEnd() throws Exception {
        String circle =
                "[{\"$id\":\"1\",\"Type\":\"process\",\"ProcessId\":\"5\",\"ParentProcess\":{\"$ref\":\"1\"},"
                        + "\"ImageFile\":{\"$ref\":\"1\"},\"Host\":{\"$ref\":\"1\"}},{\"$id\":\"2\",\"$ref\":\"2\"}]";
        assertThat(alerts(read(HEADER + row("a", "2026-01-01T00:00:00Z", circle, ""))))
                .singleElement()
                .satisfies(alert -> assertThat(alert.evidence()).hasSize(1));
    }

    @Test
    void hashesBelongToTheirFileUnlessTheyStandAlone() throws Exception {
        String sha1 = "a".repeat(40);
        String lone = "b".repeat(64);
        String entities =
                "[{\"$id\":\"1\",\"Type\":\"file\",\"Name\":\"x.exe\",\"Directory\":\"C:\\\\t\",\"FileHashes\":[{\"$id\":\"2\","
                        + "\"Type\":\"filehash\",\"Algorithm\":\"SHA1\",\"Value\":\""
                        + sha1
                        + "\"}]},{\"$ref\":\"2\"},"
                        + "{\"Type\":\"filehash\",\"Algorithm\":\"SHA256\",\"Value\":\""
                        + lone
                        + "\"}]";
        assertThat(alerts(read(HEADER + row("a", "2026-01-01T00:00:00Z", entities, ""))).getFirst().evidence())
                .extracting(evidence -> evidence.entity().key().value())
                .containsExactly("sha1-" + sha1, "sha256-" + lone);
    }

    @Test
    void thingsWithoutMachineLieOnTheAlertsOnlyOne() throws Exception {
        String entities =
                "[{\"Type\":\"host\",\"HostName\":\"WS1\",\"DnsDomain\":\"corp.example\"},"
                        + "{\"Type\":\"registry-value\",\"Name\":\"Run\",\"Value\":\"x\",\"Key\":{\"Type\":\"registry-key\",\"Hive\":\"LocalMachine\",\"Key\":\"SOFTWARE\\\\R\"}},"
                        + "{\"Type\":\"file\",\"Name\":\"a.exe\",\"Directory\":\"C:\\\\t\"},{\"Type\":\"process\"}]";
        var evidence =
                alerts(read(HEADER + row("a", "2026-01-01T00:00:00Z", entities, "WS1.corp.example")))
                        .getFirst()
                        .evidence();
        assertThat(evidence)
                .extracting(one -> one.entity().key().toString())
                .containsExactly("device:ws1", "registryValue:ws1|hklm\\software\\r|run", "file:ws1|c:/t/a.exe");
        assertThat(evidence.getFirst().detailedRoles()).containsExactly("primaryDevice");
        String two =
                "[{\"Type\":\"host\",\"HostName\":\"WS1\"},{\"Type\":\"host\",\"HostName\":\"WS2\"},{\"Type\":\"file\",\"Name\":\"a.exe\"}]";
        assertThat(
                        alerts(read(HEADER + row("a", "2026-01-01T00:00:00Z", two, "WS2")))
                                .getFirst()
                                .evidence()
                                .getLast()
                                .entity())
                .isInstanceOfSatisfying(Entity.File.class, file -> assertThat(file.device()).isEqualTo("WS2"));
        assertThat(
                        alerts(read(HEADER + row("a", "2026-01-01T00:00:00Z", two, "")))
                                .getFirst()
                                .evidence()
                                .getLast()
                                .entity())
                .isInstanceOfSatisfying(Entity.File.class, file -> assertThat(file.device()).isEmpty());
    }

    @Test
    void everyKindOfEntityHasItsShape() throws Exception {
        String entities =
                "[{\"Type\":\"account\",\"Name\":\"jo\",\"UPNSuffix\":\"x.example\"},{\"Type\":\"ip\",\"Address\":\"10.1.1.1\"},"
                        + "{\"Type\":\"url\",\"Url\":\"http://e.example/a\"},{\"Type\":\"dns\",\"DomainName\":\"e.example\"},"
                        + "{\"Type\":\"mailbox\",\"MailboxPrimaryAddress\":\"jo@x.example\"},"
                        + "{\"Type\":\"mailMessage\",\"NetworkMessageId\":\"n1\",\"Recipient\":\"jo@x.example\"},"
                        + "{\"Type\":\"mailCluster\",\"NetworkMessageIds\":[[],[\"n1\"]],\"Query\":\"q\",\"MailCount\":3,\"CountByThreatType\":{\"Phish\":3}},"
                        + "{\"Type\":\"SubmissionMail\",\"SubmissionId\":\"s1\"},{\"Type\":\"registry-key\",\"Hive\":\"HKLM\",\"Key\":\"A\"},"
                        + "{\"Type\":\"cloud-application\",\"AppId\":20893,\"Name\":\"Exchange\"},{\"Type\":\"oauth-application\",\"OAuthAppId\":\"o1\",\"Name\":\"App\"},"
                        + "{\"Type\":\"azure-resource\",\"ResourceId\":\"/subscriptions/1/x/vm\"},{\"Type\":\"security-group\",\"SID\":\"S-1-5-21-9-9-9-512\"},"
                        + "{\"Type\":\"malware\",\"Name\":\"Emotet\",\"Category\":\"Trojan\"},{\"Type\":\"host-logon-session\",\"SessionId\":\"7\"},"
                        + "{\"Type\":\"cloud-logon-session\",\"SessionId\":\"8\"},{\"Type\":\"iotdevice\",\"DeviceName\":\"cam\"},"
                        + "{\"Type\":\"network-connection\",\"SourceAddress\":{\"Type\":\"ip\",\"Address\":\"10.1.1.2\"},\"DestinationAddress\":{\"Type\":\"ip\",\"Address\":\"10.1.1.3\"}},"
                        + "{\"Type\":\"cloud-logon-request\",\"RequestId\":\"r1\"},{\"Type\":\"something-new\",\"Name\":\"n\"},{\"Type\":\"ip\"},{\"Type\":\"account\",\"IsValid\":false},7,null]";
        var kinds =
                alerts(read(HEADER + row("a", "2026-01-01T00:00:00Z", entities, ""))).getFirst().evidence().stream()
                        .map(evidence -> evidence.entity().kind())
                        .toList();
        assertThat(kinds)
                .containsExactly(
                        EntityKind.USER,
                        EntityKind.IP_ADDRESS,
                        EntityKind.URL,
                        EntityKind.DOMAIN,
                        EntityKind.MAILBOX,
                        EntityKind.MAIL_MESSAGE,
                        EntityKind.MAIL_CLUSTER,
                        EntityKind.MAIL_SUBMISSION,
                        EntityKind.REGISTRY_KEY,
                        EntityKind.CLOUD_APPLICATION,
                        EntityKind.OAUTH_APPLICATION,
                        EntityKind.CLOUD_RESOURCE,
                        EntityKind.SECURITY_GROUP,
                        EntityKind.UNKNOWN,
                        EntityKind.SIGN_IN_SESSION,
                        EntityKind.SIGN_IN_SESSION,
                        EntityKind.DEVICE,
                        EntityKind.IP_ADDRESS,
                        EntityKind.IP_ADDRESS,
                        EntityKind.UNKNOWN,
                        EntityKind.UNKNOWN);
    }

    @Test
    void whatIsOlderThanWhatStoodBeforeIsPassedOver() throws Exception {
        var alerts =
                alerts(
                        read(
                                HEADER
                                        + row("a", "2026-01-02T00:00:00Z", "[]", "")
                                        + row("a", "2026-01-01T00:00:00Z", "[]", "")
                                        + row("a", "2026-01-03T00:00:00Z", "[]", "")));
        assertThat(alerts).extracting(alert -> alert.row().row()).containsExactly(0L, 2L);
    }

    @Test
    void oneBadRecordDoesNotKillTheFile() throws Exception {
        var sink =
                read(
                        HEADER
                                + row("", "2026-01-02T00:00:00Z", "[]", "")
                                + row("a", "2026-01-02T00:00:00Z", "{broken", "")
                                + row("b", "2026-01-02T00:00:00Z", "[]", ""));
        assertThat(alerts(sink)).extracting(Alert::id).containsExactly("b");
        assertThat(sink.rejects()).extracting(Imported.Rejected::place).containsExactly("line 2", "line 3");
        assertThat(sink.rejects()).allSatisfy(reject -> assertThat(reject.reason()).endsWith("."));
    }

    @Test
    void aHeaderWithoutRowsIsRefused() {
        assertThatThrownBy(() -> read(HEADER))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("export.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void encodingsAndByteOrderMarks(String name) throws Exception {
        String text =
                "\uFEFF"
                        + HEADER.replace(",", ";")
                        + "t;\"7/4/2026, 10:35:00.593 PM\";é1;Titel;High;OATP;;;jo@x.example;Unknown, InitialAccess;\n";
        var alert = alerts(read("x.csv", text.getBytes(Charset.forName(name)))).getFirst();
        assertThat(alert.id()).isEqualTo("é1");
        assertThat(alert.category()).isEqualTo("InitialAccess");
        assertThat(alert.createdDateTime()).hasToString("2026-07-04T22:35:00.593Z");
        assertThat(alert.evidence())
                .singleElement()
                .satisfies(one -> assertThat(one.detailedRoles()).containsExactly("primaryUser"));
    }

    @Test
    void answersOfLogQueriesAreRead() throws Exception {
        String json =
                "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"SystemAlertId\",\"type\":\"string\"},"
                        + "{\"name\":\"AlertName\",\"type\":\"string\"},{\"name\":\"Entities\",\"type\":\"string\"}],\"rows\":[[\"a\",\"T\",\"[]\"],"
                        + "[\"\",\"T\",\"[]\"],[\"b\",\"T\",null]]}]}";
        var sink = read("query_data.json", json.getBytes(StandardCharsets.UTF_8));
        assertThat(alerts(sink)).extracting(Alert::id).containsExactly("a", "b");
        assertThat(sink.rejects()).hasSize(1);
    }

    @Test
    void anIncidentOfSentinelItselfKeepsItsName() throws Exception {
        String header = "IncidentName,IncidentNumber,Title,Severity,ProviderName,ProviderIncidentId,AlertIds,Owner\n";
        var sink =
                read(
                        header
                                + "guid-1,7,T,High,Azure Sentinel,7,\"[\"\"a\"\",\"\"b\"\"]\",\n"
                                + "guid-2,8,T,Low,Microsoft XDR,900,[],\n");
        assertThat(sink.all(Imported.OfIncident.class))
                .extracting(incident -> incident.incident().id())
                .containsExactly("guid-1", "900");
        assertThat(sink.all(Imported.OfIncident.class).getFirst().incident().alertIds()).containsExactly("a", "b");
    }

    @Test
    void techniquesAreFoundInEverySpelling() {
        assertThat(Techniques.in("[\"T1003\"]", "T1010;T1059.001", "Phishing (T1566), xT1234, T12345", "T1059.0011"))
                .containsExactly("T1003", "T1010", "T1059.001", "T1566");
    }
}
