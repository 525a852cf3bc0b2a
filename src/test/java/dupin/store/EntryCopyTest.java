package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.journal.Journal;
import dupin.journal.RandomModel;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.JournalEntry;
import dupin.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryCopyTest {
    private static final int MANY = 1_500;

    @TempDir Path folder;

    private static List<Entry> entries(long seed, int count) {
        var random = new RandomModel(seed);
        var list = new ArrayList<Entry>();
        for (int i = 0; i < count; i++) {
            list.add(random.make(Entry.class));
        }
        return list;
    }

    private Path journal(String name) {
        return folder.resolve(name).resolve("journal.ndjson");
    }

    private Path file() {
        return folder.resolve(EntryCopy.NAME);
    }

    /// What an opening hands to the fold: from the copy, then from the journal.
    private List<JournalEntry> open(Journal journal, int fromCopy) {
        var read = new ArrayList<JournalEntry>();
        try (var copy = new EntryCopy(file())) {
            copy.read(journal, UnaryOperator.identity(), read::add);
            assertThat(read).as("entries of the copy").hasSize(fromCopy);
            journal.read(
                    read.size(),
                    entry -> {
                        read.add(entry);
                        copy.add(entry);
                    });
        }
        return read;
    }

    private static void same(List<JournalEntry> read, List<JournalEntry> written) {
        assertThat(read).hasSameSizeAs(written);
        for (int i = 0; i < read.size(); i++) {
            JournalEntry one = read.get(i);
            JournalEntry other = written.get(i);
            assertThat(one.seq()).isEqualTo(other.seq());
            assertThat(one.at()).isEqualTo(other.at());
            assertThat(one.actor()).isEqualTo(other.actor());
            assertThat(one.entry()).isEqualTo(other.entry());
        }
    }

    private static List<JournalEntry> all(Journal journal) {
        var all = new ArrayList<JournalEntry>();
        journal.read(0, all::add);
        return all;
    }

    private Journal written(String name, int... groups) {
        Journal journal = Journal.open(journal(name));
        for (int i = 0; i < groups.length; i++) {
            journal.append(Instant.ofEpochSecond(i, 5), "person " + i, entries(i + name.length(), groups[i]));
        }
        return journal;
    }

    @Test
    void whatTheCopyHoldsIsWhatTheJournalHolds() {
        try (Journal journal = written("one", MANY)) {
            same(open(journal, 0), all(journal));
            same(open(journal, MANY), all(journal));
            journal.append(Instant.EPOCH, "me", entries(9, 20));
            same(open(journal, MANY), all(journal));
            journal.append(Instant.EPOCH, "me", entries(10, MANY));
            same(open(journal, MANY), all(journal));
            same(open(journal, 2 * MANY + 20), all(journal));
        }
        assertThat(EntryCopy.firstDifference(folder, journal("one"))).isEqualTo(-1);
    }

    @Test
    void whatWasReadIsMadeOfWhatItIsHandedFor() {
        try (Journal journal = Journal.open(journal("one"))) {
            var verdicts = new ArrayList<Entry>();
            for (int i = 0; i < MANY; i++) {
                verdicts.add(new Entry.VerdictReached("INV", device(), Verdict.SUSPICIOUS, 0, i, List.of("gap")));
            }
            journal.append(Instant.EPOCH, "me", verdicts);
            same(open(journal, 0), all(journal));

            var made = new HashMap<Object, Object>();
            var read = new ArrayList<Entry.VerdictReached>();
            try (var copy = new EntryCopy(file())) {
                copy.read(
                        journal,
                        value -> made.computeIfAbsent(value, Function.identity()),
                        entry -> read.add((Entry.VerdictReached) entry.entry()));
            }
            assertThat(read).hasSize(MANY);
            assertThat(made).containsKeys("INV", device(), List.of("gap"), Instant.EPOCH, "me");
            assertThat(read)
                    .allSatisfy(verdict -> {
                        assertThat(verdict.entity()).isSameAs(made.get(device()));
                        assertThat(verdict.investigationId()).isSameAs(made.get("INV"));
                        assertThat(verdict.missing()).isSameAs(made.get(List.of("gap")));
                    });
        }
    }

    private static Entity device() {
        return new Entity.Device("ws-1", "ws-1.corp", "", "", "Windows", "", "", "", "", List.of("a", "b"));
    }

    @Test
    void aCopyOfAnotherJournalIsNotUsed() {
        try (Journal journal = written("one", MANY)) {
            same(open(journal, 0), all(journal));
        }
        try (Journal journal = written("other", MANY + 7)) {
            same(open(journal, 0), all(journal));
            same(open(journal, MANY + 7), all(journal));
        }
    }

    @Test
    void aCopyThatIsLongerThanTheJournalIsNotUsed() {
        try (Journal journal = written("one", MANY, 3)) {
            same(open(journal, 0), all(journal));
        }
        try (Journal journal = written("one2", MANY, 1)) {
            same(open(journal, 0), all(journal));
        }
    }

    @Test
    void whateverIsCutOrChangedIsReadFromTheJournal() throws IOException {
        try (Journal journal = written("one", MANY)) {
            same(open(journal, 0), all(journal));
            byte[] whole = Files.readAllBytes(file());
            for (int cut : new int[] {0, 3, 100, whole.length / 2, whole.length - 1}) {
                Files.write(file(), Arrays.copyOf(whole, cut));
                same(open(journal, 0), all(journal));
            }
            for (int at : new int[] {1, 40, 230, whole.length / 2, whole.length - 1}) {
                byte[] changed = whole.clone();
                changed[at] ^= 4;
                Files.write(file(), changed);
                same(open(journal, 0), all(journal));
            }
            Files.delete(file());
            same(open(journal, 0), all(journal));
            assertThat(file()).hasBinaryContent(whole);
        }
    }

    @Test
    void aCopyOfAnotherVersionsRecordsIsNotUsed() throws IOException {
        try (Journal journal = written("one", MANY)) {
            same(open(journal, 0), all(journal));
            EntryChunk chunk;
            try (var in = Files.newInputStream(file())) {
                chunk = EntryChunk.read(in);
            }
            assertThat(chunk).isNotNull();
            Files.write(
                    file(),
                    new EntryChunk("0".repeat(64), 0, chunk.count(), chunk.before(), chunk.last(), chunk.content())
                            .bytes());
            same(open(journal, 0), all(journal));
        }
    }

    @Test
    void theCheckFindsAForgedCopy() throws IOException {
        try (Journal journal = written("one", MANY)) {
            same(open(journal, 0), all(journal));
            List<JournalEntry> entries = all(journal);
            entries.set(
                    700,
                    new JournalEntry(
                            700,
                            entries.get(700).at(),
                            "somebody else",
                            entries.get(700).entry(),
                            "",
                            entries.get(700).hash()));
            Files.delete(file());
            try (var copy = new EntryCopy(file())) {
                copy.read(journal, UnaryOperator.identity(), _ -> {});
                entries.forEach(copy::add);
            }
        }
        assertThat(EntryCopy.firstDifference(folder, journal("one"))).isEqualTo(700);
    }

    @Test
    void withoutAPlaceToWriteTheJournalServes() throws IOException {
        Files.createDirectory(file());
        Files.writeString(file().resolve("in the way"), "");
        try (Journal journal = written("one", MANY)) {
            same(open(journal, 0), all(journal));
        }
    }
}
