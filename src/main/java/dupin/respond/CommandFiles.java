package dupin.respond;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A responder that only writes down what is to be done, for somebody else to do: one set of files for each attempt and for
/// each undo. It cannot tell whether that happened, and says so. Thread-safe.
public final class CommandFiles implements Responder {

    /// What is written.
    public interface Form {
        /// Name of file → text; empty when the form has no words for such an action.
        ///
        /// @param stem begin of the names, safe for every file system
        /// @param undo whether it is to be taken back
        Map<String, String> files(RemediationAction action, String stem, boolean undo);

        boolean knows(ActionType type);
    }

    private final String name;
    private final Path folder;
    private final Attempts attempts;
    private final Form form;
    private final InstantSource clock;

    /// @param folder where the files go
    /// @param ledger file of its memory
    public CommandFiles(String name, Path folder, Path ledger, Form form, InstantSource clock) {
        this.name = name;
        this.folder = folder;
        this.attempts = new Attempts(ledger, name);
        this.form = form;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    /// Somebody may follow what is written.
    @Override
    public boolean real() {
        return true;
    }

    @Override
    public boolean supports(ActionType type) {
        return form.knows(type);
    }

    @Override
    public synchronized Outcome execute(RemediationAction action) {
        Optional<Outcome> known = attempts.outcome(action);
        if (known.isPresent()) {
            return known.get();
        }
        if (!supports(action.type())) {
            return new Outcome(false, name + " has no words for this: " + action.type().label() + ".");
        }
        if (attempts.others(action) > 0) {
            return end(
                    action,
                    Attempts.EXECUTE,
                    new Outcome(true, "It was written down already for another action; now held by one more action."));
        }
        return end(action, Attempts.EXECUTE, write(action, false));
    }

    private Outcome write(RemediationAction action, boolean undo) {
        String stem = (action.attemptId() + (undo ? "-undo" : "")).replaceAll("[^A-Za-z0-9-]", "-");
        Map<String, String> files = new TreeMap<>(form.files(action, stem, undo));
        if (files.isEmpty()) {
            return new Outcome(
                    false, "What the case knows of " + Attempts.place(action) + " is not enough to write it down.");
        }
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            return new Outcome(Status.UNDER_WAY, folder + " cannot be written: " + e.getMessage() + "; tried again.");
        }
        return new Outcome(
                true,
                "Written to "
                        + folder.resolve(files.keySet().iterator().next())
                        + ", for somebody to carry out; whether that happens is not known here.");
    }

    private Outcome end(RemediationAction action, String effect, Outcome outcome) {
        return outcome.status() == Status.UNDER_WAY
                ? outcome
                : attempts.write(action, effect, clock.instant(), outcome, Map.of());
    }

    @Override
    public synchronized Outcome undo(RemediationAction action) {
        Optional<Outcome> known = attempts.undoOutcome(action);
        if (known.isPresent()) {
            return known.get();
        }
        if (attempts.before(action).isEmpty()) {
            return new Outcome(
                    false, "There is nothing to undo: " + Attempts.place(action) + " was not changed by this action.");
        }
        int others = attempts.others(action);
        return end(
                action,
                Attempts.UNDO,
                others > 0
                        ? new Outcome(true, Attempts.place(action) + " " + Attempts.kept(others))
                        : write(action, true));
    }

    @Override
    public Outcome verify(RemediationAction action, boolean expectEffect) {
        return new Outcome(Status.UNKNOWN, "Nobody reads back what a written order leads to.");
    }

    @Override
    public synchronized void close() {
        attempts.close();
    }
}
