package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One case gives one digest: whatever the order of files and records, the number of workers, the language and the time
/// zone of the machine.
class ShuffleTest {
    private static final int[] WORKERS = {1, 2, 8};
    private static final List<Locale> LOCALES = List.of(Locale.ROOT, Locale.of("tr", "TR"), Locale.of("ar", "EG"));
    private static final List<String> ZONES = List.of("UTC", "Asia/Kathmandu", "America/St_Johns");

    @TempDir private Path folder;

    @Test
    void aFewOrdersGiveOneDigest() throws Exception {
        shuffles("false-positive", 4);
    }

    @Test
    @Tag("slow")
    void aHundredOrdersGiveOneDigest() throws Exception {
        shuffles("business-email-compromise", 100);
    }

    /// Every combination of workers, locale and zone comes up within 27 orders.
    private void shuffles(String sample, int count) throws Exception {
        List<Path> files = Story.named(sample).sample().files();
        String expected = digest(files, "given", 1);
        assertThat(expected).hasSize(64);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (int i = 0; i < count; i++) {
                Locale.setDefault(LOCALES.get(i / 3 % 3));
                TimeZone.setDefault(TimeZone.getTimeZone(ZONES.get(i / 9 % 3)));
                List<Path> shuffled = shuffled(files, new Random(i), folder.resolve("in-" + i));
                assertThat(digest(shuffled, "case-" + i, WORKERS[i % 3])).as("order %d", i).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private String digest(List<Path> files, String name, int workers) throws InterruptedException {
        try (CaseSession session = Story.open(folder.resolve(name + ".dupin"), workers)) {
            session.imports().commit(session.imports().plan(files, Progress.NONE), "tester", Progress.NONE);
            session.awaitIdle();
            assertThat(session.desk().verdicts()).isNotEmpty();
            return session.desk().verdictDigest();
        }
    }

    private static List<Path> shuffled(List<Path> files, Random random, Path into) throws IOException {
        Files.createDirectories(into);
        var copies = new ArrayList<Path>();
        for (Path file : files) {
            Path copy = into.resolve(file.getFileName().toString());
            Files.writeString(copy, records(Files.readString(file), random));
            copies.add(copy);
        }
        Collections.shuffle(copies, random);
        return copies;
    }

    /// The same records in another order: elements of an array, lines of objects, or lines of a table under their head.
    /// What is none of these, or has a record over several lines, stays as it is.
    private static String records(String text, Random random) {
        if (text.stripLeading().startsWith("[")) {
            var elements = new ArrayList<JsonNode>();
            JsonMapper.shared().readTree(text).forEach(elements::add);
            Collections.shuffle(elements, random);
            return JsonMapper.shared().writeValueAsString(elements);
        }
        var lines = new ArrayList<>(text.lines().toList());
        boolean objects = lines.stream().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        boolean table =
                !text.stripLeading().startsWith("{")
                        && lines.stream().allMatch(line -> line.chars().filter(c -> c == '"').count() % 2 == 0);
        if (!objects && !table) {
            return text;
        }
        Collections.shuffle(lines.subList(table ? 1 : 0, lines.size()), random);
        return String.join("\n", lines) + "\n";
    }
}
