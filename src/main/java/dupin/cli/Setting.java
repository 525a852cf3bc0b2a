package dupin.cli;

import dupin.service.CaseSession;
import dupin.service.Cases;
import dupin.service.Problem;
import dupin.service.Progress;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// What commands share: streams, clock and the way to open a case.
///
/// @param screen measures the window; null where there is none
record Setting(Clock clock, PrintWriter out, PrintWriter err, @Nullable ScreenBench screen) {

    static final String ACTOR = System.getProperty("user.name", "analyst");

    CaseSession open(Path folder, int workers) {
        return new Cases(clock, workers).open(folder, Progress.NONE);
    }

    /// Opens a case that must be there already.
    CaseSession existing(Path folder, int workers) {
        if (!Files.isRegularFile(folder.resolve("journal.ndjson"))) {
            throw new Problem(
                    "There is no case at " + folder + ".",
                    "Nothing was created.",
                    "Create one with `dupin import CASE FILE…`.");
        }
        return open(folder, workers);
    }
}
