package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Incident;
import dupin.service.CaseSession;
import dupin.ui.investigation.InvestigationTabs;
import dupin.ui.shell.Page;
import dupin.ui.shell.Tour;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;

/// What has no words of its own has a name for those who cannot see it, and a button one for those who point at it.
class WindowNamesTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    @Test
    void everyControlOfEveryPageHasAName() throws Exception {
        until(() -> view.settled());
        var nameless = new ArrayList<String>();
        for (Page page : Page.values()) {
            fx(() -> {
                workbench.window().go(page);
                return true;
            });
            collect(page.name(), nameless);
            TabPane tabs = page == Page.POLICIES ? find(".policy-page > .tab-pane") : null;
            for (int i = 1; tabs != null && i < tabs.getTabs().size(); i++) {
                int next = i;
                fx(() -> {
                    tabs.getSelectionModel().select(next);
                    return true;
                });
                collect(page.name() + ", " + tabs.getTabs().get(i).getText(), nameless);
            }
        }
        assertThat(nameless).isEmpty();
    }

    @Test
    void everyControlOfDialogsAndFlyoutsHasAName() throws Exception {
        until(() -> view.settled());
        var nameless = new ArrayList<String>();
        InvestigationTabs tabs = find(".investigation-tabs");
        var details = fx(() -> tabs.model().details());
        Incident incident = details.incident();
        dialog("manage", () -> view.go().onIncidents(() -> command("Manage the incident")), nameless);
        dialog("comments", () -> command("Comments of the incident"), nameless);
        dialog("merge", () -> MergeDialog.ask(frame(), List.of(incident, incident), (_, _) -> {}), nameless);
        dialog("new case", workbench::newCase, nameless);
        dialog("stop", () -> workbench.stopAutomation(true), nameless);
        dialog("keys", () -> workbench.window().keySheet(), nameless);
        dialog("alert", () -> tabs.selectAlert(details.alerts().getFirst().alert().id()), nameless);
        for (var row : details.entities().stream().limit(12).toList()) {
            dialog(row.entity().label(), () -> view.go().entity(row.entity().key()), nameless);
        }
        dialog("tour", () -> Tour.start(workbench.window().root(), () -> {}), nameless);
        assertThat(nameless).isEmpty();
    }

    private dupin.ui.fx.Frame frame() {
        return dupin.ui.fx.Frame.of(workbench.window().root(), null, java.time.InstantSource.system());
    }

    private void command(String name) {
        view.commands().stream().filter(item -> item.label().equals(name)).findFirst().orElseThrow().act().run();
    }

    private void dialog(String where, Runnable open, List<String> nameless) {
        fx(() -> {
            open.run();
            return true;
        });
        collect(where, nameless);
        fx(() -> {
            if (workbench.window().root().dialogShown()) {
                workbench.window().root().closeDialog();
            }
            workbench.window().root().flyout().close();
            return true;
        });
    }

    private void collect(String where, List<String> nameless) {
        fx(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            visit(scene.getRoot(), where, nameless);
            return true;
        });
    }

    private static void visit(Node node, String where, List<String> nameless) {
        if (!node.isVisible()) {
            return;
        }
        String fault = fault(node);
        if (!fault.isEmpty()) {
            nameless.add(where + ": " + fault + " " + node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, where, nameless));
        }
    }

    private static String fault(Node node) {
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        return switch (node) {
            case ButtonBase button when button.getText() == null || button.getText().isBlank() ->
                    !named
                            ? "no name"
                            : !told(button) && !(button instanceof CheckBox) && !shown(button) ? "no tooltip" : "";
            case TextField field when !field.getStyleClass().contains("combo-box-popup") ->
                    named || field.getParent() instanceof Control || labelled(field) ? "" : "no name";
            case TableView<?> _ -> named ? "" : "no name";
            // The list of a choice that is not open.
            case ListView<?> list -> named || "list-view".equals(list.getId()) ? "" : "no name";
            case TextArea area -> named || labelled(area) ? "" : "no name";
            case ChoiceBox<?> box -> named || labelled(box) ? "" : "no name";
            case Slider slider -> named || labelled(slider) ? "" : "no name";
            case ComboBoxBase<?> box -> named || labelled(box) ? "" : "no name";
            default -> "";
        };
    }

    /// It has words under the mouse, or will have them as soon as the mouse comes.
    private static boolean told(ButtonBase button) {
        return button.getTooltip() != null
                || button.getAccessibleHelp() != null && !button.getAccessibleHelp().isBlank();
    }

    /// Its words are in what it shows.
    private static boolean shown(ButtonBase button) {
        return button.getGraphic() instanceof Parent parent && !parent.lookupAll(".label").isEmpty();
    }

    private static boolean labelled(Node node) {
        return node.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(label -> label instanceof javafx.scene.control.Label named && named.getLabelFor() == node);
    }
}
