package dupin.service;

import dupin.engine.CaseState;
import dupin.intake.FileSource;
import dupin.intake.ImportRefusedException;
import dupin.intake.PackArchive;
import dupin.model.Entry;
import dupin.model.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The packs of a case, of whatever kind: their files are kept among the originals, their coming and going is in the
/// journal, so that a case that is opened elsewhere knows what it knew here. Background threads.
public final class Packs {
    private final LiveCase live;
    private final Originals originals;

    Packs(LiveCase live, Originals originals) {
        this.live = live;
        this.originals = originals;
    }

    /// All packs by kind and name.
    public List<Pack> list() {
        return live.read(CaseState::packs);
    }

    public List<Pack> list(Pack.Kind... kinds) {
        return list().stream().filter(pack -> List.of(kinds).contains(pack.kind())).toList();
    }

    /// Makes the files part of the case. The same files again change nothing.
    ///
    /// @param draft everything but the digest
    /// @return the pack as the case holds it
    /// @throws Problem when a file cannot be read or kept
    Pack add(Pack draft, List<PackArchive.Member> files, String actor) {
        Pack pack = draft.sealed(keep(draft.name(), files));
        return live.decide(
                actor,
                state -> {
                    boolean known =
                            state.packs().stream().anyMatch(p -> same(p, pack) && p.sha256().equals(pack.sha256()));
                    return new LiveCase.Decision<>(
                            known ? List.of() : List.of(new Entry.PackAdded(pack)), Map.of(), pack);
                });
    }

    private static boolean same(Pack a, Pack b) {
        return a.kind() == b.kind() && a.name().equals(b.name());
    }

    private String keep(String name, List<PackArchive.Member> files) {
        try {
            Path archive = Files.createTempFile("dupin-pack-", ".zip");
            try {
                try (var out = Files.newOutputStream(archive)) {
                    PackArchive.write(files, out);
                }
                FileSource source = FileSource.of(archive, name);
                originals.keep(source);
                return source.sha256();
            } finally {
                Files.deleteIfExists(archive);
            }
        } catch (IOException | ImportRefusedException e) {
            throw new Problem(
                    "The pack " + name + " cannot be kept: " + e.getMessage() + ".",
                    "The case is as it was.",
                    "Check the folder and the disk, and add it again.",
                    e);
        }
    }

    /// Takes a pack out of the case; what was found with it stays as it was found.
    ///
    /// @throws Problem when the case does not hold it
    public void remove(Pack.Kind kind, String name, String reason, String actor) {
        live.<Boolean>decide(
                actor,
                state -> {
                    if (state.packs().stream().noneMatch(p -> p.kind() == kind && p.name().equals(name))) {
                        throw new Problem(
                                "The case holds no pack " + name + " of the kind " + kind.label() + ".",
                                "Nothing was changed.",
                                "");
                    }
                    return new LiveCase.Decision<>(List.of(new Entry.PackRemoved(kind, name, reason)), Map.of(), true);
                });
    }

    /// Whether the pack, which may be one that ships, is switched off.
    public boolean off(Pack.Kind kind, String name) {
        return live.read(state -> state.packOff(kind, name));
    }

    /// Reads the files of a pack again, as they were when it was added.
    ///
    /// @throws Problem when its archive is gone or damaged
    void read(Pack pack, PackArchive.Visitor visitor) {
        try {
            FileSource source = FileSource.of(originals.path(pack.sha256()), pack.name());
            if (!source.sha256().equals(pack.sha256())) {
                throw new IOException("its bytes have changed");
            }
            PackArchive.read(source.path(), visitor);
        } catch (IOException | ImportRefusedException e) {
            throw new Problem(
                    "The files of the pack " + pack.label() + " cannot be read again: " + e.getMessage() + ".",
                    "The journal is whole; what was found with the pack before is kept.",
                    "Put the archive with SHA-256 "
                            + pack.sha256()
                            + " back under originals/, or remove the pack and add it again.",
                    e);
        }
    }
}
