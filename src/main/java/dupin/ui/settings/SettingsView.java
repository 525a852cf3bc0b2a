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
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The Settings page. Each change applies at once. FX thread.
public final class SettingsView extends ScrollPane {
    private static final String UTC = "UTC";
    private static final int[] PERCENTS = {90, 100, 115, 130};

    private final Supplier<Settings> now;
    private final Consumer<Settings> keep;
    private final Runnable tour;

    /// @param keep stores and applies
    /// @param tour shows the tour again
    /// @param program name and version
    /// @param folder where settings, cases and the log lie
    public SettingsView(Supplier<Settings> now, Consumer<Settings> keep, Runnable tour, String program, String folder) {
        this.now = now;
        this.keep = keep;
        this.tour = tour;
        var title = new Label(Messages.text("settings.title"));
        title.getStyleClass().add("title");
        var page = new VBox(16, title, looks(), person(), times(), help(), about(program, folder));
        page.getStyleClass().addAll("page", "settings-page");
        setContent(page);
        setFitToWidth(true);
    }

    private VBox looks() {
        var group = new ToggleGroup();
        var row = new FlowPane(8, 8);
        for (Theme theme : Theme.values()) {
            Icon icon = theme == Theme.LIGHT ? Icon.LIGHT : theme == Theme.DARK ? Icon.DARK : Icon.FINDING;
            row.getChildren().add(choice(group, "theme-" + theme.ordinal(), theme.label(), icon, theme.name()));
        }
        row.getChildren().add(choice(group, "theme-system", Messages.text("settings.system"), Icon.SETTINGS, "SYSTEM"));
        return card(Messages.text("settings.looks"), Messages.text("settings.looksHelp"), row, rooms(), letters());
    }

    private ToggleButton choice(ToggleGroup group, String id, String label, Icon icon, String theme) {
        var button = new ToggleButton(label, icon.node());
        button.setId(id);
        button.setToggleGroup(group);
        button.setSelected(theme.equals(now.get().theme()));
        button.setOnAction(_ -> {
            button.setSelected(true);
            keep.accept(now.get().withTheme(theme));
        });
        return button;
    }

    private HBox rooms() {
        var group = new ToggleGroup();
        var row = new HBox(8, name(Messages.text("settings.density")));
        for (boolean roomy : new boolean[] {false, true}) {
            var button = new ToggleButton(roomy ? Messages.text("settings.roomy") : Messages.text("settings.compact"));
            button.setId(roomy ? "density-roomy" : "density-compact");
            button.setToggleGroup(group);
            button.setSelected(now.get().comfort().roomy() == roomy);
            button.setOnAction(_ -> {
                button.setSelected(true);
                Settings.Comfort c = now.get().comfort();
                keep.accept(now.get().withComfort(new Settings.Comfort(roomy, c.fontPercent(), c.notices())));
            });
            row.getChildren().add(button);
        }
        row.getStyleClass().add("card-line");
        return row;
    }

    private HBox letters() {
        var group = new ToggleGroup();
        var row = new HBox(8, name(Messages.text("settings.letters")));
        for (int percent : PERCENTS) {
            var button = new ToggleButton(percent + " %");
            button.setId("font-" + percent);
            button.setToggleGroup(group);
            button.setSelected(now.get().comfort().fontPercent() == percent);
            button.setOnAction(_ -> {
                button.setSelected(true);
                Settings.Comfort c = now.get().comfort();
                keep.accept(now.get().withComfort(new Settings.Comfort(c.roomy(), percent, c.notices())));
            });
            row.getChildren().add(button);
        }
        row.getStyleClass().add("card-line");
        return row;
    }

    private static Label name(String text) {
        var label = new Label(text);
        label.getStyleClass().add("field-name");
        label.setMinWidth(110);
        return label;
    }

    private VBox help() {
        var notices = new CheckBox(Messages.text("settings.notices"));
        notices.setId("notices");
        notices.setSelected(now.get().comfort().notices());
        notices.setOnAction(_ -> {
            Settings.Comfort c = now.get().comfort();
            keep.accept(now.get().withComfort(new Settings.Comfort(c.roomy(), c.fontPercent(), notices.isSelected())));
        });
        var again = new Button(Messages.text("settings.tour"), Icon.PLAY.node());
        again.setId("tour-again");
        again.setOnAction(_ -> tour.run());
        return card(Messages.text("settings.help"), Messages.text("settings.helpHelp"), notices, again);
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
