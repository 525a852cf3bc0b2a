package dupin.ui.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// The choosers of the operating system. FX thread.
final class SystemChoosers implements Choosers {
    @Override
    public void openFiles(Window owner, String title, List<Dialogs.FileKind> kinds, Consumer<List<Path>> chosen) {
        List<File> files = chooser(title, kinds).showOpenMultipleDialog(owner);
        if (files != null && !files.isEmpty()) {
            chosen.accept(files.stream().map(File::toPath).toList());
        }
    }

    @Override
    public void openFolder(Window owner, String title, Consumer<Path> chosen) {
        var chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File folder = chooser.showDialog(owner);
        if (folder != null) {
            chosen.accept(folder.toPath());
        }
    }

    @Override
    public void saveFile(
            Window owner, String title, String suggestedName, List<Dialogs.FileKind> kinds, Consumer<Path> chosen) {
        var chooser = chooser(title, kinds);
        chooser.setInitialFileName(suggestedName);
        File file = chooser.showSaveDialog(owner);
        if (file != null) {
            chosen.accept(file.toPath());
        }
    }

    private static FileChooser chooser(String title, List<Dialogs.FileKind> kinds) {
        var chooser = new FileChooser();
        chooser.setTitle(title);
        for (Dialogs.FileKind kind : kinds) {
            List<String> patterns =
                    kind.extensions().isEmpty() ? List.of("*") : kind.extensions().stream().map(e -> "*." + e).toList();
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.label(), patterns));
        }
        return chooser;
    }
}
