package dupin.ui.graph;

import dupin.ui.fx.Icon;
import javafx.scene.paint.Color;

/// What the painter draws with: a canvas, a piece of SVG or a test's notebook. Coordinates are pixels.
interface Pen {
    /// How many looks there can be.
    int LOOKS = 64;

    /// @param dash lengths of dash and gap; 0 for a solid line
    record Line(Color color, double width, double dash) {
        static final Line NONE = new Line(Color.TRANSPARENT, 0, 0);

        static Line solid(Color color, double width) {
            return new Line(color, width, 0);
        }
    }

    enum Weight {
        MEDIUM,
        SEMIBOLD
    }

    /// Draws something around a point.
    @FunctionalInterface
    interface Art {
        void draw(Pen pen, double x, double y);
    }

    /// Opacity of all that follows.
    void alpha(double alpha);

    void curve(Curve curve, Line line);

    /// @param points x and y by turns
    void polygon(double[] points, Color fill, Line line);

    void circle(double x, double y, double radius, Color fill, Line line);

    void box(double x, double y, double width, double height, double corner, Color fill, Line line);

    /// One line of text around its middle.
    void text(String text, double x, double y, double size, Weight weight, Color color);

    void icon(Icon icon, double x, double y, double size, Color color);

    /// Draws what looks alike in many places: who can, draws it once and repeats it, to a quarter of a pixel where it belongs.
    ///
    /// @param look from 0 to [#LOOKS]; what has the same one is drawn alike while one picture lasts
    /// @param reach how far the art goes from its middle
    default void stamp(int look, double x, double y, double reach, Art art) {
        art.draw(this, x, y);
    }

    double width(String text, double size, Weight weight);
}
