package dupin.ui.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Incident;
import dupin.ui.fx.FilterParts;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.service.IncidentQuery;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IncidentFiltersTest {
    private final IncidentFilters filters = new IncidentFilters();

    @Test
    void nothingIsFilteredToBeginWith() {
        assertThat(filters.query()).isEqualTo(IncidentQuery.ALL);
        assertThat(filters.chips()).isEmpty();
        assertThat(filters.active()).isFalse();
    }

    @Test
    void aChipSaysWhatIsOnAndTakesItAway() {
        filters.toggle(Severity.HIGH);
        filters.toggle(Incident.Status.RESOLVED);
        filters.toggle(Verdict.SUSPICIOUS);
        filters.toggle(InvestigationState.RUNNING);
        assertThat(filters.chips())
                .extracting(FilterParts.Chip::label)
                .containsExactly("High", "Resolved", "Suspicious", "Running");

        filters.chips().get(1).remove().run();

        assertThat(filters.query().statuses()).isEmpty();
        assertThat(filters.query().severities()).containsExactly(Severity.HIGH);
    }

    @Test
    void togglingTwiceIsAsBefore() {
        filters.toggle(Severity.LOW);
        filters.toggle(Severity.LOW);
        assertThat(filters.query()).isEqualTo(IncidentQuery.ALL);
    }

    @Test
    void clearKeepsTheOrder() {
        filters.sort(IncidentQuery.Sort.NAME, true);
        filters.text("  ransom ");
        assertThat(filters.query().text()).isEqualTo("ransom");
        filters.only(Set.of(Severity.HIGH), Set.of());
        assertThat(filters.query().text()).isEmpty();
        filters.clear();
        assertThat(filters.active()).isFalse();
        assertThat(filters.query().sort()).isEqualTo(IncidentQuery.Sort.NAME);
        assertThat(filters.query().ascending()).isTrue();
    }
}
