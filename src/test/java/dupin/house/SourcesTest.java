package dupin.house;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.file.Files.isRegularFile;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What can only be seen in the source.
class SourcesTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final int CEILING = 400;

    /// Written in two halves, or this file would be its own first finding.
    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME|X" + "XX)\\b");

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        assertThat(files(MAIN, ".java").stream().map(Path::getParent).distinct())
                .filteredOn(room -> !Files.exists(room.resolve("package-info.java")))
                .as("packages without a package-info.java")
                .isEmpty();
    }

    @Test
    void noFileIsTooLongToRead() throws IOException {
        assertThat(files(MAIN, ".java"))
                .filteredOn(file -> text(file).lines().count() > CEILING)
                .as("files of more than %d lines; split them where their subject changes", CEILING)
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        assertThat(files(Path.of("src"), ".java", ".css", ".properties", ".sql", ".xml"))
                .filteredOn(file -> LEFT_OVER.matcher(text(file)).find())
                .as("files that put something off")
                .isEmpty();
    }

    private static List<Path> files(Path folder, String... endings) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> isRegularFile(file))
                    .filter(file -> List.of(endings).stream().anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
