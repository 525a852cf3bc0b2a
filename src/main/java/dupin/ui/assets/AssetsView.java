package dupin.ui.assets;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Severity;
import dupin.service.Assets;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Face;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.LateTabs;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of devices and users: the list at the left, one of them at the right. FX thread.
public final class AssetsView extends BorderPane implements AutoCloseable {
    private static final double LIST = 380;

    /// In a wide window addresses of users are read whole.
    private static final double WIDE_LIST = 560;

    private static final double SHARE = 0.26;
    private static final double ENOUGH = 800;

    private final TablePane<Assets.Row> devices;
    private final TablePane<Assets.Row> users;
    private final Tab deviceTab = new Tab();
    private final Tab userTab = new Tab();
    private final TabPane kinds = new TabPane(deviceTab, userTab);
    private final AssetPane pane;
    private final Live<Answer> live;
    private final SplitPane halves = new SplitPane();
    private boolean placed;

    private record Answer(List<Assets.Row> devices, List<Assets.Row> users) {}

    /// @param timeline shows what [AssetLinks#timelineHere] asks for
    public AssetsView(Assets assets, Frame frame, AssetLinks links, Node timeline) {
        getStyleClass().addAll("panel", "assets-page");
        pane = new AssetPane(assets, frame, links, timeline);
        devices = list(frame, "devices.csv", Messages.text("assets.noDevices"));
        users = list(frame, "users.csv", Messages.text("assets.noUsers"));
        devices.table().setAccessibleText(Messages.text("assets.devices"));
        users.table().setAccessibleText(Messages.text("assets.users"));
        devices.table().getStyleClass().add("first-focus");
        deviceTab.setContent(devices);
        userTab.setContent(users);
        LateTabs.of(kinds);
        kinds.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        kinds.getStyleClass().add("page-tabs");
        var title = new Label(Messages.text("assets.title"));
        title.getStyleClass().add("title");
        var head = new VBox(title);
        head.getStyleClass().add("page-head");
        var left = new BorderPane(kinds);
        left.setTop(head);
        left.setMinWidth(260);
        SplitPane.setResizableWithParent(left, false);
        halves.getItems().setAll(left, pane);
        setCenter(halves);
        live =
                frame.pump()
                        .live(
                                () -> new Answer(assets.list(EntityKind.DEVICE), assets.list(EntityKind.USER)),
                                this::show);
        live.whileShown(this);
        live.invalidate();
    }

    private TablePane<Assets.Row> list(Frame frame, String file, String none) {
        var list =
                new TablePane<Assets.Row>(
                        frame,
                        file,
                        Assets.Row::key,
                        new EmptyState(Icon.DEVICE, none, Messages.text("assets.noneHelp")),
                        Columns.text("name", Messages.text("assets.name"), 150, Assets.Row::label),
                        Columns.badge("risk", Messages.text("assets.risk"), 118, AssetsView::risk, Face::of),
                        Columns.number("alerts", Messages.text("assets.alerts"), 60, Assets.Row::alerts));
        list.onSelect(row -> pane.show(row.key()));
        list.onOpen(row -> {
            pane.show(row.key());
            pane.enter();
        });
        return list;
    }

    /// Null where no alert speaks of it: there is nothing to be unknown.
    private static @Nullable Severity risk(Assets.Row row) {
        return row.alerts() == 0 ? null : row.risk();
    }

    /// Shows a device or user, whether it is in the list or not.
    public void show(EntityKey key) {
        kinds.getSelectionModel().select(key.kind() == EntityKind.USER ? userTab : deviceTab);
        if (!list(key).select(key)) {
            list(key).clearSelection();
        }
        pane.show(key);
    }

    private TablePane<Assets.Row> list(EntityKey key) {
        return key.kind() == EntityKind.USER ? users : devices;
    }

    /// The one that is shown.
    public Optional<EntityKey> shown() {
        return pane.shown();
    }

    /// Something has changed; from any thread. A page that nobody sees is read again when it is shown.
    public void invalidate() {
        live.invalidate();
        pane.invalidate();
    }

    @Override
    public void close() {
        live.dispose();
        pane.close();
    }

    /// The list gets its size once the page has its own: it begins narrower than it is when it is seen.
    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!placed && halves.getWidth() > ENOUGH) {
            placed = true;
            halves.layout();
            double width = halves.getWidth();
            halves.setDividerPositions(Math.clamp(width * SHARE, LIST, WIDE_LIST) / width);
        }
    }

    private void show(Answer answer) {
        devices.show(answer.devices());
        users.show(answer.users());
        deviceTab.setText(Messages.text("assets.devicesCount", answer.devices().size()));
        userTab.setText(Messages.text("assets.usersCount", answer.users().size()));
        pane.shown()
                .ifPresentOrElse(
                        key -> list(key).select(key),
                        () -> {
                            List<Assets.Row> rows = answer.devices().isEmpty() ? answer.users() : answer.devices();
                            rows.stream().findFirst().ifPresent(row -> show(row.key()));
                        });
    }
}
