package dupin.ui;

import java.nio.file.Path;

/// The folders whose packs new cases begin with. From any thread.
interface PackFolders {
    PackFolders NONE =
            new PackFolders() {
                @Override
                public void remember(Path folder) {
                    // Nothing outlives the case.
                }

                @Override
                public void forget(Path folder) {
                    // Nothing was remembered.
                }
            };

    void remember(Path folder);

    void forget(Path folder);
}
