package dupin.engine;

import static dupin.engine.Plans.ANN;
import static dupin.engine.Plans.judged;
import static dupin.engine.Plans.level;
import static dupin.engine.Plans.mail;
import static dupin.engine.Plans.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.AutomationLevel;
import dupin.model.BlastRadius;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Entry;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whom and what an action would touch.
class BlastRadiusTest {
    @Test
    void theBlastRadiusCountsOtherOpenIncidents() {
        Entity.File file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        Alert elsewhere = Story.alert("b", 5, file);
        Story story = Story.started(Story.alert("a", 0, Entity.Device.named("PC1"), ANN, file));
        story.add(new Entry.AlertReceived(elsewhere));
        story.add(new Entry.AlertLinked("b", "J", List.of()));
        RemediationAction action = plan(judged(file, Verdict.MALICIOUS)).getFirst();
        RemediationAction placed = BlastRadii.inCase(action, story.state);
        assertThat(placed.blastRadius().otherOpenIncidents()).isEqualTo(1);
        assertThat(placed.blastRadius().text()).isEqualTo("1 device, 1 file, 1 other open incident");
        assertThat(placed.id()).isEqualTo(action.id());
    }

    @Test
    void whatMattersMostIsNamedFirst() {
        Entity.File file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        var server = new Entity.Device("FS-01", "", "", "", "WindowsServer2019", "", "", "", "", List.of());
        var tagged = new Entity.Device("WARD-3", "", "", "", "Windows10", "", "", "", "", List.of("Critical – ICU"));
        var lesser =
                new Entity.Device(
                        "LAB-7", "", "", "", "Windows10", "", "", "", "", List.of("Non-critical", "Uncritical"));
        Facts facts =
                new MemoryFacts(
                        List.of(
                                Story.alert("a", 0, Entity.Device.named("PC1"), server, tagged, lesser),
                                Story.alert("b", 0, Entity.Device.named("PC9"))),
                        List.<TelemetryEvent>of());
        var devices =
                List.of(
                        server.key(),
                        tagged.key(),
                        lesser.key(),
                        Entity.Device.named("PC1").key(),
                        Entity.Device.named("PC9").key());
        Policy policy = level(AutomationLevel.FULL).withNeverTouch(List.of(Entity.Device.named("PC9").key()));
        var gate =
                new ScopeExpander.Gate(file.key(), file, devices, "Seen elsewhere", "It was seen on 5 further devices");

        BlastRadius radius =
                RemediationPlanner.plan(
                                new RemediationPlanner.PlanRequest("INV", "I", List.of(), List.of(gate)),
                                policy,
                                TestWeights.shipped(),
                                facts,
                                Story.at(0))
                        .getFirst()
                        .blastRadius();

        assertThat(radius.critical())
                .containsExactly("pc9 (never to be touched)", "ward-3 (tagged Critical – ICU)", "fs-01 (server)");
        assertThat(radius.text()).startsWith("pc9 (never").endsWith("5 devices");
    }

    @Test
    void isolationNamesTheUsersWhoLoseTheirMachine() {
        Facts facts =
                new MemoryFacts(
                        List.of(
                                Story.alert(
                                        "a",
                                        0,
                                        Entity.Device.named("PC1"),
                                        ANN,
                                        Entity.User.ofUpn("bob@corp.example"))),
                        List.<TelemetryEvent>of());
        RemediationAction action =
                plan(AutomationLevel.FULL, facts, judged(Entity.Device.named("PC1"), Verdict.MALICIOUS)).getFirst();
        assertThat(action.blastRadius().text()).isEqualTo("1 device, 2 users");
        assertThat(action.state()).isEqualTo(ActionState.PENDING);
    }

    @Test
    void sessionsOfAnAccountAreCountedOnceEachWhereTheyEnd() {
        Facts facts =
                new MemoryFacts(
                        List.of(),
                        List.of(
                                signIn(1, EventKind.SIGN_IN, Map.of("SessionId", "s-1")),
                                signIn(2, EventKind.SIGN_IN, Map.of("SessionId", "s-1")),
                                signIn(3, EventKind.SIGN_IN, Map.of("SessionId", "s-2")),
                                signIn(4, EventKind.SIGN_IN_FAILED, Map.of("SessionId", "s-3")),
                                signIn(5, EventKind.LOGON, Map.of("LogonId", "0x7")),
                                signIn(6, EventKind.SIGN_IN, Map.of())));
        Policy policy = level(AutomationLevel.FULL);
        BlastRadius radius = PlanTexts.blast(ActionType.REVOKE_SESSIONS, ANN, null, facts, policy);
        assertThat(radius.sessions()).isEqualTo(3);
        assertThat(radius.text()).endsWith("1 user, 3 sessions");
        assertThat(PlanTexts.withIncidents(radius, 1).sessions()).as("whatever is added").isEqualTo(3);
        assertThat(PlanTexts.blast(ActionType.REQUIRE_MFA, ANN, null, facts, policy).sessions()).isZero();
    }

    private static TelemetryEvent signIn(int minute, EventKind kind, Map<String, String> attributes) {
        return new TelemetryEvent(
                kind,
                "SigninLogs",
                "",
                Story.at(minute),
                List.of(new EventLink(LinkRole.ACCOUNT, ANN)),
                attributes,
                "{}",
                new RowRef("f", minute));
    }

    /// Nothing that a person can ask for says that it touches nobody.
    @Test
    void everyKindSaysWhatItTouches() {
        Map<EntityKind, Entity> examples =
                Map.of(
                        EntityKind.FILE, Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1)),
                        EntityKind.DEVICE, Entity.Device.named("PC1"),
                        EntityKind.USER, ANN,
                        EntityKind.MAIL_MESSAGE, mail("Inbox"));
        Facts facts =
                new MemoryFacts(List.of(Story.alert("a", 0, examples.values().toArray(Entity[]::new))), List.of());
        for (ActionType type : ActionType.values()) {
            for (EntityKind kind : type.targets()) {
                Entity target = examples.get(kind);
                if (target != null) {
                    EntityKey device = type.onOneDevice() ? Entity.Device.named("PC1").key() : null;
                    BlastRadius radius = PlanTexts.blast(type, target, device, facts, level(AutomationLevel.FULL));
                    assertThat(radius.text()).as("%s on %s", type, kind).contains(touched(kind));
                }
            }
        }
    }

    private static String touched(EntityKind kind) {
        return switch (kind) {
            case FILE -> "1 file";
            case DEVICE -> "1 device";
            case USER -> "1 user";
            default -> "1 email";
        };
    }
}
