package dupin.ui.investigation;

import dupin.ui.fx.Icon;
import dupin.ui.fx.Styles;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/// The row of tabs: those that the incident has something for, named and counted in as many words as its width has room
/// for. FX thread.
final class TabStrip {
    private static final double NARROW = 1150;
    private static final double TIGHT = 900;

    /// Of a tab's label in the tight style, and what stands around it.
    private static final double LETTER = 6.7;

    private static final double TAB_SPACE = 14;

    /// An icon and the gap behind it.
    private static final double ICON = 18;

    /// The same in the narrow style, whose counts are in brackets.
    private static final double NARROW_SPACE = 39;

    private final InvestigationModel model;
    private final TabPane pane = new TabPane();
    private final Map<TabKind, Tab> tabs = new EnumMap<>(TabKind.class);

    /// @param turned told when another tab is in front
    TabStrip(InvestigationModel model, Runnable turned) {
        this.model = model;
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (TabKind kind : TabKind.values()) {
            var tab = new Tab(kind.label());
            tab.setId("tab-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            tabs.put(kind, tab);
        }
        pane.getTabs()
                .setAll(
                        tabs.entrySet().stream()
                                .filter(e -> model.tabs().contains(e.getKey()))
                                .map(Map.Entry::getValue)
                                .toList());
        pane.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> turned.run());
        pane.widthProperty().addListener((_, _, _) -> name());
    }

    Node node() {
        return pane;
    }

    /// Brings the tab to the front if it is there.
    void open(TabKind kind) {
        Tab tab = tabs.get(kind);
        if (tab != null && pane.getTabs().contains(tab)) {
            pane.getSelectionModel().select(tab);
        }
    }

    void openFirst() {
        pane.getSelectionModel().selectFirst();
    }

    /// The tab in front.
    Optional<TabKind> front() {
        Tab front = pane.getSelectionModel().getSelectedItem();
        return tabs.entrySet().stream().filter(e -> e.getValue() == front).map(Map.Entry::getKey).findFirst();
    }

    /// What is in the tab; null until it was filled.
    @Nullable Node content(TabKind kind) {
        Tab tab = tabs.get(kind);
        return tab == null ? null : tab.getContent();
    }

    void content(TabKind kind, Node node) {
        Tab tab = tabs.get(kind);
        if (tab != null) {
            tab.setContent(node);
        }
    }

    /// Shows the tabs that the model has, and names them anew.
    void refresh() {
        present();
        name();
    }

    private void present() {
        Set<TabKind> wanted = model.tabs();
        Tab selected = pane.getSelectionModel().getSelectedItem();
        int at = 0;
        for (Map.Entry<TabKind, Tab> entry : tabs.entrySet()) {
            boolean here = pane.getTabs().contains(entry.getValue());
            if (!wanted.contains(entry.getKey())) {
                pane.getTabs().remove(entry.getValue());
            } else {
                if (!here) {
                    pane.getTabs().add(at, entry.getValue());
                }
                at++;
            }
        }
        if (selected != null && !pane.getTabs().contains(selected)) {
            open(TabKind.ACTION_HISTORY);
        }
    }

    /// About what all tabs need when named in short words.
    ///
    /// @param space around each
    private double room(double space) {
        return model.tabs().stream()
                .mapToDouble(kind -> space + LETTER * (kind.shortLabel() + " " + model.count(kind)).length())
                .sum();
    }

    /// The same where icons stand for some of the words.
    private double roomOfIcons() {
        return model.tabs().stream()
                .mapToDouble(kind ->
                        TAB_SPACE
                                + (kind.icon().isPresent() ? ICON : LETTER * (kind.shortLabel().length() + 1))
                                + LETTER * Integer.toString(model.count(kind)).length())
                .sum();
    }

    private void name() {
        double width = pane.getWidth();
        boolean narrow = width > 0 && width < NARROW;
        boolean tight = width > 0 && (width < TIGHT || narrow && room(NARROW_SPACE) > width);
        // A label that begins without words keeps their colour from them, so icons wait for something to count.
        boolean cramped = tight && model.details() != null && room(TAB_SPACE) > width;
        boolean last = cramped && roomOfIcons() > width;
        tabs.forEach((kind, tab) -> {
            Optional<Icon> picture = last ? kind.lastIcon() : cramped ? kind.icon() : Optional.empty();
            boolean pictured = picture.isPresent();
            int count = model.count(kind);
            String label = pictured ? "" : narrow ? kind.shortLabel() : kind.label();
            String counted = tight ? (label + " " + count).strip() : label + " (" + count + ")";
            tab.setText(model.details() == null || !kind.counted() ? label : counted);
            tab.setTooltip(narrow ? new Tooltip(kind.label()) : null);
            if (kind == TabKind.PENDING_ACTIONS) {
                if (tab.getGraphic() == null) {
                    var dot = new Label();
                    dot.getStyleClass().add("pending-dot");
                    tab.setGraphic(dot);
                }
            } else if (pictured != (tab.getGraphic() != null)) {
                tab.setGraphic(picture.map(icon -> icon.node("icon-small")).orElse(null));
            }
        });
        Styles.one(pane, narrow ? tight ? "tight" : "narrow" : "", "narrow", "tight");
    }
}
