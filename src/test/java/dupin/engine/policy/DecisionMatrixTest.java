package dupin.engine.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.AutomationPolicy;
import dupin.engine.EngineCase;
import dupin.engine.Folders;
import dupin.model.AutomationLevel;
import dupin.model.Entity;
import dupin.model.Policy;
import dupin.model.Verdict;
import dupin.model.policy.CellKey;
import dupin.model.policy.EmailAutomation;
import dupin.model.policy.MatrixCell;
import dupin.model.policy.Outcome;
import dupin.model.policy.Place;
import dupin.model.policy.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The picture against the thing: each cell is what the engine decides on a real path under the policy's own lists.
class DecisionMatrixTest {
    private static final Map<Place, String> PATHS =
            Map.of(
                    Place.NONE,
                    "",
                    Place.CORE,
                    "C:\\Windows\\System32\\a.exe",
                    Place.TEMP,
                    "C:\\Users\\ann\\Temp\\a.exe",
                    Place.OTHER,
                    "D:\\Data\\a.exe");

    private static final List<Policy> POLICIES =
            List.of(
                    EngineCase.policy(),
                    EngineCase.policy().withLimits(7, 20, 10, true, false),
                    EngineCase.policy().withEmail(new EmailAutomation(true, false)),
                    EngineCase.policy().withEmail(new EmailAutomation(true, true)));

    private static Entity at(Subject subject, String path) {
        Entity.File file = Entity.File.of(path, "", "PC1");
        return switch (subject) {
            case FILE -> file;
            case PROCESS -> new Entity.Process("PC1", 4711, null, "", "", file, "", 0, null, "");
            case SERVICE -> new Entity.Service("PC1", "evil", "", path);
            case DRIVER -> new Entity.Driver("PC1", "evil.sys", path, "");
            case REGISTRY_VALUE -> new Entity.RegistryValue("PC1", "HKCU", "Run", "evil", path, "");
            case SCHEDULED_TASK -> new Entity.ScheduledTask("PC1", "evil", path.isEmpty() ? "" : path + " -x");
            default -> Examples.of(subject, Place.NONE);
        };
    }

    @Test
    void everyCellIsWhatTheEngineDecides() {
        for (Policy policy : POLICIES) {
            Map<CellKey, MatrixCell> cells =
                    DecisionMatrix.of(policy).stream().collect(Collectors.toMap(MatrixCell::key, c -> c));
            int asked = 0;
            for (Verdict verdict : Verdict.values()) {
                for (AutomationLevel level : AutomationLevel.values()) {
                    for (Subject subject : Subject.values()) {
                        for (Place place : subject.places()) {
                            Entity target = at(subject, PATHS.get(place));
                            AutomationPolicy.Decision decision =
                                    AutomationPolicy.decide(
                                            verdict,
                                            subject.type(),
                                            target,
                                            Optional.empty(),
                                            level,
                                            Folders.classify(target, policy),
                                            policy);
                            MatrixCell cell = cells.get(new CellKey(verdict, level, place, subject));
                            assertThat(cell.outcome())
                                    .as("%s", cell)
                                    .isEqualTo(DecisionMatrix.outcome(decision.mode()));
                            assertThat(cell.reason()).isEqualTo(decision.reason());
                            asked++;
                        }
                    }
                }
            }
            assertThat(cells).hasSize(asked).hasSize(4 * 5 * (6 * 4 + 15));
        }
    }

    @Test
    void theCellsSayWhatTheDocumentsSay() {
        var outcomes = new HashMap<CellKey, Outcome>();
        DecisionMatrix.of(EngineCase.policy()).forEach(c -> outcomes.put(c.key(), c.outcome()));
        assertThat(
                        outcomes.entrySet().stream()
                                .filter(e -> !e.getKey().verdict().incriminates())
                                .map(Map.Entry::getValue))
                .containsOnly(Outcome.NOTHING);
        assertThat(
                        outcomes.entrySet().stream()
                                .filter(e -> e.getKey().verdict() == Verdict.SUSPICIOUS)
                                .map(Map.Entry::getValue))
                .doesNotContain(Outcome.RUNS);
        assertThat(outcomes)
                .containsEntry(
                        new CellKey(Verdict.MALICIOUS, AutomationLevel.SEMI_CORE, Place.OTHER, Subject.FILE),
                        Outcome.RUNS)
                .containsEntry(
                        new CellKey(Verdict.MALICIOUS, AutomationLevel.SEMI_NON_TEMP, Place.OTHER, Subject.FILE),
                        Outcome.ASKS)
                .containsEntry(
                        new CellKey(Verdict.MALICIOUS, AutomationLevel.FULL, Place.NONE, Subject.MAIL_MESSAGE),
                        Outcome.ASKS)
                .containsEntry(
                        new CellKey(Verdict.MALICIOUS, AutomationLevel.NOT_PROTECTED, Place.TEMP, Subject.FILE),
                        Outcome.NOTHING);
    }

    @Test
    void emailIsCleanedUnaskedOnlyWhereThePolicyOptsInAndOnlyInBounds() {
        Policy policy = EngineCase.policy().withEmail(new EmailAutomation(true, false));
        var outcomes = new HashMap<CellKey, Outcome>();
        DecisionMatrix.of(policy).forEach(c -> outcomes.put(c.key(), c.outcome()));
        for (AutomationLevel level : AutomationLevel.values()) {
            assertThat(outcomes.get(new CellKey(Verdict.MALICIOUS, level, Place.NONE, Subject.CLUSTER_OF_FILES)))
                    .isEqualTo(Outcome.RUNS);
            assertThat(outcomes.get(new CellKey(Verdict.MALICIOUS, level, Place.NONE, Subject.CLUSTER_OF_URLS)))
                    .isEqualTo(Outcome.ASKS);
            assertThat(outcomes.get(new CellKey(Verdict.SUSPICIOUS, level, Place.NONE, Subject.CLUSTER_OF_FILES)))
                    .isEqualTo(Outcome.ASKS);
        }
        List<String> ids = IntStream.range(0, 10_001).mapToObj(Integer::toString).toList();
        for (var large :
                List.of(
                        new Entity.MailCluster(
                                "", "AttachmentFileHash", "x", "", 10_001, List.of(), "", List.of(), List.of()),
                        new Entity.MailCluster("", "AttachmentFileHash", "x", "", 0, ids, "", List.of(), List.of()))) {
            assertThat(
                            AutomationPolicy.decide(
                                            Verdict.MALICIOUS,
                                            Subject.CLUSTER_OF_FILES.type(),
                                            large,
                                            Optional.empty(),
                                            AutomationLevel.FULL,
                                            Place.NONE.folder(),
                                            policy)
                                    .automatic())
                    .isFalse();
        }
    }
}
