package dupin.cli;

import dupin.service.Problem;
import dupin.service.Product;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `dupin` with arguments.
@Command(
        name = "dupin",
        mixinStandardHelpOptions = true,
        version = Product.NAME + " " + Product.VERSION,
        description = "Opens an exported security case, investigates every alert and explains each verdict.",
        subcommands = {
            ImportCommand.class,
            InvestigateCommand.class,
            DetectCommand.class,
            VerdictsCommand.class,
            ActionsCommand.class,
            PolicyCommand.class,
            PeopleCommand.class,
            PacksCommand.class,
            RebuildCommand.class,
            JournalCommand.class,
            BenchCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  done, but look: rejected records, refused files, a broken chain",
            "  2  wrong usage",
            "  3  not done; the message says why",
            "",
            "Without arguments the console window opens."
        })
public final class CommandLineMain implements Runnable {
    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    @SuppressWarnings("NullAway.Init") // picocli fills the field
    public CommandLineMain() {}

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /// Runs the arguments and answers the exit code.
    ///
    /// @param window measures what is drawn
    public static int run(WindowBench window, String... args) {
        return run(
                window,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }

    /// Runs the arguments with other streams.
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(WindowBench.NONE, out, err, args);
    }

    private static int run(WindowBench window, PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new CommandLineMain(), new Factory(new Setting(Clock.systemUTC(), out, err, window)))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, command, _) -> {
                    if (e instanceof Problem problem) {
                        command.getErr().println(problem.sentence());
                        return Exit.NOT_DONE;
                    }
                    System.getLogger(CommandLineMain.class.getName())
                            .log(System.Logger.Level.ERROR, "Command failed", e);
                    command.getErr().println("This failed unexpectedly: " + e + ". What was committed before is kept.");
                    return Exit.NOT_DONE;
                })
                .execute(args);
    }

    /// Hands each command its surroundings.
    private record Factory(Setting setting) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Setting.class).newInstance(setting);
            } catch (NoSuchMethodException _) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }
}
