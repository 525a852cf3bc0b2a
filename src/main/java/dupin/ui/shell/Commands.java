package dupin.ui.shell;

import java.nio.file.Path;
import java.util.List;

/// What the window's own controls ask for. FX thread; everything returns at once.
public interface Commands {

    /// Lets the user choose a case folder, then opens it.
    void chooseCase();

    void newCase();

    void open(Path folder);

    void openSample(String id);

    void closeCase();

    /// Folders of cases opened before, newest first.
    List<Path> recent();

    List<SampleItem> samples();

    void chooseImport();

    void chooseImportFolder();

    void importFiles(List<Path> files);

    void search(String words);

    /// Stops all automation, or lets it go on.
    void stopAutomation(boolean stop);

    /// Shows the investigations that failed.
    void failed();

    record SampleItem(String id, String name, String summary) {}
}
