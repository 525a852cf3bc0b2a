package dupin.service;

import dupin.engine.CaseState;
import dupin.intake.FileSource;
import dupin.intake.ImportRefusedException;
import dupin.intake.Importer;
import dupin.intake.Importers;
import dupin.intake.Source;
import dupin.model.Entry;
import dupin.model.ImportReceipt;
import dupin.store.AliasIndex;
import dupin.store.EventLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// Imports exports in two phases: [#plan] reads and checks and changes nothing, [#commit] keeps the original, writes the
/// journal and loads the store, file by file; then alerts are correlated and investigations queued. What was committed
/// before a cancel or a failure stays. Call from a background thread.
public final class Imports {
    private final LiveCase live;
    private final Originals originals;
    private final Importers importers;
    private final AliasIndex aliases;
    private final Intake intake;

    Imports(LiveCase live, Originals originals, Importers importers, AliasIndex aliases, Intake intake) {
        this.live = live;
        this.originals = originals;
        this.importers = importers;
        this.aliases = aliases;
        this.intake = intake;
    }

    /// Reads files (and the files of folders, by name) and says what each would give.
    public ImportPlan plan(List<Path> paths, Progress progress) {
        var items = new ArrayList<ImportPlan.Item>();
        List<Path> files = expand(paths);
        int done = 0;
        for (Path file : files) {
            progress.check();
            progress.report("Checking " + file.getFileName(), done++, files.size());
            items.add(check(file, progress));
        }
        return new ImportPlan(items);
    }

    private ImportPlan.Item check(Path file, Progress progress) {
        try {
            FileSource source = FileSource.of(file);
            boolean known = live.read(state -> holds(state, source.sha256()));
            Importer importer = importers.choose(source);
            var names = new AliasIndex();
            var counter = new Reading(source, importer.format(), aliases, progress, null);
            importer.read(source, new Learning(counter, names));
            return new ImportPlan.Item(file, counter.receipt(0, 0, 0), "", known, new Checked(source, names));
        } catch (ImportRefusedException e) {
            return new ImportPlan.Item(file, null, String.valueOf(e.getMessage()), false, null);
        } catch (IOException e) {
            return new ImportPlan.Item(file, null, unreadable(file, e), false, null);
        }
    }

    private static String unreadable(Path file, Exception e) {
        return file.getFileName() + " cannot be read: " + e.getMessage() + ". Nothing of it was imported.";
    }

    private static boolean holds(CaseState state, String sha256) {
        return state.imports().stream().anyMatch(r -> r.sha256().equals(sha256));
    }

    /// Imports the usable files of a plan.
    ///
    /// @return a receipt for each file that was imported; files already in the case give one that says so
    public List<ImportReceipt> commit(ImportPlan plan, String actor, Progress progress) {
        var receipts = new ArrayList<ImportReceipt>();
        long batch = live.entries();
        try {
            // What a file says of names holds for all files of its batch, so it is known before the first is loaded.
            for (ImportPlan.Item item : plan.items()) {
                Checked checked = item.checked();
                if (item.usable() && checked != null) {
                    aliases.learn(checked.names());
                }
            }
            for (ImportPlan.Item item : plan.items()) {
                ImportReceipt planned = item.receipt();
                Checked checked = item.checked();
                if (planned == null || checked == null) {
                    continue;
                }
                progress.check();
                if (item.known() || live.read(state -> holds(state, planned.sha256()))) {
                    receipts.add(nothingNew(planned));
                    continue;
                }
                receipts.add(take(item.file(), checked.source(), planned, batch, actor, progress));
            }
        } finally {
            intake.settle(progress);
        }
        return receipts;
    }

    private static ImportReceipt nothingNew(ImportReceipt planned) {
        return new ImportReceipt(
                planned.fileName(),
                planned.sha256(),
                planned.bytes(),
                planned.format(),
                planned.read(),
                0,
                0,
                0,
                0,
                0,
                0,
                planned.read() - planned.rejectCount(),
                planned.rejectCount(),
                planned.rejects(),
                0);
    }

    /// What the file says of names holds for all files of its batch, so all are read for it before the first is loaded.
    private void learn(Path file, Progress progress) {
        try {
            Source source = FileSource.of(file);
            importers.choose(source).read(source, new AliasReading(source, aliases, progress));
        } catch (ImportRefusedException | IOException e) {
            throw new Problem(unreadable(file, e), "Nothing was changed.", "Check the disk and import it again.", e);
        }
    }

    private ImportReceipt take(
            Path file, FileSource source, ImportReceipt planned, long batch, String actor, Progress progress) {
        long start = System.nanoTime();
        try {
            if (!FileSource.of(file).sha256().equals(planned.sha256())) {
                throw new Problem(
                        file.getFileName() + " changed between check and import.",
                        "Nothing of it was imported.",
                        "Import it again.");
            }
            originals.keep(source);
            try (EventLoader loader = live.store().loader(source.sha256())) {
                var reading = new Reading(source, planned.format(), aliases, progress, loader);
                importers.choose(source).read(source, reading);
                return write(reading, loader, batch, actor, (System.nanoTime() - start) / 1_000_000, progress);
            }
        } catch (ImportRefusedException e) {
            throw new Problem(String.valueOf(e.getMessage()), "Files imported before it are kept.", "", e);
        } catch (IOException e) {
            throw new Problem(
                    unreadable(file, e),
                    "Files imported before it are kept.",
                    "Check the disk and import it again.",
                    e);
        }
    }

    private ImportReceipt write(
            Reading reading, EventLoader loader, long batch, String actor, long millis, Progress progress) {
        progress.report("Writing " + reading.source().name(), 0, 0);
        return live.loading(() -> load(reading, loader, batch, actor, millis, progress));
    }

    private ImportReceipt load(
            Reading reading, EventLoader loader, long batch, String actor, long millis, Progress progress) {
        ImportReceipt receipt =
                live.decide(
                        actor,
                        state -> {
                            var entries = new ArrayList<Entry>();
                            long duplicates = reading.addTo(entries, state);
                            ImportReceipt written = reading.receipt(duplicates, millis, batch);
                            entries.addFirst(new Entry.FileImported(written));
                            return new LiveCase.Decision<>(entries, reading.raw(), written);
                        });
        var _ = loader.commit((done, total) -> progress.report("Loading " + receipt.fileName(), done, total));
        return receipt;
    }

    /// Loads again the telemetry that the journal knows of and the store lacks (after a crash, or a deleted store).
    void reload(Progress progress) {
        List<ImportReceipt> receipts = live.read(CaseState::imports);
        if (receipts.stream().allMatch(receipt -> live.store().loaded(receipt.sha256()).isPresent())) {
            return;
        }
        long learned = -1;
        for (ImportReceipt receipt : receipts) {
            if (receipt.batch() != learned) {
                learned = receipt.batch();
                long batch = learned;
                receipts.stream()
                        .filter(other -> other.batch() == batch)
                        .forEach(other -> learn(originals.path(other.sha256()), progress));
            }
            if (live.store().loaded(receipt.sha256()).isPresent()) {
                continue;
            }
            try {
                Source source = FileSource.of(originals.path(receipt.sha256()), receipt.fileName());
                try (EventLoader loader = live.store().loader(source.sha256())) {
                    var reading = new Reading(source, receipt.format(), aliases, progress, loader);
                    importers.choose(source).read(source, reading);
                    var _ =
                            loader.commit(
                                    (done, total) -> progress.report("Loading " + receipt.fileName(), done, total));
                    live.keepRaw(reading.raw());
                }
            } catch (IOException | ImportRefusedException e) {
                throw new Problem(
                        "The original of " + receipt.fileName() + " cannot be read again: " + e.getMessage() + ".",
                        "The journal is whole; only telemetry of this file is missing.",
                        "Put the file with SHA-256 " + receipt.sha256() + " back under originals/ and run rebuild.",
                        e);
            }
        }
    }

    private static List<Path> expand(List<Path> paths) {
        var files = new LinkedHashSet<Path>();
        for (Path path : paths) {
            if (CaseFolder.isCase(path)) {
                throw new Problem(
                        path.getFileName() + " is a case of Dupin and not an export.",
                        "Nothing was imported.",
                        "Open it as a case.");
            }
            if (Sample.isSample(path)) {
                files.addAll(Sample.read(path).files());
            } else if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.walk(path, 8)) {
                    inside.filter(Files::isRegularFile).sorted().forEach(files::add);
                } catch (IOException e) {
                    throw new Problem(
                            "The folder " + path + " cannot be read: " + e.getMessage() + ".",
                            "Nothing was imported.",
                            "",
                            e);
                }
            } else {
                files.add(path);
            }
        }
        return List.copyOf(files);
    }

    /// What follows when new telemetry and alerts are in: detection, correlation and routing.
    interface Intake {
        void settle(Progress progress);
    }
}
