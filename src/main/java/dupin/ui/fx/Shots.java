package dupin.ui.fx;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/// Pictures of what is on the screen, as PNG. FX thread, but for [#write].
public final class Shots {
    private Shots() {}

    public static void save(Scene scene, Path file) throws IOException {
        write(scene.snapshot(null), file);
    }

    /// The node alone, drawn at `scale` (2 for print).
    public static void save(Node node, double scale, Path file) throws IOException {
        var parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(scale, scale));
        parameters.setFill(Color.TRANSPARENT);
        write(node.snapshot(parameters, null), file);
    }

    /// Packs and writes a picture that nobody draws on any more. Any thread, the background best.
    public static void write(WritableImage image, Path file) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try (OutputStream out = Files.newOutputStream(file)) {
            Png.write(image.getPixelReader(), (int) image.getWidth(), (int) image.getHeight(), out);
        }
    }
}
