package dupin.ui.graph;

import dupin.ui.fx.Dialogs;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Shots;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.image.WritableImage;

/// Keeps the picture in a file that the user chooses. Drawing, packing and writing run in the background; the window only draws
/// the words. FX thread.
public final class GraphExport {
    private final GraphCanvas graph;
    private final Frame frame;

    private enum Format {
        PNG,
        SVG
    }

    /// What became of a file; `failure` is "" when it was written.
    private record Written(Path file, long bytes, String failure) {}

    @FunctionalInterface
    private interface Writing {
        void to(Path file) throws IOException;
    }

    public GraphExport(GraphCanvas graph, Frame frame) {
        this.graph = graph;
        this.frame = frame;
    }

    public void png() {
        ask(
                Format.PNG,
                file -> {
                    GraphSheet sheet = graph.sheet();
                    var masks = new Masks(0);
                    frame.pump().once(() -> sheet.raster(masks), _ -> write(file, sheet, masks));
                });
    }

    /// Once its words are known the picture can be drawn whole.
    private void write(Path file, GraphSheet sheet, Masks masks) {
        while (masks.make()) {
            // A sheet at a time.
        }
        write(file, path -> Shots.write(new WritableImage(sheet.raster(masks).buffer()), path));
    }

    public void svg() {
        ask(
                Format.SVG,
                file -> {
                    GraphSheet sheet = graph.sheet();
                    write(file, sheet::saveSvg);
                });
    }

    private void ask(Format format, Consumer<Path> chosen) {
        if (graph.getGraph().nodes().isEmpty()) {
            frame.toasts().warn(Messages.text("graph.nothingToExport"));
            return;
        }
        String extension = format.name().toLowerCase(Locale.ROOT);
        frame.dialogs()
                .saveFile(
                        Messages.text("graph.export", format.name()),
                        "investigation-graph." + extension,
                        List.of(new Dialogs.FileKind(format.name(), List.of(extension))),
                        file -> chosen.accept(named(file, extension)));
    }

    private static Path named(Path file, String extension) {
        String name = String.valueOf(file.getFileName());
        return name.contains(".") ? file : file.resolveSibling(name + "." + extension);
    }

    private void write(Path file, Writing writing) {
        frame.pump()
                .once(
                        () -> {
                            try {
                                writing.to(file);
                                return new Written(file, Files.size(file), "");
                            } catch (IOException e) {
                                return new Written(file, 0, reason(e));
                            }
                        },
                        this::tell);
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException _ -> Messages.text("graph.denied");
            case NoSuchFileException _ -> Messages.text("graph.noFolder");
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private void tell(Written written) {
        if (written.failure().isEmpty()) {
            long kilobytes = Math.max(1, Math.round(written.bytes() / 1024.0));
            frame.toasts().say(Messages.text("graph.exported", written.file().toAbsolutePath().toString(), kilobytes));
        } else {
            frame.dialogs()
                    .error(
                            new Dialogs.Problem(
                                    Messages.text("graph.notExported"),
                                    Messages.text(
                                            "graph.notExportedHelp", written.file().toString(), written.failure()),
                                    ""));
        }
    }
}
