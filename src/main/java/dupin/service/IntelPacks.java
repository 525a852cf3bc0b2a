package dupin.service;

import dupin.intake.ImportRefusedException;
import dupin.intake.PackArchive;
import dupin.intake.intel.Intel;
import dupin.intake.intel.IntelBuilder;
import dupin.intake.intel.PackKinds;
import dupin.intake.intel.PackReading;
import dupin.model.Pack;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The intel packs of a case: looking into a folder, adding what is in it, taking it out again. What they know is read
/// from the case's originals when it opens and after each change; investigations that run go on with what they began
/// with. Background threads.
public final class IntelPacks {
    private static final System.Logger LOG = System.getLogger(IntelPacks.class.getName());
    private static final Pack.Kind[] KINDS = {
        Pack.Kind.STIX, Pack.Kind.INDICATORS, Pack.Kind.ATTACK, Pack.Kind.LOLBAS, Pack.Kind.WARNING_LISTS
    };

    private final LiveCase live;
    private final Packs packs;
    private volatile Intel intel = Intel.shipped();
    private volatile List<String> faults = List.of();

    IntelPacks(LiveCase live, Packs packs) {
        this.live = live;
        this.packs = packs;
    }

    /// What was found in a folder.
    ///
    /// @param packs what would be added or was added, by kind and name
    /// @param skipped files that hold no intel that is known, below the folder; at most [Pack#MAX_LISTED]
    /// @param skippedCount how many those are
    public record Found(List<Pack> packs, List<String> skipped, long skippedCount) {
        public Found {
            packs = List.copyOf(packs);
            skipped = List.copyOf(skipped.size() > Pack.MAX_LISTED ? skipped.subList(0, Pack.MAX_LISTED) : skipped);
        }
    }

    private record Slot(Pack.Kind kind, String name) {}

    /// The case's packs by kind and name.
    public List<Pack> list() {
        return packs.list(KINDS);
    }

    /// Sentences about packs whose files cannot be read any more; they do not speak until that is mended.
    public List<String> faults() {
        return faults;
    }

    /// How many terms, names and list entries are known now.
    public long size() {
        return intel.size();
    }

    /// Facts that know what the packs know now, for as long as they are held.
    CaseFacts facts() {
        return facts(live);
    }

    /// The same, over another moment of the case.
    CaseFacts facts(CaseReads moment) {
        return new CaseFacts(moment, intel);
    }

    /// Reads what the case's packs hold.
    void load(Progress progress) {
        List<Pack> held = list();
        if (held.isEmpty()) {
            intel = Intel.shipped();
            faults = List.of();
            return;
        }
        var builder = new IntelBuilder();
        var broken = new ArrayList<String>();
        int done = 0;
        for (Pack pack : held) {
            progress.report("Reading the pack " + pack.label(), done++, held.size());
            try {
                var reading = new PackReading();
                packs.read(pack, (path, in) -> builder.file(pack.kind(), pack.label(), path, in, reading));
            } catch (Problem e) {
                LOG.log(Level.WARNING, "Pack {0} cannot be read: {1}", pack.label(), e.sentence());
                broken.add(e.sentence());
            }
        }
        intel = builder.build();
        faults = List.copyOf(broken);
    }

    /// Reads a folder and says what it would add; changes nothing.
    ///
    /// @throws Problem when the folder cannot be read or holds no intel
    public Found look(Path folder, Progress progress) {
        return read(folder, null, progress);
    }

    /// Adds what a folder holds: a pack for each kind in each of its first subfolders. The same again changes nothing.
    ///
    /// @throws Problem when the folder cannot be read or holds no intel
    public Found add(Path folder, String actor, Progress progress) {
        Found found = read(folder, actor, progress);
        load(progress);
        return found;
    }

    /// @throws Problem when the case does not hold it
    public void remove(Pack pack, String actor) {
        packs.remove(pack.kind(), pack.name(), "", actor);
        load(Progress.NONE);
    }

    private Found read(Path given, @org.jspecify.annotations.Nullable String actor, Progress progress) {
        Path folder = given.toAbsolutePath().normalize();
        try {
            var skipped = new ArrayList<String>();
            Map<Slot, List<PackArchive.Member>> slots = slots(folder, skipped, progress);
            if (slots.isEmpty()) {
                throw new Problem(
                        "In %s is no intel that Dupin reads (%d files looked at).".formatted(folder, skipped.size()),
                        "Nothing was added.",
                        "It reads STIX bundles, lists of indicators, ATT&CK, LOLBAS and MISP warning lists.");
            }
            var found = new ArrayList<Pack>();
            for (var slot : slots.entrySet()) {
                progress.check();
                Pack draft = draft(slot.getKey(), slot.getValue(), folder, progress);
                found.add(actor == null ? draft : packs.add(draft, slot.getValue(), actor));
            }
            return new Found(found, skipped, skipped.size());
        } catch (IOException | ImportRefusedException e) {
            throw new Problem(
                    "The folder " + folder + " cannot be read: " + e.getMessage(),
                    "Nothing was added.",
                    "Choose a folder that holds the files of a feed.",
                    e);
        }
    }

    private static Map<Slot, List<PackArchive.Member>> slots(Path folder, List<String> skipped, Progress progress)
            throws IOException, ImportRefusedException {
        var slots =
                new TreeMap<Slot, List<PackArchive.Member>>(Comparator.comparing(Slot::kind).thenComparing(Slot::name));
        List<PackArchive.Member> files = PackArchive.files(folder);
        int done = 0;
        for (PackArchive.Member member : files) {
            progress.check();
            progress.report("Looking at " + member.path(), done++, files.size());
            Optional<Pack.Kind> kind = PackKinds.of(member.file());
            if (kind.isEmpty()) {
                skipped.add(member.path());
                continue;
            }
            int cut = member.path().indexOf('/');
            String name = cut < 0 ? name(folder) : member.path().substring(0, cut);
            slots.computeIfAbsent(new Slot(kind.get(), name), _ -> new ArrayList<>()).add(member);
        }
        return slots;
    }

    private static String name(Path folder) {
        Path last = folder.getFileName();
        String name = last == null ? "packs" : last.toString();
        int dot = name.lastIndexOf('.');
        return Files.isRegularFile(folder) && dot > 0 ? name.substring(0, dot) : name;
    }

    private static Pack draft(Slot slot, List<PackArchive.Member> members, Path folder, Progress progress)
            throws IOException {
        var builder = new IntelBuilder();
        var reading = new PackReading();
        int done = 0;
        for (PackArchive.Member member : members) {
            progress.check();
            progress.report("Reading " + member.path(), done++, members.size());
            try (InputStream in = new BufferedInputStream(Files.newInputStream(member.file()), 1 << 16)) {
                builder.file(slot.kind(), slot.name(), member.path(), in, reading);
            }
        }
        return new Pack(
                slot.kind(),
                slot.name(),
                reading.version(),
                "",
                folder.toString(),
                members.size(),
                reading.items(),
                reading.counts(),
                reading.refused(),
                reading.refusals());
    }
}
