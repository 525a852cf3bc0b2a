package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestsTest {
    private static final Clock CLOCK = Clock.fixed(MadeOnce.NOW, ZoneOffset.UTC);

    @TempDir Path folder;
    private CaseSession session;

    @BeforeEach
    void open() throws InterruptedException {
        MadeOnce.sample("phishing-to-lateral-movement", folder.resolve("case.dupin"));
        session = new Cases(CLOCK, 2).open(folder.resolve("case.dupin"), Progress.NONE);
        session.awaitIdle();
    }

    @AfterEach
    void close() {
        session.close();
    }

    private EntityKey judged(EntityKind kind) {
        return session.desk().verdicts().stream()
                .map(row -> row.entity().key())
                .filter(key -> key.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private RemediationAction action(String id) {
        return session.desk().actions().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void whatAPersonAsksForWaitsAndRunsOnceApproved() throws InterruptedException {
        EntityKey device = judged(EntityKind.DEVICE);
        String id =
                session.requests()
                        .ask(
                                ActionType.RUN_ANTIVIRUS_SCAN,
                                device,
                                null,
                                Map.of("scanType", "Full"),
                                "to be sure",
                                "ann");
        RemediationAction asked = action(id);
        assertThat(asked.state()).isEqualTo(ActionState.PENDING);
        assertThat(asked.automatic()).isFalse();
        assertThat(asked.requestedBy()).isEqualTo("ann");
        assertThat(asked.reason()).isEqualTo("to be sure");
        assertThat(asked.parameter("scanType")).isEqualTo("Full");
        assertThat(asked.source()).startsWith("Manual");
        assertThat(asked.blastRadius().devices()).isEqualTo(1);

        assertThat(session.actions().approve(List.of(id), "ben", "do it")).allMatch(ItemResult::done);
        session.awaitIdle();
        assertThat(action(id).state()).isEqualTo(ActionState.COMPLETED);

        String again =
                session.requests().ask(ActionType.RUN_ANTIVIRUS_SCAN, device, null, Map.of(), "once more", "ann");
        assertThat(again).isNotEqualTo(id);
        assertThat(action(again).state()).isEqualTo(ActionState.PENDING);
    }

    @Test
    void everyKindOfActionCanBeAskedForOnItsKindOfEntity() {
        var asked = EnumSet.noneOf(ActionType.class);
        for (Desk.VerdictRow row : session.desk().verdicts()) {
            EntityKey key = row.entity().key();
            for (ActionType type : Requests.kinds(key)) {
                List<String> places = session.desk().explain(key).map(Requests::places).orElse(List.of());
                EntityKey device =
                        type.onOneDevice() && !places.isEmpty() ? Entity.Device.named(places.getFirst()).key() : null;
                if (asked.contains(type) || type.onOneDevice() && device == null) {
                    continue;
                }
                Optional<RemediationAction> action = asked(type, key, device);
                action.ifPresent(it -> {
                    asked.add(type);
                    assertThat(it.state()).isEqualTo(ActionState.PENDING);
                    assertThat(it.undoPlan().isEmpty()).as("%s", type).isEqualTo(type.undoLabel().isEmpty());
                    assertThat(it.source()).startsWith("Manual ");
                });
            }
        }
        assertThat(asked)
                .contains(
                        ActionType.CONTAIN_USER,
                        ActionType.MARK_COMPROMISED,
                        ActionType.COLLECT_SAMPLE,
                        ActionType.BLOCK_FILE,
                        ActionType.CONTAIN_IP,
                        ActionType.MOVE_TO_DELETED,
                        ActionType.QUARANTINE_MAIL,
                        ActionType.OFFBOARD_DEVICE,
                        ActionType.RUN_ANTIVIRUS_SCAN);
        assertThat(Requests.kinds(judged(EntityKind.USER))).doesNotContain(ActionType.STOP_PROCESS);
    }

    /// Empty where it waits already or is forbidden.
    private Optional<RemediationAction> asked(ActionType type, EntityKey key, @Nullable EntityKey device) {
        try {
            return Optional.of(action(session.requests().ask(type, key, device, Map.of(), "seen at the desk", "ann")));
        } catch (Problem refused) {
            return Optional.empty();
        }
    }

    @Test
    void whatCannotBeAskedForIsRefusedInASentence() {
        EntityKey device = judged(EntityKind.DEVICE);
        long entries = session.desk().status().entries();
        refused(ActionType.STOP_PROCESS, device, "no reason to", "it is no process");
        refused(ActionType.RUN_ANTIVIRUS_SCAN, device, " ", "no reason was given");
        refused(
                ActionType.RUN_ANTIVIRUS_SCAN,
                new EntityKey(EntityKind.DEVICE, "nobody-knows-it"),
                "why not",
                "does not know it");
        refused(ActionType.QUARANTINE_FILE, judged(EntityKind.FILE), "gone with it", "on which device");
        session.requests().ask(ActionType.CONTAIN_DEVICE, device, null, Map.of(), "first", "ann");
        refused(ActionType.CONTAIN_DEVICE, device, "second", "the same waits");
        assertThat(session.desk().status().entries()).isEqualTo(entries + 1);
    }

    @Test
    void whoAskedDoesNotApproveWhereThePolicyWantsAnother() {
        Policy policy = session.policies().policy();
        session.policies().change(policy.withApprovals(policy.approvals().withOthersOnly(true)), "ben", "four eyes");
        String id =
                session.requests()
                        .ask(ActionType.CONTAIN_DEVICE, judged(EntityKind.DEVICE), null, Map.of(), "odd", "ann");

        assertThat(session.actions().approve(List.of(id), "ann", "mine"))
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.done()).isFalse();
                    assertThat(result.message()).contains("Another person must approve", "ann asked for it");
                });
        assertThat(session.actions().approve(List.of(id), "ben", "yes")).allMatch(ItemResult::done);
    }

    private void refused(ActionType type, EntityKey entity, String reason, String why) {
        assertThatThrownBy(() -> session.requests().ask(type, entity, null, Map.of(), reason, "ann"))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.sentence()).contains(why));
    }
}
