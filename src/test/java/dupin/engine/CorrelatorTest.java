package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Evidence;
import dupin.model.Incident;
import dupin.model.LinkReason;
import dupin.model.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What ties alerts together and what does not.
class CorrelatorTest {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;

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
                        of(Correlated.mail("m1", "x@evil.example", upn)),
                        of(Correlated.mail("m1", "x@evil.example", "bob@corp.example"))),
                pair(
                        "same outside sender",
                        5 * DAY,
                        of(Correlated.mail("m1", "x@evil.example", upn)),
                        of(Correlated.mail("m2", "x@evil.example", "bob@corp.example"))),
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
        Story story = Correlated.taken(Story.alert("a", 0, one), Story.alert("b", gap, two));
        assertThat(Correlated.together(story, "a", "b")).isTrue();
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
                        of(Correlated.mail("m1", "boss@corp.example", "ann@corp.example")),
                        of(Correlated.mail("m2", "boss@corp.example", "bob@corp.example"))),
                pair("same device a day apart", DAY, of(pc1), of(pc1)),
                pair("same user a week apart", 7 * DAY, of(user("ann@corp.example")), of(user("ann@corp.example"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void silent(String what, int gap, Entity[] one, Entity[] two) {
        assertThat(
                        Correlated.together(
                                Correlated.taken(Story.alert("a", 0, one), Story.alert("b", gap, two)), "a", "b"))
                .isFalse();
    }

    @Test
    void anAttackersPrivateAddressTells() {
        var role =
                new Evidence(
                        Entity.IpAddress.of("10.0.0.66"), List.of("attacker"), List.of(), "", "", "", List.of(), null);
        Story story =
                Correlated.taken(
                        Story.alert("a", "", "t", Severity.LOW, 0, List.of(role)),
                        Story.alert("b", "", "t", Severity.LOW, DAY, List.of(role)));
        assertThat(Correlated.together(story, "a", "b")).isTrue();
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
        assertThat(Correlated.groups(Correlated.taken(List.of(twoStories(List.of())))).values()).hasSize(2);
        Story one = Correlated.taken(List.of(twoStories(List.of("attacker"))));
        assertThat(Correlated.groups(one).values()).as("the attacker's address").hasSize(1);
        assertThat(
                        Correlated.together(
                                Correlated.taken(
                                        onDevice("a", 0, "PC1", List.of()), onDevice("b", 4 * HOUR, "PC2", List.of())),
                                "a",
                                "b"))
                .as("alerts that have nothing else")
                .isTrue();
    }

    @Test
    void storiesStayApartInWhicheverBatchesTheyCome() {
        List<Alert> alerts = twoStories(List.of());
        assertThat(Correlated.groups(Correlated.taken(alerts.stream().map(List::of).toList())).values())
                .as("one by one")
                .hasSize(2);
        assertThat(Correlated.groups(Correlated.taken(List.of(alerts.subList(0, 3), alerts.subList(3, 6)))).values())
                .hasSize(2);
    }

    @Test
    void alertsThatTheirSourceResolvedCloseNoIncident() {
        Alert one = Correlated.resolved(Story.alert("a", 0, Entity.Device.named("PC1")));
        Alert other = Correlated.resolved(Story.alert("b", 5, Entity.Device.named("PC1")));
        Story story = Correlated.taken(List.of(List.of(one), List.of(other)));
        assertThat(Correlated.together(story, "a", "b")).isTrue();
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
        assertThat(Correlated.taken(alerts).state.incidents()).hasSize(26);
        assertThat(Correlated.taken(Arrays.copyOf(alerts, 25)).state.incidents()).hasSize(1);
    }
}
