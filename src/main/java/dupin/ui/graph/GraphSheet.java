package dupin.ui.graph;

import dupin.ui.fx.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The whole picture as it was when the sheet was made, to be kept in a file. Immutable; drawing may run on any thread.
record GraphSheet(Picture picture, GraphRoles roles) {
    private static final double MARGIN = 90;

    /// Longest side of a PNG in pixels.
    private static final double LARGEST = 6_000;

    /// SVG whose text can be selected.
    String svg() {
        GraphViewport whole = whole(1);
        var pen = new SvgPen(new Texts());
        GraphPainter.paint(pen, picture, whole, roles, GraphPainter.Attention.NONE);
        return pen.document(whole.width(), whole.height(), Messages.text("graph.svgTitle"));
    }

    void saveSvg(Path file) throws IOException {
        Files.writeString(file, svg(), StandardCharsets.UTF_8);
    }

    /// Twice as large as life where that is possible. Words that `masks` has not are left out and asked for.
    Raster raster(Masks masks) {
        GraphPositions.Bounds bounds = bounds();
        GraphViewport whole = whole(Math.min(2, LARGEST / Math.max(bounds.width(), bounds.height())));
        var raster = new Raster((int) whole.width(), (int) whole.height());
        GraphPainter.paint(new RasterPen(raster, 1, masks), picture, whole, roles, GraphPainter.Attention.NONE);
        return raster;
    }

    private GraphPositions.Bounds bounds() {
        return picture.positions().bounds().grown(MARGIN);
    }

    private GraphViewport whole(double zoom) {
        GraphPositions.Bounds bounds = bounds();
        return new GraphViewport(
                (bounds.left() + bounds.right()) / 2,
                (bounds.top() + bounds.bottom()) / 2,
                zoom,
                Math.ceil(bounds.width() * zoom),
                Math.ceil(bounds.height() * zoom));
    }
}
