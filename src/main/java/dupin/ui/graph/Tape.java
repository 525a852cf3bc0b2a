package dupin.ui.graph;

import dupin.ui.fx.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.paint.Color;

/// Keeps what is drawn, to be drawn later with another pen.
final class Tape implements Pen {
    private final Texts texts;
    private final List<Consumer<Pen>> strokes = new ArrayList<>();

    Tape(Texts texts) {
        this.texts = texts;
    }

    void play(Pen on) {
        strokes.forEach(stroke -> stroke.accept(on));
    }

    @Override
    public void alpha(double alpha) {
        strokes.add(pen -> pen.alpha(alpha));
    }

    @Override
    public void curve(Curve curve, Line line) {
        strokes.add(pen -> pen.curve(curve, line));
    }

    @Override
    public void polygon(double[] points, Color fill, Line line) {
        strokes.add(pen -> pen.polygon(points, fill, line));
    }

    @Override
    public void circle(double x, double y, double radius, Color fill, Line line) {
        strokes.add(pen -> pen.circle(x, y, radius, fill, line));
    }

    @Override
    public void box(double x, double y, double width, double height, double corner, Color fill, Line line) {
        strokes.add(pen -> pen.box(x, y, width, height, corner, fill, line));
    }

    @Override
    public void text(String text, double x, double y, double size, Weight weight, Color color) {
        strokes.add(pen -> pen.text(text, x, y, size, weight, color));
    }

    @Override
    public void icon(Icon icon, double x, double y, double size, Color color) {
        strokes.add(pen -> pen.icon(icon, x, y, size, color));
    }

    @Override
    public double width(String text, double size, Weight weight) {
        return texts.width(text, size, weight);
    }
}
