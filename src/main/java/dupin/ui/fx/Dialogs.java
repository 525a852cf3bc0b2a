package dupin.ui.fx;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Everything that a view may ask the user. Answers come by callback on the FX thread; nothing is called when the user
/// dismisses the question. One question at a time. FX thread.
public interface Dialogs {

    /// @param title the act as verb, object and count: `Isolate 3 devices?`
    /// @param text what will happen, and whether it can be undone
    /// @param verb the button's word, as in the title
    /// @param typed what must be typed before the button works; "" for none
    record Confirmation(String title, String text, String verb, Danger danger, String typed) {}

    enum Danger {
        HARMLESS,
        DISRUPTIVE
    }

    record Question(String title, String text, String prompt, String verb, Need need) {}

    enum Need {
        OPTIONAL,

        /// An empty answer is refused.
        REQUIRED,

        /// As above, and it is one line.
        NAME
    }

    /// @param details for the support, shown in mono and copied by a button; "" for none
    record Problem(String title, String text, String details) {}

    /// A box with controls of the view's own.
    ///
    /// @param first gets the focus
    /// @param ready whether the verb can be pressed
    /// @param wide for tables and long lines
    record Form(
            String title,
            String text,
            Node content,
            Node first,
            String verb,
            Danger danger,
            ObservableValue<Boolean> ready,
            boolean wide) {}

    /// What is only read.
    ///
    /// @param wide for long lines
    record Sheet(String title, Node content, boolean wide) {}

    /// @param extensions without the dot, for example `json`; empty for all files
    record FileKind(String label, List<String> extensions) {}

    void confirm(Confirmation confirmation, Runnable confirmed);

    /// Asks for a text, for example the comment of a decision.
    void ask(Question question, Consumer<String> answered);

    /// Shows the form; `done` is called when its verb is pressed.
    void form(Form form, Runnable done);

    /// Shows something to read, with a button that closes it.
    void show(Sheet sheet);

    void error(Problem problem);

    void openFiles(String title, List<FileKind> kinds, Consumer<List<Path>> chosen);

    void openFolder(String title, Consumer<Path> chosen);

    void saveFile(String title, String suggestedName, List<FileKind> kinds, Consumer<Path> chosen);
}
