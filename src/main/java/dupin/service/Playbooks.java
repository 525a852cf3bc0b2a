package dupin.service;

import dupin.engine.Variables;
import dupin.engine.analyzer.Analyzers;
import dupin.intake.ImportRefusedException;
import dupin.intake.PackArchive;
import dupin.intake.cacao.CacaoPlaybooks;
import dupin.model.Pack;
import dupin.model.Playbook;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The playbooks of a case: those that ship, and CACAO 2.0 documents from folders of the user's choice, which are kept in
/// the case as packs. One of a shipped playbook's id takes its place. Background threads.
public final class Playbooks {
    private static final System.Logger LOG = System.getLogger(Playbooks.class.getName());
    private static final int HEAD = 4 << 20;

    private final Packs packs;
    private final Map<String, Playbook> shipped;
    private volatile Map<String, Playbook> all;

    Playbooks(Packs packs, Map<String, Playbook> shipped) {
        this.packs = packs;
        this.shipped = Map.copyOf(shipped);
        this.all = new LinkedHashMap<>(shipped);
    }

    /// All that can be chosen, those that ship first.
    public List<Playbook> list() {
        return List.copyOf(all.values());
    }

    Map<String, Playbook> byId() {
        return all;
    }

    /// The packs that playbooks came from, with what was refused of them.
    public List<Pack> packs() {
        return packs.list(Pack.Kind.PLAYBOOKS);
    }

    private static CacaoPlaybooks reader() {
        return new CacaoPlaybooks(Set.copyOf(new Analyzers().names()), Set.copyOf(Variables.ALL));
    }

    /// Reads the case's packs of playbooks.
    void load() {
        var now = new LinkedHashMap<String, Playbook>(shipped);
        for (Pack pack : packs()) {
            try {
                CacaoPlaybooks reader = reader();
                packs.read(pack, (path, in) -> reader.add(path, in.readNBytes(HEAD), true));
                now.putAll(reader.playbooks());
            } catch (Problem e) {
                LOG.log(Level.WARNING, "Playbooks of {0} cannot be read: {1}", pack.label(), e.sentence());
            }
        }
        all = now;
    }

    /// Adds the playbooks of a folder or file.
    ///
    /// @return the pack, with what of it was refused and why
    /// @throws Problem when nothing of it can be used
    public Pack add(Path given, String actor) {
        Path folder = given.toAbsolutePath().normalize();
        try {
            CacaoPlaybooks reader = reader();
            var members = new ArrayList<PackArchive.Member>();
            for (PackArchive.Member member : PackArchive.files(folder)) {
                byte[] bytes;
                try (InputStream in = Files.newInputStream(member.file())) {
                    bytes = in.readNBytes(HEAD);
                }
                if (CacaoPlaybooks.isPlaybook(bytes)) {
                    members.add(member);
                    reader.add(member.path(), bytes, true);
                }
            }
            Map<String, Playbook> found = reader.playbooks();
            if (found.isEmpty()) {
                List<Pack.Refusal> why = reader.refusals();
                throw new Problem(
                        "In "
                                + folder
                                + " is no playbook that can be used."
                                + (why.isEmpty()
                                        ? ""
                                        : " " + why.getFirst().place() + ": " + why.getFirst().reason() + "."),
                        "Nothing was added.",
                        "Playbooks are CACAO 2.0 documents (JSON).");
            }
            var counts = List.of(new Pack.Count("playbooks", found.size()));
            Pack pack =
                    packs.add(
                            new Pack(
                                    Pack.Kind.PLAYBOOKS,
                                    String.valueOf(folder.getFileName()),
                                    "",
                                    "",
                                    folder.toString(),
                                    members.size(),
                                    found.size(),
                                    counts,
                                    reader.refusals().size(),
                                    reader.refusals()),
                            members,
                            actor);
            load();
            return pack;
        } catch (IOException | ImportRefusedException e) {
            throw new Problem(
                    "The folder " + folder + " cannot be read: " + e.getMessage(), "Nothing was added.", "", e);
        }
    }

    /// @throws Problem when the case does not hold it
    public void remove(Pack pack, String actor) {
        packs.remove(pack.kind(), pack.name(), "", actor);
        load();
    }
}
