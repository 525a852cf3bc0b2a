package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.Incident;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.row.DeviceRow;
import dupin.model.row.IncidentWord;
import dupin.service.CaseSession;
import dupin.service.Explanation;
import dupin.service.IncidentQuery;
import dupin.service.ItemResult;
import dupin.service.Window;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class StoryTest {
    @TempDir Path folder;

    static Stream<String> samples() {
        return Story.all().stream().map(story -> story.sample().id());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void verdictsAreWhatTheStoryDeserves(String id) throws InterruptedException {
        Story story = Story.named(id);
        Path path = folder.resolve(id + ".dupin");
        try (CaseSession session = story.investigated(path)) {
            List<String> gates =
                    session.desk().actions().stream()
                            .filter(a -> a.type() == ActionType.EXPAND_SCOPE)
                            .map(RemediationAction::id)
                            .toList();
            session.actions().approve(gates, "tester", "");
            session.awaitIdle();
        }
        List<JsonNode> verdicts = Story.lines("verdicts", path);
        var wrong = new ArrayList<String>();
        for (var expected : story.expect().properties()) {
            for (JsonNode wanted : expected.getValue()) {
                check(expected.getKey(), wanted, verdicts, wrong);
            }
        }
        assertThat(wrong).as("verdicts of %s", id).isEmpty();
    }

    private static void check(String verdict, JsonNode wanted, List<JsonNode> verdicts, List<String> wrong) {
        var allowed = new ArrayList<>(List.of(verdict));
        wanted.path("accept").forEach(word -> allowed.add(word.asString()));
        List<JsonNode> found = verdicts.stream().filter(line -> Story.isAbout(line, wanted)).toList();
        if (found.isEmpty() && !verdict.equals("noThreatsFound")) {
            wrong.add("never judged: " + wanted);
        }
        for (JsonNode line : found) {
            if (!allowed.contains(line.path("verdict").asString())) {
                wrong.add(
                        line.path("verdict").asString()
                                + " ("
                                + line.path("score").asInt()
                                + " dB) instead of "
                                + allowed
                                + ": "
                                + wanted
                                + " because "
                                + line.path("findings"));
            }
        }
    }

    @Test
    void labelsOfEncryptedFilesTellWhichDataIsAtStake() throws InterruptedException {
        try (CaseSession session = Story.named("ransomware").investigated(folder.resolve("case.dupin"))) {
            IncidentQuery asked = IncidentQuery.ALL.toggled(IncidentWord.DATA_SENSITIVITY, "Confidential\\Finance");
            Window<Incident> found = session.desk().window(asked);
            assertThat(found.size()).isEqualTo(1);
            Incident incident = Objects.requireNonNull(found.rows(0, 1).getFirst());
            assertThat(incident.facets().dataSensitivity())
                    .containsExactly("Confidential\\Finance", "Confidential\\Recipes", "Highly Confidential\\Board");
            List<DeviceRow> devices = session.desk().incident(incident.id()).orElseThrow().devices();
            assertThat(devices)
                    .filteredOn(row -> Canonical.host(row.device().label()).equals("plw-fs-01"))
                    .extracting(DeviceRow::dataSensitivity)
                    .as("the file server holds none of the other labels")
                    .containsExactly(List.of("Confidential\\Finance"));
            assertThat(devices).filteredOn(row -> row.dataSensitivity().size() == 3).isNotEmpty();
        }
    }

    @Test
    void approvedActionsRemediateAndUndoTakesBack() throws InterruptedException {
        Story story = Story.named("phishing-to-lateral-movement");
        try (CaseSession session = story.investigated(folder.resolve("case.dupin"))) {
            List<String> pending = ids(session, ActionState.PENDING);
            assertThat(pending).isNotEmpty();

            List<ItemResult> results = session.actions().approve(pending, "tester", "Seen and agreed");
            session.awaitIdle();

            assertThat(results).allMatch(ItemResult::done);
            RemediationAction quarantined =
                    session.desk().actions().stream()
                            .filter(a -> a.state() == ActionState.COMPLETED && a.type().undoLabel().isPresent())
                            .findFirst()
                            .orElseThrow();
            assertThat(quarantined.verified()).isTrue();
            assertThat(quarantined.decidedBy()).isEqualTo("tester");
            var explained = session.desk().explain(quarantined.target().key()).orElseThrow();
            assertThat(explained.counterfactuals())
                    .as("a quotation within a quotation has marks of its own")
                    .noneMatch(sentence -> sentence.matches("(?s).*“[^”]*“.*"));
            assertThat(explained.remediation())
                    .isIn(RemediationStatus.REMEDIATED, RemediationStatus.PARTIALLY_REMEDIATED);

            session.actions().undo(List.of(quarantined.id()), "tester", "Wrong machine");
            session.awaitIdle();

            assertThat(ids(session, ActionState.UNDONE)).containsExactly(quarantined.id());
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyIncriminatedProcessIsStoppedOrSaysWhyNot(String id) throws InterruptedException {
        Story story = Story.named(id);
        try (CaseSession session = story.investigated(folder.resolve("case.dupin"))) {
            List<Explanation> processes =
                    session.desk().verdicts().stream()
                            .filter(row -> row.entity() instanceof Entity.Process)
                            .filter(row -> row.ledger().verdict().incriminates())
                            .map(row -> session.desk().explain(row.entity().key()).orElseThrow())
                            .toList();
            assertThat(processes).allMatch(process -> !process.actions().isEmpty() || !process.spared().isEmpty());
            long stops = session.desk().actions().stream().filter(a -> a.type() == ActionType.STOP_PROCESS).count();
            assertThat(stops).as("a tree asks once").isLessThanOrEqualTo(Math.max(3, processes.size() / 2));
        }
    }

    @Test
    void tenDevicesOrMoreWaitForApproval() throws InterruptedException {
        Story story = Story.named("ransomware");
        try (CaseSession session = story.investigated(folder.resolve("case.dupin"))) {
            List<RemediationAction> gates =
                    session.desk().actions().stream().filter(a -> a.type() == ActionType.EXPAND_SCOPE).toList();
            assertThat(gates).isNotEmpty().allMatch(a -> a.state() == ActionState.PENDING);
            int before = session.desk().investigations().size();

            session.actions().approve(List.of(gates.getFirst().id()), "tester", "");
            session.awaitIdle();

            assertThat(session.desk().investigations()).hasSizeGreaterThan(before);
        }
    }

    @Test
    void rejectedActionsAreNotTaken() throws InterruptedException {
        Story story = Story.named("business-email-compromise");
        try (CaseSession session = story.investigated(folder.resolve("case.dupin"))) {
            List<String> pending = ids(session, ActionState.PENDING);
            assertThat(pending).isNotEmpty();

            session.actions().reject(pending, "tester", "Handled by phone");
            session.awaitIdle();

            assertThat(ids(session, ActionState.DECLINED)).containsExactlyInAnyOrderElementsOf(pending);
            assertThat(session.desk().investigations()).allMatch(run -> run.state().ended());
        }
    }

    private static List<String> ids(CaseSession session, ActionState state) {
        return session.desk().actions().stream().filter(a -> a.state() == state).map(RemediationAction::id).toList();
    }
}
