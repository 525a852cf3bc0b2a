package dupin.ui.incidents;

import dupin.model.EntityKey;
import dupin.service.Desk;
import dupin.service.Found;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.FindBox;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/// Asks for the entity whose incidents the list is to show. FX thread.
final class EntityForm {
    private static final int MOST = 40;
    private static final int LABEL = 80;

    private EntityForm() {}

    /// @param find finds at most so many entities by words; blocks
    static void open(Frame frame, BiFunction<String, Integer, Found<Desk.Hit>> find, Consumer<EntityKey> chosen) {
        var box =
                new FindBox<Desk.Hit>(
                        frame.pump(),
                        "filter-entity",
                        Messages.text("incidents.entitySearch"),
                        Messages.text("incidents.entityNone"),
                        words -> find.apply(words, MOST),
                        hit -> hit.entity().kind().label() + "   " + Elide.middle(Elide.oneLine(hit.label()), LABEL));
        frame.dialogs()
                .form(
                        new Dialogs.Form(
                                Messages.text("incidents.entityTitle"),
                                Messages.text("incidents.entityHelp"),
                                box,
                                box.field(),
                                Messages.text("incidents.entityVerb"),
                                Dialogs.Danger.HARMLESS,
                                box.chosenProperty().isNotNull(),
                                true),
                        () -> {
                            Desk.Hit hit = box.chosen();
                            if (hit != null) {
                                chosen.accept(hit.entity());
                            }
                        });
    }
}
