package dupin.ui.fx;

import dupin.service.Problem;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Has something done in the background. A refusal is shown as its sentence, any other failure goes where those of the
/// [ChangePump] go; whatever was on the screen stays. FX thread.
public final class Asking {
    private Asking() {}

    private sealed interface Outcome<T> {
        record Done<T>(T answer) implements Outcome<T> {}

        record Refused<T>(Problem problem) implements Outcome<T> {}

        record Failed<T>(Throwable failure) implements Outcome<T> {}
    }

    /// @param refused what the box of a refusal is titled
    /// @param work blocks
    /// @param then takes the answer
    public static <T> void of(Frame frame, String refused, Supplier<T> work, Consumer<T> then) {
        of(frame, refused, work, then, () -> {});
    }

    /// @param after runs once the work has ended, however it did, before anything is told of it
    public static <T> void of(Frame frame, String refused, Supplier<T> work, Consumer<T> then, Runnable after) {
        ChangePump pump = frame.pump();
        pump.once(
                () -> outcome(work),
                outcome -> {
                    after.run();
                    switch (outcome) {
                        case Outcome.Done<T>(T answer) -> then.accept(answer);
                        case Outcome.Refused<T>(Problem problem) ->
                                frame.dialogs().error(new Dialogs.Problem(refused, problem.sentence(), ""));
                        case Outcome.Failed<T>(Throwable failure) -> pump.onError().accept(failure);
                    }
                });
    }

    private static <T> Outcome<T> outcome(Supplier<T> work) {
        try {
            return new Outcome.Done<>(work.get());
        } catch (Problem problem) {
            return new Outcome.Refused<>(problem);
        } catch (RuntimeException | Error failure) {
            return new Outcome.Failed<>(failure);
        }
    }
}
