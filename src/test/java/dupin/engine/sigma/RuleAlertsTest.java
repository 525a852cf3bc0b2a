package dupin.engine.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.TelemetryEvent;
import dupin.model.sigma.RuleHead;
import dupin.model.sigma.SigmaLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RuleAlertsTest {
    private static final Instant T = Instant.parse("2024-01-01T00:00:00Z");

    private static RuleHead rule(SigmaLevel level) {
        return new RuleHead(
                "id-1", "", "Title", "", "", level, List.of("attack.execution", "attack.t1059.001"), List.of(), "f:1");
    }

    private static TelemetryEvent event(int row, String device) {
        return new TelemetryEvent(
                EventKind.OTHER,
                "log",
                "",
                T.plusSeconds(3600L * row),
                List.of(new EventLink(LinkRole.DEVICE, Entity.Device.named(device))),
                Map.of(),
                "",
                new RowRef("ab", row));
    }

    private static List<Alert> alerts(SigmaLevel level, List<TelemetryEvent> events) {
        var alerts = new RuleAlerts();
        events.forEach(event -> alerts.match(rule(level), "pack", event));
        assertThat(alerts.matches()).containsEntry("id-1", (long) events.size());
        return alerts.alerts();
    }

    @Test
    void withoutAProcessAnAlertStandsForADeviceAndAnHour() {
        List<Alert> alerts =
                alerts(SigmaLevel.CRITICAL, List.of(event(1, "a"), event(1, "a"), event(2, "a"), event(1, "b")));
        assertThat(alerts)
                .hasSize(3)
                .allSatisfy(alert -> {
                    assertThat(alert.severity()).isEqualTo(Severity.HIGH);
                    assertThat(alert.category()).isEqualTo("Execution");
                    assertThat(alert.mitreTechniques()).containsExactly("T1059.001");
                    assertThat(alert.tags()).contains("sigma.id-1", "level.critical");
                });
        assertThat(alerts).extracting(Alert::id).doesNotHaveDuplicates();
    }

    @Test
    void aNoisyRuleIsPutTogetherAndSaysSoInWhateverOrderItsRowsCome() {
        var events = new ArrayList<TelemetryEvent>();
        for (int i = 0; i < 3_000; i++) {
            events.add(event(i, "a"));
        }
        List<Alert> inOrder = alerts(SigmaLevel.LOW, events);
        Collections.shuffle(events, new Random(5));
        assertThat(alerts(SigmaLevel.LOW, events)).isEqualTo(inOrder);
        assertThat(inOrder).hasSize(RuleAlerts.MAX_GROUPS + 1);
        assertThat(inOrder)
                .filteredOn(alert -> alert.description().contains("put together"))
                .singleElement()
                .satisfies(rest ->
                        assertThat(rest.description())
                                .contains("matched " + (3_000 - RuleAlerts.MAX_GROUPS) + " rows"));
    }

    @Test
    void whatIsOnlyInformationalGivesNoAlert() {
        assertThat(alerts(SigmaLevel.INFORMATIONAL, List.of(event(1, "a")))).isEmpty();
    }
}
