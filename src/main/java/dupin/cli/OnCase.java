package dupin.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Parameters;

/// A command on a case that there is.
abstract class OnCase implements Callable<Integer> {
    final Setting setting;

    @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
    Path target = Path.of("");

    OnCase(Setting setting) {
        this.setting = setting;
    }
}
