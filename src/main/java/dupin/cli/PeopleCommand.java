package dupin.cli;

import dupin.model.people.Command;
import dupin.model.people.Operator;
import dupin.model.people.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `dupin people …`: the operators of this console and what their roles may do.
@picocli.CommandLine.Command(
        name = "people",
        mixinStandardHelpOptions = true,
        description = "Shows and names the operators of this console.",
        subcommands = {PeopleCommand.Roles.class, PeopleCommand.Show.class, PeopleCommand.Add.class})
final class PeopleCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills the field
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /// `dupin people roles`: every command × every role.
    @picocli.CommandLine.Command(
            name = "roles",
            mixinStandardHelpOptions = true,
            description = "Prints what each role may do; what is not named is denied.")
    static final class Roles implements Callable<Integer> {
        private final Setting setting;

        Roles(Setting setting) {
            this.setting = setting;
        }

        @Override
        public Integer call() {
            var head = new StringBuilder("%-30s".formatted(""));
            for (Role role : Role.values()) {
                head.append("%-15s".formatted(role.label()));
            }
            setting.out().println(head.toString().stripTrailing());
            for (Command command : Command.values()) {
                var line = new StringBuilder("%-30s".formatted(command.label()));
                for (Role role : Role.values()) {
                    line.append("%-15s".formatted(role.may(command) ? "yes" : "-"));
                }
                setting.out().println(line.toString().stripTrailing());
            }
            return Exit.DONE;
        }
    }

    /// `dupin people list`.
    @picocli.CommandLine.Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Prints the operators and their public keys.")
    static final class Show implements Callable<Integer> {
        private final Setting setting;

        Show(Setting setting) {
            this.setting = setting;
        }

        @Override
        public Integer call() {
            var people = setting.people();
            if (!people.configured()) {
                setting.out().println("No operators are set up: one local administrator may do everything.");
            }
            for (Operator one : people.list()) {
                setting.out()
                        .printf("%-24s %-15s %s%n", Printable.text(one.name()), one.role().label(), one.publicKey());
            }
            return Exit.DONE;
        }
    }

    /// `dupin people add NAME --role ROLE`: asks for the passphrase.
    @picocli.CommandLine.Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Names an operator; the first one must be an administrator. The passphrase is asked for.")
    static final class Add implements Callable<Integer> {
        private final Setting setting;

        @Parameters(index = "0", paramLabel = "NAME", description = "Name of the operator.")
        private String name = "";

        @Option(names = "--role", required = true, description = "${COMPLETION-CANDIDATES}")
        private Role role = Role.READER;

        Add(Setting setting) {
            this.setting = setting;
        }

        @Override
        public Integer call() {
            var people = setting.people();
            setting.signIn(people);
            people.add(name, role, Setting.passphrase("Passphrase of " + name));
            setting.out().printf("%s is %s%n", Printable.text(name), role.label());
            return Exit.DONE;
        }
    }
}
