package dupin.ui;

import dupin.service.SettingsFile;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Pack folders in the settings file, and whoever holds a copy of the settings is told.
///
/// @param changed told of the folders after each change, from any thread
record RememberedFolders(SettingsFile file, Consumer<List<String>> changed) implements PackFolders {
    @Override
    public void remember(Path folder) {
        file.rememberPacks(folder);
        changed.accept(file.get().packFolders());
    }

    @Override
    public void forget(Path folder) {
        file.forgetPacks(folder);
        changed.accept(file.get().packFolders());
    }
}
