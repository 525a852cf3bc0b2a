package dupin.ui.policy;

import dupin.model.AlertPolicy;
import dupin.model.Pack;
import dupin.model.Playbook;
import dupin.ui.fx.CamelCase;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Live;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The playbooks of the case and the steps of the chosen one as an indented flow, with the investigations that are in a step
/// now. FX thread; reading runs in the background.
final class PlaybooksSection extends Section {
    private final PlaybookDeeds deeds;
    private final Live<PlaybookDeeds.Shelf> live;
    private final TableView<Playbook> playbooks;
    private final TableView<Row> steps;
    private final ComboBox<AlertPolicy> policies = new ComboBox<>();
    private final Label notes = new Label();
    private final Label state = new Label();
    private final Errand errand;
    private final Button add = new Button(Messages.text("playbook.add"), Icon.ADD.node());
    private Map<String, List<String>> running = Map.of();

    /// One line of the flow.
    private record Row(int place, Playbook.Line line, String does, String running) {}

    PlaybooksSection(PolicyModel model, PlaybookDeeds deeds, Frame frame) {
        super(Messages.text("playbook.help"));
        this.deeds = deeds;
        playbooks =
                Tables.of(
                        new EmptyState(Icon.REPORT, Messages.text("playbook.none"), ""),
                        Columns.text("name", Messages.text("playbook.name"), 190, Playbook::name),
                        Columns.text("from", Messages.text("playbook.from"), 130, PlaybooksSection::from),
                        Columns.mono("id", Messages.text("playbook.id"), 180, Playbook::id));
        playbooks.setId("playbooks");
        playbooks.setAccessibleText(Messages.text("playbook.title"));
        steps =
                Tables.of(
                        new EmptyState(
                                Icon.LOG, Messages.text("playbook.choose"), Messages.text("playbook.chooseHelp")),
                        Columns.text("step", Messages.text("playbook.step"), 250, r -> indented(r.line())),
                        Columns.text(
                                "type", Messages.text("playbook.type"), 110, r -> CamelCase.sentence(r.line().type())),
                        Columns.text("does", Messages.text("playbook.does"), 440, Row::does),
                        Columns.text("running", Messages.text("playbook.running"), 120, Row::running));
        steps.setId("playbook-steps");
        steps.setAccessibleText(Messages.text("playbook.steps"));
        notes.getStyleClass().add("muted");
        notes.setWrapText(true);
        notes.setMinHeight(Region.USE_PREF_SIZE);
        state.getStyleClass().add("muted");
        state.setWrapText(true);
        add.setOnAction(_ -> frame.dialogs().openFolder(Messages.text("playbook.folder"), this::add));
        tools(add, new Label(Messages.text("playbook.useFor")), choice(model), use(model), state);
        VBox.setVgrow(steps, Priority.ALWAYS);
        notes.managedProperty().bind(notes.textProperty().isNotEmpty());
        notes.visibleProperty().bind(notes.managedProperty());
        var flow = new VBox(8, steps, notes);
        flow.getStyleClass().add("panel");
        var panes = new SplitPane(playbooks, flow);
        panes.setDividerPositions(0.36);
        content(panes);
        live = frame.pump().live(deeds::playbooks, this::show);
        live.whileShown(this);
        live.invalidate();
        errand = new Errand(deeds, frame, state, live::invalidate, add);
        playbooks.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
    }

    /// Playbooks or investigations may have changed; from any thread.
    void invalidate() {
        live.invalidate();
    }

    void close() {
        live.dispose();
    }

    /// The alert policies of the draft.
    private ComboBox<AlertPolicy> choice(PolicyModel model) {
        policies.setConverter(GroupForm.words(AlertPolicy::name));
        policies.setAccessibleText(Messages.text("playbook.useFor"));
        policies.setMaxWidth(280);
        policies.setPromptText(Messages.text("playbook.anyPolicy"));
        model.draftProperty()
                .subscribe(draft -> {
                    AlertPolicy chosen = policies.getValue();
                    policies.getItems().setAll(draft.alertPolicies());
                    policies.setValue(
                            draft.alertPolicies().stream()
                                    .filter(p -> chosen != null && p.id().equals(chosen.id()))
                                    .findFirst()
                                    .orElse(null));
                });
        return policies;
    }

    /// Puts the chosen playbook into the draft; saving the draft makes it apply.
    private Button use(PolicyModel model) {
        var use = new Button(Messages.text("playbook.use"), Icon.PLAY.node());
        use.disableProperty()
                .bind(
                        playbooks
                                .getSelectionModel()
                                .selectedItemProperty()
                                .isNull()
                                .or(policies.valueProperty().isNull()));
        use.setOnAction(_ -> {
            Playbook playbook = playbooks.getSelectionModel().getSelectedItem();
            AlertPolicy policy = policies.getValue();
            if (playbook != null && policy != null) {
                model.put(policy.withPlaybook(playbook.id()));
                state.setText(Messages.text("playbook.used", playbook.name(), policy.name()));
            }
        });
        return use;
    }

    private static String from(Playbook playbook) {
        return playbook.flow().source().isEmpty() || playbook.flow().source().equals(playbook.id() + ".json")
                ? Messages.text("playbook.shipped")
                : playbook.flow().source();
    }

    private static String indented(Playbook.Line line) {
        return "    ".repeat(line.depth()) + (line.depth() == 0 ? "" : "└ ") + line.name();
    }

    private void show(PlaybookDeeds.Shelf shelf) {
        running = shelf.running();
        List<Playbook> named =
                shelf.playbooks().stream()
                        .sorted(Comparator.comparing(Playbook::name).thenComparing(Playbook::id))
                        .toList();
        Tables.show(playbooks, named, Playbook::id);
        if (playbooks.getSelectionModel().isEmpty()) {
            playbooks.getSelectionModel().selectFirst();
        }
        chosen(playbooks.getSelectionModel().getSelectedItem());
    }

    private void chosen(@org.jspecify.annotations.Nullable Playbook playbook) {
        if (playbook == null) {
            Tables.show(steps, List.of(), row -> "" + row.place());
            notes.setText("");
            return;
        }
        var rows = new ArrayList<Row>();
        for (Playbook.Line line : playbook.flow().outline()) {
            String now = String.join(", ", running.getOrDefault(playbook.id() + " " + line.stepId(), List.of()));
            rows.add(new Row(rows.size(), line, does(playbook, line), now));
        }
        Tables.show(steps, rows, row -> "" + row.place());
        notes.setText(String.join(" ", playbook.flow().notes()));
    }

    private static String does(Playbook playbook, Playbook.Line line) {
        return playbook.steps().stream()
                .filter(step -> step.id().equals(line.stepId()) && line.type().equals("action"))
                .findFirst()
                .map(step ->
                        step.byHand().isEmpty()
                                ? step.analyzers().isEmpty() ? line.text() : String.join(", ", step.analyzers())
                                : Messages.text("playbook.byHand", String.join("; ", step.byHand())))
                .orElse(line.text());
    }

    private void add(Path folder) {
        errand.run(
                Messages.text("playbook.reading", folder),
                _ -> {
                    Pack pack = deeds.addPlaybooks(folder);
                    return Messages.text("playbook.added", pack.items(), pack.refused())
                            + (pack.refusals().isEmpty()
                                    ? ""
                                    : " "
                                            + pack.refusals().getFirst().place()
                                            + ": "
                                            + pack.refusals().getFirst().reason());
                });
    }
}
