package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SieveTest {
    private static final String SHA = "7a".repeat(32);

    @TempDir private Path folder;

    @Test
    void findsLettersOfAnyCaseWhereverTheyAreStored() {
        assertThat(left("mimikatz", "nothing", "run MimiKatz now", "mimi katz")).containsExactly(1L);
        assertThat(left("-enc", "powershell -ENC JAB", "-en c", "enc")).containsExactly(0L);
        assertThat(left("end", "at the END", "endless", "e n d")).containsExactly(0L, 1L);
    }

    @Test
    void whatIsWrittenInOtherLettersIsReadAndLookedAt() {
        // The Kelvin sign is a small k to whoever compares without regard to case.
        assertThat(left("mimikatz", "mimi\u212Aatz", "Ünrelated", "plain")).contains(0L).doesNotContain(2L);
    }

    /// Rows that are shown, each value once as an attribute of a row and once as a command line of another.
    private Set<Long> left(String text, String... values) {
        var events = new ArrayList<TelemetryEvent>();
        for (String value : values) {
            events.add(event(events.size(), Map.of("Note", value), List.of()));
        }
        for (int i = 0; i < values.length; i++) {
            var file = Entity.File.of("tool.exe", "", "");
            var process =
                    new Entity.Process("ws1", 100 + i, null, "{guid-" + i + "}", values[i], file, "", 0, null, "");
            events.add(event(events.size(), Map.of(), List.of(new EventLink(LinkRole.TARGET, process))));
        }
        try (CaseStore store = CaseStore.open(folder.resolve(text + values[0].hashCode()))) {
            try (EventLoader loader = store.loader(SHA)) {
                events.forEach(loader::add);
                loader.commit(LoadProgress.SILENT);
            }
            var shown = new TreeSet<Long>();
            int[] passed = {0, 0};
            var all = new EventQuery(null, Set.of(), Set.of(), null, null, Integer.MAX_VALUE);
            int rows =
                    store.scan(
                            all,
                            Set.of(text),
                            event -> shown.add(event.row().row()),
                            new Passed() {
                                @Override
                                public void rows(int count) {
                                    passed[0] += count;
                                }

                                @Override
                                public void attribute(String name) {
                                    assertThat(name).isEqualTo("Note");
                                    passed[1]++;
                                }
                            });
            assertThat(rows).isEqualTo(events.size());
            assertThat(shown.size() + passed[0]).isEqualTo(rows);
            assertThat(passed[1]).as("what the rows that were passed over have is told").isPositive();
            var attributes = new TreeSet<Long>();
            shown.forEach(row -> attributes.add(row % values.length));
            return attributes;
        }
    }

    private static TelemetryEvent event(int row, Map<String, String> attributes, List<EventLink> links) {
        return new TelemetryEvent(
                EventKind.PROCESS_CREATED,
                "DeviceProcessEvents",
                "ProcessCreated",
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(row),
                links,
                attributes,
                "{}",
                new RowRef(SHA, row));
    }
}
