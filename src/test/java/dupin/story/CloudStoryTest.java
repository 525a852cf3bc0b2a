package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.service.CaseSession;
import dupin.service.IncidentQuery;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Raw sign-in and audit logs, without one alert of a provider, lead to the accounts that were taken over and to no others.
class CloudStoryTest {
    private static final int PEOPLE = 180;
    private static final int FOUND = 131;
    private static final int WORN = 44;

    @TempDir Path folder;

    private void imported(CaseSession session, Path... files) throws InterruptedException {
        session.imports().commit(session.imports().plan(List.of(files), Progress.NONE), "tester", Progress.NONE);
        session.awaitIdle();
    }

    private static TreeSet<String> titles(CaseSession session) {
        var titles = new TreeSet<String>();
        session.desk()
                .incidents(IncidentQuery.ALL)
                .forEach(incident ->
                        session.desk()
                                .incident(incident.id())
                                .orElseThrow()
                                .alerts()
                                .forEach(row -> titles.add(row.alert().title())));
        return titles;
    }

    private static TreeSet<String> incriminated(CaseSession session) {
        var names = new TreeSet<String>();
        session.desk().verdicts().stream()
                .filter(row -> row.ledger().verdict().incriminates())
                .filter(row -> row.entity() instanceof Entity.User || row.entity() instanceof Entity.IpAddress)
                .forEach(row -> names.add(row.entity().label()));
        return names;
    }

    @Test
    void anIntrusionInAnOrdinaryFortnightIsFoundFromRawRows() throws IOException, InterruptedException {
        CloudLogs logs = new CloudLogs(7).background(PEOPLE).intrusion(FOUND, WORN);
        try (CaseSession session = Story.open(folder.resolve("a.dupin"), 2)) {
            imported(session, logs.signIns(folder.resolve("export.json")), logs.audits(folder.resolve("records.csv")));

            assertThat(titles(session))
                    .contains(
                            "Password spraying",
                            "Password found by spraying",
                            "Prompt granted after a storm of prompts",
                            "Sign-ins too far apart for a journey",
                            "Inbox rule forwards or hides mail",
                            "Application let into mail or files, in the audit log",
                            "Files downloaded by the hundred");
            assertThat(incriminated(session))
                    .containsExactlyInAnyOrder(
                            CloudLogs.user(FOUND), CloudLogs.user(WORN), "198.51.100.23", "198.51.100.80");
            var taken =
                    session.desk().verdicts().stream()
                            .filter(row -> row.entity().label().equals(CloudLogs.user(FOUND)))
                            .findFirst()
                            .orElseThrow();
            assertThat(taken.ledger().counted()).hasSizeGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void anOrdinaryFortnightIncriminatesNobody() throws IOException, InterruptedException {
        CloudLogs logs = new CloudLogs(1).background(2 * PEOPLE);
        try (CaseSession session = Story.open(folder.resolve("b.dupin"), 2)) {
            imported(session, logs.signIns(folder.resolve("export.json")), logs.audits(folder.resolve("records.csv")));

            assertThat(session.desk().verdicts()).isNotEmpty().noneMatch(row -> row.ledger().verdict().incriminates());
            assertThat(titles(session)).isSubsetOf("Sign-in over a protocol without a second factor");
        }
    }

    @Test
    void theTableOfTheAdminCenterTellsTheSame() throws IOException, InterruptedException {
        CloudLogs logs = new CloudLogs(7).background(PEOPLE).intrusion(FOUND, WORN);
        try (CaseSession session = Story.open(folder.resolve("c.dupin"), 2)) {
            imported(
                    session,
                    logs.signInTable(folder.resolve("export.csv")),
                    logs.audits(folder.resolve("records.csv")));

            assertThat(titles(session)).contains("Password spraying", "Prompt granted after a storm of prompts");
            assertThat(incriminated(session)).contains(CloudLogs.user(FOUND), CloudLogs.user(WORN));
        }
    }
}
