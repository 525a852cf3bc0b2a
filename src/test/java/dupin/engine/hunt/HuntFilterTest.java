package dupin.engine.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.hunt.HuntQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HuntFilterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final String SHA = "ab".repeat(32);

    private static final TelemetryEvent STARTED =
            event(
                    EventKind.PROCESS_CREATED,
                    Instant.parse("2026-11-21T10:00:00Z"),
                    Map.of("LogonType", "10", "Odd Name", "Yes", "Seen", "2026-11-01T00:00:00Z", "RemotePort", "443"),
                    new EventLink(LinkRole.DEVICE, Entity.Device.named("PC1.contoso.com")),
                    new EventLink(LinkRole.ACTOR, process("winword.exe", 7, "winword /n")),
                    new EventLink(LinkRole.TARGET, process("PowerShell.exe", 99, "powershell -Enc AAAA")),
                    new EventLink(LinkRole.TARGET_IMAGE, Entity.File.of("C:\\Windows\\powershell.exe", SHA, "PC1")),
                    new EventLink(LinkRole.ACCOUNT, new Entity.User("", "Alice", "CONTOSO", "", "", "Alice A")),
                    new EventLink(LinkRole.DESTINATION, Entity.IpAddress.of("10.0.0.7")),
                    new EventLink(LinkRole.DESTINATION, new Entity.Url("https://Evil.example/A")));

    private static TelemetryEvent event(
            EventKind kind, Instant time, Map<String, String> attributes, EventLink... links) {
        return new TelemetryEvent(
                kind, "T", "Did", time, List.of(links), attributes, "", new RowRef("f".repeat(64), 3));
    }

    private static Entity.Process process(String name, long pid, String line) {
        return new Entity.Process(
                "PC1", pid, null, "", line, Entity.File.of("C:\\Windows\\" + name, "", "PC1"), "", 0, null, "");
    }

    private static boolean fits(String conditions) {
        HuntQuery query = HuntQuery.parse("events where " + conditions);
        return new HuntFilter(query.where(), NOW).fits(HuntSubject.of(STARTED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commandLine contains \"-enc\"",
                "process = powershell.exe",
                "process startswith POWER and process endswith .EXE",
                "parent = winword.exe",
                "parentCommandLine contains /n",
                "processPath = 'c:/windows/powershell.exe'",
                "pid = 99 and pid > 98 and pid <= 99 and pid in (1, 99)",
                "device = pc1",
                "device = PC1.contoso.com",
                "device != pc2",
                "user = alice",
                "user = 'contoso\\alice'",
                "sha256 = ABababababababababababababababababababababababababababababababab",
                "ip = 10[.]0.0.7",
                "url = 'hxxps://evil[.]example/A'",
                "domain = evil.example",
                "port = 443 and port < 1000",
                "kind = processcreated and action = did and table = t",
                "time > ago(2d) and time <= 2026-11-21T10:00:00Z and time = 2026-11-21T10:00:00Z",
                "LogonType = 10 and LogonType > 9",
                "[odd name] = yes",
                "Seen < 2026-11-02",
                "Missing != x",
                "any contains evil",
                "entity = 'device:pc1'",
                "entity contains alice",
                "not device = pc2 and (user = bob or user = alice)"
            })
    void rowsThatFit(String conditions) {
        assertThat(fits(conditions)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "commandLine contains frombase64",
                "process = winword.exe",
                "device = pc10",
                "device contains pc2",
                "pid > 99",
                "ip = 10.0.0.70",
                "url = 'https://evil.example/a'",
                "time > ago(1h)",
                "time != 2026-11-21T10:00:00Z",
                "Missing = x",
                "Missing > 1",
                "LogonType > 10",
                "not user = alice",
                "entity = 'device:pc2'",
                "file = powershell.exe"
            })
    void rowsThatDoNot(String conditions) {
        assertThat(fits(conditions)).isFalse();
    }

    @Test
    void aPlanTakesWhatMustHoldAndNothingElse() {
        HuntPlan plan =
                HuntPlan.of(
                        HuntQuery.parse(
                                "process where device = PC1 and kind = processCreated and time >= 2026-11-20 and time < ago(1h) and user = a"),
                        NOW);
        assertThat(plan.entity()).isEqualTo(Entity.Device.named("pc1").key());
        assertThat(plan.roles()).containsExactly(LinkRole.DEVICE);
        assertThat(plan.kinds()).containsExactly(EventKind.PROCESS_CREATED);
        assertThat(plan.from()).isBeforeOrEqualTo(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(plan.to()).isAfterOrEqualTo(NOW.minusSeconds(3600)).isBefore(NOW);
        HuntPlan loose =
                HuntPlan.of(HuntQuery.parse("events where device = PC1 or not ip = 10.0.0.1 and time > ago(1h)"), NOW);
        assertThat(loose).isEqualTo(new HuntPlan(null, Set.of(), Set.of(), null, null, Set.of(), false, false));
        assertThat(HuntPlan.of(HuntQuery.parse("process where kind = fileCreated"), NOW).nothing()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '|',
            textBlock =
                    """
                    commandLine contains "-EncodedCommand"; -encodedcommand
                    commandLine = 'a "b c d" e'; b c d
                    processPath startswith "C:\\Users\\x"; users
                    path = "C:\\Users\\x"; ||
                    user contains "alice"; ||
                    commandLine contains "é"; ||
                    commandLine != "abc"; ||
                    not commandLine contains "abc"; ||
                    commandLine contains "abc" or pid = 1; ||
                    commandLine contains "abc" and LogonType = 3; abc
                    LogonType = 1024; 1024
                    LogonType = 10.5; 10.5
                    LogonType > 1024; ||
                    ServiceName endswith "/PSEXESVC"; psexesvc
                    """)
    void whatEveryRowMustBearIsLookedForInItsBytes(String conditions, String text) {
        HuntPlan plan = HuntPlan.of(HuntQuery.parse("events where " + conditions), NOW);
        assertThat(plan.texts()).isEqualTo(text.isEmpty() ? Set.of() : Set.of(text));
    }
}
