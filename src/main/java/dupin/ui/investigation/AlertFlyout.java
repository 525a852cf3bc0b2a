package dupin.ui.investigation;

import dupin.model.EntityKey;
import dupin.model.row.AlertGoing;
import dupin.model.row.AlertRow;
import dupin.service.AlertDetails;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// An alert whole in the window's flyout, with what can be done with it. What the table's row does not say, what persons did
/// and said, is read when it is shown. FX thread.
public final class AlertFlyout {
    /// Stands in until the alert was read.
    private static final AlertGoing NOTHING = new AlertGoing("", List.of(), 0, List.of(), false);

    private final CaseContext context;
    private final AlertOrders orders;
    private final StackPane body = new StackPane();
    private String shown = "";
    private @Nullable AlertDetails last;
    private @Nullable AlertRow picked;
    private Consumer<EntityKey> explain = _ -> {};

    public AlertFlyout(CaseContext context) {
        this.context = context;
        orders = new AlertOrders(context, this::reread);
    }

    /// Where its evidence leads.
    public void onEntity(Consumer<EntityKey> consumer) {
        explain = consumer;
    }

    /// What can be done with alerts.
    public AlertOrders orders() {
        return orders;
    }

    public void show(AlertRow row) {
        boolean other = !row.alert().id().equals(shown);
        shown = row.alert().id();
        if (other || last == null) {
            write(new AlertDetails(row, List.of(), List.of(), NOTHING));
        }
        context.frame().flyout().show(row.alert().title(), body, orders.buttons(() -> last == null ? row : last.row()));
        reread();
    }

    /// The row that commands without a row are about.
    void pick(AlertRow row) {
        picked = row;
    }

    /// Does something with the alert that was selected last, where it still stands on the screen.
    public void withPicked(BiConsumer<AlertOrders, AlertRow> act) {
        AlertRow row = picked;
        if (row == null) {
            context.frame().toasts().warn(Messages.text("manageAlert.choose"));
        } else {
            act.accept(orders, row);
        }
    }

    /// The tables tell another moment now.
    void refresh(InvestigationModel model) {
        AlertRow row = picked;
        picked = row == null ? null : model.alert(row.alert().id()).orElse(null);
        reread();
    }

    private void reread() {
        String id = shown;
        if (body.getParent() != null) {
            context.frame().pump().once(() -> context.desk().alert(id), found -> take(id, found));
        }
    }

    private void take(String id, Optional<AlertDetails> found) {
        if (!id.equals(shown) || body.getParent() == null || found.isEmpty() || found.get().equals(last)) {
            return;
        }
        write(found.get());
    }

    private void write(AlertDetails details) {
        last = details;
        body.getChildren().setAll(AlertSheet.of(context, details, explain, orders.tuning()));
    }
}
