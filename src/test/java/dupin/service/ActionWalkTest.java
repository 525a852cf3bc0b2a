package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Content;
import dupin.model.ActionState;
import dupin.model.Policy;
import dupin.engine.CaseState;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Random interleavings of people, hands, crashes, restarts and clock jumps against a reference model.
class ActionWalkTest {
    private static final int STEPS = 40;

    @Test
    void nothingHappensUnwantedAndNothingWantedIsLost() {
        assertThat(walk(0, 1_000)).as("every state is visited").containsOnlyKeys(ActionState.values());
    }

    @Test
    @Tag("slow")
    void theSameOverManyMoreStories() {
        assertThat(walk(1_000_000, Integer.getInteger("stories", 100_000))).containsOnlyKeys(ActionState.values());
    }

    /// Stories know nothing of each other and run side by side.
    private static Map<ActionState, Integer> walk(long firstSeed, int stories) {
        var blank = new CaseState(Content.shipped().weights());
        Policy policy = ActionWalk.policy();
        return LongStream.range(firstSeed, firstSeed + stories)
                .parallel()
                .mapToObj(seed -> story(seed, blank, policy))
                .flatMap(seen -> seen.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Integer::sum));
    }

    private static Map<ActionState, Integer> story(long seed, CaseState blank, Policy policy) {
        try {
            return new ActionWalk(seed, blank, policy).run(STEPS);
        } catch (AssertionError e) {
            throw new AssertionError("story " + seed + ": " + e.getMessage(), e);
        }
    }
}
