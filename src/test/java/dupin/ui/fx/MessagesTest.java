package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern USE = Pattern.compile("Messages\\s*\\.\\s*text\\(\\s*\"([^\"]+)\"");
    private static final Path SOURCES = Path.of("src/main/java/dupin");
    private static final Path TEXTS = Path.of("src/main/resources/dupin/ui/messages.properties");

    @Test
    void everyKeyThatIsUsedHasATextAndEveryTextIsUsed() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : sources()) {
            var uses = USE.matcher(withoutComments(Files.readString(file)));
            while (uses.find()) {
                used.add(uses.group(1));
            }
        }
        assertThat(new TreeSet<>(keys())).isEqualTo(used);
    }

    @Test
    void noKeyStandsTwice() throws IOException {
        var seen = new HashSet<String>();
        assertThat(keys().stream().filter(key -> !seen.add(key))).isEmpty();
    }

    @Test
    void keysAreWrittenOutWhereTheyAreUsed() throws IOException {
        var faults = new ArrayList<String>();
        var call = Pattern.compile("Messages\\s*\\.\\s*text\\(\\s*+(?!\")");
        for (Path file : sources()) {
            if (call.matcher(withoutComments(Files.readString(file))).find()) {
                faults.add(file.toString());
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void argumentsAreFilledInAsTheyAre() {
        assertThat(Messages.text("dialog.type", "{0} $1 \\ 'x'")).isEqualTo("Type {0} $1 \\ 'x' to go on");
        assertThat(Messages.text("table.exported", 1, "a.csv")).isEqualTo("1 row written to a.csv");
        assertThat(Messages.text("table.exported", 12_345, "a.csv")).isEqualTo("12,345 rows written to a.csv");
        assertThatThrownBy(() -> Messages.text("no.such")).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> keys() throws IOException {
        return Files.readAllLines(TEXTS).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
    }

    private static String withoutComments(String source) {
        return source.replaceAll("(?m)^\\s*//.*$", "");
    }
}
