package dupin.cli;

import dupin.service.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `dupin bench ui CASE`.
@Command(
        name = "ui",
        mixinStandardHelpOptions = true,
        description =
                "Measures how long pages, tabs, flyouts and timelines of a case take from the key to the picture.")
final class BenchUiCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
    private Path folder = Path.of("");

    BenchUiCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(folder.resolve("journal.ndjson"))) {
            throw new Problem(
                    "There is no case at " + folder + ".",
                    "Nothing was created.",
                    "Create one with `dupin import CASE FILE…`.");
        }
        setting.window().screen().measure(folder).forEach(line -> setting.out().println(Printable.text(line)));
        return Exit.DONE;
    }
}
