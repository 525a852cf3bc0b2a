package dupin.ui.hunting;

import dupin.service.Desk;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Defang;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;

/// Entities of the case that hold the words typed; Enter shows one whole. FX thread.
final class WordResults extends BorderPane implements AutoCloseable {
    private static final int MOST = 500;

    private final Desk desk;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final EmptyState empty =
            new EmptyState(Icon.SEARCH, Messages.text("hunting.start"), Messages.text("hunting.startHelp"));
    private final TableView<Desk.Hit> table;
    private final Live<List<Desk.Hit>> live;
    private String asked = "";

    WordResults(Desk desk, ChangePump pump, Consumer<Desk.Hit> open) {
        this.desk = desk;
        getStyleClass().add("word-results");
        table =
                Tables.of(
                        empty,
                        Columns.text("kind", Messages.text("hunting.kind"), 130, hit -> hit.entity().kind().label()),
                        Columns.mono("label", Messages.text("hunting.entity"), 420, Desk.Hit::label),
                        Columns.mono("value", Messages.text("hunting.key"), 380, hit -> hit.entity().value()),
                        Columns.text(
                                "incident",
                                Messages.text("hunting.incident"),
                                160,
                                hit ->
                                        hit.incidentId().isEmpty()
                                                ? Messages.text("hunting.telemetryOnly")
                                                : hit.incidentId()));
        table.setAccessibleText(Messages.text("hunting.results"));
        Tables.onOpen(table, open);
        setCenter(table);
        live = pump.live(List::of, this::show);
    }

    /// How many were found, in a sentence.
    ReadOnlyStringProperty count() {
        return count.getReadOnlyProperty();
    }

    /// Incident of the selected row; "" for none.
    ObservableValue<String> incident() {
        return Bindings.createStringBinding(
                () -> {
                    Desk.Hit hit = table.getSelectionModel().getSelectedItem();
                    return hit == null ? "" : hit.incidentId();
                },
                table.getSelectionModel().selectedItemProperty());
    }

    void ask(String text) {
        asked = Defang.refang(text).strip();
        String words = asked;
        if (words.isEmpty()) {
            empty.say(Messages.text("hunting.start"), Messages.text("hunting.startHelp"));
        } else if (table.getItems().isEmpty()) {
            empty.say(Messages.text("hunting.searching"), "");
        }
        count.set(words.isEmpty() ? "" : Messages.text("hunting.searching"));
        live.replace(() -> words.isEmpty() ? List.of() : desk.search(words, MOST));
    }

    /// Goes to the first row.
    void enter() {
        table.requestFocus();
        table.getSelectionModel().select(0);
    }

    @Override
    public void close() {
        live.dispose();
    }

    private void show(List<Desk.Hit> hits) {
        boolean words = !asked.isEmpty();
        empty.say(
                words ? Messages.text("hunting.nothing") : Messages.text("hunting.start"),
                words ? Messages.text("hunting.nothingHelp") : Messages.text("hunting.startHelp"));
        Tables.show(table, hits, hit -> hit.entity() + hit.incidentId());
        String found =
                hits.isEmpty()
                        ? ""
                        : hits.size() >= MOST
                                ? Messages.text("hunting.first", MOST)
                                : Messages.text("hunting.count", hits.size());
        count.set(words ? (found + "  " + desk.searchNote()).strip() : found);
    }
}
