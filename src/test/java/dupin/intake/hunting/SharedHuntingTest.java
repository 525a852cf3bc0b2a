package dupin.intake.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Collected;
import dupin.intake.FileSource;
import dupin.intake.ImportRefusedException;
import dupin.intake.Json;
import dupin.intake.csv.Columns;
import dupin.intake.formats.Formats;
import dupin.model.EventKind;
import dupin.model.Imported;
import dupin.model.TelemetryEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real rows of every table.
class SharedHuntingTest {
    private static final Path DATA = Path.of("../shared/data");

    @BeforeEach
    void needsTheData() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "no ../shared/data here");
    }

    private static Collected read(Path file) throws IOException, ImportRefusedException {
        var source = FileSource.of(file);
        var sink = new Collected();
        Formats.all().choose(source).read(source, sink);
        return sink;
    }

    @Test
    void everyStreamedRowIsRead() throws Exception {
        try (var files = Files.list(DATA.resolve("incidents/m365d_streaming"))) {
            for (Path file : files.sorted().toList()) {
                var sink = read(file);
                assertThat(sink.rejects()).as(file.toString()).isEmpty();
                boolean investigation = file.endsWith("test_cloud_app.json");
                assertThat(sink.records()).as(file.toString()).hasSize(investigation ? 3 : 1);
                for (var event : sink.all(Imported.OfEvent.class)) {
                    TelemetryEvent row = event.event();
                    assertThat(row.table()).as(file.toString()).isNotEmpty();
                    assertThat(row.links()).as(file.toString()).isNotEmpty();
                    assertThat(row.time())
                            .as(file.toString())
                            .satisfies(time -> {
                                if (!file.toString().contains("pnp_device_connected")) {
                                    assertThat(time).isNotNull();
                                }
                            });
                    assertThat(new ArrayList<>(row.attributes().keySet())).isSorted();
                }
            }
        }
    }

    @Test
    void everyTableIsToldByItsColumns() throws Exception {
        var schema = Json.parse(Files.readString(DATA.resolve("schemas/advanced_hunting_2026-07.json")));
        assertThat(schema.get("tables").size()).isGreaterThan(60);
        var wrong = new TreeMap<String, String>();
        // No column of these is their own; rows of them are other events all the same.
        var untold = Set.of("AgentsInfo", "AIAgentsInfo", "ExposureGraphEdges", "ExposureGraphNodes");
        for (var table : schema.get("tables").properties()) {
            var names = List.copyOf(table.getValue().propertyNames());
            String told = HuntingTables.told(new Columns(names));
            boolean other =
                    table.getKey().startsWith("DeviceTvm")
                            || table.getKey().startsWith("DeviceBaseline")
                            || untold.contains(table.getKey());
            if (!told.equals(other ? "" : table.getKey())) {
                wrong.put(table.getKey(), told);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void kindsFollowTheActionAndNotTheCategory() throws Exception {
        var folder = DATA.resolve("incidents/m365d_streaming");
        assertThat(kinds(read(folder.resolve("test_email_url_info.json")))).containsExactly(EventKind.DEVICE_OTHER);
        assertThat(kinds(read(folder.resolve("test_email_url_info_2.json")))).containsExactly(EventKind.MAIL_URL);
        assertThat(kinds(read(folder.resolve("test_devices_events_script_content.json"))))
                .containsExactly(EventKind.SCRIPT);
        assertThat(kinds(read(folder.resolve("test_device_events_logon.json"))))
                .containsExactly(EventKind.LOGON_FAILED);
        assertThat(kinds(read(folder.resolve("test_identity_logon_4.json")))).containsExactly(EventKind.SIGN_IN_FAILED);
    }

    private static List<EventKind> kinds(Collected sink) {
        return sink.all(Imported.OfEvent.class).stream().map(event -> event.event().kind()).toList();
    }
}
