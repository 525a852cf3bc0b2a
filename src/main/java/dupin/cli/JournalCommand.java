package dupin.cli;

import dupin.service.Cases;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dupin journal check CASE`.
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Works on a case's journal.",
        subcommands = JournalCommand.Check.class)
final class JournalCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills the field
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /// Walks the hash chain and names the first broken line.
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Walks the hash chain and names the first broken line.")
    static final class Check implements Callable<Integer> {
        private final Setting setting;

        @Parameters(index = "0", paramLabel = "CASE", description = "Folder of the case.")
        private Path target = Path.of("");

        Check(Setting setting) {
            this.setting = setting;
        }

        @Override
        public Integer call() {
            Cases.JournalState state = Cases.checkJournal(target);
            if (state.whole()) {
                setting.out().printf("The chain is whole: %d entries, head %s%n", state.entries(), state.head());
                return Exit.DONE;
            }
            setting.out().printf("The chain is broken at line %d: %s%n", state.brokenLine(), state.reason());
            return Exit.LOOK;
        }
    }
}
