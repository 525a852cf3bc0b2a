package dupin.ui.investigation;

import dupin.model.Incident;
import dupin.model.row.AlertGoing;
import dupin.service.AlertDetails;
import dupin.service.AlertWork;
import dupin.service.IncidentQuery;
import dupin.service.Window;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// *Link alert to another incident*: one of the case, found by id or words, or a new one. Says what goes along before it
/// is done. FX thread.
final class LinkForm {
    private static final int TITLE = 60;
    private static final int MOST = 30;
    private static final int ROWS = 5;

    private final CaseContext context;
    private final AlertDetails alert;
    private final RadioButton existing = new RadioButton(Messages.text("linkAlert.existing"));
    private final RadioButton fresh = new RadioButton(Messages.text("linkAlert.fresh"));
    private final TextField search = new TextField();
    private final ListView<Incident> found = new ListView<>();
    private final TextField name = new TextField();
    private final TextArea why = new TextArea();
    private final Label says = new Label();
    private final Live<List<Incident>> live;

    LinkForm(CaseContext context, AlertDetails alert) {
        this.context = context;
        this.alert = alert;
        live = context.frame().pump().live(List::of, this::show);
        var choice = new ToggleGroup();
        existing.setToggleGroup(choice);
        existing.setSelected(true);
        fresh.setToggleGroup(choice);
        fresh.setId("link-new");
        fresh.setDisable(alert.going().last());
        search.setId("link-search");
        search.setPromptText(Messages.text("linkAlert.search"));
        search.setAccessibleText(Messages.text("linkAlert.search"));
        search.textProperty().addListener((_, _, words) -> ask(words));
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::down);
        found.setId("link-incidents");
        found.setAccessibleText(Messages.text("linkAlert.found"));
        found.setPlaceholder(new Label(Messages.text("linkAlert.noneFound")));
        found.setFixedCellSize(Tables.ROW_HEIGHT);
        found.setMinHeight(2 * Tables.ROW_HEIGHT);
        found.setPrefHeight(ROWS * Tables.ROW_HEIGHT);
        found.setCellFactory(_ -> new IncidentLine());
        found.getSelectionModel().selectedItemProperty().addListener((_, _, _) -> say());
        name.setId("link-name");
        name.setPromptText(Messages.text("linkAlert.namePrompt"));
        why.setId("link-why");
        why.setPromptText(Messages.text("linkAlert.whyPrompt"));
        why.setPrefRowCount(2);
        why.setWrapText(true);
        says.setId("link-says");
        says.setWrapText(true);
        says.setMinHeight(Region.USE_PREF_SIZE);
        choice.selectedToggleProperty().addListener((_, _, _) -> say());
        ask("");
        say();
    }

    /// @param done told where the alert is wanted
    void open(Consumer<AlertWork.Wish> done) {
        var sheet = new Sheet();
        sheet.add(new HBox(16, existing, fresh));
        for (Region one : List.of(search, found)) {
            one.visibleProperty().bind(existing.selectedProperty());
            one.managedProperty().bind(existing.selectedProperty());
            sheet.add(one);
        }
        sheet.row(Messages.text("linkAlert.name"), name);
        Region line = (Region) name.getParent();
        line.visibleProperty().bind(fresh.selectedProperty());
        line.managedProperty().bind(fresh.selectedProperty());
        sheet.row(Messages.text("linkAlert.why"), why);
        sheet.add(says);
        var ready =
                Bindings.createBooleanBinding(
                        () -> fresh.isSelected() || chosen() != null,
                        fresh.selectedProperty(),
                        found.getSelectionModel().selectedItemProperty());
        String title = Elide.middle(alert.row().alert().title(), TITLE);
        context.frame()
                .dialogs()
                .form(
                        new Dialogs.Form(
                                Messages.text("linkAlert.title", title),
                                Messages.text("linkAlert.help"),
                                sheet,
                                search,
                                Messages.text("linkAlert.verb"),
                                Dialogs.Danger.HARMLESS,
                                ready,
                                true),
                        () -> done.accept(wish()));
    }

    private AlertWork.Wish wish() {
        Incident into = chosen();
        boolean own = fresh.isSelected();
        return new AlertWork.Wish(
                alert.row().alert().id(),
                alert.going(),
                own || into == null ? "" : into.id(),
                own ? name.getText().strip() : "",
                why.getText().strip());
    }

    private @Nullable Incident chosen() {
        return found.getSelectionModel().getSelectedItem();
    }

    private void ask(String words) {
        String own = alert.going().incidentId();
        live.replace(() -> {
            Window<Incident> all = context.desk().window(IncidentQuery.ALL.searched(words.strip()));
            return all.rows(0, Math.min(MOST, all.size())).stream()
                    .filter(Objects::nonNull)
                    .filter(i -> !i.id().equals(own) && i.status() != Incident.Status.REDIRECTED)
                    .toList();
        });
    }

    private void show(List<Incident> incidents) {
        found.getItems().setAll(incidents);
        // Whoever types an id means that incident.
        if (incidents.size() == 1 && !search.getText().isBlank()) {
            found.getSelectionModel().select(0);
        }
    }

    private void down(KeyEvent e) {
        if (e.getCode() == KeyCode.DOWN && !found.getItems().isEmpty()) {
            found.requestFocus();
            found.getSelectionModel().select(Math.max(0, found.getSelectionModel().getSelectedIndex()));
            e.consume();
        }
    }

    /// What will happen, in sentences.
    private void say() {
        AlertGoing going = alert.going();
        String along = String.join(", ", going.along());
        String staying = String.join(", ", going.staying());
        var sentences = new ArrayList<String>();
        if (going.last()) {
            sentences.add(Messages.text("linkAlert.whole", going.incidentId()));
        }
        if (!going.last() && !going.along().isEmpty()) {
            sentences.add(Messages.text("linkAlert.along", along, going.actions()));
        }
        if (!going.last() && !going.staying().isEmpty()) {
            sentences.add(Messages.text("linkAlert.staying", staying, going.incidentId()));
        }
        Incident into = chosen();
        if (existing.isSelected() && into != null && into.status() == Incident.Status.RESOLVED) {
            sentences.add(Messages.text("linkAlert.resolved", into.id()));
        }
        says.setText(String.join(" ", sentences));
    }

    private static final class IncidentLine extends ListCell<Incident> {
        private static final int NAME = 90;

        @Override
        protected void updateItem(@Nullable Incident incident, boolean empty) {
            super.updateItem(incident, empty);
            setText(
                    empty || incident == null
                            ? ""
                            : Elide.middle(incident.id(), 24)
                                    + "   "
                                    + Elide.middle(incident.name(), NAME)
                                    + "   "
                                    + incident.status().label());
        }
    }
}
