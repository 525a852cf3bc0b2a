package dupin.ui.shell;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The pages as icons with words under them; folded, icons alone. FX thread.
final class NavigationRail extends VBox {
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Page, ToggleButton> buttons = new EnumMap<>(Page.class);
    private final Map<Page, Label> counts = new EnumMap<>(Page.class);
    private final Button fold = new Button();
    private boolean folded;

    NavigationRail(Consumer<Page> go) {
        getStyleClass().add("rail");
        var sign = new Label("D");
        sign.getStyleClass().add("sign");
        sign.setAccessibleText(Messages.text("shell.name"));
        getChildren().add(sign);
        for (Page page : Page.values()) {
            if (page == Page.SETTINGS) {
                var space = new Region();
                VBox.setVgrow(space, Priority.ALWAYS);
                getChildren().add(space);
            }
            getChildren().add(button(page, go));
        }
        fold.getStyleClass().addAll("quiet", "rail-fold");
        fold.setOnAction(_ -> fold(!folded));
        getChildren().add(fold);
        group.selectedToggleProperty()
                .addListener((_, before, now) -> {
                    if (now == null && before != null) {
                        before.setSelected(true);
                    }
                });
        fold(false);
    }

    void show(Page page) {
        ToggleButton button = buttons.get(page);
        if (button != null) {
            button.setSelected(true);
        }
    }

    /// A count beside the page's icon; none when 0.
    void count(Page page, int number) {
        Label label = counts.get(page);
        if (label != null) {
            label.setText(number > 99 ? "99+" : Integer.toString(number));
            label.setVisible(number > 0);
        }
    }

    void fold(boolean fold) {
        folded = fold;
        getStyleClass().remove("folded");
        if (fold) {
            getStyleClass().add("folded");
        }
        buttons.values().forEach(b -> b.setContentDisplay(fold ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
        this.fold.setGraphic((fold ? Icon.FOLD_RIGHT : Icon.FOLD_LEFT).node("icon-small"));
        String what = fold ? Messages.text("shell.unfoldRail") : Messages.text("shell.foldRail");
        this.fold.setTooltip(new Tooltip(what));
        this.fold.setAccessibleText(what);
    }

    boolean folded() {
        return folded;
    }

    private ToggleButton button(Page page, Consumer<Page> go) {
        var count = new Label();
        count.getStyleClass().add("rail-count");
        count.setVisible(false);
        counts.put(page, count);
        var graphic = new StackPane(page.icon().node("icon-large"), count);
        graphic.getStyleClass().add("rail-icon");
        StackPane.setAlignment(count, Pos.TOP_RIGHT);
        var button = new ToggleButton(page.label(), graphic);
        button.setId("page-" + page.name().toLowerCase(Locale.ROOT));
        button.getStyleClass().addAll("quiet", "rail-button");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(page.label());
        button.setTooltip(new Tooltip(Messages.text("shell.pageKey", page.label(), page.digit())));
        button.setOnAction(_ -> go.accept(page));
        buttons.put(page, button);
        return button;
    }
}
