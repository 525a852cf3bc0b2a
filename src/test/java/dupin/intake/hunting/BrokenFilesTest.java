package dupin.intake.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Collected;
import dupin.intake.ImportRefusedException;
import dupin.intake.Texts;
import dupin.intake.formats.Formats;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Cut, flipped and shuffled exports: each is read in part or refused with a sentence, nothing else happens, and twice the
/// same file gives twice the same.
class BrokenFilesTest {
    private static final Path SAMPLES = Path.of("assets/samples");

    private static List<Path> files() throws IOException {
        var files = new ArrayList<Path>();
        try (var all = Files.walk(SAMPLES)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("story.json"))
                    .sorted()
                    .forEach(files::add);
        }
        return files;
    }

    @Test
    void everySampleIsReadWithoutRejects() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "no assets/samples here");
        for (Path file : files()) {
            if (!file.getFileName().toString().matches("(Device|Email|Url|Identity|Cloud|Security).*")) {
                continue;
            }
            var sink = new Collected();
            var source = new Texts(file.getFileName().toString(), Files.readAllBytes(file));
            Formats.all().choose(source).read(source, sink);
            assertThat(sink.rejects()).as(file.toString()).isEmpty();
            assertThat(sink.records()).as(file.toString()).isNotEmpty();
        }
    }

    @Test
    void brokenFilesAreReadInPartOrRefused() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLES), "no assets/samples here");
        var random = new Random(20_261_121);
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            byte[] start = Arrays.copyOf(whole, Math.min(whole.length, 60_000));
            for (int i = 0; i < 12; i++) {
                byte[] broken = broken(start, random);
                assertThat(outcome(file.getFileName().toString(), broken))
                        .as("%s, variant %d", file, i)
                        .isEqualTo(outcome(file.getFileName().toString(), broken));
            }
        }
    }

    private static byte[] broken(byte[] bytes, Random random) {
        byte[] broken = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(broken, 1 + random.nextInt(broken.length));
            }
            case 1 -> {
                for (int i = 0; i < 1 + random.nextInt(40); i++) {
                    broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 2 -> {
                byte[] marks = "\"\",;\n\r{}[]\\\u0000$".getBytes(StandardCharsets.UTF_8);
                for (int i = 0; i < 1 + random.nextInt(40); i++) {
                    broken[random.nextInt(broken.length)] = marks[random.nextInt(marks.length)];
                }
            }
            default -> {
                int from = random.nextInt(broken.length);
                int length = random.nextInt(Math.min(2_000, broken.length - from));
                System.arraycopy(bytes, random.nextInt(broken.length - length), broken, from, length);
            }
        }
        return broken;
    }

    private static String outcome(String name, byte[] bytes) throws IOException {
        var sink = new Collected();
        var source = new Texts(name, bytes);
        try {
            Formats.all().choose(source).read(source, sink);
        } catch (ImportRefusedException e) {
            assertThat(e.getMessage()).contains(name).endsWith(".");
            return e.getMessage();
        }
        assertThat(sink.rejects()).allSatisfy(reject -> assertThat(reject.reason()).isNotBlank());
        return sink.records().toString();
    }
}
