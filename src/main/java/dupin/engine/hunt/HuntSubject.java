package dupin.engine.hunt;

import dupin.engine.EntityDevice;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Evidence;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row, an alert or an entity as a query sees it.
///
/// @param id tells it from all others and settles the order of equals
/// @param own values of fields that are no entities'
/// @param started whether the row is about the start of its target, which then is the process that the row speaks of
public record HuntSubject(
        String id,
        @Nullable Instant time,
        Map<HuntField, List<String>> own,
        List<EventLink> links,
        Map<String, String> attributes,
        boolean started) {

    public static HuntSubject of(TelemetryEvent event) {
        return new HuntSubject(
                event.row().file() + ":" + String.format(Locale.ROOT, "%018d", event.row().row()),
                event.time(),
                Map.of(
                        HuntField.KIND,
                        List.of(HuntSource.word(event.kind())),
                        HuntField.ACTION,
                        List.of(event.actionType()),
                        HuntField.TABLE,
                        List.of(event.table())),
                event.links(),
                event.attributes(),
                event.kind() == dupin.model.EventKind.PROCESS_CREATED);
    }

    /// @param incident "" when it belongs to none
    public static HuntSubject of(Alert alert, String status, String incident) {
        var links = new ArrayList<EventLink>();
        for (Evidence evidence : alert.evidence()) {
            links.add(link(evidence.entity()));
        }
        return new HuntSubject(
                alert.id(),
                alert.time(),
                Map.of(
                        HuntField.TITLE,
                        List.of(alert.title()),
                        HuntField.SEVERITY,
                        List.of(alert.severity().name()),
                        HuntField.CATEGORY,
                        List.of(alert.category()),
                        HuntField.STATUS,
                        List.of(status),
                        HuntField.PRODUCT,
                        List.of(alert.productName(), alert.serviceSource(), alert.detectionSource()),
                        HuntField.TECHNIQUE,
                        alert.mitreTechniques(),
                        HuntField.INCIDENT,
                        List.of(incident)),
                List.copyOf(links),
                Map.of("description", alert.description()),
                false);
    }

    /// @param verdict its word, "" where there is none
    public static HuntSubject of(Entity entity, String verdict, List<String> incidents) {
        var links = new ArrayList<>(List.of(link(entity)));
        String host = EntityDevice.of(entity);
        if (!host.isEmpty()) {
            links.add(new EventLink(LinkRole.DEVICE, Entity.Device.named(host)));
        }
        return new HuntSubject(
                entity.key().toString(),
                null,
                Map.of(
                        HuntField.KIND,
                        List.of(entity.kind().word()),
                        HuntField.NAME,
                        List.of(entity.label()),
                        HuntField.VERDICT,
                        List.of(verdict),
                        HuntField.INCIDENT,
                        incidents),
                List.copyOf(links),
                Map.of(),
                true);
    }

    /// Evidence plays no parts of its own; devices and users have theirs, all else is what it is about.
    private static EventLink link(Entity entity) {
        return new EventLink(
                switch (entity) {
                    case Entity.Device _ -> LinkRole.DEVICE;
                    case Entity.User _ -> LinkRole.ACCOUNT;
                    default -> LinkRole.TARGET;
                },
                entity);
    }
}
