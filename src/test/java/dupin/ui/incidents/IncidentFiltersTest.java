package dupin.ui.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Incident;
import dupin.ui.fx.Elide;
import dupin.ui.fx.FilterParts;
import dupin.ui.fx.Stretch;
import java.time.Instant;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.IncidentWord;
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
    void aStretchAndAPolicyAreChips() {
        filters.active(new Stretch(Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-21T08:30:05Z")));
        filters.toggle(IncidentWord.POLICY, "Mail\u202e forwarded");
        assertThat(filters.chips())
                .extracting(FilterParts.Chip::label)
                .containsExactly(
                        "Alert policy: " + Elide.oneLine("Mail\u202e forwarded"),
                        "Active 2026-11-20 08:00 Z to 2026-11-21 08:30:05 Z");
        filters.chips().forEach(chip -> chip.remove().run());
        assertThat(filters.query()).isEqualTo(IncidentQuery.ALL);
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
