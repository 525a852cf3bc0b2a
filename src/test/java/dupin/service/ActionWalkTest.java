package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Content;
import dupin.model.ActionState;
import dupin.model.Policy;
import dupin.model.Weights;
import java.util.EnumMap;
import java.util.Map;
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
        // As many as are wished: -Dstories=100000 takes its time.
        assertThat(walk(1_000_000, Integer.getInteger("stories", 20_000))).containsOnlyKeys(ActionState.values());
    }

    private static Map<ActionState, Integer> walk(long firstSeed, int stories) {
        Weights weights = Content.shipped().weights();
        Policy policy = ActionWalk.policy();
        var seen = new EnumMap<ActionState, Integer>(ActionState.class);
        for (long seed = firstSeed; seed < firstSeed + stories; seed++) {
            try {
                new ActionWalk(seed, weights, policy)
                        .run(STEPS)
                        .forEach((state, count) -> seen.merge(state, count, Integer::sum));
            } catch (AssertionError e) {
                throw new AssertionError("story " + seed + ": " + e.getMessage(), e);
            }
        }
        return seen;
    }
}
