package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.ui.investigation.InvestigationTabs;
import dupin.ui.investigation.TabKind;
import dupin.ui.shell.Page;
import dupin.ui.shell.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Whatever the mouse can do the keys can, and they never go nowhere.
class WindowCommandsTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private List<String> palette() throws Exception {
        key(KeyCode.K);
        until(() -> find("#palette-list") != null);
        ListView<Palette.Item> list = find("#palette-list");
        List<String> labels = fx(() -> list.getItems().stream().map(Palette.Item::label).toList());
        robot.type(KeyCode.ESCAPE);
        return labels;
    }

    /// What buttons and menus of the workspace are called, and the palette's words for it.
    private static final List<List<String>> SAME =
            List.of(
                    List.of("Manage incident", "Manage the incident"),
                    List.of("Comments", "Comments of the incident"),
                    List.of("Investigate", "Initiate automated investigation of the incident"),
                    List.of("Cancel investigation", "Cancel the investigation"),
                    List.of("Replay: see how the investigation came about, entry by entry", "Replay of the incident"),
                    List.of("Timeline of this incident", "Timeline of the incident"),
                    List.of("Fit", "Fit the graph"),
                    List.of("Set status", "Set status of the selected incidents: Resolved"),
                    List.of("Assign to me", "Assign the selected incidents to me"),
                    List.of(
                            "Initiate automated investigation",
                            "Initiate automated investigation of the selected incidents"),
                    List.of("Merge…", "Merge the selected incidents…"),
                    List.of("Unmerge", "Unmerge the selected incident"));

    @Test
    void thePaletteHasEveryCommandOfTheWorkspaceAndEveryTab() throws Exception {
        until(view::settled);
        List<String> labels = palette();
        assertThat(labels).containsAll(SAME.stream().map(pair -> pair.get(1)).toList());
        assertThat(labels)
                .containsAll(
                        java.util.Arrays.stream(TabKind.values())
                                .map(k -> "Tab of the incident: " + k.label())
                                .toList());
        assertThat(labels)
                .contains(
                        "Close the case",
                        "What the keys do",
                        "Search this case",
                        "Choose who carries actions out",
                        "Let automation go on?",
                        "Clear the filters of the incident list");
        TableView<?> list = find(".incident-list .table-view");
        Set<String> known = new TreeSet<>(labels);
        SAME.forEach(pair -> known.add(pair.getFirst()));
        var unknown = new ArrayList<String>();
        for (MenuItem item : list.getContextMenu().getItems()) {
            String text = item instanceof Menu menu ? menu.getText() : item.getText();
            if (text != null && !text.startsWith("Copy") && !known.contains(text)) {
                unknown.add(text);
            }
        }
        for (Node node : scene.getRoot().lookupAll(".investigation-header .button")) {
            String name = node.getAccessibleText() != null ? node.getAccessibleText() : ((ButtonBase) node).getText();
            String bare = name.replaceFirst(" \\( . \\)$", "");
            if (known.stream()
                    .noneMatch(word -> word.toLowerCase(Locale.ROOT).startsWith(bare.toLowerCase(Locale.ROOT)))) {
                unknown.add(name);
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void aLetterManagesTheIncidentAndThePaletteTakesTheFocusIntoATab() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT2);
        robot.type(KeyCode.M);
        until(() -> find("#manage-name") != null && scene.getFocusOwner() == find("#manage-name"));
        robot.type(KeyCode.ESCAPE);
        until(() -> !workbench.window().root().dialogShown());
        robot.type(KeyCode.C);
        until(() -> find("#comment-text") != null);
        robot.type(KeyCode.ESCAPE);
        key(KeyCode.K);
        robot.write("tab evidence", 1);
        robot.type(KeyCode.ENTER);
        InvestigationTabs tabs = find(".investigation-tabs");
        until(() ->
                scene.getFocusOwner() instanceof TableView<?> table
                        && "Evidence".equals(table.getAccessibleText())
                        && inside(table, tabs));
    }

    @Test
    void theFlyoutIsAPaneAmongTheOthersAndGivesTheFocusBack() throws Exception {
        until(view::settled);
        key(KeyCode.DIGIT2);
        robot.type(KeyCode.F6).type(KeyCode.F6);
        Node rows = fx(() -> scene.getFocusOwner());
        robot.type(KeyCode.ENTER);
        Node flyout = find(".flyout");
        until(() -> workbench.window().root().flyout().isOpen());
        assertThat(fx(() -> scene.getFocusOwner())).isSameAs(rows);
        robot.type(KeyCode.F6).type(KeyCode.F6);
        until(() -> inside(scene.getFocusOwner(), flyout));
        robot.type(KeyCode.ESCAPE);
        until(() -> !workbench.window().root().flyout().isOpen() && scene.getFocusOwner() != null);
        assertThat(
                        inside(
                                fx(() -> scene.getFocusOwner()),
                                find(".incidents-page") == null ? scene.getRoot() : find(".incidents-page")))
                .isTrue();
    }

    /// After each of these the next key must mean something.
    @Test
    void theFocusIsNeverLost() throws Exception {
        until(view::settled);
        var lost = new ArrayList<String>();
        for (Page page : Page.values()) {
            fx(() -> {
                workbench.window().go(page);
                return true;
            });
            held("turned to " + page, lost);
            key(KeyCode.K);
            held("palette on " + page, lost);
            robot.type(KeyCode.ESCAPE);
            held("palette closed on " + page, lost);
            if (!(fx(() -> scene.getFocusOwner()) instanceof TextInputControl)) {
                robot.write("?", 1);
                held("key sheet on " + page, lost);
                robot.type(KeyCode.ESCAPE);
                held("key sheet closed on " + page, lost);
            }
        }
        key(KeyCode.DIGIT2);
        InvestigationTabs tabs = find(".investigation-tabs");
        for (TabKind kind : tabs.model().tabs()) {
            fx(() -> {
                tabs.enter(kind);
                return true;
            });
            held("tab " + kind, lost);
            robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
            held("flyout of " + kind, lost);
            robot.type(KeyCode.ESCAPE);
            held("flyout closed of " + kind, lost);
        }
        fx(() -> {
            view.pages().incidents().filters().text("no such incident");
            return true;
        });
        held("list without rows", lost);
        fx(() -> {
            view.pages().incidents().filters().clear();
            return true;
        });
        robot.write("[", 1);
        until(() -> find(".fold-bar .button") != null);
        held("list folded", lost);
        fx(() -> {
            ((Button) scene.getRoot().lookup(".fold-bar .button")).fire();
            return true;
        });
        held("list unfolded", lost);
        assertThat(lost).isEmpty();
    }

    private void held(String after, List<String> lost) {
        fx(() -> true);
        String fault =
                fx(() -> {
                    Node owner = scene.getFocusOwner();
                    if (owner == null) {
                        return "nobody";
                    }
                    for (Node at = owner; at != null; at = at.getParent()) {
                        if (!at.isVisible()) {
                            return "hidden " + owner;
                        }
                    }
                    return "";
                });
        if (!fault.isEmpty()) {
            lost.add(after + ": " + fault);
        }
    }

    private static boolean inside(Node node, Node pane) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == pane) {
                return true;
            }
        }
        return false;
    }
}
