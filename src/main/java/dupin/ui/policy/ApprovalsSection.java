package dupin.ui.policy;

import dupin.model.ActionType;
import dupin.model.Policy;
import dupin.model.policy.ApprovalRules;
import dupin.model.policy.EmailAutomation;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What a decision on an action needs, and what may be done on email without asking. FX thread.
final class ApprovalsSection extends Section {
    private static final int MOST_PERSONS = 5;

    private final PolicyModel model;
    private final CheckBox approve = new CheckBox(Messages.text("approvals.onApprove"));
    private final CheckBox reject = new CheckBox(Messages.text("approvals.onReject"));
    private final CheckBox undo = new CheckBox(Messages.text("approvals.onUndo"));
    private final CheckBox others = new CheckBox(Messages.text("approvals.others"));
    private final CheckBox files = new CheckBox(Messages.text("approvals.files"));
    private final CheckBox urls = new CheckBox(Messages.text("approvals.urls"));
    private final Map<ActionType, Spinner<Integer>> persons = new LinkedHashMap<>();
    private boolean showing;

    ApprovalsSection(PolicyModel model) {
        super(Messages.text("approvals.help"));
        this.model = model;
        for (CheckBox box : new CheckBox[] {approve, reject, undo, others, files, urls}) {
            box.setOnAction(_ -> edited());
        }
        files.setId("email-files");
        urls.setId("email-urls");
        others.setId("approvals-others");
        var page =
                new VBox(
                        20,
                        group(Messages.text("approvals.comments"), approve, reject, undo),
                        group(Messages.text("approvals.who"), others, note(Messages.text("approvals.othersHelp"))),
                        group(
                                Messages.text("approvals.email"),
                                files,
                                urls,
                                note(Messages.text("approvals.emailHelp"))),
                        group(
                                Messages.text("approvals.persons"),
                                note(Messages.text("approvals.personsHelp")),
                                numbers()));
        var scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        content(scroll);
        model.draftProperty().subscribe(this::show);
    }

    private static VBox group(String title, Node... parts) {
        var label = new Label(title);
        label.getStyleClass().add("card-title");
        var box = new VBox(8, label);
        box.getChildren().addAll(parts);
        return box;
    }

    private static Label note(String text) {
        var note = new Label(text);
        note.getStyleClass().add("muted");
        note.setWrapText(true);
        note.setMaxWidth(680);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    /// Two columns of kinds of action, each with how many persons it needs.
    private GridPane numbers() {
        var grid = new GridPane(24, 8);
        int at = 0;
        int half = (ActionType.values().length + 1) / 2;
        for (ActionType type : ActionType.values()) {
            var spinner = new Spinner<Integer>(1, MOST_PERSONS, 1);
            spinner.setMaxWidth(90);
            spinner.setAccessibleText(type.label());
            spinner.valueProperty().addListener((_, _, _) -> edited());
            persons.put(type, spinner);
            var name = new Label(type.label());
            name.setLabelFor(spinner);
            name.setMinWidth(Region.USE_PREF_SIZE);
            grid.add(name, at / half * 2, at % half);
            grid.add(spinner, at / half * 2 + 1, at % half);
            at++;
        }
        return grid;
    }

    private void show(Policy policy) {
        showing = true;
        ApprovalRules rules = policy.approvals();
        approve.setSelected(rules.commentOnApprove());
        reject.setSelected(rules.commentOnReject());
        undo.setSelected(rules.commentOnUndo());
        others.setSelected(rules.proposerMayNotApprove());
        files.setSelected(policy.email().similarFiles());
        urls.setSelected(policy.email().similarUrls());
        persons.forEach((type, spinner) -> spinner.getValueFactory().setValue(rules.approvals(type)));
        showing = false;
    }

    private void edited() {
        if (showing) {
            return;
        }
        var quorums = new ArrayList<ApprovalRules.Quorum>();
        persons.forEach((type, spinner) -> {
            if (spinner.getValue() > 1) {
                quorums.add(new ApprovalRules.Quorum(type, spinner.getValue()));
            }
        });
        var rules =
                new ApprovalRules(
                        approve.isSelected(), reject.isSelected(), undo.isSelected(), others.isSelected(), quorums);
        model.edit(p -> p.withApprovals(rules).withEmail(new EmailAutomation(files.isSelected(), urls.isSelected())));
    }
}
