package dupin.ui.settings;

import dupin.service.Settings;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Theme;
import dupin.ui.fx.Times;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Settings page. Each change applies at once. FX thread.
public final class SettingsView extends ScrollPane {
    private static final String UTC = "UTC";

    private final Supplier<Settings> now;
    private final Consumer<Settings> keep;

    /// @param keep stores and applies
    /// @param program name and version
    /// @param folder where settings, cases and the log lie
    public SettingsView(Supplier<Settings> now, Consumer<Settings> keep, String program, String folder) {
        this.now = now;
        this.keep = keep;
        var title = new Label(Messages.text("settings.title"));
        title.getStyleClass().add("title");
        var page = new VBox(16, title, looks(), person(), times(), about(program, folder));
        page.getStyleClass().addAll("page", "settings-page");
        setContent(page);
        setFitToWidth(true);
    }

    private VBox looks() {
        var group = new ToggleGroup();
        var row = new HBox(8);
        for (Theme theme : Theme.values()) {
            Icon icon = theme == Theme.LIGHT ? Icon.LIGHT : theme == Theme.DARK ? Icon.DARK : Icon.FINDING;
            var button = new ToggleButton(theme.label(), icon.node());
            button.setId("theme-" + theme.ordinal());
            button.setToggleGroup(group);
            button.setSelected(theme.name().equals(now.get().theme()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                keep.accept(now.get().withTheme(theme.name()));
            });
            row.getChildren().add(button);
        }
        return card(Messages.text("settings.looks"), Messages.text("settings.looksHelp"), row);
    }

    private VBox person() {
        var name = new TextField(now.get().operator());
        name.setId("operator");
        name.setMaxWidth(320);
        name.setAccessibleText(Messages.text("settings.operator"));
        name.setOnAction(_ -> rename(name));
        name.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        rename(name);
                    }
                });
        return card(Messages.text("settings.operator"), Messages.text("settings.operatorHelp"), name);
    }

    private void rename(TextField field) {
        String name = field.getText().strip();
        if (name.isEmpty()) {
            field.setText(now.get().operator());
        } else if (!name.equals(now.get().operator())) {
            keep.accept(now.get().withOperator(name));
        }
    }

    /// The zone of all times on the screen, with the time now in it; typed or chosen, it applies when it exists.
    private VBox times() {
        var zone = new ComboBox<String>();
        zone.setId("zone");
        zone.setEditable(true);
        zone.setMaxWidth(320);
        zone.setAccessibleText(Messages.text("settings.times"));
        var zones = new LinkedHashSet<>(List.of(UTC, ZoneId.systemDefault().getId()));
        ZoneId.getAvailableZoneIds().stream().filter(id -> id.indexOf('/') > 0).sorted().forEach(zones::add);
        zone.getItems().setAll(zones);
        zone.setValue(now.get().zone());
        var preview = new Label();
        preview.setId("zone-now");
        preview.setWrapText(true);
        zone.getEditor().textProperty().subscribe(typed -> preview.setText(preview(typed.strip())));
        zone.setOnAction(_ -> rezone(zone));
        zone.focusedProperty()
                .addListener((_, _, focused) -> {
                    if (!focused) {
                        rezone(zone);
                    }
                });
        return card(Messages.text("settings.times"), Messages.text("settings.timesHelp"), zone, preview);
    }

    private static String preview(String zone) {
        return exists(zone)
                ? Messages.text("settings.zoneNow", Times.in(Times.zone(zone), Instant.now()))
                : Messages.text("settings.noZone", zone);
    }

    private static boolean exists(String zone) {
        return zone.equals(UTC) || ZoneId.getAvailableZoneIds().contains(zone);
    }

    private void rezone(ComboBox<String> field) {
        String zone = field.getEditor().getText().strip();
        if (!exists(zone)) {
            field.getEditor().setText(now.get().zone());
        } else if (!zone.equals(now.get().zone())) {
            keep.accept(now.get().withZone(zone));
        }
    }

    private static VBox about(String program, String folder) {
        var version = new Label(Messages.text("settings.version", program, Runtime.version().feature()));
        var where = new Label(folder);
        where.getStyleClass().add("mono");
        where.setWrapText(true);
        return card(Messages.text("settings.about"), Messages.text("settings.aboutHelp"), version, where);
    }

    private static VBox card(String heading, String help, Region... content) {
        var title = new Label(heading);
        title.getStyleClass().add("card-title");
        var note = new Label(help);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        var card = new VBox(10, title, note);
        card.getChildren().addAll(content);
        card.getStyleClass().add("card");
        card.setMaxWidth(760);
        return card;
    }
}
