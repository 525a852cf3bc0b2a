package dupin.ui.investigation;

import dupin.model.Alert;
import dupin.model.EntityKey;
import dupin.model.Ledger;
import dupin.model.RemediationAction;
import dupin.model.ScopeExpansion;
import dupin.model.Verdict;
import dupin.model.VerdictOverride;
import dupin.service.Explanation;
import dupin.ui.actions.ActionCommands;
import dupin.ui.actions.ActionWords;
import dupin.ui.actions.DecisionBar;
import dupin.ui.actions.Verb;
import dupin.ui.fx.Badge;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Face;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Sheet;
import dupin.ui.fx.Times;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Why an entity has its verdict, written out: sum, findings, what would change it, what was not looked at, what others
/// say, what was and can be done. FX thread.
final class ExplanationView extends VBox {
    private static final int MANY = 12;

    private final CaseContext context;
    private final Explanation explained;
    private final Sheet sheet = new Sheet();

    /// Where its links lead and what its buttons run.
    record Ways(
            Consumer<EntityKey> entity,
            Consumer<String> alert,
            Consumer<String> incident,
            ActionCommands commands,
            ObservableValue<Boolean> busy) {}

    ExplanationView(CaseContext context, Explanation explained, Set<String> open, Ways ways) {
        this.context = context;
        this.explained = explained;
        getStyleClass().add("explanation");
        head();
        overridden();
        verdict(open);
        actions(ways);
        others();
        seen();
        attributes();
        scope(ways);
        getChildren().add(sheet);
    }

    private void head() {
        var entity = explained.entity();
        var kind = new Label(entity.kind().label(), Icon.of(entity.kind()).node());
        kind.getStyleClass().add("muted");
        var flow = new FlowPane(8, 6, kind);
        Ledger ledger = explained.ledger();
        if (ledger != null) {
            flow.getChildren().add(Badge.pill(Face.of(ledger.verdict())));
        }
        Face remediation = Face.of(explained.remediation());
        if (!remediation.label().isEmpty()) {
            flow.getChildren().add(Badge.pill(remediation));
        }
        sheet.add(flow);
    }

    /// The analyst's word stands above the engine's own sum.
    private void overridden() {
        VerdictOverride override = explained.override();
        Ledger own = explained.own();
        if (override == null) {
            return;
        }
        var label =
                new Label(
                        Messages.text(
                                "investigation.overridden",
                                override.verdict().label(),
                                override.by(),
                                Times.minute(override.at()),
                                override.reason(),
                                own == null ? Messages.text("investigation.notJudged") : own.verdict().label()),
                        Icon.USER.node("icon-small"));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().addAll("callout", "overridden");
        sheet.add(label);
    }

    private void verdict(Set<String> open) {
        Ledger ledger = explained.own();
        if (ledger == null) {
            sheet.text(Messages.text("investigation.notJudged"), "muted");
            return;
        }
        sheet.add(new ScoreBar(ledger, context.suspicious(), context.malicious()));
        int weights = ledger.score() - ledger.prior();
        sheet.text(
                Messages.text(
                        "investigation.sum",
                        ScoreBar.signed(ledger.prior()),
                        ScoreBar.signed(weights),
                        LedgerView.count(ledger.counted()),
                        ScoreBar.signed(ledger.score()),
                        ledger.verdict().label()),
                "muted");
        if (!explained.counterfactuals().isEmpty()) {
            var sentences = new Sheet();
            sentences.getStyleClass().add("callout");
            explained.counterfactuals().forEach(sentences::text);
            sheet.add(sentences);
        }
        if (ledger.counted().isEmpty()) {
            sheet.text(Messages.text("investigation.noFindings"), "muted");
        } else {
            sheet.add(new LedgerView(context, ledger, open));
        }
        if (!ledger.missing().isEmpty()) {
            sheet.section(Messages.text("investigation.missing"));
            ledger.missing().forEach(what -> sheet.text(Messages.text("investigation.missingOne", what), "muted"));
        }
    }

    private void actions(Ways ways) {
        List<RemediationAction> actions = explained.actions();
        if (actions.isEmpty() && explained.spared().isEmpty()) {
            return;
        }
        sheet.section(Messages.text("investigation.actions"));
        explained
                .spared()
                .forEach(one ->
                        sheet.text(Messages.text("investigation.spared", one.type().label(), one.reason()), "muted"));
        for (RemediationAction action : actions) {
            var what = new Label(action.type().label());
            what.getStyleClass().add("semibold");
            var where = new Label(ActionWords.asset(action));
            where.getStyleClass().add("muted");
            where.setMinWidth(0);
            // What is done is never cut short: where comes below it in a narrow pane.
            var named = new FlowPane(8, 0, what, where);
            where.maxWidthProperty().bind(named.widthProperty());
            named.setMinWidth(0);
            HBox.setHgrow(named, Priority.ALWAYS);
            var state = Badge.pill(Face.of(action.state()));
            state.setMinWidth(Region.USE_PREF_SIZE);
            var row = new HBox(8, named, state);
            row.getStyleClass().add("line");
            sheet.add(row);
            sheet.text(action.statusDetails().isEmpty() ? action.policyReason() : action.statusDetails(), "muted");
        }
        List<Verb> verbs =
                Stream.of(Verb.REJECT, Verb.APPROVE, Verb.CANCEL, Verb.RETRY, Verb.UNDO)
                        .filter(verb -> actions.stream().anyMatch(verb::fits))
                        .toList();
        if (!verbs.isEmpty()) {
            var bar = new DecisionBar(verbs, ways.busy(), ways.commands()::run);
            bar.getStyleClass().add("inside");
            bar.show(actions);
            sheet.add(bar);
        }
    }

    private void others() {
        if (explained.providerVerdicts().isEmpty()) {
            return;
        }
        sheet.section(Messages.text("investigation.provider"));
        Ledger ledger = explained.ledger();
        for (String words : explained.providerVerdicts()) {
            var label = new Label(words);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            if (ledger != null && differs(words, ledger.verdict())) {
                label.setGraphic(Icon.WARNING.node("icon-small"));
                label.setText(Messages.text("investigation.differs", words, ledger.verdict().label()));
                label.getStyleClass().addAll("verdict-suspicious", "toned");
            }
            sheet.add(label);
        }
    }

    /// Whether a provider's word, which may be followed by its source in brackets, means another verdict than ours.
    static boolean differs(String words, Verdict ours) {
        int bracket = words.indexOf(" (");
        String word = bracket < 0 ? words : words.substring(0, bracket);
        return Verdict.parse(word).map(theirs -> theirs != ours).orElse(false);
    }

    private void seen() {
        sheet.section(Messages.text("investigation.seen"));
        if (explained.seenEvents() == 0) {
            sheet.text(Messages.text("investigation.seenNowhere"), "muted");
        } else {
            sheet.text(Messages.text("investigation.seenIn", explained.seenEvents(), explained.seenDevices().size()));
            sheet.row(Messages.text("investigation.column.device"), limited(explained.seenDevices()));
        }
        sheet.row(Messages.text("investigation.column.firstSeen"), explained.firstSeen());
        sheet.row(Messages.text("investigation.column.lastSeen"), explained.lastSeen());
    }

    private static String limited(List<String> names) {
        String text = String.join(", ", names.subList(0, Math.min(MANY, names.size())));
        return names.size() > MANY ? text + " " + Messages.text("investigation.andMore", names.size() - MANY) : text;
    }

    private void attributes() {
        if (explained.attributes().isEmpty()) {
            return;
        }
        sheet.section(Messages.text("investigation.attributes"));
        for (Explanation.Attribute attribute : explained.attributes()) {
            if (attribute.mono()) {
                sheet.mono(attribute.name(), attribute.value());
            } else {
                sheet.row(attribute.name(), attribute.value());
            }
        }
    }

    private void scope(Ways ways) {
        sheet.section(Messages.text("investigation.scope"));
        if (explained.expansions().isEmpty()) {
            sheet.text(
                    explained.alerts().isEmpty()
                            ? Messages.text("investigation.scope.telemetry")
                            : Messages.text("investigation.scope.alert"),
                    "muted");
        }
        for (ScopeExpansion expansion : explained.expansions()) {
            sheet.text(expansion.text().isEmpty() ? expansion.rule() : expansion.text());
            sheet.add(
                    Sheet.link(
                            Messages.text(
                                    "investigation.scope.from",
                                    expansion.from().kind().label() + " " + Elide.middle(expansion.from().value(), 32)),
                            () -> ways.entity().accept(expansion.from())));
        }
        for (Alert alert : explained.alerts().subList(0, Math.min(MANY, explained.alerts().size()))) {
            sheet.add(
                    Sheet.link(
                            Messages.text(
                                    "investigation.alertLink",
                                    Elide.oneLine(alert.title()),
                                    Times.minute(alert.time())),
                            () -> ways.alert().accept(alert.id())));
        }
        if (explained.incidents().size() > 1) {
            sheet.section(Messages.text("investigation.otherIncidents"));
            explained.incidents().forEach(id -> sheet.add(Sheet.link(id, () -> ways.incident().accept(id))));
        }
    }
}
