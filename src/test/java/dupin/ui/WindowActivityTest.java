package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entry.Change;
import dupin.model.row.ActivityRow;
import dupin.model.row.ActivityRow.Kind;
import dupin.service.CaseSession;
import dupin.ui.investigation.InvestigationTabs;
import dupin.ui.investigation.TabKind;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Who did what when in an incident: everything is there, can be narrowed by kind, and leads to the case as it stood then.
class WindowActivityTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private List<ActivityRow> rows() {
        @SuppressWarnings("unchecked")
        var table = (TableView<ActivityRow>) shown().lookup(".table-view");
        return fx(() -> List.copyOf(table.getItems()));
    }

    private Node shown() {
        return scene.getRoot().lookupAll(".investigation-tabs .table-pane").stream()
                .filter(pane -> "Activity".equals(pane.lookup(".table-view").getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatWasDoneIsListedNarrowedAndLedBackTo() throws Exception {
        until(view::settled);
        String incident = view.incident();
        session.notes().manage(incident, List.of(new Change("status", "Active", "In progress")), "ann");
        session.notes().comment("incident:" + incident, "looks **bad**", "ann");
        InvestigationTabs tabs = find(".investigation-tabs");
        fx(() -> {
            tabs.openTab(TabKind.ACTIVITY);
            return true;
        });
        until(() -> rows().stream().anyMatch(row -> row.kind() == Kind.COMMENT));
        assertThat(rows().getFirst().note()).isEqualTo("looks **bad**");
        assertThat(rows())
                .anySatisfy(row -> {
                    assertThat(row.kind()).isEqualTo(Kind.STATUS);
                    assertThat(row.actor()).isEqualTo("ann");
                    assertThat(row.before()).isEqualTo("Active");
                    assertThat(row.after()).isEqualTo("In progress");
                })
                .anyMatch(ActivityRow::automatic);

        choose("filter-kind", "Comment");
        until(() -> rows().size() == 1);
        assertThat(rows().getFirst().kind()).isEqualTo(Kind.COMMENT);
        fx(() -> {
            ((Button) shown().lookup(".chip-remove")).fire();
            return true;
        });
        until(() -> rows().size() > 2);

        fx(() -> {
            var table = (TableView<?>) shown().lookup(".table-view");
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
            return true;
        });
        robot.type(KeyCode.ENTER);
        until(() -> workbench.window().root().flyout().isOpen() && find("#replay-from-here") != null);
    }

    private void choose(String menu, String word) {
        fx(() -> {
            var button = (MenuButton) shown().lookup(".filter-menu");
            Menu column =
                    button.getItems().stream()
                            .filter(item -> menu.equals(item.getId()))
                            .map(Menu.class::cast)
                            .findFirst()
                            .orElseThrow();
            column.getOnShowing().handle(null);
            column.getItems().stream().filter(item -> item.getText().startsWith(word)).findFirst().orElseThrow().fire();
            return true;
        });
    }
}
