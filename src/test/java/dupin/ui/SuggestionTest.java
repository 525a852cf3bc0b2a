package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private final Incident done = incident(1, Severity.HIGH, 0);
    private final Incident medium = incident(2, Severity.MEDIUM, 2);
    private final Incident busier = incident(3, Severity.MEDIUM, 9);
    private final Incident high = incident(4, Severity.HIGH, 1);

    private static Incident incident(int n, Severity severity, int pending) {
        return DeskOf.incident(n, severity, Verdict.MALICIOUS, InvestigationState.RUNNING, pending);
    }

    @Test
    void theMostSevereThatWaitsElseTheFirst() {
        assertThat(Suggestion.of(List.of(done, medium, busier, high), "")).isEqualTo(high);
        assertThat(Suggestion.of(List.of(done, medium, busier), "")).isEqualTo(busier);
        assertThat(Suggestion.of(List.of(done), "")).isEqualTo(done);
    }

    @Test
    void whatIsReadStaysUntilSomethingIsMoreUrgent() {
        assertThat(Suggestion.of(List.of(busier, done, medium), medium.id())).isEqualTo(medium);
        assertThat(Suggestion.of(List.of(busier, high, medium), medium.id())).isEqualTo(high);
        assertThat(Suggestion.of(List.of(incident(9, Severity.LOW, 0), done), done.id())).isEqualTo(done);
        assertThat(Suggestion.of(List.of(done, medium), done.id())).isEqualTo(medium);
        assertThat(Suggestion.of(List.of(done, medium), "gone")).isEqualTo(medium);
    }
}
