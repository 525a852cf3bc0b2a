package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Severity;
import dupin.model.row.IncidentWord;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewShelfTest {
    @TempDir private Path folder;

    @Test
    void aViewIsThereAfterARestartAndASecondOfItsNameTakesItsPlace() {
        Path file = folder.resolve("views.json");
        var query =
                new IncidentQuery(
                        "ransom",
                        Set.of(Severity.HIGH),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Map.of(
                                IncidentWord.CATEGORY,
                                Set.of("Execution"),
                                IncidentWord.ASSIGNEE,
                                Set.of(""),
                                IncidentWord.POLICY,
                                Set.of("Mail forwarded")),
                        true,
                        Instant.parse("2026-11-20T08:00:00Z"),
                        Instant.parse("2026-11-21T08:00:00Z"),
                        IncidentQuery.Sort.TAGS,
                        true);
        var view =
                new ViewShelf.View(
                        "incidents.csv",
                        "Mine",
                        List.of("NAME", "TAGS"),
                        "",
                        List.of(new ViewShelf.Sort("NAME", false)),
                        Map.of("STATUS", List.of("Active")),
                        query,
                        null);
        new ViewShelf(file).save(new ViewShelf.View("incidents.csv", "mine", List.of("ID"), null, null));
        new ViewShelf(file).save(view);
        new ViewShelf(file).save(new ViewShelf.View("alerts.csv", "Mine", List.of(), null, null));
        assertThat(new ViewShelf(file).of("incidents.csv")).containsExactly(view);
        var shelf = new ViewShelf(file);
        shelf.delete(view);
        assertThat(new ViewShelf(file).of("incidents.csv")).isEmpty();
        assertThat(new ViewShelf(file).of("alerts.csv")).hasSize(1);
    }

    @Test
    void aViewOfAllAlertsKeepsItsFilters() {
        Path file = folder.resolve("views.json");
        AlertQuery query =
                AlertQuery.ALL
                        .toggled(Severity.HIGH)
                        .toggled(AlertField.ASSIGNED_TO, "")
                        .toggled(AlertField.TAGS, "VIP")
                        .between(Instant.parse("2026-11-20T08:00:00Z"), Instant.parse("2026-11-21T08:00:00Z"))
                        .ordered(AlertField.TITLE, true);
        var view = new ViewShelf.View("all-alerts.csv", "Mine", List.of("title"), null, query);
        new ViewShelf(file).save(view);
        assertThat(new ViewShelf(file).of("all-alerts.csv")).containsExactly(view);
    }

    @Test
    void aBrokenFileBeginsEmpty() throws Exception {
        Path file = folder.resolve("views.json");
        Files.writeString(file, "{\"views\":[{\"table\":");
        assertThat(new ViewShelf(file).of("incidents.csv")).isEmpty();
    }
}
