package dupin.ui.investigation;

import dupin.model.Incident;
import dupin.model.row.AlertGoing;
import dupin.service.AlertDetails;
import dupin.service.AlertWork;
import dupin.service.Found;
import dupin.service.IncidentQuery;
import dupin.service.Window;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Elide;
import dupin.ui.fx.FindBox;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// *Link alert to another incident*: one of the case, found by id or words, or a new one. Says what goes along before it
/// is done. FX thread.
final class LinkForm {
    private static final int TITLE = 60;
    private static final int MOST = 30;
    private static final int NAME = 90;

    private final CaseContext context;
    private final AlertDetails alert;
    private final RadioButton existing = new RadioButton(Messages.text("linkAlert.existing"));
    private final RadioButton fresh = new RadioButton(Messages.text("linkAlert.fresh"));
    private final FindBox<Incident> found;
    private final TextField name = new TextField();
    private final TextArea why = new TextArea();
    private final Label says = new Label();

    LinkForm(CaseContext context, AlertDetails alert) {
        this.context = context;
        this.alert = alert;
        found =
                new FindBox<>(
                        context.frame().pump(),
                        "link-search",
                        Messages.text("linkAlert.search"),
                        Messages.text("linkAlert.noneFound"),
                        words -> Found.whole(find(words)),
                        LinkForm::line);
        var choice = new ToggleGroup();
        existing.setToggleGroup(choice);
        existing.setSelected(true);
        fresh.setToggleGroup(choice);
        fresh.setId("link-new");
        fresh.setDisable(alert.going().last());
        found.chosenProperty().addListener((_, _, _) -> say());
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
        say();
    }

    /// @param done told where the alert is wanted
    void open(Consumer<AlertWork.Wish> done) {
        var sheet = new Sheet();
        sheet.add(new HBox(16, existing, fresh));
        found.visibleProperty().bind(existing.selectedProperty());
        found.managedProperty().bind(existing.selectedProperty());
        sheet.add(found);
        sheet.row(Messages.text("linkAlert.name"), name);
        Region line = (Region) name.getParent();
        line.visibleProperty().bind(fresh.selectedProperty());
        line.managedProperty().bind(fresh.selectedProperty());
        sheet.row(Messages.text("linkAlert.why"), why);
        sheet.add(says);
        var ready =
                Bindings.createBooleanBinding(
                        () -> fresh.isSelected() || found.chosen() != null,
                        fresh.selectedProperty(),
                        found.chosenProperty());
        String title = Elide.middle(alert.row().alert().title(), TITLE);
        context.frame()
                .dialogs()
                .form(
                        new Dialogs.Form(
                                Messages.text("linkAlert.title", title),
                                Messages.text("linkAlert.help"),
                                sheet,
                                found.field(),
                                Messages.text("linkAlert.verb"),
                                Dialogs.Danger.HARMLESS,
                                ready,
                                true),
                        () -> done.accept(wish()));
    }

    private AlertWork.Wish wish() {
        Incident into = found.chosen();
        boolean own = fresh.isSelected();
        return new AlertWork.Wish(
                alert.row().alert().id(),
                alert.going(),
                own || into == null ? "" : into.id(),
                own ? name.getText().strip() : "",
                why.getText().strip());
    }

    /// Background.
    private List<Incident> find(String words) {
        String own = alert.going().incidentId();
        Window<Incident> all = context.desk().window(IncidentQuery.ALL.searched(words));
        return all.rows(0, Math.min(MOST, all.size())).stream()
                .filter(Objects::nonNull)
                .filter(i -> !i.id().equals(own) && i.status() != Incident.Status.REDIRECTED)
                .toList();
    }

    private static String line(Incident incident) {
        return Elide.middle(incident.id(), 24)
                + "   "
                + Elide.middle(incident.name(), NAME)
                + "   "
                + incident.status().label();
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
        Incident into = found.chosen();
        if (existing.isSelected() && into != null && into.status() == Incident.Status.RESOLVED) {
            sentences.add(Messages.text("linkAlert.resolved", into.id()));
        }
        says.setText(String.join(" ", sentences));
    }
}
