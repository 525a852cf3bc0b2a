package dupin.ui.hunting;

import dupin.model.hunt.HuntSyntaxException;
import dupin.service.Hunt;
import dupin.service.Progress;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;

/// What came of running a query.
sealed interface HuntAnswer {

    record Found(Hunt hunt, long millis) implements HuntAnswer {}

    record Wrong(HuntSyntaxException error) implements HuntAnswer {}

    record CalledOff(long looked) implements HuntAnswer {}

    /// A hunt under way: any thread may call it off, the one that runs it hears of it at its next step.
    final class Run implements Progress {
        private volatile boolean off;
        private volatile long looked;

        void callOff() {
            off = true;
        }

        @Override
        public boolean cancelled() {
            return off;
        }

        @Override
        public void report(String what, long done, long total) {
            looked = done;
        }

        /// Blocks.
        HuntAnswer of(String text, BiFunction<String, Progress, Hunt> hunting) {
            long start = System.nanoTime();
            try {
                Hunt hunt = hunting.apply(text, this);
                return new Found(hunt, (System.nanoTime() - start) / 1_000_000);
            } catch (HuntSyntaxException e) {
                return new Wrong(e);
            } catch (CancellationException _) {
                return new CalledOff(looked);
            }
        }
    }
}
