package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is proposed on the shipped samples harms nobody.
class SamplePlansTest {
    private static final Path SAMPLES = Path.of("assets/samples");

    @ParameterizedTest
    @ValueSource(
            strings = {"phishing-to-lateral-movement", "ransomware", "business-email-compromise", "false-positive"})
    void plansTouchNoSystemAndWaitUnderTheShippedPolicy(String sample) throws Exception {
        var files = new CaseFiles();
        try (var list = Files.list(SAMPLES.resolve(sample))) {
            for (Path file : list.filter(path -> !path.endsWith("story.json")).sorted().toList()) {
                files.read(file);
            }
        }
        var runs = new ArrayList<PlaybookRun>();
        files.investigate("general", runs);
        Facts facts = files.facts();
        var plans = new ArrayList<RemediationAction>();
        for (PlaybookRun run : runs) {
            var request = new RemediationPlanner.PlanRequest("INV", "I", run.verdicts(), run.gates());
            List<RemediationAction> plan =
                    RemediationPlanner.plan(request, files.policy(), TestWeights.shipped(), facts, Story.at(0));
            assertThat(plan).extracting(RemediationAction::id).doesNotHaveDuplicates();
            plans.addAll(plan);
        }
        assertThat(plans.isEmpty())
                .as("the false positive asks for nothing, the others for something")
                .isEqualTo(sample.equals("false-positive"));
        assertThat(plans)
                .allSatisfy(action -> {
                    assertThat(action.state()).isEqualTo(ActionState.PENDING);
                    assertThat(action.verdict()).isIn(Verdict.MALICIOUS, Verdict.SUSPICIOUS);
                    assertThat(NeverTouch.refuses(action, files.policy())).isEmpty();
                    assertThat(action.undoPlan().isEmpty()).isEqualTo(action.type().undoLabel().isEmpty());
                });
        assertThat(plans)
                .filteredOn(a -> a.type() == ActionType.QUARANTINE_FILE)
                .allSatisfy(action -> {
                    assertThat(Folders.pathOf(action.target())).doesNotContainIgnoringCase("\\windows\\");
                    assertThat(facts.entity(action.device()).map(Entity::key))
                            .as("one name per machine")
                            .contains(action.device());
                });
    }
}
