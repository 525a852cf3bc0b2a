package dupin.ui.investigation;

import dupin.model.Ledger;
import dupin.ui.fx.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A score on its scale: three zones of verdicts between the thresholds, where it began (prior) and where it stands. FX thread.
final class ScoreBar extends Pane {
    private static final double TOP = 20;
    private static final double THICK = 10;
    private static final double HEIGHT = 50;

    private final Region clean = zone("verdict-clean");
    private final Region suspicious = zone("verdict-suspicious");
    private final Region malicious = zone("verdict-malicious");
    private final Region way = new Region();
    private final Region mark = new Region();
    private final Label score = new Label();
    private final Label prior = new Label();
    private final Label lower;
    private final Label upper;
    private final Scale scale;

    /// Where values lie on a line from 0 to 1.
    record Scale(double low, double high) {
        static Scale of(Ledger ledger, int suspicious, int malicious) {
            double low = Math.min(Math.min(ledger.prior(), ledger.score()), suspicious);
            double high = Math.max(Math.max(ledger.prior(), ledger.score()), malicious);
            double margin = Math.max(4, (high - low) * 0.08);
            return new Scale(low - margin, high + margin);
        }

        double at(double value) {
            return (value - low) / (high - low);
        }
    }

    private final Ledger ledger;
    private final int from;
    private final int to;

    ScoreBar(Ledger ledger, int suspicious, int malicious) {
        this.ledger = ledger;
        from = suspicious;
        to = malicious;
        scale = Scale.of(ledger, suspicious, malicious);
        lower = new Label(signed(suspicious));
        upper = new Label(signed(malicious));
        score.setText(Messages.text("investigation.decibans", signed(ledger.score())));
        prior.setText(Messages.text("investigation.prior", signed(ledger.prior())));
        getStyleClass().add("score-bar");
        way.getStyleClass().add("way");
        mark.getStyleClass().add("mark");
        score.getStyleClass().add("score");
        for (Node node : List.of(lower, upper, prior)) {
            node.getStyleClass().add("caption");
        }
        getChildren().addAll(clean, this.suspicious, this.malicious, way, mark, score, lower, upper, prior);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setAccessibleText(
                Messages.text(
                        "investigation.scoreText", signed(ledger.score()), signed(suspicious), signed(malicious)));
    }

    /// `+12` or `−4`; a true minus is as wide as the plus.
    static String signed(int value) {
        return value > 0 ? "+" + value : value < 0 ? "\u2212" + -value : "0";
    }

    private static Region zone(String role) {
        var region = new Region();
        region.getStyleClass().addAll("zone", role);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double a = Math.round(scale.at(from) * width);
        double b = Math.round(scale.at(to) * width);
        double start = scale.at(ledger.prior()) * width;
        double end = scale.at(ledger.score()) * width;
        clean.resizeRelocate(0, TOP, a - 1, THICK);
        suspicious.resizeRelocate(a, TOP, b - a - 1, THICK);
        malicious.resizeRelocate(b, TOP, width - b, THICK);
        way.resizeRelocate(Math.min(start, end), TOP + THICK / 2 - 1, Math.abs(end - start), 2);
        mark.resizeRelocate(end - 2, TOP - 3, 4, THICK + 6);
        put(score, end, 0, width);
        put(lower, a, TOP + THICK + 3, width);
        put(upper, b, TOP + THICK + 3, width);
        double room = a - lower.prefWidth(-1) / 2 - 8;
        double half = prior.prefWidth(-1) / 2;
        put(prior, Math.min(start, Math.max(half, room - half)), TOP + THICK + 3, width);
        prior.setVisible(room > 2 * half);
    }

    private static void put(Label label, double centre, double y, double width) {
        double w = label.prefWidth(-1);
        label.resizeRelocate(Math.clamp(centre - w / 2, 0, Math.max(0, width - w)), y, w, label.prefHeight(-1));
    }
}
