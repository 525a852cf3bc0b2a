package dupin.intake.defender;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Records;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Imported;
import dupin.model.ProviderIncident;
import dupin.model.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What real Graph exports do that their documentation does not say.
class TrapsTest {

    private static final String INCIDENT =
            """
            {"@odata.type":"#microsoft.graph.security.incident","id":"77","displayName":"Many steps","severity":"High","status":"Active",
             "classification":"TruePositive","determination":null,"redirectIncidentId":null,"tags":["one"],"customTags":["two"],"systemTags":["two","three"],
             "comments":[{"comment":"old","createdBy":"ann","createdTime":"2026-01-01T00:00:00Z"},
                         {"comment":"new","createdByDisplayName":"bob","createdDateTime":"2026-01-02T00:00:00.5Z"}],
             "incidentWebUrl":"https://security.example/incident2/77/overview","createdDateTime":"2026-01-01T00:00:00","alerts":%s,}\
            """;

    private static final String ALERT =
            """
            {"@odata.type":"#microsoft.graph.security.alert","id":"%s","incidentId":"5","title":"T","severity":"%s","status":"New","serviceSource":"s",
             "category":null,"categories":["Malware","Execution"],"assignedTo":"Automation","investigationState":"PendingApproval",
             "createdDateTime":"2026-01-01T00:00:00.1234567Z","firstActivityDateTime":"0001-01-01T00:00:00Z","lastActivityDateTime":"2026-01-01T02:00:00+02:00",
             "resolvedDateTime":null,"additionalData":{"x":{"y":[1]}},"customDetails":{"k":["v"]},
             "evidence":[{"@odata.type":"#microsoft.graph.security.ipEvidence","ipAddress":"192.0.2.1","verdict":"Suspicious"}]}\
            """;

    private static String alert(String id, String severity) {
        return ALERT.formatted(id, severity);
    }

    @Test
    void enumerationsInAnyCaseAreReadOrKept() throws Exception {
        Records records = Records.of(INCIDENT.formatted("[" + alert("a", "HIGH") + "]"));
        assertThat(records.incident().severity()).isEqualTo(Severity.HIGH);
        assertThat(records.incident().status()).isEqualTo("Active");
        assertThat(records.incident().classification()).isEqualTo("TruePositive");
        assertThat(records.incident().determination()).isEmpty();
        assertThat(records.alert().severity()).isEqualTo(Severity.HIGH);
        assertThat(records.alert().providerInvestigationState()).isEqualTo("PendingApproval");
        assertThat(records.alert().evidence().getFirst().providerVerdict()).isEqualTo("Suspicious");
    }

    @Test
    void tagsAndCommentsComeUnderSeveralNames() throws Exception {
        ProviderIncident incident = Records.of(INCIDENT.formatted("[]")).incident();
        assertThat(incident.tags()).containsExactly("two", "one", "three");
        assertThat(incident.comments())
                .extracting(c -> c.createdBy() + ": " + c.text() + " " + c.createdDateTime())
                .containsExactly("ann: old 2026-01-01T00:00:00Z", "bob: new 2026-01-02T00:00:00.500Z");
    }

    @Test
    void alertsMayBeOneObjectAndTakeTheIncidentsId() throws Exception {
        Records records = Records.of(INCIDENT.formatted(alert("a", "low")));
        assertThat(records.incident().alertIds()).containsExactly("a");
        assertThat(records.alert().providerIncidentId()).isEqualTo("77");
        assertThat(records.incident().row().row()).isZero();
        assertThat(records.alert().row().row()).isEqualTo(1);
    }

    @Test
    void anAlertAloneKeepsTheIncidentThatItNames() throws Exception {
        assertThat(Records.of(alert("a", "low")).alert().providerIncidentId()).isEqualTo("5");
    }

    @Test
    void bothTypeNamesOfAnIncidentAreKnown() throws Exception {
        String older = INCIDENT.formatted("[]").replace("graph.security.incident", "graph.incident");
        assertThat(Records.of(older).incident().displayName()).isEqualTo("Many steps");
        assertThat(Records.of(INCIDENT.formatted("[]").replaceFirst("\"@odata.type\":\"[^\"]*\",", "")).incident().id())
                .isEqualTo("77");
    }

    @Test
    void timesHaveAnyPrecisionAndTheYearOneIsUnset() throws Exception {
        Alert alert = Records.of(alert("a", "low")).alert();
        assertThat(alert.createdDateTime()).hasToString("2026-01-01T00:00:00.123456700Z");
        assertThat(alert.firstActivityDateTime()).isNull();
        assertThat(alert.lastActivityDateTime()).hasToString("2026-01-01T00:00:00Z");
        assertThat(alert.time()).isEqualTo(alert.lastActivityDateTime());
    }

    @Test
    void theListOfCategoriesReplacesTheCategory() throws Exception {
        assertThat(Records.of(alert("a", "low")).alert().category()).isEqualTo("Malware");
    }

    @Test
    void openDictionariesAreKeptInTheRawText() throws Exception {
        assertThat(Records.of(alert("a", "low")).all(Imported.OfAlert.class).getFirst().raw())
                .contains("\"additionalData\":{\"x\":{\"y\":[1]}}");
    }

    @Test
    void anAlertWithoutIdGetsOneFromItsPlace() throws Exception {
        String json = "[" + alert("", "low") + "," + alert("", "low") + "]";
        List<Alert> alerts = Records.of(json).alerts();
        assertThat(alerts).extracting(Alert::id).containsExactly("alert-555555555555:0", "alert-555555555555:1");
        assertThat(Records.of(json).alerts()).isEqualTo(alerts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "[%s]",
                "{\"value\":[%s],\"@odata.nextLink\":\"https://graph.example/next\"}",
                "{\"@odata.context\":\"c\",\"value\":[%s,]}",
                "\uFEFF{\"incidents\":[%s]}"
            })
    void everyWrapperIsOpened(String wrapper) throws Exception {
        Records records = Records.of(wrapper.formatted(INCIDENT.formatted("[" + alert("a", "low") + "]")));
        assertThat(records.format()).isEqualTo("Microsoft Graph security incidents and alerts");
        assertThat(records.all()).hasSize(2).noneMatch(Imported.Rejected.class::isInstance);
    }

    @Test
    void incidentsAndAlertsMayStandInLines() throws Exception {
        String lines =
                oneLine(INCIDENT.formatted("[]"))
                        + "\n"
                        + oneLine(alert("a", "low"))
                        + "\n{\"id\":\n"
                        + oneLine(alert("b", "low"))
                        + "\n";
        Records records = Records.of(lines);
        assertThat(records.alerts()).extracting(Alert::id).containsExactly("a", "b");
        assertThat(records.all(Imported.Rejected.class)).extracting(Imported.Rejected::place).containsExactly("line 3");
    }

    private static String oneLine(String json) {
        return json.replace("\n", " ");
    }

    @Test
    void aRecordOfAnotherKindIsRejectedAlone() throws Exception {
        Records records = Records.of("[" + alert("a", "low") + ",{\"hello\":1}," + alert("b", "low") + ",7]");
        assertThat(records.alerts()).hasSize(2);
        assertThat(records.all(Imported.Rejected.class))
                .extracting(Imported.Rejected::place)
                .containsExactly("record 2", "record 4");
    }

    @Test
    void nestedEmptyListsAndPlaceholdersDoNoHarm() throws Exception {
        String cluster =
                """
                {"@odata.type":"#microsoft.graph.security.mailClusterEvidence","clusterBy":"a","clusterByValue":"b","emailCount":"Integer","networkMessageIds":[[],[[]]]}\
                """;
        Alert alert =
                Records.of(
                                alert("a", "low")
                                        .replaceFirst(
                                                "\\{\"@odata.type\":\"#microsoft.graph.security.ipEvidence\"[^}]*}",
                                                cluster))
                        .alert();
        assertThat(alert.evidence())
                .singleElement()
                .satisfies(evidence -> {
                    var mails = (Entity.MailCluster) evidence.entity();
                    assertThat(mails.networkMessageIds()).isEmpty();
                    assertThat(mails.emailCount()).isZero();
                });
    }

    @Test
    void anAlertWithTooMuchEvidenceIsLeftOutOfItsIncident() throws Exception {
        var evidence = new StringBuilder();
        for (int i = 0; i <= Alerts.MAX_EVIDENCE; i++) {
            evidence.append("{\"@odata.type\":\"#microsoft.graph.security.urlEvidence\",\"url\":\"http://x/")
                    .append(i)
                    .append("\"},");
        }
        String huge = alert("b", "low").replace("\"evidence\":[", "\"evidence\":[" + evidence);
        Records records =
                Records.of(INCIDENT.formatted("[" + alert("a", "low") + "," + huge + "," + alert("c", "low") + "]"));
        assertThat(records.alerts()).extracting(Alert::id).containsExactly("a", "c");
        assertThat(records.incident().alertIds()).containsExactly("a", "c");
        assertThat(records.all(Imported.Rejected.class))
                .singleElement()
                .satisfies(reject -> assertThat(reject.place()).endsWith("alert b"));
    }
}
