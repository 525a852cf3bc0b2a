package dupin.ui.fx;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/// Dialogs for tests: answers are given beforehand, what was asked can be looked at. Without an answer the question is dismissed.
public final class ScriptedDialogs implements Dialogs {
    public final List<Record> asked = new ArrayList<>();
    private final Deque<Object> answers = new ArrayDeque<>();

    /// The next confirmation is confirmed.
    public ScriptedDialogs yes() {
        answers.add(true);
        return this;
    }

    /// The next question gets this text.
    public ScriptedDialogs text(String answer) {
        answers.add(answer);
        return this;
    }

    /// The next chooser gives these.
    public ScriptedDialogs files(Path... files) {
        answers.add(List.of(files));
        return this;
    }

    @Override
    public void confirm(Confirmation confirmation, Runnable confirmed) {
        asked.add(confirmation);
        if (answers.poll() != null) {
            confirmed.run();
        }
    }

    @Override
    public void ask(Question question, Consumer<String> answered) {
        asked.add(question);
        if (answers.poll() instanceof String answer) {
            answered.accept(answer);
        }
    }

    @Override
    public void form(Form form, Runnable done) {
        asked.add(form);
        if (answers.poll() != null && form.ready().getValue()) {
            done.run();
        }
    }

    @Override
    public void show(Sheet sheet) {
        asked.add(sheet);
    }

    @Override
    public void error(Problem problem) {
        asked.add(problem);
    }

    @Override
    public void openFiles(String title, List<FileKind> kinds, Consumer<List<Path>> chosen) {
        List<Path> files = files();
        if (!files.isEmpty()) {
            chosen.accept(files);
        }
    }

    @Override
    public void openFolder(String title, Consumer<Path> chosen) {
        files().stream().findFirst().ifPresent(chosen);
    }

    @Override
    public void saveFile(String title, String suggestedName, List<FileKind> kinds, Consumer<Path> chosen) {
        files().stream().findFirst().ifPresent(chosen);
    }

    private List<Path> files() {
        return answers.poll() instanceof List<?> files ? files.stream().map(Path.class::cast).toList() : List.of();
    }
}
