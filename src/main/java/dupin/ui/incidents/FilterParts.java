package dupin.ui.incidents;

import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Mark;
import dupin.ui.fx.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// What the filter bars of long lists are made of. FX thread.
final class FilterParts {
    private FilterParts() {}

    /// A field whose words are told as they are typed; Escape empties it.
    static TextField search(String prompt, Consumer<String> words) {
        var search = new TextField();
        search.setPromptText(prompt);
        search.setAccessibleText(prompt);
        search.setMinWidth(60);
        HBox.setHgrow(search, Priority.ALWAYS);
        search.textProperty().addListener((_, _, text) -> words.accept(text));
        search.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
                        search.clear();
                        e.consume();
                    }
                });
        return search;
    }

    /// Shows the chips, with a button that takes all away where there are several.
    static void chips(FlowPane pane, List<IncidentFilters.Chip> on, Runnable clearAll) {
        var nodes = new ArrayList<Node>(on.stream().map(FilterParts::chip).toList());
        if (on.size() > 1) {
            var clear = new Button(Messages.text("incidents.clear"));
            clear.getStyleClass().addAll("quiet", "chip-clear");
            clear.setOnAction(_ -> clearAll.run());
            nodes.add(clear);
        }
        pane.getChildren().setAll(nodes);
        pane.setManaged(!on.isEmpty());
        pane.setVisible(!on.isEmpty());
    }

    private static HBox chip(IncidentFilters.Chip chip) {
        var remove = new Button("", Icon.CLOSE.node("icon-small"));
        remove.getStyleClass().addAll("quiet", "chip-remove");
        remove.setAccessibleText(Messages.text("incidents.removeFilter", chip.label()));
        remove.setTooltip(new Tooltip(Messages.text("incidents.removeFilter", chip.label())));
        remove.setOnAction(_ -> chip.remove().run());
        var box = new HBox(new Label(chip.label()), remove);
        box.getStyleClass().add("chip");
        return box;
    }

    static MenuButton button(Icon icon, String what) {
        var button = new MenuButton("", icon.node());
        button.getStyleClass().add("quiet");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        return button;
    }

    /// An item that is ticked while it is on.
    ///
    /// @param query whenever it changes, `on` is asked again
    static CheckMenuItem item(Face face, ObservableValue<?> query, BooleanSupplier on, Runnable toggle) {
        var item = new CheckMenuItem(face.label());
        var mark = new Mark();
        mark.show(face);
        item.setGraphic(mark);
        item.setSelected(on.getAsBoolean());
        item.setOnAction(_ -> toggle.run());
        query.addListener((_, _, _) -> item.setSelected(on.getAsBoolean()));
        return item;
    }

    /// Says that nothing can be chosen where a menu would be empty.
    static void orNone(Menu menu) {
        if (menu.getItems().isEmpty()) {
            var none = new MenuItem(Messages.text("incidents.noValues"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
    }

    /// Stretches of time back from now; null for any time.
    static Menu times(InstantSource clock, Consumer<@Nullable Instant> since) {
        var menu = new Menu(Messages.text("incidents.lastActivity"));
        time(menu, Messages.text("incidents.anyTime"), null, clock, since);
        time(menu, Messages.text("incidents.lastDay"), Duration.ofDays(1), clock, since);
        time(menu, Messages.text("incidents.last3Days"), Duration.ofDays(3), clock, since);
        time(menu, Messages.text("incidents.lastWeek"), Duration.ofDays(7), clock, since);
        time(menu, Messages.text("incidents.last30Days"), Duration.ofDays(30), clock, since);
        time(menu, Messages.text("incidents.last6Months"), Duration.ofDays(183), clock, since);
        return menu;
    }

    private static void time(
            Menu menu, String label, @Nullable Duration back, InstantSource clock, Consumer<@Nullable Instant> since) {
        var item = new MenuItem(label);
        item.setOnAction(_ -> since.accept(back == null ? null : clock.instant().minus(back)));
        menu.getItems().add(item);
    }
}
