package dupin.cli;

import dupin.service.CaseSession;
import dupin.service.Cases;
import dupin.service.People;
import dupin.service.Places;
import dupin.service.Problem;
import dupin.service.Progress;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;

/// What commands share: streams, clock, what measures the window, and the way to open a case.
record Setting(Clock clock, PrintWriter out, PrintWriter err, WindowBench window) {

    /// In whose name commands are given: `DUPIN_OPERATOR`, else the user of this process.
    static final String ACTOR =
            Objects.requireNonNullElse(System.getenv("DUPIN_OPERATOR"), System.getProperty("user.name", "analyst"));

    /// Opens a case for whoever gives the command. Where operators are set up, the passphrase is asked for.
    CaseSession open(Path folder, int workers) {
        People people = people();
        signIn(people);
        return new Cases(clock, workers).open(folder, people, Progress.NONE);
    }

    People people() {
        return new People(Places.ofThisProcess().operators(), clock);
    }

    void signIn(People people) {
        if (people.configured()) {
            people.signIn(ACTOR, passphrase("Passphrase of " + ACTOR));
        }
    }

    static char[] passphrase(String prompt) {
        var console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s: ", prompt);
        if (typed == null) {
            throw new Problem(
                    "A passphrase is needed and there is no terminal to type it.",
                    "Nothing was done.",
                    "Run the command in a terminal; DUPIN_OPERATOR names the operator.");
        }
        return typed;
    }

    /// Opens a case that must be there already.
    CaseSession existing(Path folder, int workers) {
        if (!Files.isRegularFile(folder.resolve("journal.ndjson"))) {
            throw new Problem(
                    "There is no case at " + folder + ".",
                    "Nothing was created.",
                    "Create one with `dupin import CASE FILE…`.");
        }
        return open(folder, workers);
    }
}
