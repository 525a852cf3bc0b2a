package dupin.ui.graph;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Measured figures go to `target/figures.txt`; they are looked at, not asserted.
final class Figures {
    private Figures() {}

    /// CPU time of this thread in nanoseconds: other load on the machine does not count.
    static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static void note(String line) throws IOException {
        Path file = Path.of("target", "figures.txt");
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
