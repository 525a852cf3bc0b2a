package dupin.ui.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Verdict;
import dupin.ui.StagedActions;
import dupin.ui.StagedEntities;
import dupin.ui.StagedExplanation;
import dupin.ui.StagedIncident;
import dupin.ui.fx.InvestigationClock;
import dupin.ui.fx.Rows;
import dupin.ui.fx.RawText;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Without toolkit.
class InvestigationModelTest {
    private final InvestigationModel model = new InvestigationModel();

    @Test
    void withoutAnIncidentAllIsEmptyAndActionsHaveNoTabs() {
        assertThat(model.tabs()).doesNotContain(TabKind.PENDING_ACTIONS, TabKind.ACTION_HISTORY).hasSize(11);
        assertThat(model.count(TabKind.ALERTS)).isZero();
        assertThat(model.place(StagedEntities.FIN.key())).isEmpty();
    }

    @Test
    void countsAreThoseOfTheRows() {
        model.show(StagedIncident.details(StagedActions.all()));
        assertThat(model.count(TabKind.ALERTS)).isEqualTo(4);
        assertThat(model.count(TabKind.EVIDENCE)).isEqualTo(12);
        assertThat(model.count(TabKind.ENTITIES)).isEqualTo(19);
        assertThat(model.count(TabKind.PENDING_ACTIONS)).isEqualTo(7);
        assertThat(model.entities(EntityKind.FILE)).hasSize(3);
    }

    @Test
    void anEntityIsFoundWhereItBelongs() {
        model.show(StagedIncident.details(StagedActions.all()));
        assertThat(model.place(StagedEntities.FIN.key()))
                .get()
                .extracting(InvestigationModel.Place::tab)
                .isEqualTo(TabKind.DEVICES);
        assertThat(model.place(StagedEntities.LOADER.key()))
                .get()
                .extracting(InvestigationModel.Place::tab)
                .isEqualTo(TabKind.EVIDENCE);
        assertThat(model.place(StagedEntities.TASK.key()))
                .contains(
                        new InvestigationModel.Place(
                                TabKind.ENTITIES, StagedEntities.TASK.key(), EntityKind.SCHEDULED_TASK));
        assertThat(model.place(new EntityKey(EntityKind.DEVICE, "nowhere"))).isEmpty();
        assertThat(model.actionPlace(StagedActions.INVESTIGATION + "-a-09"))
                .get()
                .extracting(InvestigationModel.Place::tab)
                .isEqualTo(TabKind.ACTION_HISTORY);
    }

    @Test
    void theClockCountsWaitingAsPartOfTheWhole() {
        var open = InvestigationClock.of(StagedIncident.investigation(true), StagedEntities.NOW);
        assertThat(open.elapsed()).isEqualTo(Duration.ofSeconds(24 * 60 + 47));
        assertThat(open.pending()).isEqualTo(Duration.ofSeconds(23 * 60 + 45));
        assertThat(open.pendingShare()).isBetween(0.95, 0.97);
        var before = InvestigationClock.of(StagedIncident.investigation(true), StagedEntities.NOW.minusSeconds(90_000));
        assertThat(before.elapsed()).as("a clock that was set back").isZero();
    }

    @Test
    void theScaleHoldsPriorScoreAndThresholdsInOrder() {
        var scale = ScoreBar.Scale.of(StagedExplanation.ledger(StagedEntities.RUN.key()), 0, 10);
        assertThat(List.of(scale.at(-24), scale.at(0), scale.at(10), scale.at(21))).isSorted();
        assertThat(scale.at(-24)).isBetween(0.0, 0.2);
        assertThat(scale.at(21)).isBetween(0.8, 1.0);
        assertThat(ScoreBar.signed(-4)).isEqualTo("\u22124");
    }

    @Test
    void aProvidersWordIsHeldAgainstOurs() {
        assertThat(ExplanationView.differs("Suspicious (Alert)", Verdict.MALICIOUS)).isTrue();
        assertThat(ExplanationView.differs("malicious", Verdict.MALICIOUS)).isFalse();
        assertThat(ExplanationView.differs("unknown (Alert)", Verdict.MALICIOUS)).as("says nothing").isFalse();
    }

    @Test
    void rawRowsAreBrokenIntoLinesAndCannotDeceive() {
        assertThat(RawText.readable("{\"a\":\"x, {y}\",\"b\":[1,2]}"))
                .isEqualTo("{\n  \"a\": \"x, {y}\",\n  \"b\": [\n    1,\n    2\n  ]\n}");
        assertThat(RawText.readable("txt\u202Eexe.scr,\"1\"\nnext")).isEqualTo("txt exe.scr,\"1\"\nnext");
        assertThat(RawText.readable("{".repeat(200_000))).hasSizeLessThan(64_000 * 100);
    }

    @Test
    void countsOfAClusterAreSummedOverTheirSpellings() {
        assertThat(MailColumns.sum(StagedEntities.CLUSTER, Set.of("phish", "normalphish"))).isEqualTo(21);
        assertThat(MailColumns.sum(StagedEntities.CLUSTER, Set.of("highconfphish", "highconfidencephish")))
                .isEqualTo(2);
    }

    @Test
    void rowsKeepTheirOrderAndSayWhenAFilterHidesAll() {
        var rows = new Rows<String>(s -> s);
        rows.set(List.of("beta one", "alpha one", "beta two"));
        rows.textProperty().set("BETA");
        assertThat(rows.shown()).containsExactly("beta one", "beta two");
        rows.textProperty().set("one beta");
        assertThat(rows.shown()).containsExactly("beta one");
        rows.only(s -> false);
        assertThat(rows.hidden()).isTrue();
        rows.set(List.of());
        assertThat(rows.hidden()).as("nothing is hidden where nothing is").isFalse();
    }
}
