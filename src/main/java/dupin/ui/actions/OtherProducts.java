package dupin.ui.actions;

import dupin.model.Entity;
import dupin.model.ProviderAction;
import dupin.service.ChangeFeed;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What other products did, proposed or wait to do, as their exports tell: to be read, not decided. The button that leads
/// there is seen where there is any. FX thread.
final class OtherProducts implements AutoCloseable {
    private final ToggleButton button;
    private final TablePane<ProviderAction> pane;
    private final Live<List<ProviderAction>> live;
    private final ChangeFeed.Subscription subscription;

    OtherProducts(CaseContext context) {
        var count = new Label();
        count.getStyleClass().add("count");
        button = new ToggleButton(Messages.text("actions.others"), count);
        button.setId("side-others");
        button.getStyleClass().addAll("quiet", "side-tab");
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.managedProperty().bind(button.visibleProperty());
        button.setVisible(false);
        pane =
                new TablePane<>(
                        context.frame(),
                        "other-products.csv",
                        ProviderAction::id,
                        new EmptyState(Icon.HISTORY, Messages.text("actions.others"), ""),
                        Columns.time("updated", Messages.text("actions.column.updated"), OtherProducts::updated),
                        Columns.text("type", Messages.text("actions.column.type"), 190, ProviderAction::type),
                        Columns.mono("details", Messages.text("actions.column.details"), 260, OtherProducts::targets),
                        Columns.text("status", Messages.text("actions.column.status"), 110, ProviderAction::status),
                        Columns.text("asset", Messages.text("actions.column.asset"), 130, ProviderAction::device),
                        Columns.text(
                                "submittedBy",
                                Messages.text("actions.column.submittedBy"),
                                140,
                                ProviderAction::requestor),
                        Columns.text("comment", Messages.text("actions.column.comment"), 200, ProviderAction::comment),
                        Columns.text(
                                "description",
                                Messages.text("investigation.column.description"),
                                240,
                                ProviderAction::description),
                        Columns.time(
                                "created", Messages.text("actions.column.created"), ProviderAction::createdDateTime),
                        Columns.text(
                                "investigation",
                                Messages.text("actions.column.investigation"),
                                150,
                                ProviderAction::investigationId),
                        Columns.text("id", Messages.text("actions.column.approvalId"), 200, ProviderAction::id));
        pane.table().setId("other-products");
        pane.table().setAccessibleText(Messages.text("actions.others"));
        live =
                context.frame()
                        .pump()
                        .live(
                                context.desk()::providerActions,
                                actions -> {
                                    count.setText(Integer.toString(actions.size()));
                                    button.setVisible(!actions.isEmpty());
                                    pane.show(actions);
                                });
        subscription =
                context.changes()
                        .subscribe(change -> {
                            if (change.imports()) {
                                live.invalidate();
                            }
                        });
        live.invalidate();
    }

    private static @Nullable Instant updated(ProviderAction action) {
        return action.lastUpdateDateTime() == null ? action.createdDateTime() : action.lastUpdateDateTime();
    }

    private static String targets(ProviderAction action) {
        return action.targets().stream().map(Entity::label).distinct().collect(Collectors.joining(", "));
    }

    ToggleButton button() {
        return button;
    }

    TablePane<ProviderAction> pane() {
        return pane;
    }

    @Override
    public void close() {
        subscription.close();
        live.dispose();
    }
}
