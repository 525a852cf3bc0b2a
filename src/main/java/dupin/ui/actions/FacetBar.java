package dupin.ui.actions;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;

/// Filters as menus, and each value in force as a chip that takes it away again. FX thread.
final class FacetBar extends FlowPane {
    private final ActionCenterModel model;
    private final List<MenuButton> menus;

    FacetBar(ActionCenterModel model, Facet... facets) {
        this.model = model;
        menus = Stream.of(facets).map(this::menu).toList();
        getStyleClass().add("facets");
        model.filterProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    private MenuButton menu(Facet facet) {
        var menu = new MenuButton(facet.label());
        menu.getStyleClass().add("quiet");
        menu.setOnShowing(
                _ -> menu.getItems().setAll(model.values(facet).stream().map(value -> item(facet, value)).toList()));
        // A menu without items does not open, and so would never be filled.
        menu.getItems().setAll(new CheckMenuItem(facet.label()));
        return menu;
    }

    private CheckMenuItem item(Facet facet, Object value) {
        var item = new CheckMenuItem(facet.word(value));
        item.setSelected(model.filterProperty().get().of(facet).contains(value));
        item.setOnAction(_ -> toggle(facet, value));
        return item;
    }

    private void toggle(Facet facet, Object value) {
        model.filterProperty().set(model.filterProperty().get().toggle(value, facet));
    }

    private void refresh() {
        getChildren().setAll(menus);
        ActionFilter filter = model.filterProperty().get();
        for (Facet facet : Facet.values()) {
            for (Object value : filter.of(facet)) {
                var chip = new Button(facet.word(value), Icon.CLOSE.node("icon-small"));
                chip.getStyleClass().add("filter-chip");
                chip.setContentDisplay(ContentDisplay.RIGHT);
                chip.setAccessibleText(Messages.text("actions.facet.remove", facet.word(value)));
                chip.setOnAction(_ -> toggle(facet, value));
                getChildren().add(chip);
            }
        }
    }
}
