package dupin.ui.policy;

import dupin.model.FolderClass;
import dupin.model.Policy;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lists of folders, one pattern a line, and a field that says where a path would belong. FX thread.
final class FoldersSection extends Section {
    private final PolicyModel model;
    private final TextArea core = new TextArea();
    private final TextArea temp = new TextArea();
    private final TextArea excluded = new TextArea();
    private final TextField path = new TextField();
    private final Label answer = new Label();
    private final Live<String> live;
    private boolean showing;

    FoldersSection(PolicyModel model, PolicyDeeds deeds, Frame frame) {
        super(Messages.text("policy.foldersHelp"));
        this.model = model;
        live = frame.pump().live(() -> "", answer::setText);
        path.setPromptText(Messages.text("policy.testPrompt"));
        path.setAccessibleText(Messages.text("policy.testPath"));
        path.getStyleClass().add("mono");
        HBox.setHgrow(path, Priority.ALWAYS);
        answer.getStyleClass().add("semibold");
        answer.setMinWidth(Region.USE_PREF_SIZE);
        path.textProperty().addListener((_, _, _) -> test(deeds));
        var test = new HBox(8, Icon.TARGET.node(), new Label(Messages.text("policy.testPath")), path, answer);
        test.getStyleClass().addAll("card-line", "folder-test");
        test.getChildren().get(1).getStyleClass().add("field-name");
        var lists =
                new HBox(
                        16,
                        list(Messages.text("policy.core"), Messages.text("policy.coreHelp"), core),
                        list(Messages.text("policy.temp"), Messages.text("policy.tempHelp"), temp),
                        list(Messages.text("policy.excluded"), Messages.text("policy.excludedHelp"), excluded));
        content(lists);
        getChildren().add(test);
        model.draftProperty()
                .subscribe(policy -> {
                    show(policy);
                    test(deeds);
                });
        for (TextArea area : List.of(core, temp, excluded)) {
            area.textProperty().addListener((_, _, _) -> edited());
        }
    }

    void close() {
        live.dispose();
    }

    private VBox list(String name, String help, TextArea area) {
        area.getStyleClass().addAll("mono", "folder-list");
        area.setPrefRowCount(12);
        area.setPrefColumnCount(20);
        VBox.setVgrow(area, Priority.ALWAYS);
        var note = new Label(help);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(36);
        note.setPrefHeight(36);
        note.setAlignment(Pos.TOP_LEFT);
        var box = Section.field(name, area);
        box.getChildren().add(1, note);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setPrefWidth(200);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private void show(Policy policy) {
        showing = true;
        set(core, policy, Policy::coreFolders);
        set(temp, policy, Policy::tempFolders);
        set(excluded, policy, Policy::excludedFolders);
        showing = false;
    }

    /// Leaves the text alone while it says the same, so that the caret stays.
    private static void set(TextArea area, Policy policy, Function<Policy, List<String>> setting) {
        if (!lines(area).equals(setting.apply(policy))) {
            area.setText(String.join("\n", setting.apply(policy)));
        }
    }

    private void edited() {
        if (!showing) {
            model.edit(p -> p.withFolders(lines(core), lines(temp), lines(excluded)));
        }
    }

    private static List<String> lines(TextArea area) {
        return area.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private void test(PolicyDeeds deeds) {
        String asked = path.getText().strip();
        Policy draft = model.draft();
        live.replace(() -> asked.isEmpty() ? "" : said(deeds.classify(draft, asked)));
    }

    private static String said(FolderClass found) {
        return found.label();
    }
}
