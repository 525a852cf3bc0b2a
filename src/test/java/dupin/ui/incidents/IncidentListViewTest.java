package dupin.ui.incidents;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.service.Chosen;
import dupin.service.IncidentQuery;
import dupin.ui.DeskOf;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.Theme;
import dupin.ui.fx.UiTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;

class IncidentListViewTest extends UiTest {
    private final DeskOf desk = new DeskOf();
    private final List<String> picked = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private IncidentListModel model;
    private IncidentListView view;
    private StackPane ground;

    @Override
    protected Parent view() {
        for (int i = 0; i < 12; i++) {
            desk.incidents.add(
                    DeskOf.incident(
                            i,
                            Severity.values()[4 - i % 4],
                            i % 5 == 4 ? null : Verdict.values()[3 - i % 4],
                            i % 5 == 4 ? null : InvestigationState.values()[i],
                            i % 3));
        }
        var pump =
                new ChangePump(
                        Runnable::run,
                        Runnable::run,
                        (_, task) -> task.run(),
                        System::nanoTime,
                        Duration.ZERO,
                        e -> {
                            throw new AssertionError(e);
                        });
        model = new IncidentListModel(desk.desk(), pump, java.time.InstantSource.system());
        view = new IncidentListView(model, new Deeds(), frame(pump));
        view.onSelect(i -> picked.add(i.id()));
        view.setMaxWidth(320);
        ground = new StackPane(view);
        ground.setAlignment(javafx.geometry.Pos.TOP_LEFT);
        model.invalidate();
        return ground;
    }

    private static Frame frame(ChangePump pump) {
        var overlay = new Overlay(new javafx.scene.layout.Pane());
        return Frame.of(overlay, pump, java.time.InstantSource.system());
    }

    private final class Deeds implements IncidentDeeds {
        @Override
        public void initiateInvestigation(Chosen<Incident> incidents) {
            done.add("start " + incidents.size());
        }

        @Override
        public void setStatus(Chosen<Incident> incidents, Incident.Status status) {
            done.add(status + " " + incidents.size());
        }

        @Override
        public void assignToMe(Chosen<Incident> incidents) {
            done.add("mine " + incidents.size());
        }

        @Override
        public void merge(List<Incident> incidents) {
            done.add("merge " + incidents.size());
        }

        @Override
        public void unmerge(Incident incident) {
            done.add("unmerge " + incident.id());
        }

        @Override
        public void chooseImport() {
            done.add("import");
        }
    }

    @Test
    void narrowItShowsTwoLinesWideItShowsColumns() {
        shot("incidents-narrow");
        assertThat(view.table().getVisibleLeafColumns()).hasSize(1);
        onFx(() -> view.setMaxWidth(Double.MAX_VALUE));
        assertThat(view.table().getVisibleLeafColumns()).hasSizeGreaterThan(8);
        shot("incidents-wide");
        onFx(() -> Theme.LIGHT.applyTo(scene));
        shot("incidents-wide-light");
    }

    @Test
    void aFilterIsAChipAndItsCrossTakesItAway() {
        onFx(() -> model.filters().toggle(Severity.HIGH));
        assertThat(model.rows().rows(0, model.rows().size())).allMatch(i -> i.severity() == Severity.HIGH).hasSize(3);
        assertThat(((Label) robot().lookup(".filter-bar .chip .label").query()).getText()).isEqualTo("High");
        shot("incidents-chip");
        robot().clickOn(".chip-remove");
        assertThat(model.rows().rows(0, model.rows().size())).hasSize(12);
        assertThat(robot().lookup(".chip").queryAll()).isEmpty();
    }

    @Test
    void theSelectionStaysWhenRowsAreRefreshedAndIsNotToldAgain() {
        onFx(() -> view.table().getSelectionModel().clearAndSelect(2));
        String id = view.table().getSelectionModel().getSelectedItem().id();
        onFx(() -> {
            desk.incidents.add(DeskOf.incident(99, Severity.HIGH, null, null, 0));
            model.invalidate();
        });
        assertThat(view.table().getItems()).hasSize(13);
        assertThat(view.table().getSelectionModel().getSelectedItem().id()).isEqualTo(id);
        assertThat(picked).containsExactly(id);
    }

    @Test
    void aClickOnAHeaderLetsTheStoreSort() {
        onFx(() -> view.setMaxWidth(Double.MAX_VALUE));
        onFx(() -> {
            var name =
                    view.table().getColumns().stream().filter(c -> "NAME".equals(c.getId())).findFirst().orElseThrow();
            view.table().getSortOrder().setAll(List.of(name));
        });
        assertThat(desk.asked.getLast().sort()).isEqualTo(IncidentQuery.Sort.NAME);
        assertThat(view.table().getItems()).isSortedAccordingTo(java.util.Comparator.comparing(Incident::name));
    }

    @Test
    void severalIncidentsCanBeInvestigatedAtOnce() {
        onFx(() -> {
            view.table().requestFocus();
            view.table().getSelectionModel().selectRange(0, 3);
        });
        shot("incidents-bulk");
        robot().clickOn("Investigate");
        assertThat(done).containsExactly("start 3");
    }

    @Test
    void wordsThatHideAllRowsSayHowToGoOn() {
        robot().clickOn(".filter-bar .text-field").write("nothing so named").sleep(10);
        assertThat(view.table().getItems()).isEmpty();
        assertThat(robot().lookup("The filters hide all incidents").queryAll()).isNotEmpty();
        robot().type(KeyCode.ESCAPE);
        assertThat(view.table().getItems()).hasSize(12);
    }
}
