package dupin.ui.fx;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What the filter bars of long lists are made of. FX thread.
public final class FilterParts {
    /// How far back from now what is old may be left out.
    static final List<Duration> STRETCHES = Stream.of(1, 3, 7, 30, 183).map(Duration::ofDays).toList();

    private FilterParts() {}

    /// One filter that is on; `remove` turns it off.
    public record Chip(String label, Runnable remove) {}

    /// A field whose words are told as they are typed; Escape empties it.
    public static TextField search(String prompt, Consumer<String> words) {
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
    public static void chips(FlowPane pane, List<Chip> on, Runnable clearAll) {
        var nodes = new ArrayList<Node>(on.stream().map(chip -> chip(chip, pane)).toList());
        if (on.size() > 1) {
            var clear = new Button(Messages.text("filter.clear"));
            clear.getStyleClass().addAll("quiet", "chip-clear");
            clear.setOnAction(_ -> clearAll.run());
            nodes.add(clear);
        }
        pane.setMinWidth(0);
        pane.getChildren().setAll(nodes);
        pane.setManaged(!on.isEmpty());
        pane.setVisible(!on.isEmpty());
    }

    private static HBox chip(Chip chip, FlowPane pane) {
        var remove = new Button("", Icon.CLOSE.node("icon-small"));
        remove.getStyleClass().addAll("quiet", "chip-remove");
        remove.setAccessibleText(Messages.text("filter.removeFilter", chip.label()));
        remove.setTooltip(new Tooltip(Messages.text("filter.removeFilter", chip.label())));
        remove.setMinWidth(Region.USE_PREF_SIZE);
        remove.setOnAction(_ -> chip.remove().run());
        var box = new HBox(new Label(chip.label()), remove);
        box.getStyleClass().add("chip");
        // No chip makes a list wider than it is: the button's tip says what is cut.
        box.maxWidthProperty().bind(pane.widthProperty());
        return box;
    }

    public static MenuButton button(Icon icon, String what) {
        var button = new MenuButton("", icon.node());
        button.getStyleClass().add("quiet");
        button.setAccessibleText(what);
        button.setTooltip(new Tooltip(what));
        return button;
    }

    /// An item that is ticked while it is on.
    ///
    /// @param query whenever it changes, `on` is asked again
    public static CheckMenuItem item(Face face, ObservableValue<?> query, BooleanSupplier on, Runnable toggle) {
        var item = new CheckMenuItem(face.label());
        var mark = new Mark();
        mark.show(face);
        item.setGraphic(mark);
        item.setSelected(on.getAsBoolean());
        item.setOnAction(_ -> toggle.run());
        query.addListener((_, _, _) -> item.setSelected(on.getAsBoolean()));
        return item;
    }

    /// How a word stands in a menu, with how many rows say it.
    public static String counted(String label, int rows) {
        return Messages.text("filter.count", Elide.middle(Elide.oneLine(label), 60), rows);
    }

    /// Says that nothing can be chosen where a menu would be empty.
    public static void orNone(Menu menu) {
        if (menu.getItems().isEmpty()) {
            var none = new MenuItem(Messages.text("filter.noValues"));
            none.setDisable(true);
            menu.getItems().add(none);
        }
    }

    /// Stretches of time back from now, any time, and one that is typed.
    ///
    /// @param now what is chosen when the menu is used
    public static Menu times(String title, Frame frame, Supplier<Stretch> now, Consumer<Stretch> chosen) {
        var menu = new Menu(title);
        var any = new MenuItem(back(null));
        any.setOnAction(_ -> chosen.accept(Stretch.ANY));
        menu.getItems().add(any);
        for (Duration back : STRETCHES) {
            var item = new MenuItem(back(back));
            item.setOnAction(_ -> chosen.accept(new Stretch(frame.clock().instant().minus(back), null)));
            menu.getItems().add(item);
        }
        menu.getItems().add(custom(title, frame.dialogs(), now, chosen));
        return menu;
    }

    static MenuItem custom(String title, Dialogs dialogs, Supplier<Stretch> now, Consumer<Stretch> chosen) {
        var custom = new MenuItem(Messages.text("filter.custom"));
        custom.setOnAction(_ -> StretchDialog.open(dialogs, title, now.get(), chosen));
        return custom;
    }

    /// How a stretch of time back from now is called.
    static String back(@Nullable Duration back) {
        if (back == null) {
            return Messages.text("filter.anyTime");
        }
        return switch ((int) back.toDays()) {
            case 1 -> Messages.text("filter.lastDay");
            case 3 -> Messages.text("filter.last3Days");
            case 7 -> Messages.text("filter.lastWeek");
            case 30 -> Messages.text("filter.last30Days");
            case 183 -> Messages.text("filter.last6Months");
            default -> Times.duration(back);
        };
    }
}
