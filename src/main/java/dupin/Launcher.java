package dupin;

import dupin.cli.CommandLineMain;
import dupin.cli.GraphBench;
import dupin.cli.Terminal;
import dupin.cli.WindowBench;
import dupin.service.Places;
import dupin.service.Problem;
import dupin.ui.ConsoleApp;
import dupin.ui.Rehearsal;
import dupin.ui.UiBench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.FileHandler;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The entry: with arguments the command line, without them the console; without a display, the sample case in the
/// terminal.
///
/// It is no JavaFX application itself, or Java would look for JavaFX before this class could say what is missing.
public final class Launcher {
    private static final int LOG_BYTES = 4 << 20;

    /// For the build of a distribution.
    private static final String REHEARSE = "--rehearse";

    /// What the command line cannot measure itself.
    private static final WindowBench WINDOW = new WindowBench(Launcher::measure, UiBench::measure);

    private Launcher() {}

    public static void main(String[] args) throws InterruptedException {
        Places places = Places.ofThisProcess();
        configureLogging(places);
        if (args.length > 0 && args[0].equals(REHEARSE)) {
            rehearse(places);
        } else if (args.length > 0) {
            System.exit(CommandLineMain.run(WINDOW, args));
        } else if (!hasDisplay() || !opened(places)) {
            System.exit(withoutDisplay(places));
        }
    }

    private static void rehearse(Places places) throws InterruptedException {
        Path exports = places.data().resolve("exports");
        CommandLineMain.run(
                WINDOW,
                "bench",
                "generate",
                "--tier",
                "S",
                "--alerts",
                "600",
                "--rows",
                "1000",
                "--out",
                exports.toString());
        Rehearsal.run(places, List.of(exports));
        System.exit(0);
    }

    /// A display alone does not make a window: libraries of the system may be missing.
    private static boolean opened(Places places) {
        try {
            ConsoleApp.launch(places);
            return true;
        } catch (Problem e) {
            System.err.println(e.sentence());
            return false;
        }
    }

    private static int withoutDisplay(Places places) throws InterruptedException {
        try {
            return new Terminal(places).run(session -> ConsoleApp.draw(session, places.data().resolve("console.png")));
        } catch (Problem e) {
            System.err.println(e.sentence());
            return 3;
        }
    }

    private static List<GraphBench.Row> measure(List<Integer> sizes, Consumer<String> progress) {
        return ConsoleApp.measure(sizes, progress).stream()
                .map(f ->
                        new GraphBench.Row(
                                f.part(),
                                f.name(),
                                f.value(),
                                f.unit(),
                                f.target(),
                                f.holds(),
                                f.elsewhere(),
                                f.line()))
                .toList();
    }

    private static boolean hasDisplay() {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }

    /// Details go to a file; unless somebody who looks for a fault has named a configuration of his own.
    private static void configureLogging(Places places) {
        if (System.getProperty("java.util.logging.config.file") != null) {
            return;
        }
        try (var configuration = Launcher.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(configuration);
            Files.createDirectories(places.logs());
            var file = new FileHandler(places.logs().resolve("dupin-%g.log").toString(), LOG_BYTES, 3, true);
            file.setFormatter(new SimpleFormatter());
            Logger.getLogger("").addHandler(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The log file in " + places.logs() + " cannot be written", e);
        }
    }
}
