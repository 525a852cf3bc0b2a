package dupin.ui.investigation;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.service.ChangeFeed;
import dupin.service.Explanation;
import dupin.service.Requests;
import dupin.ui.actions.ActionCommands;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.EntityMenu;
import dupin.ui.fx.EntityWays;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Explains an entity in the window's flyout and keeps the explanation fresh while it is shown. FX thread.
public final class EntityFlyout implements AutoCloseable {
    private final CaseContext context;
    private final StackPane holder = new StackPane();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Set<String> open = new HashSet<>();
    private final Live<Optional<Explanation>> live;
    private final ChangeFeed.Subscription subscription;
    private final ActionCommands commands;
    private final Commands orders;
    private volatile @Nullable EntityKey shown;
    private @Nullable Explanation last;
    private @Nullable EntityWays ways;
    private Consumer<EntityKey> openEntity = this::show;
    private Consumer<String> openAlert = _ -> {};
    private @Nullable Consumer<EntityKey> hunt;
    private Consumer<String> openIncident = _ -> {};

    public EntityFlyout(CaseContext context) {
        this.context = context;
        holder.getStyleClass().add("flyout-body");
        Styles.add(holder, "/dupin/ui/investigation/investigation.css");
        Styles.add(holder, "/dupin/ui/actions/actions.css");
        orders = new Commands(context);
        commands = new ActionCommands(context, busy, _ -> {});
        live = context.frame().pump().live(Optional::empty, this::show);
        subscription =
                context.changes()
                        .subscribe(change -> {
                            EntityKey key = shown;
                            if (key != null && (change.entities().contains(key) || !change.actions().isEmpty())) {
                                live.invalidate();
                            }
                        });
    }

    /// Where links to other entities, alerts and incidents lead; without it, entities open here.
    public void onLinks(Consumer<EntityKey> entity, Consumer<String> alert, Consumer<String> incident) {
        openEntity = entity;
        openAlert = alert;
        openIncident = incident;
    }

    /// Where the way to all rows of an entity leads; without it there is none.
    public void onHunt(Consumer<EntityKey> way) {
        hunt = way;
    }

    /// Where the pivot menu of the entity leads; without it there is none.
    public void onWays(EntityWays next) {
        ways = next;
    }

    /// Opens the flyout, or takes what is in it away.
    public void show(EntityKey key) {
        shown = key;
        last = null;
        open.clear();
        var wait = new ProgressIndicator();
        wait.setMaxSize(32, 32);
        holder.getChildren().setAll(wait);
        context.frame().flyout().show(key.kind().label(), holder, tools(key));
        live.replace(() -> context.desk().explain(key));
    }

    /// Whether the flyout is open and explains an entity.
    public boolean showing() {
        return context.frame().flyout().isOpen() && holder.getParent() != null;
    }

    @Override
    public void close() {
        subscription.close();
        live.dispose();
    }

    private void show(Optional<Explanation> answer) {
        EntityKey key = shown;
        if (key == null) {
            return;
        }
        if (answer.isEmpty()) {
            var label = new Label(Messages.text("investigation.unknownEntity"));
            label.setWrapText(true);
            holder.getChildren().setAll(label);
            return;
        }
        Explanation explained = answer.get();
        if (explained.equals(last)) {
            return;
        }
        Explanation before = last;
        last = explained;
        boolean tools =
                before == null
                        || !before.seenDevices().equals(explained.seenDevices())
                        || (before.override() == null) != (explained.override() == null);
        if (tools && holder.getParent() != null) {
            context.frame().flyout().show(explained.entity().label(), holder, tools(key));
        }
        var ways = new ExplanationView.Ways(openEntity, openAlert, openIncident, commands, busy);
        holder.getChildren().setAll(new ExplanationView(context, explained, open, ways));
    }

    private Node[] tools(EntityKey key) {
        Explanation explained = last;
        boolean overridden = explained != null && explained.override() != null;
        var tools = new ArrayList<Node>();
        Consumer<EntityKey> way = hunt;
        if (way != null) {
            var rows = new Button("", Icon.HUNTING.node());
            rows.setId("hunt-for");
            rows.getStyleClass().add("quiet");
            rows.setTooltip(new Tooltip(Messages.text("investigation.huntFor")));
            rows.setAccessibleText(Messages.text("investigation.huntFor"));
            rows.setOnAction(_ -> {
                context.frame().flyout().close();
                way.accept(key);
            });
            tools.add(rows);
        }
        if (key.kind() == EntityKind.DEVICE || key.kind() == EntityKind.USER) {
            var start = new Button(Messages.text("investigation.initiateShort"), Icon.INVESTIGATION.node());
            start.setTooltip(new Tooltip(Messages.text("investigation.initiate")));
            start.setMinWidth(Region.USE_PREF_SIZE);
            start.setId("initiate");
            start.setOnAction(_ -> orders.start(start, () -> context.deeds().investigate(key)));
            tools.add(start);
        }
        if (explained != null) {
            tools.add(new ActMenu(context, key, Requests.places(explained)));
        }
        tools.add(new OverrideMenu(context, key, overridden));
        EntityWays pivot = ways;
        if (pivot != null) {
            tools.add(EntityMenu.button(key, explained == null ? key.value() : explained.entity().label(), pivot));
        }
        return tools.toArray(Node[]::new);
    }
}
