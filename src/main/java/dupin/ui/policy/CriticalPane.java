package dupin.ui.policy;

import dupin.model.policy.CriticalRule;
import dupin.ui.fx.Messages;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The rule on critical assets, one word or pattern a line. FX thread.
final class CriticalPane extends VBox {
    private final PolicyModel model;
    private final TextArea tags = new TextArea();
    private final TextArea names = new TextArea();
    private final TextArea domains = new TextArea();
    private final CheckBox servers = new CheckBox(Messages.text("policy.criticalServers"));
    private boolean showing;

    CriticalPane(PolicyModel model) {
        super(8);
        this.model = model;
        var title = new Label(Messages.text("policy.critical"));
        title.getStyleClass().add("card-title");
        var note = new Label(Messages.text("policy.criticalHelp"));
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        tags.setId("critical-tags");
        names.setId("critical-names");
        domains.setId("critical-domains");
        servers.setId("critical-servers");
        getChildren()
                .setAll(
                        title,
                        note,
                        list(Messages.text("policy.criticalTags"), tags),
                        list(Messages.text("policy.criticalNames"), names),
                        list(Messages.text("policy.criticalDomains"), domains),
                        servers);
        setPrefWidth(200);
        setMinWidth(150);
        HBox.setHgrow(this, Priority.ALWAYS);
        model.draftProperty().subscribe(policy -> show(policy.critical()));
        for (TextArea area : List.of(tags, names, domains)) {
            area.textProperty().addListener((_, _, _) -> edited());
        }
        servers.setOnAction(_ -> edited());
    }

    private static VBox list(String name, TextArea area) {
        area.getStyleClass().add("mono");
        area.setPrefRowCount(3);
        area.setPrefColumnCount(16);
        area.setMinHeight(56);
        var box = Section.field(name, area);
        VBox.setVgrow(area, Priority.ALWAYS);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    private void show(CriticalRule rule) {
        showing = true;
        set(tags, rule.tags());
        set(names, rule.names());
        set(domains, rule.domains());
        servers.setSelected(rule.servers());
        showing = false;
    }

    /// Leaves the text alone while it says the same, so that the caret stays.
    private static void set(TextArea area, List<String> lines) {
        if (!lines(area).equals(lines)) {
            area.setText(String.join("\n", lines));
        }
    }

    private static List<String> lines(TextArea area) {
        return area.getText().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private void edited() {
        if (!showing) {
            model.edit(p ->
                    p.withCritical(new CriticalRule(lines(tags), lines(names), lines(domains), servers.isSelected())));
        }
    }
}
