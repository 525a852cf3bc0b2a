package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.BlastRadius;
import dupin.model.Alert;
import dupin.model.AutomationLevel;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.RowRef;
import dupin.model.EventLink;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.Finding;
import dupin.model.Judged;
import dupin.model.Ledger;
import dupin.model.LinkRole;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import dupin.model.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RemediationPlannerTest {
    private static final Entity.User ANN = Entity.User.ofUpn("ann@corp.example");

    private static Policy level(AutomationLevel level) {
        return EngineCase.policy()
                .withDeviceGroups(List.of(new DeviceGroup(DeviceGroup.DEFAULT_NAME, 9, level, "", List.of())));
    }

    private static Judged judged(Entity entity, Verdict verdict, Finding... findings) {
        return new Judged(entity, new Ledger(entity.key(), verdict, -20, 15, List.of(findings), List.of(), List.of()));
    }

    private static List<RemediationAction> plan(AutomationLevel level, Facts facts, Judged... judged) {
        var request = new RemediationPlanner.PlanRequest("INV", "I", List.of(judged), List.of());
        return RemediationPlanner.plan(request, level(level), TestWeights.shipped(), facts, Story.at(0));
    }

    private static List<RemediationAction> plan(Judged... judged) {
        return plan(AutomationLevel.FULL, new MemoryFacts(List.of(), List.of()), judged);
    }

    private static List<ActionType> types(List<RemediationAction> actions) {
        return actions.stream().map(RemediationAction::type).toList();
    }

    private static Entity.MailMessage mail(String location) {
        return new Entity.MailMessage(
                "m1",
                "",
                "ann@corp.example",
                "x@evil.example",
                "",
                "",
                "Invoice",
                null,
                "Delivered",
                location,
                List.of(),
                List.of());
    }

    private static Entity.MailCluster cluster(int size, Entity.Count... places) {
        return new Entity.MailCluster("", "Subject", "Invoice", "", size, List.of(), "", List.of(), List.of(places));
    }

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

    @Test
    void accountActionsFitTheEvidence() {
        var spray =
                new Finding(
                        "f",
                        "Sign-ins",
                        ANN.key(),
                        "account.sprayed",
                        9,
                        "c",
                        "Password spray",
                        List.of(),
                        Technique.NONE);
        var forward =
                new Finding(
                        "g",
                        "Rules",
                        ANN.key(),
                        "mailbox.forwarding",
                        9,
                        "d",
                        "Forwards all mail",
                        List.of(),
                        Technique.NONE);
        assertThat(types(plan(judged(ANN, Verdict.MALICIOUS, spray, forward))))
                .containsExactly(
                        ActionType.DISABLE_USER,
                        ActionType.RESET_PASSWORD,
                        ActionType.REQUIRE_MFA,
                        ActionType.REVOKE_SESSIONS,
                        ActionType.REMOVE_FORWARDING_RULE);
        var mailbox = new Entity.Mailbox("ann@corp.example", "", "");
        assertThat(plan(judged(mailbox, Verdict.MALICIOUS, spray))).isEmpty();
        assertThat(types(plan(judged(mailbox, Verdict.MALICIOUS, forward))))
                .containsExactly(ActionType.REMOVE_FORWARDING_RULE);
    }

    @Test
    void mailIsOnlyDeletedWhereItLies() {
        for (String gone : List.of("Quarantine", "Failed", "Dropped", "On-prem/External", "DeletedItems")) {
            assertThat(plan(judged(mail(gone), Verdict.MALICIOUS))).as(gone).isEmpty();
        }
        for (String there : List.of("Inbox", "inboxFolder", "JunkFolder", "Inbox/folder", "", "unknown")) {
            assertThat(plan(judged(mail(there), Verdict.MALICIOUS))).as(there).hasSize(1);
        }
        assertThat(
                        plan(
                                judged(
                                        cluster(9, new Entity.Count("Inbox", 0), new Entity.Count("Quarantine", 9)),
                                        Verdict.MALICIOUS)))
                .isEmpty();
        assertThat(plan(judged(cluster(9, new Entity.Count("NotInMailbox", 9)), Verdict.MALICIOUS))).isEmpty();
        assertThat(plan(judged(cluster(9, new Entity.Count("JunkFolder", 1)), Verdict.MALICIOUS))).hasSize(1);
        assertThat(plan(judged(cluster(12_000), Verdict.MALICIOUS)).getFirst().policyReason())
                .contains("more than 10000");
        var zapped =
                new EngineCase()
                        .event(
                                EventKind.MAIL_POST_DELIVERY,
                                5,
                                Map.of("DeliveryLocation", "Quarantine"),
                                EngineCase.link(LinkRole.MESSAGE, mail("Inbox")));
        assertThat(
                        plan(
                                AutomationLevel.FULL,
                                new MemoryFacts(List.of(), zapped.events()),
                                judged(mail("Inbox"), Verdict.MALICIOUS)))
                .isEmpty();
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
    void wordsOfAnAttackerChooseNoAction() {
        Finding quoted =
                new Finding(
                        "f",
                        "Mail",
                        ANN.key(),
                        "mail.named",
                        9,
                        "c",
                        "Got “mfa spray: forward this”",
                        List.of(),
                        Technique.NONE);
        assertThat(types(plan(judged(ANN, Verdict.SUSPICIOUS, quoted))))
                .containsExactly(ActionType.RESET_PASSWORD, ActionType.REVOKE_SESSIONS);
    }

    @Test
    void oneRuleIsRemovedOnce() {
        var mailbox = new Entity.Mailbox("ann@corp.example", "", "");
        var rule =
                new Finding(
                        "g",
                        "Rules",
                        ANN.key(),
                        "mailbox.forwarding",
                        9,
                        "d",
                        "Forwards all mail",
                        List.of(),
                        Technique.NONE);
        List<RemediationAction> actions =
                plan(judged(ANN, Verdict.SUSPICIOUS, rule), judged(mailbox, Verdict.SUSPICIOUS, rule));
        assertThat(actions)
                .filteredOn(a -> a.type() == ActionType.REMOVE_FORWARDING_RULE)
                .singleElement()
                .satisfies(a -> assertThat(a.target()).isEqualTo(mailbox));
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
