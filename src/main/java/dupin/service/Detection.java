package dupin.service;

import dupin.engine.CaseState;
import dupin.engine.sigma.RuleAlerts;
import dupin.engine.sigma.RuleSet;
import dupin.intake.ImportRefusedException;
import dupin.intake.PackArchive;
import dupin.intake.sigma.RuleFiles;
import dupin.intake.sigma.ShippedRules;
import dupin.model.Alert;
import dupin.model.Entry;
import dupin.model.ImportReceipt;
import dupin.model.Pack;
import dupin.model.RemediationAction;
import dupin.model.sigma.Refusal;
import dupin.model.sigma.RulePack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Detection rules of a case: packs come and go, stored telemetry is matched, matches become alerts, and what follows from
/// alerts follows. The same rules on the same rows give the same alerts, so a run may be repeated. Background threads.
public final class Detection {
    private final LiveCase live;
    private final Packs packs;
    private final Runnable settle;
    private final ReentrantLock running = new ReentrantLock();
    private String last = "";
    private volatile @Nullable Outcome outcome;

    Detection(LiveCase live, Packs packs, Runnable settle) {
        this.live = live;
        this.packs = packs;
        this.settle = settle;
    }

    /// What a run gave.
    ///
    /// @param rules how many rules were matched, those over rules included
    /// @param refused rules that cannot be used, and why
    /// @param matched rules that matched, the most telling first
    public record Outcome(
            int rules,
            List<Refusal> refused,
            long events,
            long matches,
            int alerts,
            int fresh,
            long givenUp,
            List<Tally> matched) {
        public Outcome {
            refused = List.copyOf(refused);
            matched = List.copyOf(matched);
        }
    }

    /// How often a rule matched.
    public record Tally(String ruleId, String title, String level, long matches) {}

    /// Packs of rules, the user's and then the shipped one.
    public List<Pack> packs() {
        var all = new ArrayList<>(packs.list(Pack.Kind.RULES));
        RulePack shipped = ShippedRules.read();
        all.add(describe(shipped, RuleSet.of(List.of(shipped), Map.of()), "").sealed(shipped.digest()));
        return all;
    }

    /// Makes the rules of a folder part of the case. Telemetry is matched with them by the next [#run].
    ///
    /// @throws Problem when the folder cannot be read or holds no rule
    public Pack add(Path folder, String actor) {
        try {
            List<PackArchive.Member> members =
                    PackArchive.files(folder).stream().filter(member -> RuleFiles.isRules(member.path())).toList();
            var files = new RuleFiles();
            for (PackArchive.Member member : members) {
                try (var in = java.nio.file.Files.newInputStream(member.file())) {
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
            Pack draft = describe(pack, RuleSet.of(List.of(pack), Map.of()), folder.toString());
            return packs.add(draft, members, actor);
        } catch (IOException | ImportRefusedException e) {
            throw new Problem(
                    "The rules in " + folder + " cannot be read: " + e.getMessage() + ".",
                    "Nothing was added.",
                    "Choose a folder of .yml files.",
                    e);
        }
    }

    /// Takes a pack out of the case; its alerts stay.
    public void remove(String name, String actor) {
        packs.remove(Pack.Kind.RULES, name, "Taken out by the analyst", actor);
    }

    private static Pack describe(RulePack pack, RuleSet set, String folder) {
        var refusals = new ArrayList<Pack.Refusal>();
        pack.refused().forEach(each -> refusals.add(new Pack.Refusal(each.place(), each.reason())));
        set.refused().forEach(each -> refusals.add(new Pack.Refusal(each.place(), each.reason())));
        int rules = set.rules().size();
        int over = set.correlations().size();
        return new Pack(
                Pack.Kind.RULES,
                pack.name(),
                "",
                "",
                folder,
                pack.files(),
                rules + over + pack.filters().size(),
                List.of(
                        new Pack.Count("rules", rules),
                        new Pack.Count("correlations", over),
                        new Pack.Count("filters", pack.filters().size())),
                refusals.size(),
                refusals);
    }

    /// Matches all telemetry of the case with all its rules and adds the alerts that are new or have changed.
    ///
    /// @throws java.util.concurrent.CancellationException when asked to stop; nothing is added then
    public Outcome run(String actor, Progress progress) {
        running.lock();
        try {
            progress.report("Reading detection rules", 0, 0);
            List<RulePack> user = packs.list(Pack.Kind.RULES).stream().map(this::read).toList();
            var match = new Matching(ShippedRules.read(), user, progress);
            List<ImportReceipt> files =
                    live.read(CaseState::imports).stream().filter(receipt -> receipt.events() > 0).toList();
            match.over(live.store(), files);
            RuleAlerts drafts = match.alerts();
            List<Alert> alerts = drafts.alerts();
            progress.check();
            progress.report("Adding alerts", 0, alerts.size());
            int fresh =
                    live.decide(
                            actor,
                            state -> {
                                List<Entry> entries =
                                        alerts.stream()
                                                .filter(alert ->
                                                        state.alert(alert.id()).filter(alert::equals).isEmpty())
                                                .<Entry>map(Entry.AlertReceived::new)
                                                .toList();
                                return new LiveCase.Decision<>(entries, Map.of(), entries.size());
                            });
            last = fingerprint();
            if (fresh > 0) {
                settle.run();
            }
            Outcome done = match.outcome(alerts.size(), fresh);
            outcome = done;
            return done;
        } finally {
            running.unlock();
        }
    }

    /// What the last run of this session gave.
    public Optional<Outcome> lastRun() {
        return Optional.ofNullable(outcome);
    }

    /// Runs when telemetry or packs have changed since the last run of this session.
    void catchUp(Progress progress) {
        boolean telemetry = live.read(state -> state.imports().stream().anyMatch(receipt -> receipt.events() > 0));
        if (telemetry && !progress.cancelled() && !fingerprint().equals(last)) {
            var _ = run(RemediationAction.AUTOMATION, progress);
        }
    }

    private String fingerprint() {
        return live.read(state ->
                state.imports().stream().map(ImportReceipt::sha256).sorted().toList()
                        + " "
                        + state.packs().stream()
                                .filter(pack -> pack.kind() == Pack.Kind.RULES)
                                .map(Pack::sha256)
                                .toList());
    }

    private RulePack read(Pack pack) {
        var files = new RuleFiles();
        packs.read(pack, files::file);
        return files.pack(pack.label());
    }
}
