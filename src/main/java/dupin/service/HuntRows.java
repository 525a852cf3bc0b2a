package dupin.service;

import dupin.engine.hunt.HuntReading;
import dupin.engine.hunt.HuntSubject;
import dupin.model.Citation;
import dupin.model.EntityKey;
import dupin.model.EventLink;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntSource;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes rows for people out of what a query saw. Stateless.
final class HuntRows {
    /// Of the others the first value says enough: the rest are other names of the same.
    private static final Set<HuntField> SEVERAL =
            Set.of(
                    HuntField.IP,
                    HuntField.URL,
                    HuntField.DOMAIN,
                    HuntField.TECHNIQUE,
                    HuntField.INCIDENT,
                    HuntField.FILE);

    private static final List<HuntField> ABOUT =
            List.of(
                    HuntField.TITLE,
                    HuntField.NAME,
                    HuntField.TARGET,
                    HuntField.URL,
                    HuntField.DOMAIN,
                    HuntField.IP,
                    HuntField.SUBJECT,
                    HuntField.TARGET_USER,
                    HuntField.APPLICATION,
                    HuntField.MAILBOX,
                    HuntField.REMOTE_DEVICE);

    private HuntRows() {}

    static HuntRow of(TelemetryEvent event) {
        String text = event.row().text();
        return of(HuntSubject.of(event), HuntSource.Rows.EVENTS, new Citation(Citation.Kind.EVENT, text, text));
    }

    /// Where the telemetry row stands that has the id.
    static RowRef row(String id) {
        int colon = id.lastIndexOf(':');
        return new RowRef(id.substring(0, colon), Long.parseLong(id.substring(colon + 1)));
    }

    static HuntRow of(HuntSubject subject, HuntSource.Rows rows, @Nullable Citation raw) {
        Map<HuntField, String> values = new EnumMap<>(HuntField.class);
        for (HuntField field : HuntField.list(rows)) {
            List<String> found =
                    field == HuntField.TIME || field == HuntField.ANY || field == HuntField.ENTITY
                            ? List.of()
                            : HuntReading.values(subject, field);
            if (!found.isEmpty()) {
                values.put(field, SEVERAL.contains(field) ? String.join(", ", found) : found.getFirst());
            }
        }
        Map<EntityKey, HuntRow.Part> parts = new LinkedHashMap<>();
        for (EventLink link : subject.links()) {
            EntityKey key = link.entity().key();
            parts.putIfAbsent(key, new HuntRow.Part(link.role(), key, link.entity().label()));
        }
        String what =
                ABOUT.stream().map(f -> values.getOrDefault(f, "")).filter(v -> !v.isEmpty()).findFirst().orElse("");
        return new HuntRow(
                subject.id(), subject.time(), what, values, subject.attributes(), List.copyOf(parts.values()), raw);
    }
}
