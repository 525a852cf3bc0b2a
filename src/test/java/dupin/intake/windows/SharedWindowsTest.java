package dupin.intake.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Collected;
import dupin.intake.FileSource;
import dupin.intake.Source;
import dupin.intake.Texts;
import dupin.intake.formats.Formats;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.Imported;
import dupin.model.TelemetryEvent;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Logs of real machines, and the clocks of rows that shippers set astray.
class SharedWindowsTest {
    private static final Path DATA = Path.of("../shared/data");

    private static List<TelemetryEvent> events(Source source) throws Exception {
        var sink = new Collected();
        Formats.all().choose(source).read(source, sink);
        assertThat(sink.rejects()).as(source.name()).isEmpty();
        return sink.all(Imported.OfEvent.class).stream().map(Imported.OfEvent::event).toList();
    }

    @Test
    void everyEventLogIsReadWhole() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared data is not here");
        for (String folder : new String[] {"telemetry/evtx", "rules/regression_data"}) {
            List<Path> logs;
            try (var files = Files.walk(DATA.resolve(folder))) {
                logs = files.filter(f -> f.toString().endsWith(".evtx")).sorted().toList();
            }
            assertThat(logs).isNotEmpty();
            for (Path log : logs) {
                List<TelemetryEvent> events = events(FileSource.of(log));
                assertThat(events)
                        .as(log.toString())
                        .isNotEmpty()
                        .allSatisfy(e -> {
                            assertThat(e.time()).isNotNull();
                            assertThat(WindowsLogs.record(e.raw())).isPresent();
                        });
            }
        }
    }

    @Test
    void aMachineFollowsItsSensorsClock() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared data is not here");
        Path zip = DATA.resolve("telemetry/otrf/atomic/windows/lateral_movement/host/empire_psremoting_stager.zip");
        List<TelemetryEvent> events = events(FileSource.of(zip));
        assertThat(events).hasSize(2_744);
        List<TelemetryEvent> starts = events.stream().filter(e -> e.kind() == EventKind.PROCESS_CREATED).toList();
        assertThat(starts.stream().filter(e -> e.table().equalsIgnoreCase("security")))
                .isNotEmpty()
                .allSatisfy(e -> {
                    assertThat(e.attribute("TimeBasis")).isEqualTo("TimeCreated + PT4H");
                    assertThat(e.attribute("TimeCreated")).isNotEmpty();
                });
        assertThat(starts.stream().filter(e -> e.table().startsWith("Microsoft-Windows-Sysmon")))
                .isNotEmpty()
                .allSatisfy(e -> assertThat(e.attribute("TimeBasis")).isEqualTo("UtcTime"));
    }

    @Test
    void rowsThatNameAPidSpeakOfTheProcessThatTheSensorKnows() throws Exception {
        var text = new StringBuilder();
        text.append(security(4688, "10:00:00", "\"NewProcessId\":\"0x64\",\"NewProcessName\":\"C:\\\\a\\\\b.exe\""));
        for (int i = 0; i < 6; i++) {
            text.append(
                    sensor(
                            11,
                            "10:00:0" + i,
                            "\"ProcessId\":\"7\",\"ProcessGuid\":\"{11111111-0000-0000-0000-00000000000" + i + "}\""));
        }
        text.append(
                sensor(
                        1,
                        "10:00:00",
                        "\"ProcessId\":\"100\",\"Image\":\"C:\\\\a\\\\b.exe\",\"ProcessGuid\":\"{AAAAAAAA-0000-0000-0000-000000000001}\""));
        text.append(sensor(3, "10:00:01", "\"ProcessId\":\"100\"").replace("12:00:01", "20:59:59"));
        List<TelemetryEvent> events = events(new Texts("rows.json", text.toString().getBytes(StandardCharsets.UTF_8)));
        Instant began = Instant.parse("2024-05-01T12:00:00Z");
        assertThat(events.getFirst().time()).isEqualTo(began);
        var audited = (Entity.Process) events.getFirst().target().orElseThrow();
        var sensed = (Entity.Process) events.get(7).target().orElseThrow();
        assertThat(audited.key()).isEqualTo(sensed.key());
        assertThat(events.getLast().time()).isEqualTo(Instant.parse("2024-05-01T12:00:01Z"));
        assertThat(events.getLast().attribute("UtcTime")).startsWith("2024-05-01T20:59:59");
    }

    private static String security(int id, String time, String fields) {
        return """
        {"Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","EventID":%d,"Hostname":"pc","TimeCreated":"2024-05-01T%sZ",%s}
        """
                .formatted(id, time, fields);
    }

    private static String sensor(int id, String time, String fields) {
        String own = "12" + time.substring(2);
        return """
        {"Channel":"Microsoft-Windows-Sysmon/Operational","SourceName":"Microsoft-Windows-Sysmon","EventID":%d,"Hostname":"pc","TimeCreated":"2024-05-01T%sZ","UtcTime":"2024-05-01 %s.000",%s}
        """
                .formatted(id, time, own, fields);
    }
}
