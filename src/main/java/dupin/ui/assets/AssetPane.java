package dupin.ui.assets;

import dupin.model.EntityKey;
import dupin.service.AssetPage;
import dupin.service.Assets;
import dupin.ui.fx.Badge;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.Face;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.LateTabs;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One device or user: header, identity, alerts, incidents, time, where it is seen. FX thread.
final class AssetPane extends StackPane implements AutoCloseable {
    private final Assets assets;
    private final AssetLinks links;
    private final AssetTables tables;
    private final BorderPane page = new BorderPane();
    private final EmptyState none =
            new EmptyState(Icon.DEVICE, Messages.text("assets.choose"), Messages.text("assets.chooseHelp"));
    private final Label name = new Label();
    private final FlowPane badges = new FlowPane(8, 4);
    private final HBox tools = new HBox(4);
    private final ScrollPane overview = new ScrollPane();
    private final Tab overviewTab = tab("overview", Messages.text("assets.overview"));
    private final Tab alertsTab = tab("alerts", "");
    private final Tab incidentsTab = tab("incidents", "");
    private final Tab timelineTab = tab("timeline", Messages.text("assets.timeline"));
    private final Tab seenTab = tab("seen", Messages.text("assets.seen"));
    private final Tab runsTab = tab("investigations", "");
    private final Tab actionsTab = tab("actions", "");
    private final TabPane tabs =
            new TabPane(overviewTab, alertsTab, incidentsTab, timelineTab, seenTab, runsTab, actionsTab);
    private final Live<Optional<AssetPage>> live;
    private final Live<List<AssetPage.Seen>> seen;
    private @Nullable EntityKey shown;
    private @Nullable AssetPage last;

    AssetPane(Assets assets, Frame frame, AssetLinks links, Node timeline) {
        this.assets = assets;
        this.links = links;
        tables = new AssetTables(frame, links);
        name.getStyleClass().add("title");
        name.setMinWidth(0);
        name.setGraphicTextGap(10);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        var words = new VBox(4, name, badges);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        var head = new HBox(12, words, tools);
        head.getStyleClass().add("page-head");
        overview.setFitToWidth(true);
        overviewTab.setContent(overview);
        alertsTab.setContent(tables.alerts());
        incidentsTab.setContent(tables.incidents());
        timelineTab.setContent(timeline);
        seenTab.setContent(tables.seen());
        runsTab.setContent(tables.runs());
        actionsTab.setContent(tables.actions());
        LateTabs.of(tabs);
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getStyleClass().addAll("page-tabs", "asset-tabs");
        page.setTop(head);
        page.setCenter(tabs);
        page.setVisible(false);
        setMinWidth(420);
        getChildren().addAll(page, none);
        live = frame.pump().live(Optional::empty, this::show);
        live.whileShown(this);
        seen = frame.pump().live(List::of, tables.seen()::show);
        seen.whileShown(tables.seen());
        tabs.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, now) -> {
                    EntityKey key = shown;
                    if (now == timelineTab && key != null) {
                        links.timelineHere(key);
                    }
                });
    }

    Optional<EntityKey> shown() {
        return Optional.ofNullable(shown);
    }

    void show(EntityKey key) {
        if (key.equals(shown)) {
            return;
        }
        shown = key;
        last = null;
        tables.clear();
        live.replace(() -> assets.page(key));
        seen.replace(() -> assets.seen(key));
        if (tabs.getSelectionModel().getSelectedItem() == timelineTab) {
            links.timelineHere(key);
        }
    }

    /// Moves the focus into the page.
    void enter() {
        tabs.requestFocus();
    }

    /// From any thread.
    void invalidate() {
        live.invalidate();
    }

    @Override
    public void close() {
        live.dispose();
        seen.dispose();
    }

    private void show(Optional<AssetPage> answer) {
        EntityKey key = shown;
        if (key == null) {
            return;
        }
        page.setVisible(answer.isPresent());
        none.setVisible(answer.isEmpty());
        if (answer.isEmpty()) {
            none.say(Messages.text("assets.unknown", key.value()), Messages.text("assets.unknownHelp"));
            return;
        }
        AssetPage asset = answer.get();
        if (asset.equals(last)) {
            return;
        }
        last = asset;
        name.setText(asset.entity().label());
        name.setGraphic(Icon.of(key.kind()).node("icon-large"));
        name.setTooltip(new Tooltip(asset.key().value()));
        badges.getChildren().clear();
        badges.getChildren().add(new Label(asset.entity().kind().label()));
        badges.getChildren().add(Badge.pill(risk(asset)));
        if (asset.verdict() != null) {
            badges.getChildren().add(Badge.pill(Face.of(asset.verdict())));
        }
        if (!Face.of(asset.remediation()).equals(Face.NONE)) {
            badges.getChildren().add(Badge.pill(Face.of(asset.remediation())));
        }
        tools.getChildren().setAll(tools(asset));
        overview.setContent(AssetOverview.of(asset, links));
        alertsTab.setText(Messages.text("assets.alertsCount", asset.alerts().size()));
        incidentsTab.setText(Messages.text("assets.incidentsCount", asset.incidents().size()));
        runsTab.setText(Messages.text("assets.runsCount", asset.investigations().size()));
        actionsTab.setText(Messages.text("assets.actionsCount", asset.actions().size()));
        tables.show(asset);
    }

    private static Face risk(AssetPage asset) {
        Face face = Face.of(asset.risk());
        String word =
                asset.activeBySeverity().stream().allMatch(count -> count == 0)
                        ? Messages.text("assets.noRisk")
                        : Messages.text("assets.riskIs", face.label());
        return new Face(face.role(), face.form(), face.letter(), face.icon(), word);
    }

    private List<Node> tools(AssetPage asset) {
        EntityKey key = asset.key();
        String label = asset.entity().label();
        var start = new Button(Messages.text("assets.initiate"), Icon.INVESTIGATION.node());
        start.setId("asset-initiate");
        start.setTooltip(new Tooltip(Messages.text("assets.initiateHelp")));
        start.setOnAction(_ -> links.investigate(key, label));
        return List.of(start, EntityMenu.button(key, label, links));
    }

    private static Tab tab(String id, String title) {
        var tab = new Tab(title);
        tab.setId("asset-" + id);
        return tab;
    }
}
