package dupin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/// The entry: without arguments the console, with arguments the command line.
///
/// It is no JavaFX application itself, or Java would look for JavaFX before this class could say what is missing.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        configureLogging();
        System.out.println("Dupin " + Launcher.class.getPackage().getImplementationVersion());
    }

    /// Unless somebody who looks for a fault has named a configuration of his own.
    private static void configureLogging() {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (var configuration = Launcher.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
