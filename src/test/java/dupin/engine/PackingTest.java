package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.StepRecord;
import dupin.model.Entry;
import dupin.model.row.LogLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final String[] TEXTS = {
        "",
        "Files",
        "Weighs place and name",
        "Größe \u2192",
        "\uD83D\uDE00 face",
        "half \uD83D",
        "zero \0 inside",
        "x".repeat(3_000)
    };

    private final Random random = new Random(7);
    private final Texts texts = new Texts();

    @Test
    void everyLineComesBackAsItWas() {
        var book = new LogBook(texts);
        var lines = new ArrayList<LogLine>();
        for (int i = 0; i < 400; i++) {
            LogLine line =
                    new LogLine(
                            i * 3L,
                            text(),
                            text(),
                            text(),
                            text(),
                            text(),
                            text(),
                            text(),
                            time(),
                            time(),
                            duration(),
                            duration(),
                            duration(),
                            i % 5 == 0
                                    ? List.of(
                                            new Entry.Change("status", text(), text()),
                                            new Entry.Change("tags", text(), ""))
                                    : List.of());
            lines.add(line);
            book.add(line);
        }
        assertThat(book.lines()).isEqualTo(lines);
        assertThat(book.copy().lines()).isEqualTo(lines);
    }

    @Test
    void linesOfTwoIncidentsComeInTheOrderOfTheJournal() {
        var one = new LogBook(texts);
        var two = new LogBook(texts);
        for (int i = 0; i < 20; i++) {
            (i % 3 == 0 ? one : two).add(line(i));
        }
        one.addAll(two.lines());
        one.add(line(20));
        assertThat(one.lines()).extracting(LogLine::id).isSorted().hasSize(21).doesNotHaveDuplicates();
    }

    @Test
    void stepsOfAMomentStayWhatTheyWere() {
        var log = new StepLog(texts);
        var steps = new ArrayList<StepRecord>();
        for (int i = 0; i < 100; i++) {
            StepRecord step = step(i, text());
            steps.add(step);
            log.add(step);
        }
        List<StepRecord> then = log.list();
        StepLog copy = log.copy();
        log.close();
        log.add(step(100, "later"));
        assertThat(then).isEqualTo(steps).hasSize(100);
        assertThat(then.get(42)).isEqualTo(steps.get(42));
        assertThat(copy.list()).isEqualTo(steps);
        assertThat(log.list()).hasSize(101).startsWith(steps.toArray(StepRecord[]::new));
    }

    @Test
    void aStepThatSaysWhatAnEarlierRunSaidIsNoNews() {
        var log = new StepLog(texts);
        assertThat(log.add(step(0, "Files"))).isTrue();
        assertThat(log.add(step(1, "Files"))).as("within one run").isTrue();
        log.runAgain();
        assertThat(log.ofRun()).isZero();
        assertThat(log.add(step(2, "Files"))).isFalse();
        assertThat(log.add(step(3, "Mail"))).isTrue();
        log.runAgain();
        assertThat(log.copy().add(step(5, "Mail"))).isFalse();
        assertThat(log.add(step(5, "Mail"))).isFalse();
        assertThat(log.ofRun()).isOne();
    }

    private LogLine line(long id) {
        return new LogLine(id, "Analysis", "Files", "Completed", "", "", "", "me", time(), null, null, null, null);
    }

    private StepRecord step(int index, String action) {
        return new StepRecord(
                index,
                action,
                "Files",
                "",
                "Weighs",
                StepRecord.Status.PARTIAL,
                4,
                index % 2,
                time(),
                Instant.ofEpochSecond(index),
                "action--1");
    }

    private String text() {
        return random.nextInt(9) == 0 ? "text " + random.nextInt() : TEXTS[random.nextInt(TEXTS.length)];
    }

    private Instant time() {
        return switch (random.nextInt(6)) {
            case 0 -> Instant.MIN;
            case 1 -> Instant.MAX;
            case 2 -> Instant.EPOCH;
            default -> Instant.ofEpochSecond(1_700_000_000L + random.nextInt(1_000_000), random.nextInt(1_000_000_000));
        };
    }

    private @Nullable Duration duration() {
        return switch (random.nextInt(4)) {
            case 0 -> Duration.ofNanos(random.nextInt(5_000));
            case 1 -> Duration.ofSeconds(-3, 7);
            case 2 -> null;
            default -> Duration.ofDays(random.nextInt(10_000));
        };
    }
}
