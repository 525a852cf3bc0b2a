package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.Incident;
import dupin.model.RemediationAction;
import dupin.model.row.LogLine;
import dupin.service.CaseSession;
import dupin.service.CaseStatus;
import dupin.service.Desk;
import dupin.service.IncidentDetails;
import dupin.service.IncidentQuery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a replay shows of a moment is what the desk showed at that moment.
class ReplayTest {
    @TempDir Path folder;

    @Tag("slow")
    @Test
    void theLastMomentIsNowAndTheWayThereIsTheSameInEveryOrder() throws Exception {
        try (CaseSession session =
                Story.named("phishing-to-lateral-movement").investigated(folder.resolve("a.dupin"))) {
            Desk now = session.desk();
            String id = incident(now);
            IncidentDetails details = now.incident(id).orElseThrow();
            long last = now.status().entries() - 1;
            assertThat(session.replay().at(last).incident(id)).contains(details);
            assertThat(session.replay().at(last + 10_000).incident(id)).as("beyond the end").contains(details);
            assertThat(session.replay().at(last).verdictDigest()).isEqualTo(now.verdictDigest());

            List<Long> moments = new ArrayList<>(details.log().stream().map(LogLine::id).distinct().sorted().toList());
            Map<Long, IncidentDetails> forth = new HashMap<>();
            int findings = 0;
            for (long moment : moments) {
                IncidentDetails then = session.replay().at(moment).incident(id).orElseThrow();
                assertThat(then.seq()).isEqualTo(moment);
                assertThat(then.log().getLast().id()).isEqualTo(moment);
                assertThat(then.keyFindings().size()).isGreaterThanOrEqualTo(findings);
                findings = then.keyFindings().size();
                forth.put(moment, then);
            }
            assertThat(forth.get(moments.getFirst()).entities().size()).isLessThan(details.entities().size());
            java.util.Collections.shuffle(moments, new Random(7));
            for (long moment : moments) {
                assertThat(session.replay().at(moment).incident(id)).contains(forth.get(moment));
            }
            session.replay().forget();
            long middle = moments.get(moments.size() / 2);
            assertThat(session.replay().at(middle).incident(id)).contains(forth.get(middle));
        }
    }

    @Test
    void aMomentIsWhatTheDeskSaidThenWhateverIsDecidedLater() throws Exception {
        try (CaseSession session =
                Story.named("phishing-to-lateral-movement").investigated(folder.resolve("b.dupin"))) {
            String id = incident(session.desk());
            IncidentDetails before = session.desk().incident(id).orElseThrow();
            CaseStatus status = session.desk().status();
            RemediationAction action =
                    before.actions().stream().filter(a -> a.state() == ActionState.PENDING).findFirst().orElseThrow();
            var explained = session.desk().explain(action.target().key());

            session.actions().approve(List.of(action.id()), "analyst", "");
            session.awaitIdle();
            assertThat(session.desk().incident(id)).get().isNotEqualTo(before);

            Desk then = session.replay().at(before.seq());
            assertThat(then.incident(id)).contains(before);
            assertThat(then.status()).isEqualTo(status);
            assertThat(then.explain(action.target().key())).isEqualTo(explained);
            assertThat(then.actions())
                    .filteredOn(a -> a.id().equals(action.id()))
                    .singleElement()
                    .matches(a -> a.state() == ActionState.PENDING);
        }
    }

    private static String incident(Desk desk) {
        return desk.incidents(IncidentQuery.ALL).stream()
                .max(java.util.Comparator.comparingInt(Incident::pendingActions))
                .orElseThrow()
                .id();
    }
}
