package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the window remembers, and what it tells of the last days.
class ComfortTest {
    @TempDir Path data;

    @Test
    void settingsOfAnOlderVersionGetTheUsualComfort() throws Exception {
        Path file = data.resolve("settings.json");
        Files.writeString(
                file,
                """
                {"theme":"LIGHT","zone":"UTC","operator":"ann","tourSeen":true,"recentCases":[],"width":1000,"height":700}
                """);
        Settings read = new SettingsFile(file).get();
        assertThat(read.theme()).isEqualTo("LIGHT");
        assertThat(read.comfort()).isEqualTo(Settings.Comfort.DEFAULT);
        assertThat(read.layout()).isEqualTo(Settings.Layout.DEFAULT);
    }

    @Test
    void layoutAndComfortComeBack() {
        Path file = data.resolve("settings.json");
        var layout = new Settings.Layout(250, 400, 0.4, false, true, false, true);
        var comfort = new Settings.Comfort(true, 115, false);
        new SettingsFile(file).set(Settings.DEFAULT.withLayout(layout).withComfort(comfort).withTourSeen());
        Settings read = new SettingsFile(file).get();
        assertThat(read.layout()).isEqualTo(layout);
        assertThat(read.comfort()).isEqualTo(comfort);
        assertThat(read.tourSeen()).isTrue();
        assertThat(new Settings.Layout(-5, 1e9, 7, false, false, false, null)).isEqualTo(Settings.Layout.DEFAULT);
    }

    @Test
    void verdictsAreNewsOnceAndCountInTheirWeek() throws Exception {
        var console = new Console(data, Clock.systemUTC(), 2);
        try (CaseSession session = console.open(data.resolve("news.dupin"), Progress.NONE)) {
            Instant now = Instant.now();
            assertThat(session.news().since(now)).isEmpty();
            Sample sample = Sample.all(Path.of("assets").toAbsolutePath().resolve("samples")).getLast();
            session.imports().commit(session.imports().plan(sample.files(), Progress.NONE), "ann", Progress.NONE);
            session.awaitIdle();
            Instant then = Instant.now().plusSeconds(1);
            var news = session.news().since(then);
            assertThat(news).anyMatch(one -> one.what() == CaseNews.What.VERDICT);
            assertThat(session.news().since(then)).isEmpty();
            assertThat(session.news().since(then.plus(Duration.ofDays(6).plusHours(12))))
                    .isNotEmpty()
                    .allMatch(one -> one.what() == CaseNews.What.EXPIRES_SOON);
            Week week = session.news().week(then);
            long analysed = session.desk().investigations().stream().filter(run -> run.analysed()).count();
            assertThat(week.investigated()).hasSize((int) analysed);
            assertThat(week.investigated()).containsAll(week.remediated()).containsAll(week.pended());
            assertThat(week.automated()).isPositive();
            assertThat(session.news().week(then.plus(Duration.ofDays(8))).investigated()).isEmpty();
        }
    }
}
