package dupin.service;

import dupin.engine.CaseState;
import dupin.model.Alert;
import dupin.model.Entry;
import dupin.model.ImportReceipt;
import dupin.model.Pack;
import dupin.model.RemediationAction;
import dupin.model.sigma.Refusal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Detection rules of a case: packs come and go, stored telemetry is matched, matches become alerts, and what follows from
/// alerts follows. The same rules on the same rows give the same alerts, so a run may be repeated. Background threads.
public final class Detection {
    private final LiveCase live;
    private final Packs store;
    private final RulePacks packs;
    private final Runnable settle;
    private final ReentrantLock running = new ReentrantLock();
    private String last = "";
    private @Nullable Matching matching;
    private volatile @Nullable Outcome outcome;

    Detection(LiveCase live, Packs packs, Runnable settle) {
        this.live = live;
        this.store = packs;
        this.packs = new RulePacks(live, packs);
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
        return packs.list();
    }

    /// Makes the rules of a folder part of the case. Telemetry is matched with them by the next [#run].
    ///
    /// @throws Problem when the folder cannot be read or holds no rule
    public Pack add(Path folder, String actor) {
        return packs.add(folder, actor);
    }

    /// Takes a pack out of the case; its alerts stay.
    public void remove(String name, String actor) {
        store.remove(Pack.Kind.RULES, name, "Taken out by the analyst", actor);
    }

    /// Switches a pack off or on, the shipped one too. Alerts of a pack that is switched off stay, with a comment on their
    /// incidents; it raises no new ones.
    ///
    /// @throws Problem when there is no such pack
    public void switchTo(String name, boolean on, String actor) {
        packs.switchTo(name, on, actor);
    }

    /// Whether the pack is switched off.
    public boolean off(String name) {
        return packs.off(name);
    }

    /// Rules that cannot be used, of all packs that are switched on.
    public List<Refusal> refused() {
        return Matching.refused(packs.ready());
    }

    /// Matches the telemetry of the case with all its rules and adds the alerts that are new or have changed. What was
    /// matched before in this session with the same rules is not matched again; the alerts are those of a run over all.
    ///
    /// @throws java.util.concurrent.CancellationException when asked to stop; nothing is added then
    public Outcome run(String actor, Progress progress) {
        running.lock();
        try {
            progress.report("Reading detection rules", 0, 0);
            RulePacks.Ready ready = packs.ready();
            List<ImportReceipt> files =
                    live.read(CaseState::imports).stream().filter(receipt -> receipt.events() > 0).toList();
            Matching held = matching;
            Matching match = held != null && held.goesOn(ready, files) ? held : new Matching(ready);
            // What breaks off in the midst of a file has seen half of it.
            matching = null;
            List<Alert> alerts = match.over(live.store(), files, progress);
            matching = match;
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
        return live.read(state -> state.imports().stream().map(ImportReceipt::sha256).sorted().toList())
                + " "
                + packs.key();
    }
}
