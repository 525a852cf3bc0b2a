package dupin.store.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;

/// The index in its folder. Thread-safe: many search while one adds.
public final class TextIndex implements AutoCloseable {

    private static final int MAX_WORDS = 12;
    private static final int MAX_TEXT = 8_192;
    private static final String MARK = "mark";

    /// @param id unique; a second entry of it replaces the first; items with an id beyond all measure are left out
    /// @param type what it is, to search for one kind only
    /// @param exact found by its beginning as a whole, in any case
    /// @param text found by its words
    public record Item(String id, String type, String label, String exact, String text) {}

    public record Found(String id, String label, float score) {}

    private final Path folder;
    private final Directory directory;

    /// Held for a moment by whoever takes or changes the reader; an update holds it only when it is done.
    private final Object readers = new Object();

    private @Nullable DirectoryReader reader;

    private TextIndex(Path folder, Directory directory, @Nullable DirectoryReader reader) {
        this.folder = folder;
        this.directory = directory;
        this.reader = reader;
    }

    /// Opens the index; one that is damaged is thrown away, and its [#mark] is empty again.
    public static TextIndex open(Path folder) {
        try {
            return open(folder, true);
        } catch (IOException | IllegalArgumentException e) {
            throw failed(folder, e);
        }
    }

    private static TextIndex open(Path folder, boolean again) throws IOException {
        Directory directory = new NIOFSDirectory(folder);
        try {
            return new TextIndex(
                    folder, directory, DirectoryReader.indexExists(directory) ? DirectoryReader.open(directory) : null);
        } catch (IOException | RuntimeException e) {
            directory.close();
            if (!again) {
                throw e;
            }
            delete(folder);
            return open(folder, false);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static UncheckedIOException failed(Path folder, Exception e) {
        IOException cause = e instanceof IOException io ? io : new IOException(e);
        return new UncheckedIOException("The text index in " + folder + " cannot be used: " + e.getMessage(), cause);
    }

    /// What the last [#add] said of how far it went; "" for an empty index.
    public String mark() {
        DirectoryReader current = hold();
        if (current == null) {
            return "";
        }
        try {
            return current.getIndexCommit().getUserData().getOrDefault(MARK, "");
        } catch (IOException e) {
            throw failed(folder, e);
        } finally {
            release(current);
        }
    }

    /// Takes what the source hands over; it is found from then on, and all of it or nothing survives a crash.
    public synchronized void add(Consumer<Consumer<Item>> source, String mark) {
        var config =
                new IndexWriterConfig(new StandardAnalyzer())
                        .setMergeScheduler(new SerialMergeScheduler())
                        .setRAMBufferSizeMB(64)
                        .setCommitOnClose(false);
        try (var writer = new IndexWriter(directory, config)) {
            source.accept(item -> put(writer, item));
            writer.setLiveCommitData(Map.of(MARK, mark).entrySet());
            writer.commit();
        } catch (IOException e) {
            throw failed(folder, e);
        }
        refresh();
    }

    private void refresh() {
        try {
            DirectoryReader fresh = DirectoryReader.open(directory);
            DirectoryReader old;
            synchronized (readers) {
                old = reader;
                reader = fresh;
            }
            if (old != null) {
                old.decRef();
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private void put(IndexWriter writer, Item item) {
        if (item.id().length() > MAX_TEXT) {
            return;
        }
        var document = new Document();
        document.add(new StringField("id", item.id(), Field.Store.YES));
        document.add(new StringField("type", item.type(), Field.Store.NO));
        document.add(new StoredField("label", item.label()));
        document.add(new StringField("exact", cut(item.exact().toLowerCase(Locale.ROOT)), Field.Store.NO));
        document.add(new TextField("text", String.join(" ", words(cut(item.text()))), Field.Store.NO));
        try {
            writer.updateDocument(new Term("id", item.id()), document);
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
    }

    static List<String> words(String text) {
        var words = new ArrayList<String>();
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean inWord = i < lower.length() && Character.isLetterOrDigit(lower.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                words.add(lower.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    /// Items of a type that have all words of the text, or begin with the text as a whole; best first.
    public List<Found> find(String type, String text, int limit) {
        List<String> words = words(text);
        DirectoryReader current = hold();
        if (current == null) {
            return List.of();
        }
        try {
            if (words.isEmpty() || limit <= 0) {
                return List.of();
            }
            var searcher = new IndexSearcher(current);
            var found = new ArrayList<Found>();
            for (ScoreDoc hit :
                    searcher.search(query(type, text.strip().toLowerCase(Locale.ROOT), words), limit).scoreDocs) {
                Document document = searcher.storedFields().document(hit.doc);
                found.add(new Found(document.get("id"), document.get("label"), hit.score));
            }
            return List.copyOf(found);
        } catch (IOException e) {
            throw failed(folder, e);
        } finally {
            release(current);
        }
    }

    private static Query query(String type, String whole, List<String> words) {
        var all = new BooleanQuery.Builder();
        for (String word : words.subList(0, Math.min(MAX_WORDS, words.size()))) {
            var one =
                    new BooleanQuery.Builder()
                            .add(new BoostQuery(new TermQuery(new Term("text", word)), 2), Occur.SHOULD)
                            .add(new PrefixQuery(new Term("text", word)), Occur.SHOULD);
            all.add(one.build(), Occur.MUST);
        }
        var either =
                new BooleanQuery.Builder()
                        .add(all.build(), Occur.SHOULD)
                        .add(new BoostQuery(new TermQuery(new Term("exact", whole)), 10), Occur.SHOULD)
                        .add(new BoostQuery(new PrefixQuery(new Term("exact", whole)), 3), Occur.SHOULD);
        return new BooleanQuery.Builder()
                .add(either.build(), Occur.MUST)
                .add(new TermQuery(new Term("type", type)), Occur.FILTER)
                .build();
    }

    /// Those who ask do not wait for one who adds.
    private @Nullable DirectoryReader hold() {
        synchronized (readers) {
            if (reader != null) {
                reader.incRef();
            }
            return reader;
        }
    }

    private void release(DirectoryReader held) {
        try {
            held.decRef();
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }

    @Override
    public synchronized void close() {
        try (directory) {
            synchronized (readers) {
                if (reader != null) {
                    reader.decRef();
                    reader = null;
                }
            }
        } catch (IOException e) {
            throw failed(folder, e);
        }
    }
}
