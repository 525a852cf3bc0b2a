package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.respond.SimulatedEstate;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
            session.arming().arm(console.responders(), runbook(), new char[0], "ann", "tonight");
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
}
