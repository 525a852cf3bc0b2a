package dupin.engine.analyzer;

import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reading of telemetry rows that analyzers share.
final class Rows {

    static final Comparator<TelemetryEvent> BY_TIME =
            Comparator.comparing(TelemetryEvent::time, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
                    .thenComparing(TelemetryEvent::row);

    private Rows() {}

    static Citation cite(TelemetryEvent row, String text) {
        return new Citation(Citation.Kind.EVENT, row.row().text(), text);
    }

    /// The first of the attributes that the row bears; sources name their columns differently, in any case.
    static String attribute(TelemetryEvent row, String... names) {
        for (String name : names) {
            String value = row.attribute(name);
            if (!value.isEmpty()) {
                return value;
            }
        }
        for (String name : names) {
            for (Map.Entry<String, String> entry : row.attributes().entrySet()) {
                if (entry.getKey().equalsIgnoreCase(name) && !entry.getValue().isEmpty()) {
                    return entry.getValue();
                }
            }
        }
        return "";
    }

    static String lowerAttribute(TelemetryEvent row, String... names) {
        return attribute(row, names).toLowerCase(Locale.ROOT);
    }

    /// Where a file was downloaded from; "" when the row does not say.
    static String origin(TelemetryEvent row) {
        String url = attribute(row, "FileOriginUrl");
        return url.isEmpty() ? entity(row, LinkRole.SOURCE, Entity.Url.class).map(Entity.Url::url).orElse("") : url;
    }

    static <T extends Entity> Optional<T> entity(TelemetryEvent row, LinkRole role, Class<T> kind) {
        for (EventLink link : row.links()) {
            if (link.role() == role && kind.isInstance(link.entity())) {
                return Optional.of(kind.cast(link.entity()));
            }
        }
        return Optional.empty();
    }
}
