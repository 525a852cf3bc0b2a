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
import dupin.ui.fx.Flyout;
import dupin.ui.fx.FxThread;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Styles;
import dupin.ui.fx.Tip;
import java.time.Duration;
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
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// Explains an entity in the window's flyout and keeps the explanation fresh while it is shown. FX thread.
public final class EntityFlyout implements AutoCloseable {
    /// An answer that takes longer is waited for in sight.
    private static final Duration PATIENCE = Duration.ofMillis(200);

    private final CaseContext context;
    private final StackPane holder = new StackPane();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final Set<String> open = new HashSet<>();
    private final Live<Optional<Explanation>> live;
    private final ChangeFeed.Subscription subscription;
    private final ActionCommands commands;
    private final Commands orders;
    private final FxThread fx = new FxThread();
    private volatile @Nullable EntityKey shown;
    private boolean waiting;
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

    /// Opens the flyout. What it explains already stays until the answer is there, which mostly is within a frame or two:
    /// all that is shown in the meantime has to be made and styled like the answer itself.
    public void show(EntityKey key) {
        shown = key;
        last = null;
        open.clear();
        waiting = true;
        Flyout flyout = context.frame().flyout();
        if (!flyout.shows(holder)) {
            holder.getChildren().clear();
            flyout.show(key.kind().label(), holder);
        }
        live.replace(() -> context.desk().explain(key));
        fx.after(PATIENCE, () -> late(key));
    }

    /// The answer takes its time: says so, with what can be done without it.
    private void late(EntityKey key) {
        if (waiting && key.equals(shown) && context.frame().flyout().shows(holder)) {
            var wait = new ProgressIndicator();
            wait.setMaxSize(32, 32);
            holder.getChildren().setAll(wait);
            context.frame().flyout().show(key.kind().label(), holder, tools(key));
        }
    }

    @Override
    public void close() {
        subscription.close();
        live.dispose();
    }

    private void show(Optional<Explanation> answer) {
        EntityKey key = shown;
        Flyout flyout = context.frame().flyout();
        if (key == null || !flyout.shows(holder)) {
            // Nobody looks any more: what changes from now on need not be asked for.
            shown = null;
            return;
        }
        boolean first = waiting;
        waiting = false;
        if (answer.isEmpty()) {
            var label = new Label(Messages.text("investigation.unknownEntity"));
            label.setWrapText(true);
            holder.getChildren().setAll(label);
            if (first) {
                flyout.show(key.kind().label(), holder, tools(key));
            }
            return;
        }
        Explanation explained = answer.get();
        if (explained.equals(last)) {
            return;
        }
        Explanation before = last;
        last = explained;
        if (before == null
                || !before.seenDevices().equals(explained.seenDevices())
                || (before.override() == null) != (explained.override() == null)) {
            flyout.show(explained.entity().label(), holder, tools(key));
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
            new Tip(rows, Messages.text("investigation.huntFor"));
            rows.setAccessibleText(Messages.text("investigation.huntFor"));
            rows.setOnAction(_ -> {
                context.frame().flyout().close();
                way.accept(key);
            });
            tools.add(rows);
        }
        if (key.kind() == EntityKind.DEVICE || key.kind() == EntityKind.USER) {
            var start = new Button(Messages.text("investigation.initiateShort"), Icon.INVESTIGATION.node());
            new Tip(start, Messages.text("investigation.initiate"));
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
