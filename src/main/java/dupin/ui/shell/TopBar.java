package dupin.ui.shell;

import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Case, search, import, who acts, and the switch that stops automation. FX thread.
final class TopBar extends HBox {
    private static final int LONGEST = 60;

    private static final double LEAST = 320;
    private static final double CASES = 168;
    private static final double SEARCH = 100;

    private final Commands commands;
    private final MenuButton cases = new MenuButton();
    private final TextField search = new TextField();
    private final Button add = new Button();
    private final Button responder = new Button();
    private final Label brakes = new Label();
    private final Button stop = new Button();
    private boolean stopped;

    TopBar(Commands commands) {
        this.commands = commands;
        getStyleClass().add("top-bar");
        cases.setId("case-menu");
        cases.setMaxWidth(280);
        cases.setTextOverrun(OverrunStyle.ELLIPSIS);
        cases.setGraphic(Icon.OPEN.node());
        cases.getStyleClass().add("case-menu");
        cases.setOnShowing(_ -> fillCases());
        search.setId("search");
        search.setPromptText(Messages.text("shell.searchPrompt"));
        search.setAccessibleText(Messages.text("shell.searchPrompt"));
        search.setPrefWidth(260);
        search.setMaxWidth(360);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER && !search.getText().isBlank()) {
                        commands.search(search.getText());
                        e.consume();
                    } else if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        e.consume();
                    }
                });
        add.setId("import");
        add.setGraphic(Icon.IMPORT.node());
        add.setText(Messages.text("shell.import"));
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setTooltip(new Tooltip(Messages.text("shell.importKey")));
        add.setOnAction(_ -> commands.chooseImport());
        responder.getStyleClass().addAll("responder", "quiet");
        responder.setId("responder");
        brakes.setId("brakes");
        brakes.getStyleClass().addAll("state-failed", "toned");
        brakes.setGraphic(Icon.STOP.node("icon-small"));
        brakes.setMinWidth(Region.USE_PREF_SIZE);
        brakes(List.of());
        stop.setId("stop-automation");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> commands.stopAutomation(!stopped));
        var space = new Region();
        HBox.setHgrow(space, Priority.SOMETIMES);
        getChildren().addAll(cases, search, add, space, brakes, responder, stop);
        cases.getItems().add(new MenuItem());
        noCase();
    }

    TextField search() {
        return search;
    }

    /// Never pushes the window apart: on a small screen with large letters names give way.
    @Override
    protected double computeMinWidth(double height) {
        return LEAST;
    }

    @Override
    protected void layoutChildren() {
        double whole =
                CASES
                        + SEARCH
                        + add.prefWidth(-1)
                        + responder.prefWidth(-1)
                        + stop.prefWidth(-1)
                        + (brakes.isManaged() ? brakes.prefWidth(-1) : 0)
                        + snappedLeftInset()
                        + snappedRightInset()
                        + getSpacing() * (getManagedChildren().size() - 1);
        boolean roomy = whole <= getWidth();
        cases.setMinWidth(roomy ? CASES : 120);
        search.setMinWidth(roomy ? SEARCH : 72);
        responder.setMinWidth(roomy ? Region.USE_PREF_SIZE : 96);
        super.layoutChildren();
    }

    void noCase() {
        cases.setText(Messages.text("shell.noCase"));
        cases.setAccessibleText(Messages.text("shell.noCase"));
        add.setDisable(true);
        search.setDisable(true);
        responder.setVisible(false);
        brakes(List.of());
        stop.setDisable(true);
        automation(false);
    }

    void caseOpen(String name) {
        cases.setText(Elide.middle(name, LONGEST));
        cases.setAccessibleText(Messages.text("shell.caseNamed", name));
        add.setDisable(false);
        search.setDisable(false);
        stop.setDisable(false);
    }

    void chooseResponder() {
        responder.fire();
    }

    void onResponder(Runnable choose) {
        responder.setOnAction(_ -> choose.run());
    }

    /// @param tripped kinds of actions of which nothing runs by itself any more within this hour
    void brakes(List<String> tripped) {
        brakes.setVisible(!tripped.isEmpty());
        brakes.setManaged(!tripped.isEmpty());
        brakes.setText(Messages.text("shell.brakes", tripped.size()));
        brakes.setTooltip(new Tooltip(Messages.text("shell.brakesHelp", String.join(", ", tripped))));
    }

    /// @param real whether actions change something outside of the case
    /// @param waiting actions that belong to a responder that is not armed
    void responder(String name, boolean real, int waiting) {
        responder.setVisible(true);
        String who = real ? Messages.text("shell.realResponder", name) : Messages.text("shell.simulated");
        String text = waiting == 0 ? who : Messages.text("shell.responderWaiting", who, waiting);
        if (text.equals(responder.getText())) {
            return;
        }
        Styles.one(responder, real ? "real" : "simulated", "real", "simulated");
        responder.setGraphic((real ? Icon.WARNING : Icon.INCIDENT).node("icon-small"));
        responder.setText(text);
        responder.setAccessibleText(text);
        responder.setTooltip(
                new Tooltip(real ? Messages.text("shell.realHelp", name) : Messages.text("shell.simulatedHelp")));
    }

    void automation(boolean isStopped) {
        if (stopped == isStopped && !stop.getText().isEmpty()) {
            return;
        }
        stopped = isStopped;
        Styles.one(stop, stopped ? "stopped" : "danger-outline", "stopped", "danger-outline");
        stop.setGraphic((stopped ? Icon.AUTOMATION_OFF : Icon.AUTOMATION).node());
        stop.setText(stopped ? Messages.text("shell.automationStopped") : Messages.text("shell.stopAutomation"));
        stop.setTooltip(new Tooltip(stopped ? Messages.text("shell.resumeHelp") : Messages.text("shell.stopHelp")));
    }

    private void fillCases() {
        var items = cases.getItems();
        items.setAll(
                item(Messages.text("shell.openCase"), Icon.OPEN, commands::chooseCase),
                item(Messages.text("shell.newCase"), Icon.ADD, commands::newCase));
        var close = item(Messages.text("shell.closeCase"), Icon.CLOSE, commands::closeCase);
        close.setDisable(add.isDisabled());
        items.add(close);
        var files = item(Messages.text("shell.chooseFiles"), Icon.IMPORT, commands::chooseImport);
        var whole = item(Messages.text("shell.chooseFolder"), Icon.IMPORT, commands::chooseImportFolder);
        files.setDisable(add.isDisabled());
        whole.setDisable(add.isDisabled());
        items.addAll(new SeparatorMenuItem(), files, whole);
        heading(Messages.text("shell.recentCases"), commands.recent().isEmpty());
        for (Path folder : commands.recent()) {
            items.add(item(Elide.middle(name(folder), LONGEST), Icon.HISTORY, () -> commands.open(folder)));
        }
        heading(Messages.text("shell.sampleCases"), commands.samples().isEmpty());
        for (Commands.SampleItem sample : commands.samples()) {
            items.add(item(sample.name(), Icon.EVIDENCE, () -> commands.openSample(sample.id())));
        }
    }

    private void heading(String text, boolean empty) {
        if (!empty) {
            var label = new MenuItem(text);
            label.setDisable(true);
            label.getStyleClass().add("menu-heading");
            cases.getItems().addAll(new SeparatorMenuItem(), label);
        }
    }

    private static String name(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.endsWith(".dupin") ? name.substring(0, name.length() - 6) : name;
    }

    private static MenuItem item(String text, Icon icon, Runnable act) {
        var item = new MenuItem(text, icon.node());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }
}
