package dupin.engine;

import static dupin.engine.Plans.ANN;
import static dupin.engine.Plans.cluster;
import static dupin.engine.Plans.judged;
import static dupin.engine.Plans.level;
import static dupin.engine.Plans.mail;
import static dupin.engine.Plans.plan;
import static dupin.engine.Plans.types;
import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.AutomationLevel;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.Finding;
import dupin.model.Judged;
import dupin.model.Ledger;
import dupin.model.LinkRole;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Which actions are proposed on which kinds of entities, where, and under which policy.
class RemediationPlannerTest {
    @Test
    void eachKindHasItsAction() {
        Entity.File image = Story.file("PC1", "C:\\Users\\ann\\a.exe", "");
        Map<ActionType, Entity> kinds =
                Map.of(
                        ActionType.QUARANTINE_FILE, image,
                        ActionType.STOP_PROCESS,
                                new Entity.Process("PC1", 700, Story.at(0), "", "", image, "", 0, null, ""),
                        ActionType.STOP_SERVICE, new Entity.Service("PC1", "evil", "", ""),
                        ActionType.DISABLE_DRIVER,
                                new Entity.Driver("PC1", "evil.sys", "C:\\Windows\\System32\\drivers\\evil.sys", ""),
                        ActionType.REMOVE_REGISTRY_VALUE,
                                new Entity.RegistryValue("PC1", "HKCU", "Run", "evil", "a.exe", ""),
                        ActionType.REMOVE_SCHEDULED_TASK, new Entity.ScheduledTask("PC1", "evil", "a.exe"),
                        ActionType.ISOLATE_DEVICE, Entity.Device.named("PC1"),
                        ActionType.BLOCK_URL, new Entity.Url("http://evil.example/"),
                        ActionType.BLOCK_IP, Entity.IpAddress.of("203.0.113.9"),
                        ActionType.SOFT_DELETE_MAIL, mail("Inbox"));
        kinds.forEach((type, entity) -> {
            assertThat(types(plan(judged(entity, Verdict.MALICIOUS)))).as(type.name()).containsExactly(type);
            assertThat(plan(judged(entity, Verdict.NO_THREATS_FOUND))).isEmpty();
            assertThat(plan(judged(entity, Verdict.NOT_EVALUABLE))).isEmpty();
            assertThat(plan(judged(entity, Verdict.SUSPICIOUS)))
                    .as("suspicious waits")
                    .allMatch(a -> a.state() == ActionState.PENDING && !a.automatic());
        });
        assertThat(types(plan(judged(cluster(3), Verdict.MALICIOUS)))).containsExactly(ActionType.SOFT_DELETE_CLUSTER);
        assertThat(plan(judged(cluster(3), Verdict.SUSPICIOUS))).as("nothing on suspicious clusters").isEmpty();
        assertThat(types(plan(judged(ANN, Verdict.SUSPICIOUS))))
                .containsExactly(ActionType.RESET_PASSWORD, ActionType.REVOKE_SESSIONS);
        assertThat(types(plan(judged(ANN, Verdict.MALICIOUS, Story.finding("f", ANN, 9, "password spray")))))
                .containsExactly(ActionType.DISABLE_USER, ActionType.RESET_PASSWORD, ActionType.REVOKE_SESSIONS);
    }

    /// One file on three devices: in a temp folder, under documents, and in System32.
    @Test
    void aFileIsQuarantinedWhereverItWasSeenByThePathItHasThere() {
        String sha = Story.sha(7);
        var paths =
                Map.of(
                        "PC1",
                        "C:\\Users\\ann\\Temp\\x.exe",
                        "PC2",
                        "C:\\Docs\\x.exe",
                        "PC3",
                        "C:\\Windows\\System32\\x.exe");
        var events = new EngineCase();
        paths.forEach((device, path) ->
                events.event(
                        EventKind.FILE_CREATED,
                        1,
                        Map.of(),
                        EngineCase.link(LinkRole.DEVICE, Entity.Device.named(device)),
                        EngineCase.link(LinkRole.TARGET, Story.file(device, path, sha))));
        Facts facts = new MemoryFacts(List.of(), events.events());
        Judged judged = judged(Story.file("", "x.exe", sha), Verdict.MALICIOUS);
        List<RemediationAction> full = plan(AutomationLevel.FULL, facts, judged);
        assertThat(full)
                .extracting(RemediationAction::device)
                .containsExactly(Entity.Device.named("PC1").key(), Entity.Device.named("PC2").key());
        assertThat(full)
                .allMatch(RemediationAction::automatic)
                .allMatch(a -> a.decidedBy().equals("Automation") && a.expiresDateTime() == null);
        List<RemediationAction> temp = plan(AutomationLevel.SEMI_NON_TEMP, facts, judged);
        assertThat(temp).extracting(RemediationAction::automatic).containsExactly(true, false);
        assertThat(temp.getLast().expiresDateTime()).isEqualTo(Story.at(0).plus(Duration.ofDays(7)));
        assertThat(temp.getLast().undoPlan()).contains("C:\\Docs\\x.exe", "pc2");
        assertThat(plan(AutomationLevel.SEMI_CORE, facts, judged)).allMatch(RemediationAction::automatic);
        assertThat(plan(AutomationLevel.NOT_PROTECTED, facts, judged)).isEmpty();
        Facts benign = new MemoryFacts(List.of(), events.events(), Map.of(judged.entity().key(), "list"));
        assertThat(plan(AutomationLevel.FULL, benign, judged)).as("known benign content").isEmpty();
    }

    /// A machine that facts list by another of its names, and that shows no path of the file, is no way round the rule.
    @Test
    void aFileOfTheSystemIsNotQuarantinedUnderAnotherName() {
        String sha = Story.sha(7);
        var named = new Entity.Device("PC1", "", "", "0001", "", "", "", "", "", List.of());
        var events = new EngineCase();
        events.event(
                EventKind.FILE_CREATED,
                1,
                Map.of(),
                EngineCase.link(LinkRole.DEVICE, named),
                EngineCase.link(LinkRole.TARGET, Story.file("PC1", "C:\\Windows\\x.exe", sha)));
        Alert elsewhere = Story.alert("a", 0, Entity.Device.named("PC2"), Story.file("", "x.exe", sha));
        Facts facts = new MemoryFacts(List.of(elsewhere), events.events());
        assertThat(facts.seen(Story.file("", "x.exe", sha).key()).devices())
                .extracting(EntityKey::value)
                .contains("aad-0001", "pc2");
        assertThat(plan(AutomationLevel.FULL, facts, judged(Story.file("", "x.exe", sha), Verdict.MALICIOUS)))
                .isEmpty();
        Facts alone = new MemoryFacts(List.of(elsewhere), List.of());
        assertThat(plan(AutomationLevel.FULL, alone, judged(Story.file("", "x.exe", sha), Verdict.MALICIOUS)))
                .as("nothing says that it is the system's")
                .singleElement()
                .satisfies(a -> assertThat(a.device()).isEqualTo(Entity.Device.named("PC2").key()));
    }

    @Test
    void nothingOfTheOwnHouseIsBlocked() {
        var server = new Entity.Device("SRV", "", "", "", "", "", "203.0.113.9", "", "", List.of());
        Judged address = judged(Entity.IpAddress.of("203.0.113.9"), Verdict.MALICIOUS);
        assertThat(plan(address)).hasSize(1);
        assertThat(plan(address, judged(server, Verdict.NO_THREATS_FOUND))).isEmpty();
        assertThat(plan(judged(Entity.IpAddress.of("10.0.0.1"), Verdict.MALICIOUS))).isEmpty();
        Policy listed = level(AutomationLevel.FULL).withNeverTouch(List.of(ANN.key()));
        var request =
                new RemediationPlanner.PlanRequest("INV", "I", List.of(judged(ANN, Verdict.MALICIOUS)), List.of());
        assertThat(
                        RemediationPlanner.plan(
                                request,
                                listed,
                                TestWeights.shipped(),
                                new MemoryFacts(List.of(), List.of()),
                                Story.at(0)))
                .isEmpty();
    }

    @Test
    void aWideExpansionAsks() {
        Entity.File file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        List<EntityKey> devices = IntStream.range(0, 12).mapToObj(i -> Entity.Device.named("PC" + i).key()).toList();
        var gate =
                new ScopeExpander.Gate(
                        file.key(), file, devices, "Seen elsewhere", "It was seen on 12 further devices");
        var request = new RemediationPlanner.PlanRequest("INV", "I", List.of(), List.of(gate));
        List<RemediationAction> actions =
                RemediationPlanner.plan(
                        request,
                        level(AutomationLevel.FULL),
                        TestWeights.shipped(),
                        new MemoryFacts(List.of(), List.of()),
                        Story.at(0));
        assertThat(types(actions)).containsExactly(ActionType.EXPAND_SCOPE);
        assertThat(actions.getFirst().state()).isEqualTo(ActionState.PENDING);
        assertThat(actions.getFirst().blastRadius().text()).isEqualTo("12 devices");
    }

    @Test
    void theOrderOfVerdictsAndTheClockChangeNoIdAndNoDigest() {
        var judged = new ArrayList<Judged>();
        for (int i = 0; i < 30; i++) {
            Entity.File file = Story.file("PC" + i % 4, "C:\\Users\\ann\\f" + i, "");
            judged.add(
                    judged(
                            file,
                            i % 3 == 0 ? Verdict.SUSPICIOUS : Verdict.MALICIOUS,
                            Story.finding("f" + i, file, 9, "c")));
        }
        List<RemediationAction> first = plan(judged.toArray(Judged[]::new));
        assertThat(first)
                .hasSize(30)
                .extracting(RemediationAction::verdict)
                .isSortedAccordingTo(Collections.reverseOrder());
        assertThat(first).extracting(RemediationAction::id).doesNotHaveDuplicates();
        Collections.shuffle(judged, new Random(4));
        assertThat(plan(judged.toArray(Judged[]::new))).isEqualTo(first);
    }

    @Test
    void theDigestFollowsTheGrounds() {
        Entity.File file = Story.file("PC1", "C:\\Users\\ann\\a.exe", "");
        Finding one = Story.finding("f1", file, 9, "a");
        Finding two = Story.finding("f2", file, 5, "b");
        Ledger ledger = new Ledger(file.key(), Verdict.MALICIOUS, -20, 15, List.of(one, two), List.of(), List.of());
        String digest = RemediationPlanner.digest(ledger);
        assertThat(digest)
                .isEqualTo(
                        RemediationPlanner.digest(
                                new Ledger(
                                        file.key(),
                                        Verdict.MALICIOUS,
                                        -20,
                                        15,
                                        List.of(two, one),
                                        List.of(),
                                        List.of("x"))));
        assertThat(digest)
                .isNotEqualTo(
                        RemediationPlanner.digest(
                                new Ledger(
                                        file.key(), Verdict.MALICIOUS, -20, 15, List.of(one), List.of(), List.of())));
        assertThat(digest)
                .isNotEqualTo(
                        RemediationPlanner.digest(
                                new Ledger(
                                        file.key(),
                                        Verdict.SUSPICIOUS,
                                        -20,
                                        15,
                                        List.of(one, two),
                                        List.of(),
                                        List.of())));
    }
}
