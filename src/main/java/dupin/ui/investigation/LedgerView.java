package dupin.ui.investigation;

import dupin.model.Finding;
import dupin.model.Ledger;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The findings that a verdict is the sum of: against the entity, for it, and those that a stronger one of the same cause
/// already counts for. FX thread.
final class LedgerView extends VBox {
    private static final double BAR = 44;

    private final CaseContext context;
    private final Set<String> open;
    private final int heaviest;

    /// @param open ids of findings whose rows are shown; kept by the caller so that a refresh does not close them
    LedgerView(CaseContext context, Ledger ledger, Set<String> open) {
        this.context = context;
        this.open = open;
        heaviest = Math.max(1, ledger.counted().stream().mapToInt(f -> Math.abs(f.weight())).max().orElse(1));
        getStyleClass().add("ledger");
        List<Finding> against = ledger.counted().stream().filter(Finding::incriminates).toList();
        List<Finding> forIt = ledger.counted().stream().filter(f -> f.weight() < 0).toList();
        List<Finding> neither = ledger.counted().stream().filter(f -> f.weight() == 0).toList();
        group(Messages.text("investigation.against", count(against), ScoreBar.signed(sum(against))), against);
        group(Messages.text("investigation.for", count(forIt), ScoreBar.signed(sum(forIt))), forIt);
        group(Messages.text("investigation.neither", count(neither)), neither);
        if (!ledger.uncounted().isEmpty()) {
            var more = new Hyperlink(Messages.text("investigation.uncounted", ledger.uncounted().size()));
            more.getStyleClass().add("sheet-link");
            var rest = new VBox();
            rest.getStyleClass().add("ledger");
            more.setOnAction(_ -> {
                if (rest.getChildren().isEmpty()) {
                    ledger.uncounted().forEach(f -> rest.getChildren().add(row(f, stronger(ledger, f))));
                } else {
                    rest.getChildren().clear();
                }
            });
            getChildren().addAll(more, rest);
        }
    }

    static String count(List<Finding> findings) {
        return Messages.text("investigation.findings", findings.size());
    }

    private static int sum(List<Finding> findings) {
        return findings.stream().mapToInt(Finding::weight).sum();
    }

    /// What the finding stands behind: the one of its cause that counts.
    private static String stronger(Ledger ledger, Finding finding) {
        return ledger.counted().stream()
                .filter(f -> f.cause().equals(finding.cause()) && f.incriminates() == finding.incriminates())
                .findFirst()
                .map(Finding::text)
                .orElse(Messages.text("investigation.strongerElsewhere"));
    }

    private void group(String title, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        var label = new Label(title);
        label.getStyleClass().add("ledger-group");
        getChildren().add(label);
        findings.forEach(finding -> getChildren().add(row(finding, "")));
    }

    /// @param stronger text of the finding that counts in its place; "" when it counts itself
    private Node row(Finding finding, String stronger) {
        var weight = new Label(ScoreBar.signed(finding.weight()));
        weight.getStyleClass().add("weight");
        weight.setMinWidth(34);
        var text = new Label(Elide.middle(finding.text(), 1_200));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        var whole = new VBox();
        var box = new VBox(2, text, caption(finding, stronger, whole));
        HBox.setHgrow(box, Priority.ALWAYS);
        var row = new HBox(8, weight, bar(finding), box);
        whole.getChildren().add(row);
        if (open.contains(finding.id())) {
            whole.getChildren().add(new CitationList(context, finding.citations()));
        }
        row.getStyleClass().addAll("ledger-row", tone(finding));
        if (!stronger.isEmpty()) {
            row.getStyleClass().add("uncounted");
        }
        return whole;
    }

    private static String tone(Finding finding) {
        return finding.incriminates() ? "verdict-malicious" : finding.weight() < 0 ? "verdict-clean" : "neutral";
    }

    private Node bar(Finding finding) {
        var bar = new Region();
        bar.getStyleClass().add("weight-bar");
        double width = Math.max(2, BAR * Math.min(1, Math.abs(finding.weight()) / (double) heaviest));
        bar.setMinWidth(width);
        bar.setMaxWidth(width);
        var place = new StackPane(bar);
        place.getStyleClass().add(finding.incriminates() ? "bar-left" : "bar-right");
        place.setMinWidth(BAR);
        place.setPrefWidth(BAR);
        return place;
    }

    private Node caption(Finding finding, String stronger, VBox box) {
        var parts = new ArrayList<Node>();
        parts.add(small(finding.analyzer()));
        String technique = StoryColumns.technique(finding.technique());
        if (!technique.isEmpty()) {
            var label = small(technique);
            label.getStyleClass().add("technique");
            parts.add(label);
        }
        if (!stronger.isEmpty()) {
            var behind = small(Messages.text("investigation.sameCause", Elide.middle(stronger, 70)));
            behind.setTooltip(new Tooltip(Elide.middle(stronger, 1_200)));
            parts.add(behind);
        }
        if (!finding.citations().isEmpty()) {
            var rows = new Hyperlink(rowsWord(finding));
            rows.getStyleClass().addAll("sheet-link", "cited");
            rows.setOnAction(_ -> toggle(finding, box));
            parts.add(rows);
        }
        var flow = new FlowPane(10, 2);
        flow.getChildren().setAll(parts);
        flow.setPrefWrapLength(200);
        return flow;
    }

    private static String rowsWord(Finding finding) {
        return Messages.text("investigation.cited", finding.citations().size());
    }

    private void toggle(Finding finding, VBox box) {
        if (open.remove(finding.id())) {
            box.getChildren().removeIf(CitationList.class::isInstance);
        } else {
            open.add(finding.id());
            box.getChildren().add(new CitationList(context, finding.citations()));
        }
    }

    private static Label small(String text) {
        var label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }
}
