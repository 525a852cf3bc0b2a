package dupin.service;

import dupin.engine.CaseState;
import dupin.model.Entry;
import dupin.model.JournalEntry;
import dupin.model.Weights;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A case in memory whose clock jumps when the test says so, and which can be folded anew as after a crash.
final class MemoryCase extends Clock implements CaseWrites {
    /// Nothing has happened in it; copies share the table of repeated texts, which is larger than a story.
    private final CaseState blank;

    private final List<JournalEntry> journal = new ArrayList<>();
    private CaseState state;
    private Instant now;

    MemoryCase(Weights weights, Instant start) {
        this(new CaseState(weights), start);
    }

    /// @param blank a fold without entries; it stays as it is
    MemoryCase(CaseState blank, Instant start) {
        this.blank = blank;
        state = blank.copy();
        now = start;
    }

    @Override
    public <T> T read(Function<CaseState, T> reader) {
        return reader.apply(state);
    }

    @Override
    public <T> T decide(String actor, Function<CaseState, LiveCase.Decision<T>> decider) {
        LiveCase.Decision<T> decision = decider.apply(state);
        for (Entry entry : decision.entries()) {
            var line = new JournalEntry(journal.size(), now, actor, entry, "", "");
            journal.add(line);
            state.apply(line);
        }
        return decision.answer();
    }

    @Override
    public Clock clock() {
        return this;
    }

    void jump(Duration by) {
        now = now.plus(by);
    }

    List<JournalEntry> journal() {
        return journal;
    }

    /// The fold of the whole journal, as a restart makes it.
    CaseState folded() {
        var again = blank.copy();
        journal.forEach(again::apply);
        return again;
    }

    void restart() {
        state = folded();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
