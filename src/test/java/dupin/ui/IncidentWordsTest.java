package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Incident;
import dupin.model.row.IncidentWord;
import dupin.model.row.WordCount;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import dupin.service.Window;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the filters of the incident list offer.
class IncidentWordsTest {
    @TempDir private Path data;

    private static Collection<String> of(Incident incident, IncidentWord which) {
        return switch (which) {
            case CATEGORY -> incident.categories();
            case SOURCE ->
                    java.util.stream.Stream.concat(
                                    incident.serviceSources().stream(), incident.detectionSources().stream())
                            .toList();
            case TAG -> incident.tags();
            case ASSIGNEE -> List.of(incident.assignedTo());
            case CLASSIFICATION -> List.of(incident.classification());
            case DEVICE_GROUP -> incident.facets().deviceGroups();
            case PLATFORM -> incident.facets().platforms();
            case THREAT -> incident.facets().threats();
            case POLICY -> incident.facets().policies();
            case SUBSCRIPTION -> incident.facets().subscriptions();
            case DATA_SENSITIVITY -> incident.facets().dataSensitivity();
            case ENTITY -> List.of();
        };
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    @Test
    void everyWordThatIsOfferedFindsExactlyTheIncidentsThatSayIt() throws Exception {
        try (CaseSession session = OpenSample.all(data)) {
            List<Incident> all = session.desk().incidents(IncidentQuery.ALL);
            Map<IncidentWord, List<WordCount>> words = session.desk().incidentWords();
            assertThat(words.get(IncidentWord.DEVICE_GROUP)).isNotEmpty();
            assertThat(words.get(IncidentWord.PLATFORM)).isNotEmpty();
            assertThat(words.get(IncidentWord.THREAT)).isNotEmpty();
            assertThat(words.get(IncidentWord.POLICY)).isNotEmpty();
            words.forEach((which, some) ->
                    some.stream()
                            .limit(12)
                            .forEach(offered -> {
                                String word = offered.word();
                                Window<Incident> found = session.desk().window(IncidentQuery.ALL.toggled(which, word));
                                long saying =
                                        all.stream()
                                                .filter(i ->
                                                        of(i, which).stream()
                                                                .anyMatch(said -> lower(said).equals(lower(word))))
                                                .count();
                                assertThat((long) found.size()).as("%s %s", which, word).isEqualTo(saying).isPositive();
                                assertThat(offered.rows()).as("%s %s", which, word).isEqualTo(found.size());
                            }));
        }
    }
}
