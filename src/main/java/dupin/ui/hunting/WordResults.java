package dupin.ui.hunting;

import dupin.service.Desk;
import dupin.service.Found;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Columns;
import dupin.ui.fx.Defang;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Searching;
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

    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final EmptyState empty =
            new EmptyState(Icon.SEARCH, Messages.text("hunting.start"), Messages.text("hunting.startHelp"));
    private final TableView<Desk.Hit> table;
    private final Searching<Desk.Hit> searching;
    private String asked = "";

    WordResults(Desk desk, ChangePump pump, Consumer<Desk.Hit> open) {
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
        searching = new Searching<>(pump, words -> desk.search(words, MOST), this::show);
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
        searching.ask(words);
    }

    /// Goes to the first row.
    void enter() {
        table.requestFocus();
        table.getSelectionModel().select(0);
    }

    @Override
    public void close() {
        searching.dispose();
    }

    private void show(Found<Desk.Hit> answer) {
        List<Desk.Hit> hits = answer.things();
        String note = answer.whole() ? "" : Messages.text("find.indexing");
        if (asked.isEmpty()) {
            empty.say(Messages.text("hunting.start"), Messages.text("hunting.startHelp"));
        } else if (answer.whole()) {
            empty.say(Messages.text("hunting.nothing"), Messages.text("hunting.nothingHelp"));
        } else {
            empty.say(Messages.text("hunting.searching"), note);
        }
        Tables.show(table, hits, hit -> hit.entity() + hit.incidentId());
        String found =
                hits.isEmpty()
                        ? ""
                        : hits.size() >= MOST
                                ? Messages.text("hunting.first", MOST)
                                : Messages.text("hunting.count", hits.size());
        count.set((found + "  " + note).strip());
    }
}
