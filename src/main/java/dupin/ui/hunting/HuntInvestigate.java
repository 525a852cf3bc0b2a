package dupin.ui.hunting;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.service.Hunt;
import dupin.service.HuntRow;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import org.jspecify.annotations.Nullable;

/// Asks which entities of a hunt's rows are to be investigated: devices and users first, those that most rows name before
/// others. FX thread.
final class HuntInvestigate {
    private static final int MOST = 40;
    private static final int MOST_STARTED = 10;

    private HuntInvestigate() {}

    record Choice(EntityKey key, String label, int rows) {}

    static void open(Hunt hunt, Dialogs dialogs, HuntLinks links) {
        var list = new ListView<Choice>();
        list.setId("hunt-investigate-list");
        list.getItems().setAll(choices(hunt));
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().select(0);
        list.setPrefHeight(280);
        list.setAccessibleText(Messages.text("hunting.investigateResults"));
        list.setCellFactory(_ ->
                new ListCell<>() {
                    @Override
                    protected void updateItem(@Nullable Choice item, boolean empty) {
                        super.updateItem(item, empty);
                        if (empty || item == null) {
                            setGraphic(null);
                            setText("");
                            return;
                        }
                        setGraphic(Icon.of(item.key().kind()).node("icon-small"));
                        setText(Messages.text("hunting.choice", Elide.middle(item.label(), 60), item.rows()));
                    }
                });
        var chosen = list.getSelectionModel().getSelectedItems();
        var ready = Bindings.createBooleanBinding(() -> !chosen.isEmpty() && chosen.size() <= MOST_STARTED, chosen);
        dialogs.form(
                new Dialogs.Form(
                        Messages.text("hunting.investigateResults"),
                        Messages.text("hunting.investigateHelp", MOST_STARTED),
                        list,
                        list,
                        Messages.text("hunting.investigateVerb"),
                        Dialogs.Danger.HARMLESS,
                        ready,
                        false),
                () -> List.copyOf(chosen).forEach(one -> links.investigate(one.key(), one.label())));
    }

    static List<Choice> choices(Hunt hunt) {
        Map<EntityKey, Choice> counted = new HashMap<>();
        for (HuntRow row : hunt.rows()) {
            Set<EntityKey> once = new HashSet<>();
            for (HuntRow.Part part : row.entities()) {
                if (once.add(part.key())) {
                    Choice before = counted.get(part.key());
                    int rows = before == null ? 1 : before.rows() + 1;
                    counted.put(
                            part.key(), new Choice(part.key(), before == null ? part.label() : before.label(), rows));
                }
            }
        }
        return counted.values().stream()
                .sorted(
                        Comparator.comparing(HuntInvestigate::rank)
                                .thenComparing(choice -> -choice.rows())
                                .thenComparing(Choice::key))
                .limit(MOST)
                .toList();
    }

    private static int rank(Choice choice) {
        return choice.key().kind() == EntityKind.DEVICE ? 0 : choice.key().kind() == EntityKind.USER ? 1 : 2;
    }
}
