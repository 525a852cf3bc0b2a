package dupin.engine;

import dupin.model.Playbook;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The way through a playbook's program: which analyzer of which step is next. Conditions are asked as soon as the step
/// before them is done. One thread.
final class PlaybookWalk {

    /// One analyzer of one playbook step; the analyzer's name is "" where the step itself is the work.
    ///
    /// @param loopLeft whether a loop before it was left because it had gone its rounds
    record Slot(Playbook.Step step, String analyzer, boolean loopLeft) {
        String name() {
            return analyzer.isEmpty() ? step.name() : analyzer;
        }
    }

    private final Playbook playbook;
    private final ArrayDeque<Slot> slots = new ArrayDeque<>();
    private final Map<Integer, Integer> rounds = new HashMap<>();
    private int at;
    private boolean loopLeft;

    PlaybookWalk(Playbook playbook, Supplier<Map<String, String>> variables) {
        this.playbook = playbook;
        settle(variables);
    }

    Playbook playbook() {
        return playbook;
    }

    /// Every step once.
    static int steps(Playbook playbook) {
        return playbook.flow().program().stream()
                .mapToInt(i ->
                        i instanceof Playbook.Run run
                                ? Math.max(1, playbook.steps().get(run.step()).analyzers().size())
                                : 0)
                .sum();
    }

    boolean done() {
        return slots.isEmpty();
    }

    Slot slot() {
        return slots.element();
    }

    void advance(Supplier<Map<String, String>> variables) {
        slots.remove();
        settle(variables);
    }

    /// Goes on to the next step that does something.
    private void settle(Supplier<Map<String, String>> variables) {
        @Nullable Map<String, String> known = null;
        while (slots.isEmpty() && at < playbook.flow().program().size()) {
            switch (playbook.flow().program().get(at)) {
                case Playbook.Run run -> {
                    take(playbook.steps().get(run.step()));
                    at++;
                }
                case Playbook.Goto jump -> at = jump.target();
                case Playbook.Branch branch -> {
                    if (known == null) {
                        known = new HashMap<>(playbook.flow().variables());
                        known.putAll(variables.get());
                    }
                    boolean holds = branch.condition().holds(known);
                    if (branch.loop() && holds) {
                        holds = rounds.merge(at, 1, Integer::sum) <= Playbook.Flow.MAX_ROUNDS;
                        loopLeft |= !holds;
                    }
                    at = holds ? at + 1 : branch.otherwise();
                }
            }
        }
    }

    private void take(Playbook.Step step) {
        if (step.analyzers().isEmpty()) {
            slots.add(new Slot(step, "", loopLeft));
        }
        step.analyzers().forEach(name -> slots.add(new Slot(step, name, loopLeft)));
        loopLeft = false;
    }
}
