package dupin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Entry;
import dupin.model.JournalEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class JournalTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00.1234567Z");

    @TempDir Path folder;

    private Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("case.dupin").resolve("journal.ndjson");
    }

    private static List<Entry> entries(long seed, int count) {
        var random = new RandomModel(seed);
        var list = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            list.add(random.make(Entry.class));
        }
        return list;
    }

    private static List<JournalEntry> all(Journal journal) {
        var list = new ArrayList<JournalEntry>();
        journal.read(0, list::add);
        return list;
    }

    private List<JournalEntry> write(int... groups) {
        try (var journal = Journal.open(file)) {
            for (int i = 0; i < groups.length; i++) {
                journal.append(NOW, "Automation", entries(i + 1, groups[i]));
            }
            return all(journal);
        }
    }

    @Test
    void whatWasAppendedIsReadAfterReopening() {
        List<JournalEntry> written = write(1, 3, 40, 700);
        assertThat(written).hasSize(744);
        try (var journal = Journal.open(file)) {
            assertThat(journal.size()).isEqualTo(744);
            assertThat(journal.head()).isEqualTo(written.getLast().hash());
            assertThat(all(journal)).isEqualTo(written);
            for (long from : new long[] {0, 1, 255, 256, 257, 512, 743, 744, 9_999}) {
                var rest = new ArrayList<JournalEntry>();
                journal.read(from, rest::add);
                assertThat(rest).isEqualTo(written.subList((int) Math.min(from, 744), 744));
            }
            for (JournalEntry entry : List.of(written.getFirst(), written.get(300), written.getLast())) {
                assertThat(journal.holds(entry.seq(), entry.hash())).isTrue();
                assertThat(journal.holds(entry.seq(), entry.previousHash())).isFalse();
                assertThat(journal.holds(entry.seq() + 1, entry.hash())).isFalse();
            }
            assertThat(journal.holds(-1, LineFormat.NO_HASH)).isFalse();
            var more = journal.append(NOW, "ann", entries(9, 2));
            assertThat(more.getFirst().previousHash()).isEqualTo(written.getLast().hash());
            assertThat(more.getLast().seq()).isEqualTo(745);
        }
        assertThat(ChainCheck.check(file))
                .isEqualTo(new ChainCheck.Result(true, 746, ChainCheck.check(file).head(), 0, ""));
    }

    @Test
    void anEmptyGroupWritesNothing() {
        try (var journal = Journal.open(file)) {
            assertThat(journal.append(NOW, "Automation", List.of())).isEmpty();
            assertThat(journal.head()).isEqualTo("0".repeat(64));
        }
        assertThat(file).isEmptyFile();
        assertThat(ChainCheck.check(file).ok()).isTrue();
    }

    /// Written from the package's description alone: no class of the journal is used.
    @Test
    void anybodyCanCheckTheChain() throws Exception {
        write(2, 30);
        var json = new JsonMapper();
        String previous = "0".repeat(64);
        long seq = 0;
        for (String line : Files.readString(file).split("\n")) {
            var members = new TreeMap<String, Object>();
            json.readTree(line).properties().forEach(p -> members.put(p.getKey(), p.getValue()));
            String stated = json.readTree(line).get("hash").asString();
            var text = new StringBuilder();
            canonical(json.readTree(line), text, true);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(HexFormat.of().formatHex(hash)).isEqualTo(stated);
            assertThat(members.get("prev").toString()).isEqualTo("\"" + previous + "\"");
            assertThat(members.get("seq").toString()).isEqualTo(Long.toString(seq++));
            previous = stated;
        }
        assertThat(seq).isEqualTo(32);
    }

    private static void canonical(tools.jackson.databind.JsonNode node, StringBuilder out, boolean top) {
        if (node.isObject()) {
            var names = new ArrayList<>(node.propertyNames());
            Collections.sort(names);
            String separator = "{";
            for (String name : names) {
                if (!top || !name.equals("hash")) {
                    out.append(separator).append('"').append(name).append("\":");
                    canonical(node.get(name), out, false);
                    separator = ",";
                }
            }
            out.append(names.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String separator = "[";
            for (var item : node) {
                out.append(separator);
                canonical(item, out, false);
                separator = ",";
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isString()) {
            quote(node.asString(), out);
        } else {
            out.append(node);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int two = "\"\\\b\t\n\f\r".indexOf(c);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
            if (two >= 0) {
                out.append('\\').append("\"\\btnfr".charAt(two));
            } else if (pair) {
                out.append(c).append(text.charAt(++i));
            } else if (c < 0x20 || Character.isSurrogate(c)) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    @Test
    void everyFlippedByteIsFoundInItsLine() throws IOException {
        write(1, 2, 3);
        byte[] bytes = Files.readAllBytes(file);
        var random = new Random(5);
        for (int round = 0; round < 400; round++) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length - 1);
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            var result = ChainCheck.check(file);
            assertThat(result.ok()).as("byte %d", at).isFalse();
            assertThat(result.brokenLine()).as("byte %d", at).isEqualTo(lineOf(bytes, at));
            assertThat(result.reason()).isNotEmpty();
        }
    }

    private static long lineOf(byte[] bytes, int at) {
        long line = 1;
        for (int i = 0; i < at; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    @Test
    void cutSplicedDoubledAndReorderedLinesAreNamed() throws IOException {
        write(1, 1, 1, 2, 1);
        List<String> lines = Files.readAllLines(file);
        List<String> foreign;
        try (var other = Journal.open(folder.resolve("other").resolve("journal.ndjson"))) {
            other.append(NOW, "eve", entries(77, 6));
            foreign = Files.readAllLines(folder.resolve("other").resolve("journal.ndjson"));
        }
        assertBroken(lines, 3, l -> l.remove(2));
        assertBroken(lines, 1, List::removeFirst);
        assertBroken(lines, 3, l -> l.add(2, l.get(1)));
        assertBroken(lines, 2, l -> Collections.swap(l, 1, 2));
        assertBroken(lines, 4, l -> l.set(3, foreign.get(3)));
        assertBroken(lines, 3, l -> l.add(2, ""));
        assertBroken(lines, 5, l -> l.remove(4));
        assertBroken(lines, 2, l -> l.set(1, l.get(1).replace("\"seq\":1", "\"seq\": 1")));
    }

    private void assertBroken(List<String> lines, long line, java.util.function.Consumer<List<String>> change)
            throws IOException {
        var changed = new ArrayList<>(lines);
        change.accept(changed);
        Files.write(file, changed);
        byte[] before = Files.readAllBytes(file);
        assertThat(ChainCheck.check(file).brokenLine()).isEqualTo(line);
        assertThatThrownBy(() -> Journal.open(file))
                .isInstanceOfSatisfying(JournalBrokenException.class, e -> assertThat(e.line()).isEqualTo(line));
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aGroupCutAtAnyByteIsDroppedWholeAndKeptAside() throws IOException {
        List<JournalEntry> written = write(2);
        try (var journal = Journal.open(file)) {
            journal.append(
                    NOW,
                    "Zoë",
                    List.of(
                            new Entry.ActionStarted("a"),
                            new Entry.CommentAdded("action:a", "\"Ü\""),
                            new Entry.ActionFinished("a", true, true, "done")));
        }
        byte[] bytes = Files.readAllBytes(file);
        int groupStart = 0;
        for (int lines = 0; lines < 2; groupStart++) {
            lines += bytes[groupStart] == '\n' ? 1 : 0;
        }
        for (int end = groupStart; end < bytes.length; end++) {
            Files.write(file, Arrays.copyOf(bytes, end));
            assertThat(ChainCheck.check(file).ok()).isEqualTo(end == groupStart);
            try (var journal = Journal.open(file)) {
                assertThat(journal.size()).as("cut at %d", end).isEqualTo(2);
                assertThat(journal.head()).isEqualTo(written.get(1).hash());
            }
            assertThat(Files.size(file)).isEqualTo(groupStart);
            Path kept = file.resolveSibling("journal.torn-1");
            if (end > groupStart) {
                assertThat(Files.readAllBytes(kept)).isEqualTo(Arrays.copyOfRange(bytes, groupStart, end));
                Files.delete(kept);
            } else {
                assertThat(kept).doesNotExist();
            }
        }
    }

    @Test
    void appendingGoesOnAfterATornGroup() throws IOException {
        write(2, 3);
        Files.writeString(file, "{\"actor\":\"Autom", StandardOpenOption.APPEND);
        try (var journal = Journal.open(file)) {
            journal.append(NOW, "ann", entries(4, 2));
        }
        var result = ChainCheck.check(file);
        assertThat(result.ok()).isTrue();
        assertThat(result.entries()).isEqualTo(7);
        assertThat(file.resolveSibling("journal.torn-1")).hasContent("{\"actor\":\"Autom");
    }

    @Test
    void anEntryOfALaterVersionIsNamedWithItsLine() throws Exception {
        write(1, 1);
        String line = Files.readAllLines(file).getLast();
        String changed = line.replaceFirst("\"type\":\"[A-Za-z]+\"}$", "\"type\":\"timeTravelled\"}");
        String bare = changed.replaceFirst(",\"hash\":\"[0-9a-f]{64}\"(?=,\"left\")", "");
        String hash =
                HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(bare.getBytes(StandardCharsets.UTF_8)));
        changed = changed.replaceFirst("\"hash\":\"[0-9a-f]{64}\"(?=,\"left\")", "\"hash\":\"" + hash + "\"");
        Files.writeString(file, Files.readAllLines(file).getFirst() + "\n" + changed + "\n");
        try (var journal = Journal.open(file)) {
            assertThatThrownBy(() -> all(journal))
                    .isInstanceOf(JournalException.class)
                    .hasMessageContaining("line 2")
                    .hasMessageContaining("timeTravelled");
        }
    }

    @Test
    void concurrentGroupsStayWholeAndInOneChain() throws Exception {
        int writers = 8;
        int groups = 25;
        try (var journal = Journal.open(file)) {
            var threads = new ArrayList<Thread>();
            for (int w = 0; w < writers; w++) {
                int writer = w;
                threads.add(
                        Thread.ofPlatform()
                                .start(() -> {
                                    for (int g = 0; g < groups; g++) {
                                        String id = writer + "-" + g;
                                        var written =
                                                journal.append(
                                                        NOW,
                                                        id,
                                                        List.of(
                                                                new Entry.ActionStarted(id),
                                                                new Entry.ActionExpired(id)));
                                        assertThat(journal.size()).isGreaterThan(written.getLast().seq());
                                    }
                                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            List<JournalEntry> all = all(journal);
            assertThat(all).hasSize(writers * groups * 2);
            for (int i = 0; i < all.size(); i += 2) {
                assertThat(all.get(i).actor()).isEqualTo(all.get(i + 1).actor());
            }
        }
        assertThat(ChainCheck.check(file).ok()).isTrue();
    }

    @Test
    void aLargeGroupIsOneGroupAndFollowsWhatWaits() throws IOException {
        List<JournalEntry> written = write(3, 2_500, 2);
        assertThat(written).hasSize(2_505);
        try (var journal = Journal.open(file)) {
            assertThat(all(journal)).isEqualTo(written);
        }
        byte[] whole = Files.readAllBytes(file);
        int cut = whole.length * 9 / 10;
        Files.write(file, Arrays.copyOf(whole, cut));
        try (var journal = Journal.open(file)) {
            assertThat(journal.size()).as("entries before the group that was cut").isEqualTo(3);
            assertThat(journal.head()).isEqualTo(written.get(2).hash());
            journal.append(NOW, "Automation", entries(9, 1));
            assertThat(journal.size()).isEqualTo(4);
        }
    }
}
