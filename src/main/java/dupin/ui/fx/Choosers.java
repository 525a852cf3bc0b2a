package dupin.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.stage.Window;

/// The system's own boxes to choose files and folders. Nothing is called when the user chooses none. FX thread.
public interface Choosers {

    /// @param owner the window that waits
    void openFiles(Window owner, String title, List<Dialogs.FileKind> kinds, Consumer<List<Path>> chosen);

    void openFolder(Window owner, String title, Consumer<Path> chosen);

    void saveFile(
            Window owner, String title, String suggestedName, List<Dialogs.FileKind> kinds, Consumer<Path> chosen);
}
