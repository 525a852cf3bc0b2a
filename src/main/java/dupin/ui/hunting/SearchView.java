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
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Entities of the case that hold the words typed; Enter shows one whole. FX thread.
public final class SearchView extends BorderPane implements AutoCloseable {
    private static final int MOST = 500;

    private final Desk desk;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final EmptyState empty =
            new EmptyState(Icon.SEARCH, Messages.text("hunting.start"), Messages.text("hunting.startHelp"));
    private final TableView<Desk.Hit> table;
    private final Live<List<Desk.Hit>> live;

    /// @param open shows the entity
    /// @param incident opens the incident
    public SearchView(Desk desk, ChangePump pump, Consumer<Desk.Hit> open, Consumer<String> incident) {
        this.desk = desk;
        getStyleClass().addAll("panel", "search-page");
        field.getStyleClass().add("first-focus");
        field.setPromptText(Messages.text("hunting.prompt"));
        field.setAccessibleText(Messages.text("hunting.prompt"));
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(640);
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
        var show = new Button(Messages.text("hunting.openIncident"), Icon.INCIDENT.node());
        show.setDisable(true);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, hit) -> show.setDisable(hit == null || hit.incidentId().isEmpty()));
        show.setOnAction(_ -> incident.accept(table.getSelectionModel().getSelectedItem().incidentId()));
        count.getStyleClass().add("caption");
        var title = new Label(Messages.text("hunting.title"));
        title.getStyleClass().add("title");
        var head = new VBox(12, title, new HBox(8, field, show, count));
        ((HBox) head.getChildren().getLast()).getStyleClass().add("card-line");
        head.getStyleClass().add("page-head");
        setTop(head);
        setCenter(table);
        live = pump.live(List::of, this::show);
        field.textProperty().addListener((_, _, _) -> ask());
        field.addEventHandler(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                        table.requestFocus();
                        table.getSelectionModel().select(0);
                        e.consume();
                    }
                });
    }

    public void search(String words) {
        field.setText(words);
        field.requestFocus();
        field.end();
    }

    @Override
    public void close() {
        live.dispose();
    }

    private void ask() {
        String words = Defang.refang(field.getText()).strip();
        if (words.isEmpty()) {
            empty.say(Messages.text("hunting.start"), Messages.text("hunting.startHelp"));
        } else if (table.getItems().isEmpty()) {
            empty.say(Messages.text("hunting.searching"), "");
        }
        count.setText(words.isEmpty() ? "" : Messages.text("hunting.searching"));
        live.replace(() -> words.isEmpty() ? List.of() : desk.search(words, MOST));
    }

    private void show(List<Desk.Hit> hits) {
        boolean asked = !field.getText().isBlank();
        empty.say(
                asked ? Messages.text("hunting.nothing") : Messages.text("hunting.start"),
                asked ? Messages.text("hunting.nothingHelp") : Messages.text("hunting.startHelp"));
        Tables.show(table, hits, hit -> hit.entity() + hit.incidentId());
        String found =
                hits.isEmpty()
                        ? ""
                        : hits.size() >= MOST
                                ? Messages.text("hunting.first", MOST)
                                : Messages.text("hunting.count", hits.size());
        count.setText(asked ? (found + "  " + desk.searchNote()).strip() : found);
    }
}
