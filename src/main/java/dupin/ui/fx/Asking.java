package dupin.ui.fx;

import dupin.service.Problem;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Has something done in the background. A refusal is shown as its sentence; whatever was on the screen stays. FX thread.
public final class Asking {
    private Asking() {}

    private record Answer<T>(@Nullable T value, @Nullable Problem problem) {}

    /// @param refused what the box of a refusal is titled
    /// @param work blocks
    /// @param then takes the answer
    public static <T> void of(Frame frame, String refused, Supplier<T> work, Consumer<T> then) {
        frame.pump()
                .once(
                        () -> answer(work),
                        answer -> {
                            if (answer.problem() != null) {
                                frame.dialogs().error(new Dialogs.Problem(refused, answer.problem().sentence(), ""));
                            } else if (answer.value() != null) {
                                then.accept(answer.value());
                            }
                        });
    }

    private static <T> Answer<T> answer(Supplier<T> work) {
        try {
            return new Answer<>(work.get(), null);
        } catch (Problem no) {
            return new Answer<>(null, no);
        }
    }
}
