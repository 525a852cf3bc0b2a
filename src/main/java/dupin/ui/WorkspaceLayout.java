package dupin.ui;

import dupin.service.Settings;
import dupin.ui.actions.ActionCenterPane;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Panes;
import dupin.ui.incidents.IncidentListView;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;

/// How the Incidents page is divided: the list, an incident's graph over its tabs, the action center. Both sides fold away;
/// the right one does by itself where it is narrow. FX thread.
final class WorkspaceLayout {
    private static final double LIST = 304;
    private static final double ACTIONS = 320;

    private final IncidentListView list;
    private final SplitPane story = new SplitPane();
    private final BorderPane stage = new BorderPane();
    private final BorderPane middle = new BorderPane(story);
    private final EmptyState none =
            new EmptyState(Icon.INCIDENT, Messages.text("window.noIncident"), Messages.text("window.noIncidentHelp"));
    private final Panes panes;
    private final Folds folds;

    /// @param page gets all of it
    WorkspaceLayout(
            BorderPane page, IncidentListView list, Node header, Node graph, Node tabs, ActionCenterPane actions) {
        this.list = list;
        story.setOrientation(Orientation.VERTICAL);
        stage.setCenter(graph);
        story.getItems().setAll(stage, tabs);
        story.setDividerPositions(0.52);
        middle.setTop(header);
        middle.getStyleClass().add("panel");
        var centre = new StackPane(middle, none);
        centre.setMinWidth(320);
        panes = new Panes(Orientation.HORIZONTAL, list, LIST, centre, actions, ACTIONS);
        page.setCenter(panes);
        folds = new Folds(page, panes);
        list.setMinWidth(220);
        list.addTools(Tool.button(Icon.FOLD_LEFT, Messages.text("window.foldList"), () -> folds.foldList(true)));
        actions.addTool(
                Tool.button(Icon.FOLD_RIGHT, Messages.text("window.foldActions"), () -> folds.foldActions(true)));
    }

    Folds folds() {
        return folds;
    }

    /// What the graph stands on, with room for a bar beneath it.
    BorderPane stage() {
        return stage;
    }

    /// Divides the page as it was divided before.
    void apply(Settings.Layout layout) {
        panes.sizes(layout.list(), layout.actions());
        story.setDividerPositions(layout.story());
        folds.foldList(layout.listFolded());
        list.foldRecent(layout.recentFolded());
        if (layout.actionsFolded()) {
            folds.foldActions(true);
        }
    }

    /// How the page is divided now.
    Settings.Layout now(boolean maximized) {
        return new Settings.Layout(
                panes.leftSize(),
                panes.rightSize(),
                story.getDividerPositions()[0],
                panes.leftFolded(),
                folds.actionsFolded(),
                maximized,
                list.recentFolded());
    }

    /// There is an incident to look at.
    void showStory() {
        middle.setVisible(true);
        none.setVisible(false);
    }

    /// There is none.
    void blank(String why, String what) {
        none.say(why, what);
        none.setVisible(true);
        middle.setVisible(false);
    }
}
