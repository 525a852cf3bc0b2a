package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.Found;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Without toolkit and without waiting: time, background and screen are played by hand.
class ChangePumpTest {
    private record Due(long at, long order, Runnable task) {}

    private final PriorityQueue<Due> timer =
            new PriorityQueue<>(
                    (a, b) -> a.at() != b.at() ? Long.compare(a.at(), b.at()) : Long.compare(a.order(), b.order()));
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final List<Throwable> errors = new ArrayList<>();
    private final List<Object> applied = new ArrayList<>();
    private long millis;
    private long order;

    private final ChangePump pump =
            new ChangePump(
                    workers::add,
                    Runnable::run,
                    (wait, task) -> timer.add(new Due(millis + wait.toMillis(), order++, task)),
                    () -> millis * 1_000_000,
                    Duration.ofMillis(200),
                    errors::add);

    private void passTo(long time) {
        while (!timer.isEmpty() && timer.peek().at() <= time) {
            millis = Math.max(millis, timer.peek().at());
            timer.poll().task().run();
        }
        millis = time;
    }

    private void work() {
        while (!workers.isEmpty()) {
            workers.poll().run();
        }
    }

    @Test
    void theFirstSignalPassesAtOnceAndAThousandMoreMakeOneQueryPerPeriod() {
        var queries = new AtomicInteger();
        Live<Integer> live = pump.live(queries::incrementAndGet, applied::add);
        for (int t = 0; t < 1_000; t++) {
            live.invalidate();
            passTo(t);
            work();
        }
        assertThat(applied).containsExactly(1, 2, 3, 4, 5);
        passTo(5_000);
        work();
        assertThat(applied).as("the last signal is not lost").hasSize(6);
        passTo(50_000);
        work();
        assertThat(queries).as("nothing runs when nothing changes").hasValue(6);
    }

    @Test
    void aSearchAsksAgainUntilItsAnswerIsWholeAndOnlyForTheLastWords() {
        var indexed = new AtomicBoolean();
        var searching =
                new Searching<String>(
                        pump,
                        words -> indexed.get() ? Found.whole(List.of(words)) : new Found<>(List.of(), false),
                        applied::add);
        searching.ask("ma");
        searching.ask(" mallory ");
        passTo(0);
        work();
        assertThat(applied).containsExactly(new Found<String>(List.of(), false));
        indexed.set(true);
        passTo(1_000);
        work();
        assertThat(applied).last().isEqualTo(Found.whole(List.of("mallory")));
        passTo(50_000);
        work();
        assertThat(applied).as("nobody asks when all is said").hasSize(2);
    }

    @Test
    void aSignalDuringAQueryIsAnsweredByAnother() {
        var value = new AtomicInteger(1);
        Live<Integer> live = pump.live(value::get, applied::add);
        live.invalidate();
        passTo(0);
        Runnable running = workers.poll();
        value.set(1);
        running.run();
        live.invalidate();
        value.set(2);
        passTo(199);
        assertThat(workers).isEmpty();
        passTo(200);
        work();
        assertThat(applied).containsExactly(1, 2);
    }

    @Test
    void atMostOneQueryRunsAtATime() {
        Live<Integer> live = pump.live(() -> 1, applied::add);
        for (int t = 0; t < 5_000; t += 100) {
            live.invalidate();
            passTo(t);
        }
        assertThat(workers).hasSize(1);
    }

    @Test
    void theAnswerToAReplacedQuestionIsDroppedAndTheNewOneDoesNotWait() {
        Live<String> live = pump.live(() -> "old", applied::add);
        live.invalidate();
        passTo(0);
        Runnable slow = workers.poll();
        live.replace(() -> "new");
        passTo(1);
        work();
        slow.run();
        assertThat(applied).containsExactly("new");
        live.invalidate();
        passTo(1_000);
        work();
        assertThat(applied).containsExactly("new", "new");
    }

    @Test
    void aFailureIsToldAndTheNextSignalTriesAgain() {
        var calls = new AtomicInteger();
        Live<Integer> live =
                pump.live(
                        () -> {
                            if (calls.incrementAndGet() == 1) {
                                throw new IllegalStateException("store is closed");
                            }
                            return calls.get();
                        },
                        applied::add);
        live.invalidate();
        passTo(0);
        work();
        assertThat(errors).singleElement().extracting(Throwable::getMessage).isEqualTo("store is closed");
        live.invalidate();
        passTo(1_000);
        work();
        assertThat(applied).containsExactly(2);
    }

    @Test
    void aFailingApplyDoesNotStall() {
        Live<Integer> live =
                pump.live(
                        () -> 1,
                        x -> {
                            applied.add(x);
                            throw new IllegalStateException("view");
                        });
        live.invalidate();
        passTo(0);
        work();
        live.invalidate();
        passTo(1_000);
        work();
        assertThat(applied).hasSize(2);
        assertThat(errors).hasSize(2);
    }

    @Test
    void aRefusingExecutorIsAnErrorAndNotAStall() {
        var refusing =
                new ChangePump(
                        _ -> {
                            throw new RejectedExecutionException("closed");
                        },
                        Runnable::run,
                        (wait, task) -> timer.add(new Due(millis + wait.toMillis(), order++, task)),
                        () -> millis * 1_000_000,
                        Duration.ofMillis(200),
                        errors::add);
        Live<Integer> live = refusing.live(() -> 1, applied::add);
        live.invalidate();
        passTo(0);
        live.invalidate();
        passTo(300);
        assertThat(errors).hasSize(2);
    }

    @Test
    void nothingIsAppliedAfterDispose() {
        Live<Integer> live = pump.live(() -> 1, applied::add);
        live.invalidate();
        passTo(0);
        live.dispose();
        work();
        live.invalidate();
        passTo(1_000);
        work();
        assertThat(applied).isEmpty();
    }

    @Test
    void answersThatNobodyWaitsForComeOneFrameAfterTheOther() {
        Live<String> left = pump.live(() -> "left", answer -> applied.add(answer + millis));
        Live<String> right = pump.live(() -> "right", answer -> applied.add(answer + millis));
        Live<String> third = pump.live(() -> "third", answer -> applied.add(answer + millis));
        left.invalidate();
        right.invalidate();
        passTo(0);
        work();
        assertThat(applied).as("the first answers are awaited").containsExactly("left0", "right0");

        applied.clear();
        left.invalidate();
        right.invalidate();
        passTo(200);
        work();
        third.invalidate();
        passTo(201);
        work();
        passTo(300);
        assertThat(applied).containsExactly("left200", "third201", "right240");
    }

    @Test
    void anotherQuestionDoesNotWaitForItsTurn() {
        Live<String> busy = pump.live(() -> "busy", answer -> applied.add(answer + millis));
        Live<String> asked = pump.live(() -> "old", answer -> applied.add(answer + millis));
        busy.invalidate();
        asked.invalidate();
        passTo(0);
        work();
        applied.clear();
        busy.invalidate();
        passTo(200);
        work();
        asked.replace(() -> "new");
        passTo(205);
        work();
        assertThat(applied).containsExactly("busy200", "new205");
    }
}
