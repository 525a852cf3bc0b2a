package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.LinkReason;
import dupin.model.ProviderIncident;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CorrelatorTest {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

    /// Takes the alerts in, batch after batch, as the service does.
    private static Story taken(Collection<List<Alert>> batches) {
        Story story = new Story();
        for (List<Alert> batch : batches) {
            batch.forEach(alert -> story.add(new Entry.AlertReceived(alert)));
            story.all(Correlator.correlate(story.state, batch));
        }
        return story;
    }

    private static Story taken(Alert... alerts) {
        return taken(List.of(List.of(alerts)));
    }

    private static boolean together(Story story, String one, String two) {
        return story.state.incidentOf(one).orElseThrow().equals(story.state.incidentOf(two).orElseThrow());
    }

    private static Alert resolved(Alert a) {
        return new Alert(
                a.id(),
                a.providerIncidentId(),
                a.title(),
                a.description(),
                a.recommendedActions(),
                a.severity(),
                "resolved",
                a.category(),
                a.serviceSource(),
                a.detectionSource(),
                a.productName(),
                a.classification(),
                a.determination(),
                a.assignedTo(),
                a.threatFamilyName(),
                a.providerInvestigationId(),
                a.providerInvestigationState(),
                a.mitreTechniques(),
                a.tags(),
                a.comments(),
                a.createdDateTime(),
                a.firstActivityDateTime(),
                a.lastActivityDateTime(),
                a.lastUpdateDateTime(),
                a.resolvedDateTime(),
                a.evidence(),
                a.row());
    }

    private static Entity.Process process(String device, long pid, String image, long parent) {
        return new Entity.Process(
                device,
                pid,
                Story.at(pid),
                "",
                "",
                Entity.File.of(image, "", device),
                "",
                parent,
                parent > 0 ? Story.at(parent) : null,
                parent > 0 ? "C:\\Users\\ann\\parent.exe" : "");
    }

    private static Entity.MailMessage mail(String id, String sender, String recipient) {
        return new Entity.MailMessage(
                id, "", recipient, sender, "", "", "Invoice", null, "", "Inbox", List.of(), List.of());
    }

    private static Entity.User user(String upn) {
        return Entity.User.ofUpn(upn);
    }

    private static Arguments pair(String what, int gap, Entity[] one, Entity[] two) {
        return Arguments.of(what, gap, one, two);
    }

    private static Entity[] of(Entity... entities) {
        return entities;
    }

    static List<Arguments> telling() {
        Entity.Device pc1 = Entity.Device.named("PC1");
        Entity.Device pc2 = Entity.Device.named("PC2");
        var upn = "ann@corp.example";
        return List.of(
                pair(
                        "same hash on two devices",
                        20 * DAY,
                        of(pc1, Story.file("PC1", "C:\\a\\x.exe", Story.sha(1))),
                        of(pc2, Story.file("PC2", "D:\\y.exe", Story.sha(1)))),
                pair(
                        "same URL",
                        5 * DAY,
                        of(new Entity.Url("http://evil.example/a")),
                        of(new Entity.Url("hxxp://EVIL[.]example/a"))),
                pair(
                        "same mail to two people",
                        DAY,
                        of(mail("m1", "x@evil.example", upn)),
                        of(mail("m1", "x@evil.example", "bob@corp.example"))),
                pair(
                        "same outside sender",
                        5 * DAY,
                        of(mail("m1", "x@evil.example", upn)),
                        of(mail("m2", "x@evil.example", "bob@corp.example"))),
                pair(
                        "same public address",
                        6 * DAY,
                        of(Entity.IpAddress.of("203.0.113.7")),
                        of(Entity.IpAddress.of("203.0.113.7"))),
                pair("same device within two hours", 2 * HOUR, of(pc1), of(pc1)),
                pair("same device and user within a day", 20 * HOUR, of(pc1, user(upn)), of(pc1, user(upn))),
                pair("same user within a working day", 7 * HOUR, of(pc1, user(upn)), of(pc2, user(upn))),
                pair(
                        "same process",
                        20 * HOUR,
                        of(process("PC1", 100, "C:\\Users\\ann\\a.exe", 0)),
                        of(process("PC1", 100, "C:\\Users\\ann\\a.exe", 0))),
                pair(
                        "parent and child",
                        20 * HOUR,
                        of(process("PC1", 100, "C:\\Users\\ann\\a.exe", 0)),
                        of(process("PC1", 200, "C:\\Windows\\System32\\cmd.exe", 100))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void telling(String what, int gap, Entity[] one, Entity[] two) {
        Story story = taken(Story.alert("a", 0, one), Story.alert("b", gap, two));
        assertThat(together(story, "a", "b")).isTrue();
        Incident incident = story.state.incidents().getFirst();
        assertThat(incident.links().get("a")).extracting(LinkReason::rule).containsExactly("First alert");
        assertThat(incident.links().get("b"))
                .isNotEmpty()
                .allSatisfy(reason -> {
                    assertThat(reason.rarity()).isEqualTo(2);
                    assertThat(reason.text()).contains("2 alerts of the case show it");
                });
    }

    static List<Arguments> silent() {
        Entity.Device pc1 = Entity.Device.named("PC1");
        Entity.Device pc2 = Entity.Device.named("PC2");
        var system = new Entity.User("", "SYSTEM", "NT AUTHORITY", "S-1-5-18", "", "");
        return List.of(
                pair(
                        "hash of a system binary",
                        0,
                        of(Story.file("PC1", "C:\\Windows\\System32\\cmd.exe", Story.sha(1))),
                        of(Story.file("PC2", "C:\\Windows\\System32\\cmd.exe", Story.sha(1)))),
                pair(
                        "shell of unknown place",
                        0,
                        of(Story.file("PC1", "powershell.exe", Story.sha(1))),
                        of(Story.file("PC2", "powershell.exe", Story.sha(1)))),
                pair("LocalSystem", 0, of(pc1, system), of(pc2, system)),
                pair(
                        "a local administrator",
                        0,
                        of(pc1, Entity.User.ofAccount("", "administrator")),
                        of(pc2, Entity.User.ofAccount("", "administrator"))),
                pair("private address", 0, of(Entity.IpAddress.of("10.0.0.5")), of(Entity.IpAddress.of("10.0.0.5"))),
                pair("loopback", 0, of(Entity.IpAddress.of("::1")), of(Entity.IpAddress.of("::1"))),
                pair(
                        "a cloud application",
                        0,
                        of(new Entity.CloudApplication("", "Office 365", "")),
                        of(new Entity.CloudApplication("", "Office 365", ""))),
                pair(
                        "a shared host",
                        0,
                        of(new Entity.Url("https://login.microsoftonline.com/")),
                        of(new Entity.Url("https://login.microsoftonline.com/"))),
                pair("null processes", 0, of(process("PC1", 0, "", 0)), of(process("PC2", 0, "", 0))),
                pair(
                        "same parent of all",
                        0,
                        of(process("PC1", 100, "C:\\Windows\\System32\\services.exe", 0)),
                        of(process("PC1", 100, "C:\\Windows\\System32\\services.exe", 0))),
                pair(
                        "colleague as sender",
                        0,
                        of(mail("m1", "boss@corp.example", "ann@corp.example")),
                        of(mail("m2", "boss@corp.example", "bob@corp.example"))),
                pair("same device a day apart", DAY, of(pc1), of(pc1)),
                pair("same user a week apart", 7 * DAY, of(user("ann@corp.example")), of(user("ann@corp.example"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void silent(String what, int gap, Entity[] one, Entity[] two) {
        assertThat(together(taken(Story.alert("a", 0, one), Story.alert("b", gap, two)), "a", "b")).isFalse();
    }

    @Test
    void anAttackersPrivateAddressTells() {
        var role =
                new Evidence(
                        Entity.IpAddress.of("10.0.0.66"), List.of("attacker"), List.of(), "", "", "", List.of(), null);
        Story story =
                taken(
                        Story.alert("a", "", "t", Severity.LOW, 0, List.of(role)),
                        Story.alert("b", "", "t", Severity.LOW, DAY, List.of(role)));
        assertThat(together(story, "a", "b")).isTrue();
    }

    private static Alert onDevice(String id, int minute, String device, List<String> roles) {
        return Story.alert(
                id,
                "",
                "Alert " + id,
                Severity.LOW,
                minute,
                List.of(
                        Evidence.of(Entity.Device.named(device)),
                        new Evidence(
                                Entity.IpAddress.of("203.0.113.9"), roles, List.of(), "", "", "", List.of(), null)));
    }

    /// Three alerts on one device, three on another a few hours later, all naming one address.
    private static List<Alert> twoStories(List<String> roles) {
        var alerts = new ArrayList<Alert>();
        for (int i = 0; i < 6; i++) {
            alerts.add(onDevice("a" + i, i < 3 ? i : 4 * HOUR + i, i < 3 ? "PC1" : "PC2", roles));
        }
        return alerts;
    }

    @Test
    void anAddressThatNobodyAccusesDoesNotMakeOneStoryOfTwo() {
        assertThat(groups(taken(List.of(twoStories(List.of())))).values()).hasSize(2);
        Story one = taken(List.of(twoStories(List.of("attacker"))));
        assertThat(groups(one).values()).as("the attacker's address").hasSize(1);
        assertThat(
                        together(
                                taken(onDevice("a", 0, "PC1", List.of()), onDevice("b", 4 * HOUR, "PC2", List.of())),
                                "a",
                                "b"))
                .as("alerts that have nothing else")
                .isTrue();
    }

    @Test
    void storiesStayApartInWhicheverBatchesTheyCome() {
        List<Alert> alerts = twoStories(List.of());
        assertThat(groups(taken(alerts.stream().map(List::of).toList())).values()).as("one by one").hasSize(2);
        assertThat(groups(taken(List.of(alerts.subList(0, 3), alerts.subList(3, 6)))).values()).hasSize(2);
    }

    @Test
    void alertsThatTheirSourceResolvedCloseNoIncident() {
        Alert one = resolved(Story.alert("a", 0, Entity.Device.named("PC1")));
        Alert other = resolved(Story.alert("b", 5, Entity.Device.named("PC1")));
        Story story = taken(List.of(List.of(one), List.of(other)));
        assertThat(together(story, "a", "b")).isTrue();
        assertThat(story.state.incidents())
                .singleElement()
                .satisfies(i -> assertThat(i.status()).isEqualTo(Incident.Status.RESOLVED));
    }

    @Test
    void whatManyAlertsShowTellsNothing() {
        Alert[] alerts =
                IntStream.range(0, 26)
                        .mapToObj(i -> Story.alert("a" + i, i, new Entity.Url("http://everywhere.example/")))
                        .toArray(Alert[]::new);
        assertThat(taken(alerts).state.incidents()).hasSize(26);
        assertThat(taken(Arrays.copyOf(alerts, 25)).state.incidents()).hasSize(1);
    }

    @Test
    void theProvidersGroupingIsKeptAndRedirectsFollowed() {
        Story story = new Story();
        story.add(new Entry.IncidentReceived(provider("10", "20")));
        story.add(new Entry.IncidentReceived(provider("20", "")));
        List<Alert> alerts =
                List.of(
                        Story.alert("a", "10", "A", Severity.LOW, 0),
                        Story.alert("b", "20", "B", Severity.LOW, 0),
                        Story.alert("c", "30", "C", Severity.LOW, 0));
        alerts.forEach(alert -> story.add(new Entry.AlertReceived(alert)));
        List<Entry> entries = Correlator.correlate(story.state, alerts);
        assertThat(entries).filteredOn(Entry.IncidentOpened.class::isInstance).as("30 was never received").hasSize(1);
        story.all(entries);
        assertThat(story.state.incident("20").orElseThrow().alertIds()).containsExactly("a", "b");
        assertThat(story.state.incident("20").orElseThrow().links().get("a").getFirst().text())
                .contains("10", "merged into 20");
        assertThat(story.state.incident("30").orElseThrow().alertIds()).containsExactly("c");
    }

    private static ProviderIncident provider(String id, String redirect, String... alerts) {
        return new ProviderIncident(
                id,
                redirect,
                "Incident " + id,
                "",
                Severity.LOW,
                redirect.isEmpty() ? "active" : "redirected",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(alerts),
                null,
                null,
                RowRef.NONE);
    }

    @Test
    void aLoneAlertJoinsAProvidersIncident() {
        Entity.File file = Story.file("PC1", "C:\\a\\x.exe", Story.sha(1));
        Story story =
                taken(
                        List.of(
                                List.of(Story.alert("a", "77", "A", Severity.LOW, 0, file)),
                                List.of(Story.alert("b", 5, file))));
        assertThat(story.state.incidentOf("b")).contains("77");
    }

    @Test
    void closedIncidentsTakeNothing() {
        Entity.File file = Story.file("PC1", "C:\\a\\x.exe", Story.sha(1));
        Story story = taken(Story.alert("a", 0, file));
        String first = story.state.incidentOf("a").orElseThrow();
        story.add(new Entry.IncidentManaged(first, List.of(new Entry.Change("status", "Active", "Resolved"))));
        Alert later = Story.alert("b", 5, file);
        story.add(new Entry.AlertReceived(later));
        story.all(Correlator.correlate(story.state, List.of(later)));
        assertThat(together(story, "a", "b")).isFalse();
    }

    @Test
    void anAlertThatTiesTwoFreshIncidentsMergesThem() {
        Entity.File one = Story.file("PC1", "C:\\a\\x.exe", Story.sha(1));
        Entity.File two = Story.file("PC1", "C:\\a\\y.exe", Story.sha(2));
        Story story = taken(List.of(List.of(Story.alert("a", 0, one), Story.alert("c", 500, two))));
        String older = story.state.incidentOf("a").orElseThrow();
        String younger = story.state.incidentOf("c").orElseThrow();
        assertThat(older).isNotEqualTo(younger);
        Alert bridge = Story.alert("b", 250, one, two);
        story.add(new Entry.AlertReceived(bridge));
        story.all(Correlator.correlate(story.state, List.of(bridge)));
        assertThat(story.state.incident(older).orElseThrow().alertIds()).containsExactly("a", "b", "c");
        assertThat(story.state.incident(younger).orElseThrow().status()).isEqualTo(Incident.Status.REDIRECTED);
    }

    private static Story twoIncidents() {
        Entity.File one = Story.file("PC1", "C:\\a\\x.exe", Story.sha(1));
        Entity.File two = Story.file("PC1", "C:\\a\\y.exe", Story.sha(2));
        return taken(List.of(List.of(Story.alert("a", 0, one), Story.alert("c", 500, two))));
    }

    private static void bridge(Story story) {
        Alert bridge =
                Story.alert(
                        "b",
                        250,
                        Story.file("PC1", "C:\\a\\x.exe", Story.sha(1)),
                        Story.file("PC1", "C:\\a\\y.exe", Story.sha(2)));
        story.add(new Entry.AlertReceived(bridge));
        story.all(Correlator.correlate(story.state, List.of(bridge)));
    }

    @Test
    void whatWasInvestigatedMovesWithItsIncident() {
        Story story = twoIncidents();
        String older = story.state.incidentOf("a").orElseThrow();
        String younger = story.state.incidentOf("c").orElseThrow();
        Entity.File file = Story.file("PC1", "C:\\a\\y.exe", Story.sha(2));
        story.add(new Entry.InvestigationQueued("INV-A", older, "a", "a", "general", 1, List.of()));
        story.add(new Entry.InvestigationQueued("INV", younger, "c", "c", "general", 1, List.of()));
        story.add(new Entry.InvestigationStarted("INV"));
        story.judge(file, Verdict.MALICIOUS, 20);
        story.propose(Story.action("ACT-1", ActionType.QUARANTINE_FILE, file).inIncident(younger));
        story.add(new Entry.CommentAdded("incident:" + younger, "seen"));
        story.add(
                new Entry.IncidentManaged(
                        younger,
                        List.of(new Entry.Change("assignedTo", "", "ann"), new Entry.Change("tags", "", "vip"))));

        bridge(story);

        Incident source = story.state.incident(younger).orElseThrow();
        Incident target = story.state.incident(older).orElseThrow();
        assertThat(source.status()).isEqualTo(Incident.Status.REDIRECTED);
        assertThat(source.tags()).contains("Redirected");
        assertThat(source.investigationNote()).contains(older);
        assertThat(source.alertIds()).isEmpty();
        assertThat(target.alertIds()).containsExactly("a", "b", "c");
        assertThat(target.pendingActions()).isEqualTo(1);
        assertThat(target.assignedTo()).isEqualTo("ann");
        assertThat(target.tags()).contains("vip");
        assertThat(story.state.investigationsOf(older)).extracting(Investigation::id).containsExactly("INV-A", "INV");
        assertThat(story.state.action("ACT-1").orElseThrow().incidentId()).isEqualTo(older);
        assertThat(story.state.comments("incident:" + older)).hasSize(1);
        assertThat(story.state.log(older))
                .anySatisfy(line -> {
                    assertThat(line.action()).isEqualTo("Incidents merged");
                    assertThat(line.comments()).contains("Alert b");
                });
        assertThat(story.state.log(older)).isSortedAccordingTo(Comparator.comparingLong(line -> line.id()));

        story.propose(Story.action("ACT-2", ActionType.QUARANTINE_FILE, file).inIncident(younger));
        assertThat(story.state.actionsOf(older)).as("what a run that began before proposes").hasSize(2);
    }

    @Test
    void twoPeoplesIncidentsAreNotMerged() {
        Story story = twoIncidents();
        String older = story.state.incidentOf("a").orElseThrow();
        String younger = story.state.incidentOf("c").orElseThrow();
        story.add(new Entry.IncidentManaged(older, List.of(new Entry.Change("assignedTo", "", "bob"))));
        story.add(new Entry.IncidentManaged(younger, List.of(new Entry.Change("assignedTo", "", "ann"))));

        bridge(story);

        assertThat(story.state.incidentOf("c")).contains(younger);
        assertThat(story.state.incidentOf("b")).contains(older);
    }

    @Test
    void aProvidersLaterWordMovesAlertsAndWhatWasDone() {
        Story story = twoIncidents();
        String ours = story.state.incidentOf("a").orElseThrow();
        story.add(new Entry.InvestigationQueued("INV", ours, "a", "a", "general", 1, List.of()));
        story.add(new Entry.IncidentReceived(provider("77", "", "a")));
        story.all(IncidentMerges.provided(story.state));
        assertThat(story.state.incidentOf("a")).contains("77");
        assertThat(story.state.incident(ours).orElseThrow().status()).isEqualTo(Incident.Status.REDIRECTED);
        assertThat(story.state.investigationsOf("77")).hasSize(1);

        story.add(new Entry.IncidentReceived(provider("77", "88", "a")));
        story.all(IncidentMerges.provided(story.state));
        assertThat(story.state.incidentOf("a")).contains("88");
        assertThat(story.state.investigation("INV").orElseThrow().incidentId()).isEqualTo("88");
        assertThat(IncidentMerges.provided(story.state)).as("said once").isEmpty();
    }

    @Test
    void anIncidentHasABound() {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            Entity.Device device = Entity.Device.named("PC" + i / 400);
            alerts.add(
                    Story.alert(
                            "a" + i,
                            i / 10,
                            device,
                            Story.file("", "C:\\a\\x" + i / 20 + ".exe", Story.sha(i / 20)),
                            Story.file("", "C:\\a\\y.exe", Story.sha(50_000 + (i + 10) / 20))));
        }
        Story story = taken(List.of(alerts));
        assertThat(story.state.incidents()).allMatch(i -> i.alertIds().size() <= Correlator.MAX_ALERTS);
        assertThat(story.state.incidents().stream().mapToInt(i -> i.alertIds().size()).sum()).isEqualTo(1_200);
    }

    /// Stories of four alerts each, chained by different things; whatever order they come in, the groups are the stories.
    @Test
    void orderWithinABatchDoesNotMatterAndBatchesDoNotChangeTheGroups() {
        List<Alert> alerts = new ArrayList<>();
        for (int s = 0; s < 12; s++) {
            int start = s * 30 * DAY;
            Entity.Device one = Entity.Device.named("S" + s + "A");
            Entity.Device two = Entity.Device.named("S" + s + "B");
            Entity.File file = Story.file("", "C:\\a\\s" + s + ".exe", Story.sha(s));
            alerts.add(
                    Story.alert(
                            "s" + s + "-1",
                            start,
                            mail("mail" + s, "x" + s + "@evil.example", "ann@corp.example"),
                            new Entity.Url("http://s" + s + ".example/")));
            alerts.add(Story.alert("s" + s + "-2", start + 100, new Entity.Url("http://s" + s + ".example/"), one));
            alerts.add(Story.alert("s" + s + "-3", start + 200, one, file));
            alerts.add(Story.alert("s" + s + "-4", start + 2 * DAY, two, file));
        }
        Map<String, TreeSet<String>> expected = groups(taken(List.of(alerts)));
        assertThat(expected).hasSize(12).allSatisfy((_, group) -> assertThat(group).hasSize(4));
        for (int seed = 0; seed < 10; seed++) {
            var random = new Random(seed);
            var shuffled = new ArrayList<>(alerts);
            Collections.shuffle(shuffled, random);
            assertThat(groups(taken(List.of(shuffled)))).as("one batch").isEqualTo(expected);
            var batches = new ArrayList<List<Alert>>();
            for (int at = 0; at < shuffled.size(); ) {
                int size = Math.min(1 + random.nextInt(8), shuffled.size() - at);
                batches.add(List.copyOf(shuffled.subList(at, at + size)));
                at += size;
            }
            assertThat(groups(taken(batches)).values())
                    .as("many batches")
                    .containsExactlyInAnyOrderElementsOf(expected.values());
        }
    }

    private static Map<String, TreeSet<String>> groups(Story story) {
        var groups = new TreeMap<String, TreeSet<String>>();
        story.state
                .alerts()
                .forEach(alert ->
                        groups.computeIfAbsent(story.state.incidentOf(alert.id()).orElseThrow(), _ -> new TreeSet<>())
                                .add(alert.id()));
        return groups;
    }
}
