package dupin.respond;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// A responder that only writes down what is to be done, for somebody else to do: one set of files for each attempt and for
/// each undo. It cannot tell whether that happened, and says so. Thread-safe.
public final class CommandFiles extends OrderGiver {

    /// What is written.
    public interface Form {
        /// Name of file → text; empty when the form has no words for such an action.
        ///
        /// @param stem begin of the names, safe for every file system
        /// @param undo whether it is to be taken back
        Map<String, String> files(RemediationAction action, String stem, boolean undo);

        boolean knows(ActionType type);
    }

    private final Path folder;
    private final Form form;

    /// @param folder where the files go
    /// @param ledger file of its memory
    public CommandFiles(String name, Path folder, Path ledger, Form form, InstantSource clock) {
        super(name, ledger, clock);
        this.folder = folder;
        this.form = form;
    }

    @Override
    public boolean supports(ActionType type) {
        return form.knows(type);
    }

    @Override
    protected String speaker() {
        return name();
    }

    @Override
    protected String given() {
        return "It was written down already for another action";
    }

    @Override
    protected Outcome order(RemediationAction action, boolean undo) {
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

    /// Makes a file in the folder and deletes it.
    @Override
    public Outcome probe() {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "probe", ".tmp"));
            return new Outcome(true, "Files can be written to " + folder + ".");
        } catch (IOException e) {
            return new Outcome(false, folder + " cannot be written: " + e.getMessage() + ".");
        }
    }

    @Override
    public Outcome verify(RemediationAction action, boolean expectEffect) {
        return new Outcome(Status.UNKNOWN, "Nobody reads back what a written order leads to.");
    }
}
