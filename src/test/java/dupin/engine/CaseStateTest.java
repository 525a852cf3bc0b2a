package dupin.engine;

import static dupin.engine.TwoFiles.ALERT;
import static dupin.engine.TwoFiles.FILE;
import static dupin.engine.TwoFiles.OTHER;
import static dupin.engine.TwoFiles.PC1;
import static dupin.engine.TwoFiles.withTwoActions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.journal.EntryCodec;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which entries the fold takes, what a copy of it is, and what alerts and entities are after several exports.
class CaseStateTest {
    @Test
    void entriesAreTakenOnceAndInOrder() {
        Story story = withTwoActions();
        var before = story.state.incidents();
        assertThat(story.state.apply(story.journal.getFirst()).nothing()).isTrue();
        assertThat(story.state.incidents()).isEqualTo(before);
        long gap = story.journal.size() + 1L;
        assertThatThrownBy(() -> story.state.apply(Story.entry(gap, new Entry.ActionExpired("A1"))))
                .hasMessageContaining("is due");
        assertThat(story.state.seq()).isEqualTo(gap - 2);
    }

    /// A copy taken after any entry is the case as it stood then, whatever comes later, and goes on by itself to the same end.
    @Test
    void aCopyIsTheCaseAsItStoodThen() {
        var whole = withTwoActions().carryOut("A1", true).carryOut("A2", true);
        for (int taken = 0; taken < whole.journal.size(); taken++) {
            var fold = new CaseState(TestWeights.shipped());
            whole.journal.subList(0, taken).forEach(fold::apply);
            CaseState copy = fold.copy();
            var prefix = new CaseState(TestWeights.shipped());
            whole.journal.subList(0, taken).forEach(prefix::apply);
            whole.journal.subList(taken, whole.journal.size()).forEach(fold::apply);
            assertThat(copy.seq()).isEqualTo(taken - 1L);
            same(copy, prefix);

            whole.journal.subList(taken, whole.journal.size()).forEach(copy::apply);
            same(copy, whole.state);
            same(fold, whole.state);
        }
    }

    private static void same(CaseState one, CaseState other) {
        assertThat(one.incidents()).isEqualTo(other.incidents());
        assertThat(one.investigations()).isEqualTo(other.investigations());
        assertThat(one.actions()).isEqualTo(other.actions());
        assertThat(one.ledgers()).isEqualTo(other.ledgers());
        assertThat(one.log("I")).isEqualTo(other.log("I"));
        assertThat(one.verdictDigest()).isEqualTo(other.verdictDigest());
        if (other.incident("I").isPresent()) {
            assertThat(GraphBuilder.build(one, "I")).isEqualTo(GraphBuilder.build(other, "I"));
        }
    }

    @Test
    void aNewerExportReplacesAnAlertAndItsEvidence() {
        Story story = Story.started(ALERT);
        Touched touched = story.add(new Entry.AlertReceived(Story.alert("a", 0, PC1, OTHER)));
        assertThat(touched.incidents()).containsExactly("I");
        assertThat(story.state.alertsWith(FILE.key())).isEmpty();
        assertThat(story.state.alertsWith(OTHER.key())).extracting(Alert::id).containsExactly("a");
    }

    @Test
    void theFullestSightingWinsWhateverTheOrder() {
        var bare = Entity.Device.named("PC1");
        var full =
                new Entity.Device(
                        "PC1", "pc1.corp.example", "", "", "Windows11", "Lab", "10.0.0.5", "", "", List.of("tag"));
        for (List<Entity> order : List.of(List.<Entity>of(bare, full), List.<Entity>of(full, bare))) {
            Story story = new Story();
            story.add(new Entry.AlertReceived(Story.alert("a", 0, order.getFirst())));
            story.add(new Entry.AlertReceived(Story.alert("b", 0, order.getLast())));
            assertThat(story.state.entity(bare.key())).contains(full);
        }
    }

    @Test
    void oneAlertOfTwoProductsIsOneAlertWithBothProvenances() {
        Entity file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        Entity user = Entity.User.ofUpn("ann@corp.example");
        Alert graph =
                Story.alert("da0a24e828-1", "10", "Ransomware", Severity.HIGH, 0, file).knownAs("0a24e828-1", " ");
        Alert sentinel =
                Story.alert("197c2262-guid", "S-7", "Ransomware", Severity.HIGH, 0, user)
                        .knownAs("0A24E828-1", "da0a24e828-1");
        Alert other = Story.alert("5dd1-guid", "S-7", "Other title", Severity.HIGH, 0, user).knownAs("0a24e828-1");
        for (List<Alert> order : List.of(List.of(graph, sentinel), List.of(sentinel, graph))) {
            var story = new Story();
            Alert first = order.getFirst();
            Alert second = order.getLast();
            story.add(new Entry.AlertReceived(first));
            assertThat(story.state.sameAlert(second)).contains(first);
            assertThat(story.state.sameAlert(other)).as("a shared number alone proves nothing").isEmpty();
            Alert one = first.with(second);
            story.add(new Entry.AlertReceived(one));
            assertThat(story.state.alerts()).hasSize(1);
            assertThat(one.evidence()).hasSize(2);
            assertThat(one.alsoFrom())
                    .singleElement()
                    .satisfies(from -> {
                        assertThat(from.id()).isEqualTo(second.id());
                        assertThat(from.providerIncidentId()).isEqualTo(second.providerIncidentId());
                    });
            assertThat(story.state.alertId(second.id())).isEqualTo(first.id());
            assertThat(one.with(second)).as("the same export again adds nothing").isEqualTo(one);
            assertThat(EntryCodec.read(EntryCodec.write(one), Alert.class)).isEqualTo(one);
        }
    }
}
