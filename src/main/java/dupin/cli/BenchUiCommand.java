package dupin.cli;

import dupin.service.Problem;
import java.nio.file.Files;
import picocli.CommandLine.Command;

/// `dupin bench ui CASE`.
@Command(
        name = "ui",
        mixinStandardHelpOptions = true,
        description =
                "Measures how long pages, tabs, flyouts and timelines of a case take from the key to the picture.")
final class BenchUiCommand extends OnCase {

    BenchUiCommand(Setting setting) {
        super(setting);
    }

    @Override
    public Integer call() {
        if (!Files.isRegularFile(target.resolve("journal.ndjson"))) {
            throw new Problem(
                    "There is no case at " + target + ".",
                    "Nothing was created.",
                    "Create one with `dupin import CASE FILE…`.");
        }
        setting.window().screen().measure(target).forEach(line -> setting.out().println(Printable.text(line)));
        return Exit.DONE;
    }
}
