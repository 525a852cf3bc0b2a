package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.respond.Deeds;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import dupin.model.people.Role;
import dupin.respond.SimulatedEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who is armed, by whom, and for how long.
class ArmingTest {
    private static final char[] PASS = "correct horse battery".toCharArray();

    @TempDir Path folder;

    private ResponderProfile runbook() {
        return new ResponderProfile(
                "Night shift", ResponderProfile.Kind.RUNBOOK, Map.of("folder", folder.resolve("orders").toString()));
    }

    @Test
    void openingACaseAlwaysArmsTheSimulatedEstate() throws Exception {
        var console = new Console(folder.resolve("home"), Clock.systemUTC(), 1);
        console.responders().put(runbook(), new char[0], new char[0]);
        Path path = folder.resolve("a.dupin");
        try (CaseSession session = console.open(path, (_, _, _) -> {})) {
            assertThat(session.arming().state().name()).isEqualTo(SimulatedEstate.NAME);
            var seen = new ArrayList<String>();
            session.changes().subscribe(_ -> seen.add(session.arming().responder().name()));
            session.arming().arm(console.responders(), runbook(), new char[0], "ann", "tonight");
            assertThat(seen).as("whoever shows it is told once it is armed").endsWith("Night shift");
            assertThat(session.arming().state().name()).isEqualTo("Night shift");
            assertThat(session.arming().state().real()).isTrue();
            assertThat(session.desk().status().responder()).isEqualTo("Night shift");
        }
        assertThat(Files.readString(path.resolve("journal.ndjson"))).contains("responderArmed", "Night shift");
        try (CaseSession session = console.open(path, (_, _, _) -> {})) {
            assertThat(session.arming().state().name()).isEqualTo(SimulatedEstate.NAME);
            assertThat(session.desk().status().responderReal()).isFalse();
        }
    }

    @Test
    void aWrongPassphraseLeavesTheSimulatedEstateArmedAndNoSecretReachesTheCase() throws Exception {
        var console = new Console(folder.resolve("home"), Clock.systemUTC(), 1);
        var cloud =
                new ResponderProfile(
                        "Cloud",
                        ResponderProfile.Kind.DEFENDER,
                        Map.of("tenant", "contoso.example", "clientId", "c-1"));
        assertThatThrownBy(() -> console.responders().put(cloud, "s3cret".toCharArray(), "short".toCharArray()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("12 characters");
        console.responders().put(cloud, "s3cret-word".toCharArray(), PASS);
        Path path = folder.resolve("b.dupin");
        try (CaseSession session = console.open(path, (_, _, _) -> {})) {
            assertThatThrownBy(() ->
                            session.arming().arm(console.responders(), cloud, "wrong horse".toCharArray(), "ann", ""))
                    .isInstanceOf(Problem.class);
            assertThat(session.arming().state().name()).isEqualTo(SimulatedEstate.NAME);
            session.arming().arm(console.responders(), cloud, PASS, "ann", "");
            assertThat(session.arming().state().name()).isEqualTo("Cloud");
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("s3cret-word");
            }
        }
    }

    @Test
    void aForgottenResponderLeavesNoSecretBehind() {
        var console = new Console(folder.resolve("home"), Clock.systemUTC(), 1);
        var cloud =
                new ResponderProfile(
                        "Cloud",
                        ResponderProfile.Kind.DEFENDER,
                        Map.of("tenant", "contoso.example", "clientId", "c-1"));
        console.responders().put(cloud, "first-secret".toCharArray(), PASS);
        var other = new ResponderProfile("CLOUD", cloud.kind(), cloud.settings());
        console.responders().put(other, "second-secret".toCharArray(), PASS);
        assertThat(console.responders().profiles()).containsExactly(other);
        assertThatThrownBy(() -> console.responders().secret(cloud, PASS))
                .as("the name before, in other letters")
                .hasMessageContaining("no secret");
        assertThat(console.responders().secret(other, PASS)).isEqualTo("second-secret".toCharArray());
        console.responders().remove("CLOUD");
        assertThat(console.responders().profiles()).isEmpty();
        assertThat(console.responders().locked()).as("nothing is left to lock").isFalse();
    }

    private static RemediationAction block(String id, String address) {
        return Deeds.proposed(id, ActionType.BLOCK_IP, Entity.IpAddress.of(address), false, Instant.now());
    }

    @Test
    void aCaseFromElsewhereArmsNothingAndWhatAnotherHandHadBegunWaits() throws Exception {
        var theirs = new Console(folder.resolve("theirs"), Clock.systemUTC(), 1);
        Path path = folder.resolve("c.dupin");
        try (CaseSession session = theirs.open(path, (_, _, _) -> {})) {
            session.live()
                    .commit(
                            RemediationAction.AUTOMATION,
                            List.of(
                                    new Entry.IncidentOpened("I", "Story"),
                                    new Entry.InvestigationQueued("INV", "I", "t", "Story", "general", 1, List.of()),
                                    new Entry.ActionProposed(block("begun", "203.0.113.1")),
                                    new Entry.ActionProposed(block("fresh", "203.0.113.2"))));
            session.live()
                    .commit(
                            "ann",
                            List.of(
                                    new Entry.ResponderArmed("Night shift", true, "tonight"),
                                    new Entry.ActionApproved("begun", "")));
            session.live()
                    .commit(
                            RemediationAction.AUTOMATION,
                            List.of(new Entry.ActionQueued("begun", "Night shift"), new Entry.ActionStarted("begun")));
        }
        var mine = new Console(folder.resolve("mine"), Clock.systemUTC(), 1);
        mine.responders().put(runbook(), new char[0], new char[0]);
        try (CaseSession session = mine.open(path, (_, _, _) -> {})) {
            session.awaitIdle();
            assertThat(session.arming().state().name()).isEqualTo(SimulatedEstate.NAME);
            assertThat(session.arming().state().waiting()).isEqualTo(1);
            session.actions().approve(List.of("fresh"), "ann", "");
            session.awaitIdle();
            assertThat(state(session, "fresh")).isEqualTo(ActionState.COMPLETED);
            assertThat(state(session, "begun")).isEqualTo(ActionState.RUNNING);
            assertThat(folder.resolve("orders")).as("no order was written").doesNotExist();

            session.arming().arm(mine.responders(), runbook(), new char[0], "ann", "go on");
            session.awaitIdle();
            assertThat(folder.resolve("orders")).as("armed by hand it goes on").isNotEmptyDirectory();
        }
    }

    private static ActionState state(CaseSession session, String id) {
        return session.live().read(s -> s.action(id)).orElseThrow().state();
    }

    @Test
    void aTestAsksWhatIsOfferedOrdersNothingAndArmsNothing() throws Exception {
        var console = new Console(folder.resolve("home"), Clock.systemUTC(), 1);
        Path path = folder.resolve("d.dupin");
        try (CaseSession session = console.open(path, (_, _, _) -> {})) {
            Arming.Probe probe = session.arming().probe(console.responders(), runbook(), new char[0]);
            assertThat(probe.works()).isTrue();
            assertThat(probe.said()).contains("orders");
            assertThat(probe.offers()).contains(ActionType.ISOLATE_DEVICE.label());
            assertThat(folder.resolve("orders")).isEmptyDirectory();

            Path taken = Files.writeString(folder.resolve("taken"), "");
            var wrong =
                    new ResponderProfile(
                            "Wrong", ResponderProfile.Kind.OPENC2_FILES, Map.of("folder", taken.toString()));
            probe = session.arming().probe(console.responders(), wrong, new char[0]);
            assertThat(probe.works()).isFalse();
            assertThat(probe.said()).contains("cannot be written");
            assertThat(session.arming().state().name()).isEqualTo(SimulatedEstate.NAME);
        }
        assertThat(Files.readString(path.resolve("journal.ndjson"))).doesNotContain("responderArmed");
        assertThat(path.resolve("responders")).doesNotExist();
    }

    @Test
    void whoMayNotArmLeavesTheSimulatedEstateArmedAndNothingOpen() throws Exception {
        var console = new Console(folder.resolve("home"), Clock.systemUTC(), 1);
        console.responders().put(runbook(), new char[0], new char[0]);
        console.people().add("ada", Role.ADMINISTRATOR, "a long enough passphrase".toCharArray());
        console.people().add("app", Role.APPROVER, "a long enough passphrase".toCharArray());
        Path path = folder.resolve("e.dupin");
        try (CaseSession session = console.open(path, (_, _, _) -> {})) {
            console.people().signIn("app", "a long enough passphrase".toCharArray());
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() ->
                                session.arming()
                                        .arm(console.responders(), runbook(), new char[0], "app", "at my own word"))
                        .isInstanceOf(Problem.class)
                        .hasMessageContaining("Arm a responder");
                assertThat(session.arming().state().real()).isFalse();
            }
            Files.delete(path.resolve("responders").resolve("night-shift.ndjson"));
        }
    }
}
