package dupin.ui.fx;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Asks for a stretch of time by its two ends, either of which may be left out. FX thread.
final class StretchDialog {
    private final TextField from = field("stretch-from", Messages.text("filter.from"));
    private final TextField to = field("stretch-to", Messages.text("filter.to"));
    private final ZoneId zone;

    private StretchDialog(ZoneId zone) {
        this.zone = zone;
    }

    /// @param title of what the times are
    /// @param now stands in the fields at first
    static void open(Dialogs dialogs, String title, Stretch now, Consumer<Stretch> chosen) {
        new StretchDialog(Times.shown()).show(dialogs, title, now, chosen);
    }

    private void show(Dialogs dialogs, String title, Stretch now, Consumer<Stretch> chosen) {
        from.setText(now.from() == null ? "" : Times.brief(now.from()));
        to.setText(now.to() == null ? "" : Times.brief(now.to()));
        ObjectBinding<Said> said =
                Bindings.createObjectBinding(
                        () -> said(from.getText(), to.getText(), zone), from.textProperty(), to.textProperty());
        var told = new Label();
        told.setId("stretch-said");
        told.getStyleClass().add("caption");
        told.setWrapText(true);
        told.textProperty().bind(said.map(Said::sentence));
        told.textProperty().subscribe(() -> wrong(told, said.get().stretch().isEmpty()));
        dialogs.form(
                new Dialogs.Form(
                        Messages.text("filter.customTitle", title),
                        Messages.text("filter.customHelp", zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId()),
                        new VBox(8, grid(), told),
                        from,
                        Messages.text("filter.customVerb"),
                        Dialogs.Danger.HARMLESS,
                        said.map(s -> s.stretch().isPresent()),
                        false),
                () -> said(from.getText(), to.getText(), zone).stretch().ifPresent(chosen));
    }

    private GridPane grid() {
        var grid = new GridPane(8, 8);
        grid.addRow(0, named(from), from);
        grid.addRow(1, named(to), to);
        GridPane.setHgrow(from, Priority.ALWAYS);
        GridPane.setHgrow(to, Priority.ALWAYS);
        return grid;
    }

    private static Label named(TextField field) {
        var label = new Label(field.getAccessibleText());
        label.setLabelFor(field);
        label.setMinWidth(Label.USE_PREF_SIZE);
        return label;
    }

    private static TextField field(String id, String name) {
        var field = new TextField();
        field.setId(id);
        field.setAccessibleText(name);
        field.setPromptText(Messages.text("filter.open"));
        return field;
    }

    /// What two texts mean.
    ///
    /// @param stretch empty where they mean none
    /// @param sentence what will be shown, or what is wrong with which text
    record Said(Optional<Stretch> stretch, String sentence) {}

    static Said said(String from, String to, ZoneId zone) {
        Optional<Instant> start = TypedTime.start(from, zone);
        Optional<Instant> end = TypedTime.end(to, zone);
        if (!from.isBlank() && start.isEmpty()) {
            return wrong(Messages.text("filter.noTime", Messages.text("filter.from"), quoted(from)));
        }
        if (!to.isBlank() && end.isEmpty()) {
            return wrong(Messages.text("filter.noTime", Messages.text("filter.to"), quoted(to)));
        }
        if (start.isPresent() && end.isPresent() && !start.get().isBefore(end.get())) {
            return wrong(Messages.text("filter.backwards", Times.brief(end.get()), Times.brief(start.get())));
        }
        var stretch = new Stretch(start.orElse(null), end.orElse(null));
        return new Said(Optional.of(stretch), Messages.text("filter.customShows", stretch.label()));
    }

    private static void wrong(Label told, boolean wrong) {
        told.getStyleClass().remove("danger-text");
        if (wrong) {
            told.getStyleClass().add("danger-text");
        }
    }

    private static Said wrong(String sentence) {
        return new Said(Optional.empty(), sentence);
    }

    private static String quoted(String text) {
        return Elide.middle(Elide.oneLine(text.strip()), 40);
    }
}
