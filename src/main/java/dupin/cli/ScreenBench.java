package dupin.cli;

import java.nio.file.Path;
import java.util.List;

/// Measures the window over a case; put in by the launcher, for the command line knows no window.
@FunctionalInterface
public interface ScreenBench {

    /// @param caseFolder a case, which is only read
    /// @return what was measured, a line each
    List<String> measure(Path caseFolder);
}
