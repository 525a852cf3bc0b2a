package dupin.ui.investigation;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.service.Requests;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tip;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// *Take action*: whatever can be done about an entity, asked for with a reason; it waits in the action center then. FX
/// thread.
final class ActMenu extends MenuButton {
    private final CaseContext context;
    private final Commands commands;
    private final EntityKey entity;

    /// @param devices where the entity is, for actions that take effect on one device
    ActMenu(CaseContext context, EntityKey entity, List<String> devices) {
        super("", Icon.REMEDIATED.node());
        this.context = context;
        this.entity = entity;
        commands = new Commands(context);
        setId("take-action");
        getStyleClass().add("quiet");
        setMinWidth(Region.USE_PREF_SIZE);
        new Tip(this, Messages.text("investigation.act"));
        setAccessibleText(Messages.text("investigation.act"));
        for (ActionType type : Requests.kinds(entity)) {
            if (!type.onOneDevice()) {
                getItems().add(choices(type));
            } else if (!devices.isEmpty()) {
                getItems().add(places(type, devices));
            }
        }
        setVisible(!getItems().isEmpty());
        setManaged(isVisible());
    }

    /// The action itself, or one item for each choice that it leaves.
    private MenuItem choices(ActionType type) {
        if (type.parameters().isEmpty()) {
            return item(type, type.label(), null, Map.of());
        }
        ActionType.Parameter open = type.parameters().getFirst();
        var menu = new Menu(type.label());
        for (String value : open.values()) {
            menu.getItems().add(item(type, word(value), null, Map.of(open.name(), value)));
        }
        menu.setId("act-" + type.name());
        return menu;
    }

    private MenuItem places(ActionType type, List<String> devices) {
        if (devices.size() == 1) {
            return item(type, type.label(), Entity.Device.named(devices.getFirst()).key(), Map.of());
        }
        var menu = new Menu(type.label());
        for (String device : devices) {
            EntityKey key = Entity.Device.named(device).key();
            menu.getItems().add(item(type, Messages.text("investigation.actOn", device), key, Map.of()));
        }
        menu.setId("act-" + type.name());
        return menu;
    }

    private static String word(String value) {
        return switch (value) {
            case "false" -> Messages.text("investigation.actRecipients");
            case "true" -> Messages.text("investigation.actSender");
            default -> value;
        };
    }

    private MenuItem item(ActionType type, String label, @Nullable EntityKey device, Map<String, String> parameters) {
        var item = new MenuItem(label);
        item.setId("act-" + type.name() + (parameters.isEmpty() ? "" : "-" + parameters.values().iterator().next()));
        item.setOnAction(_ -> ask(type, device, parameters));
        return item;
    }

    private void ask(ActionType type, @Nullable EntityKey device, Map<String, String> parameters) {
        boolean forGood = type.undoLabel().isEmpty() && !type.harmless();
        context.frame()
                .dialogs()
                .ask(
                        new Dialogs.Question(
                                Messages.text("investigation.actAsk", type.label(), entity.value()),
                                forGood
                                        ? Messages.text("investigation.actForGood")
                                        : Messages.text("investigation.actWaits"),
                                Messages.text("investigation.overrideReason"),
                                Messages.text("investigation.actVerb"),
                                Dialogs.Need.REQUIRED),
                        reason ->
                                commands.run(
                                        this,
                                        () -> {
                                            context.deeds().request(type, entity, device, parameters, reason);
                                            return Messages.text("investigation.actDone", type.label());
                                        },
                                        context.frame().toasts()::say));
    }
}
