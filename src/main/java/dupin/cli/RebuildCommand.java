package dupin.cli;

import dupin.service.Cases;
import dupin.service.Progress;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `dupin rebuild CASE`: deletes the store and builds it from journal and originals.
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Builds the store of a case anew from its journal and originals.")
final class RebuildCommand implements Callable<Integer> {
    private final Setting setting;

    @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
    private Path target = Path.of("");

    RebuildCommand(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Integer call() {
        String digest = new Cases(setting.clock(), 1).rebuild(target, Progress.NONE);
        setting.out().println("Rebuilt. Store digest " + digest);
        return Exit.DONE;
    }
}
