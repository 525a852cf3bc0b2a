package dupin.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// No rule, weight or list of ours knows a labelled case: its hosts, people, payloads, hashes and addresses stand nowhere in
/// what ships. What public rules name as well (tools of the trade, programs of Windows) is common knowledge.
class NoCaseKnownTest {
    private static final Path DATA = Path.of("../shared/data");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@:$~-]*");
    private static final Pattern NODE =
            Pattern.compile(
                    "<data key=\"d5\">([^<]+)</data>\\s*<data key=\"d6\">[^<]*</data>\\s*<data key=\"d7\">([^<]+)<");
    private static final Pattern SENDER = Pattern.compile("(?mi)^From:.*?([\\w.+-]+@[\\w.-]+)");

    @Test
    void noNameOfALabelledCaseStandsInWhatShips() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "Skipped: the shared data is not here");
        Set<String> names = new TreeSet<>();
        intrusions(names);
        incidents(names);
        senders(names);
        names.removeIf(name -> name.length() < 4);
        names.removeAll(words(DATA.resolve("rules/sigma"), ".yml"));
        assertThat(names).hasSizeGreaterThan(100);

        Set<String> shipped = words(Path.of("src/main"), "");
        names.retainAll(shipped);
        assertThat(names).as("names of labelled cases").isEmpty();
    }

    private static void intrusions(Set<String> names) throws IOException {
        for (Path file : files(DATA.resolve("truth"), ".truth.json")) {
            JsonNode truth = JsonMapper.shared().readTree(text(file));
            JsonNode malicious = truth.path("malicious");
            truth.path("hosts").forEach(host -> names.add(low(host.asString())));
            malicious.path("ips").forEach(ip -> names.add(low(ip.asString())));
            malicious.path("sha256").forEach(hash -> names.add(low(hash.asString())));
            malicious.path("services").forEach(service -> names.add(low(service.path(0).asString())));
            malicious.path("accounts").forEach(account -> names.add(last(account.asString())));
            malicious.path("files").forEach(path -> names.add(last(path.asString())));
            malicious
                    .path("processes")
                    .forEach(process -> {
                        names.add(last(process.path("image").asString()));
                        names.add(last(process.path("user").asString()));
                    });
        }
        names.remove("system");
    }

    private static void incidents(Set<String> names) throws IOException {
        for (Path file : files(DATA.resolve("truth/secrl"), ".graphml")) {
            var node = NODE.matcher(text(file));
            while (node.find()) {
                if (!node.group(1).equals("process") && !node.group(1).equals("cloud-application")) {
                    names.add(low(node.group(2)));
                }
            }
        }
        names.remove("localsystem");
    }

    private static void senders(Set<String> names) throws IOException {
        for (Path file : files(DATA.resolve("mail"), ".eml")) {
            var sender = SENDER.matcher(text(file));
            if (sender.find()) {
                names.add(low(sender.group(1)));
            }
        }
    }

    /// The words of all files of a folder, and those that a separator leaves of them.
    private static Set<String> words(Path folder, String ending) throws IOException {
        var words = new TreeSet<String>();
        for (Path file : files(folder, ending)) {
            var word = WORD.matcher(low(text(file)));
            while (word.find()) {
                String found = word.group();
                words.add(found);
                words.add(found.replaceAll("[._:$~-]+$", ""));
            }
        }
        return words;
    }

    private static Set<Path> files(Path folder, String ending) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /// Of a path or an account, the last part; of a named stream, the file.
    private static String last(String path) {
        String name = path.substring(path.lastIndexOf('\\') + 1);
        return low(name.contains(":") ? name.substring(0, name.indexOf(':')) : name);
    }

    private static String low(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
