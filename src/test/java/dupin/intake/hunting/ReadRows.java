package dupin.intake.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Collected;
import dupin.intake.Texts;
import dupin.intake.formats.Formats;
import dupin.model.Imported;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads files of hunting rows.
final class ReadRows {
    static final String SHA256 = "ab".repeat(32);

    private ReadRows() {}

    static Collected read(String name, String text) throws Exception {
        var sink = new Collected();
        var source = new Texts(name, text.getBytes(StandardCharsets.UTF_8));
        Formats.all().choose(source).read(source, sink);
        return sink;
    }

    static List<TelemetryEvent> events(String name, String text) throws Exception {
        var sink = read(name, text);
        assertThat(sink.rejects()).isEmpty();
        return sink.all(Imported.OfEvent.class).stream().map(Imported.OfEvent::event).toList();
    }

    static String key(TelemetryEvent event, LinkRole role) {
        return event.entity(role).map(entity -> entity.key().toString()).orElse("");
    }
}
