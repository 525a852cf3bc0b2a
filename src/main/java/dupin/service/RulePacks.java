package dupin.service;

import dupin.engine.sigma.RuleSet;
import dupin.intake.Habits;
import dupin.intake.ImportRefusedException;
import dupin.intake.PackArchive;
import dupin.intake.sigma.RuleFiles;
import dupin.intake.sigma.ShippedRules;
import dupin.model.Alert;
import dupin.model.Entry;
import dupin.model.Pack;
import dupin.model.sigma.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The packs of detection rules of a case: they come and go, are switched off and on, and are read and compiled once as
/// long as they stay the same. Background threads.
final class RulePacks {
    private final LiveCase live;
    private final Packs packs;
    private final Map<String, RulePack> read = new HashMap<>();
    private @Nullable Ready ready;

    RulePacks(LiveCase live, Packs packs) {
        this.live = live;
        this.packs = packs;
    }

    /// The packs that are switched on, compiled.
    ///
    /// @param key tells these packs in these versions from all others
    /// @param all the user's packs, then the shipped one
    record Ready(String key, List<RulePack> all, RuleSet rules) {

        boolean ofTheUser() {
            return all.stream().anyMatch(pack -> !pack.name().equals(ShippedRules.NAME));
        }
    }

    /// Packs of rules, the user's and then the shipped one, those that are switched off among them.
    List<Pack> list() {
        var all = new ArrayList<>(packs.list(Pack.Kind.RULES));
        RulePack shipped = ShippedRules.read();
        all.add(describe(shipped, "").sealed(shipped.digest()));
        return all;
    }

    boolean off(String name) {
        return packs.off(Pack.Kind.RULES, name);
    }

    Pack add(Path folder, String actor) {
        try {
            List<PackArchive.Member> members =
                    PackArchive.files(folder).stream().filter(member -> RuleFiles.isRules(member.path())).toList();
            var files = new RuleFiles();
            for (PackArchive.Member member : members) {
                try (var in = Files.newInputStream(member.file())) {
                    files.file(member.path(), in);
                }
            }
            RulePack pack = files.pack(String.valueOf(folder.toAbsolutePath().normalize().getFileName()));
            if (pack.size() == 0) {
                throw new Problem(
                        folder + " holds no detection rule that can be read.",
                        "Nothing was added.",
                        pack.refused().isEmpty()
                                ? "Choose a folder of .yml files."
                                : pack.refused().getFirst().reason());
            }
            Pack added = packs.add(describe(pack, folder.toString()), members, actor);
            synchronized (this) {
                read.put(added.sha256(), pack.named(added.label()));
            }
            return added;
        } catch (IOException | ImportRefusedException e) {
            throw new Problem(
                    "The rules in " + folder + " cannot be read: " + e.getMessage() + ".",
                    "Nothing was added.",
                    "Choose a folder of .yml files.",
                    e);
        }
    }

    private static Pack describe(RulePack pack, String folder) {
        // Without the index: it is only asked what compiles.
        RuleSet set = RuleSet.plain(List.of(pack), Map.of());
        var refusals = new ArrayList<Pack.Refusal>();
        pack.refused().forEach(each -> refusals.add(new Pack.Refusal(each.place(), each.reason())));
        set.refused().forEach(each -> refusals.add(new Pack.Refusal(each.place(), each.reason())));
        int rules = set.rules().size();
        int over = set.correlations().size();
        int habits = pack.name().equals(ShippedRules.NAME) ? Habits.shipped().size() : 0;
        var counts =
                new ArrayList<>(
                        List.of(
                                new Pack.Count("rules", rules),
                                new Pack.Count("correlations", over),
                                new Pack.Count("filters", pack.filters().size())));
        if (habits > 0) {
            counts.add(new Pack.Count("sign-in habits", habits));
        }
        return new Pack(
                Pack.Kind.RULES,
                pack.name(),
                "",
                "",
                folder,
                pack.files(),
                rules + over + habits + pack.filters().size(),
                counts,
                refusals.size(),
                refusals);
    }

    /// Switches a pack off or on. Incidents that have alerts of a pack that goes off are given a comment that says so.
    void switchTo(String name, boolean on, String actor) {
        Pack pack =
                list().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow(() ->
                                new Problem(
                                        "The case holds no pack of rules " + name + ".", "Nothing was changed.", ""));
        String maker = maker(name.equals(ShippedRules.NAME) ? name : pack.label());
        live.<Boolean>decide(
                actor,
                state -> {
                    var entries = new ArrayList<Entry>();
                    if (state.packOff(Pack.Kind.RULES, name) == on) {
                        String reason = on ? "Switched on by the analyst" : "Switched off by the analyst";
                        entries.add(new Entry.PackSwitched(Pack.Kind.RULES, name, on, reason));
                        var touched = new TreeMap<String, Integer>();
                        if (!on) {
                            state.alerts().stream()
                                    .filter(alert -> alert.productName().equals(maker))
                                    .map(Alert::id)
                                    .forEach(id ->
                                            state.incidentOf(id).ifPresent(of -> touched.merge(of, 1, Integer::sum)));
                        }
                        touched.forEach((incident, alerts) ->
                                entries.add(
                                        new Entry.CommentAdded(
                                                "incident:" + incident,
                                                "The rule pack "
                                                        + name
                                                        + " was switched off. Its alerts here ("
                                                        + alerts
                                                        + ") stay as they were raised; it raises no new ones.")));
                    }
                    return new LiveCase.Decision<>(entries, Map.of(), true);
                });
    }

    /// How alerts name the pack that raised them.
    static String maker(String label) {
        return "Sigma rules, " + label;
    }

    /// The packs that are switched on; read and compiled when they are not what they were.
    synchronized Ready ready() {
        List<Pack> held = packs.list(Pack.Kind.RULES).stream().filter(pack -> !off(pack.name())).toList();
        String key = key();
        Ready known = ready;
        if (known != null && known.key().equals(key)) {
            return known;
        }
        var all = new ArrayList<RulePack>();
        held.forEach(pack -> all.add(read.computeIfAbsent(pack.sha256(), _ -> read(pack)).named(pack.label())));
        read.keySet().retainAll(held.stream().map(Pack::sha256).toList());
        RulePack shipped = ShippedRules.read();
        if (!off(shipped.name())) {
            all.add(shipped);
        }
        var fresh = new Ready(key, List.copyOf(all), RuleSet.of(all, Map.of()));
        ready = fresh;
        return fresh;
    }

    /// Tells the packs that are switched on, in these versions, from all others.
    String key() {
        RulePack shipped = ShippedRules.read();
        return live.read(state ->
                state.packs().stream()
                                .filter(pack -> pack.kind() == Pack.Kind.RULES)
                                .filter(pack -> !state.packOff(Pack.Kind.RULES, pack.name()))
                                .map(pack -> pack.label() + " " + pack.sha256())
                                .toList()
                        + (state.packOff(Pack.Kind.RULES, shipped.name()) ? "" : " " + shipped.digest()));
    }

    private RulePack read(Pack pack) {
        var files = new RuleFiles();
        packs.read(pack, files::file);
        return files.pack(pack.label());
    }
}
