package dupin.cli;

import dupin.service.Cases;
import dupin.service.Progress;
import picocli.CommandLine.Command;

/// `dupin rebuild CASE`: deletes the store and builds it from journal and originals.
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Builds the store of a case anew from its journal and originals.")
final class RebuildCommand extends OnCase {

    RebuildCommand(Setting setting) {
        super(setting);
    }

    @Override
    public Integer call() {
        String digest = new Cases(setting.clock(), 1).rebuild(target, Progress.NONE);
        setting.out().println("Rebuilt. Store digest " + digest);
        return Exit.DONE;
    }
}
