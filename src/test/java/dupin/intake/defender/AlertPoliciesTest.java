package dupin.intake.defender;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Records;
import dupin.model.Alert;
import org.junit.jupiter.api.Test;

/// What raised an alert, as far as its export says.
class AlertPoliciesTest {
    private static Alert graph(String members) throws Exception {
        return Records.of(
                        """
                        {"@odata.type":"#microsoft.graph.security.alert","id":"a","title":"Forwarding rule created",%s
                         "serviceSource":"s","createdDateTime":"2026-01-01T00:00:00Z","evidence":[]}\
                        """
                                .formatted(members))
                .alert();
    }

    @Test
    void anIdAloneIsCalledAsTheAlertThatItRaised() throws Exception {
        Alert detector = graph("\"alertPolicyId\":null,\"detectorId\":\"d-1\",");
        assertThat(detector.policyId()).isEqualTo("d-1");
        assertThat(detector.policyName()).isEmpty();
        assertThat(detector.policy()).isEqualTo("Forwarding rule created");
        assertThat(graph("\"alertPolicyId\":\"p-1\",\"detectorId\":\"d-1\",").policyId()).isEqualTo("p-1");
    }

    @Test
    void whereNothingIsSaidThereIsNone() throws Exception {
        Alert alert = graph("");
        assertThat(alert.policyId()).isEmpty();
        assertThat(alert.policy()).isEmpty();
    }

    @Test
    void theAuditLogNamesItsPolicies() throws Exception {
        Alert alert =
                Records.of(
                                """
                                {"CreationTime":"2026-01-01T00:00:00","Id":"r","Operation":"AlertTriggered","RecordType":40,"Workload":"SecurityComplianceCenter",
                                 "AlertId":"x","AlertType":"System","Name":"eDiscovery search started","PolicyId":"p-2","Severity":"Medium","Status":"Active","Category":"ThreatManagement","Data":"{}"}\
                                """)
                        .alert();
        assertThat(alert.policyId()).isEqualTo("p-2");
        assertThat(alert.policy()).isEqualTo("eDiscovery search started");
    }

    @Test
    void whatAnotherExportKnowsOfItIsKept() throws Exception {
        Alert bare = graph("");
        Alert known = graph("\"alertPolicyId\":\"p-1\",").raisedBy("p-1", "Forwarding");
        assertThat(bare.with(known).policy()).isEqualTo("Forwarding");
        assertThat(known.with(bare).policyId()).isEqualTo("p-1");
    }
}
