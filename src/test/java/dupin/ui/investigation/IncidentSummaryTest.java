package dupin.ui.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.AlertRow;
import dupin.service.IncidentDetails;
import dupin.ui.StagedCase;
import dupin.ui.StagedIncident;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IncidentSummaryTest {
    private final IncidentDetails details = StagedIncident.details(new StagedCase().actions());
    private final IncidentSummary summary = IncidentSummary.of(details);

    @Test
    void everyEntityIsCountedOnceByItsVerdict() {
        for (Verdict verdict : Verdict.values()) {
            long rows = details.entities().stream().filter(row -> row.verdict() == verdict).count();
            assertThat((long) summary.verdicts().getOrDefault(verdict, 0)).as(verdict.label()).isEqualTo(rows);
        }
        int judged = summary.verdicts().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(judged + summary.unjudged()).isEqualTo(details.entities().size());
        assertThat(summary.verdicts()).containsKey(Verdict.MALICIOUS);
    }

    @Test
    void alertsAreCountedBySeverityAndCategoryAndTheHighestComesFirst() {
        assertThat(summary.alerts()).isEqualTo(details.alerts().size());
        assertThat(summary.active())
                .isEqualTo((int) details.alerts().stream().filter(r -> !r.status().equals("Resolved")).count())
                .isPositive();
        assertThat(summary.activeAlerts().keySet()).first().isEqualTo(Severity.HIGH);
        assertThat(summary.categories().stream().mapToInt(IncidentSummary.Counted::count).sum())
                .isEqualTo((int) details.alerts().stream().filter(r -> !r.alert().category().isEmpty()).count());
        assertThat(summary.categories()).isSortedAccordingTo((a, b) -> Integer.compare(b.count(), a.count()));
    }

    @Test
    void theTimelineEndsWithTheAlertsAndActionsAddUp() {
        Instant first =
                details.alerts().stream()
                        .map(row -> row.alert().time())
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElseThrow();
        assertThat(summary.first()).isEqualTo(first);
        assertThat(summary.last())
                .isEqualTo(
                        details.alerts().stream()
                                .map(AlertRow::lastActivity)
                                .filter(Objects::nonNull)
                                .max(Instant::compareTo)
                                .orElseThrow());
        assertThat(summary.ended()).as("an investigation is still open").isNull();
        assertThat(summary.actions().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(details.actions().size());
        assertThat(summary.actions()).containsKey(ActionState.PENDING);
    }

    @Test
    void techniquesOfAlertsAndFindingsAreOneListWithTheNamesThatFindingsKnow() {
        assertThat(summary.techniques())
                .extracting(c -> c.what().id())
                .contains("T1055", "T1003.001")
                .doesNotHaveDuplicates();
        details.keyFindings().stream()
                .map(k -> k.finding().technique())
                .filter(t -> !t.id().isEmpty())
                .forEach(t -> assertThat(summary.techniques()).extracting(IncidentSummary.Counted::what).contains(t));
    }
}
