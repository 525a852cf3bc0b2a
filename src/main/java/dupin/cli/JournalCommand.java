package dupin.cli;

import dupin.service.CaseSession;
import dupin.service.Cases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `dupin journal check CASE`.
@Command(
        name = "journal",
        mixinStandardHelpOptions = true,
        description = "Works on a case's journal.",
        subcommands = {JournalCommand.Check.class, JournalCommand.Signatures.class, JournalCommand.Sign.class})
final class JournalCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills the field
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getErr());
    }

    /// Checks the signatures of approvals and of the journal's own end.
    @Command(
            name = "signatures",
            mixinStandardHelpOptions = true,
            description = "Checks every signature; exit code 1 where one does not hold.")
    static final class Signatures extends OnCase {

        Signatures(Setting setting) {
            super(setting);
        }

        @Override
        public Integer call() {
            Cases.Signatures found = Cases.checkSignatures(target);
            setting.out().printf("%d of %d approvals are signed%n", found.signedApprovals(), found.approvals());
            setting.out()
                    .println(
                            found.signedUpTo() < 0
                                    ? "Nobody has signed the journal"
                                    : "The journal is signed up to entry " + found.signedUpTo());
            found.keys()
                    .forEach((name, keys) ->
                            keys.forEach(key -> setting.out().printf("  %-24s %s%n", Printable.text(name), key)));
            found.bad().forEach(line -> setting.out().println(Printable.text(line)));
            return found.bad().isEmpty() ? Exit.DONE : Exit.LOOK;
        }
    }

    /// Signs the journal as it stands.
    @Command(
            name = "sign",
            mixinStandardHelpOptions = true,
            description = "Signs the journal's head with the key of the operator who gives the command.")
    static final class Sign extends OnCase {

        Sign(Setting setting) {
            super(setting);
        }

        @Override
        public Integer call() {
            try (CaseSession session = setting.existing(target, 1)) {
                var signed = session.signing().sign();
                setting.out().printf("Signed: %d entries, head %s%n", signed.lastSeq() + 1, signed.head());
                return Exit.DONE;
            }
        }
    }

    /// Walks the hash chain and names the first broken line.
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Walks the hash chain and names the first broken line.")
    static final class Check extends OnCase {

        Check(Setting setting) {
            super(setting);
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
