package dupin.engine.analyzer;

import dupin.model.Entity;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.TreeMap;

/// Mails of a cluster counted as their deliveries tell, one each recipient: names in alphabetical order.
final class MailCounts {
    /// A mail that came as a file does not tell where it lay.
    static final String UNKNOWN = "Unknown";

    private MailCounts() {}

    /// What the filter found; empty when it says nothing of any of them, since that is not the same as nothing found.
    static List<Entity.Count> byThreat(List<TelemetryEvent> deliveries) {
        var counts = new TreeMap<String, Integer>();
        for (TelemetryEvent row : deliveries) {
            for (String threat : Rows.attribute(row, "ThreatTypes").split("[,;]", 20)) {
                if (!threat.isBlank()) {
                    counts.merge(threat.strip(), 1, Integer::sum);
                }
            }
        }
        return list(counts);
    }

    static List<Entity.Count> byLocation(List<TelemetryEvent> deliveries) {
        var counts = new TreeMap<String, Integer>();
        deliveries.forEach(row -> counts.merge(location(row), 1, Integer::sum));
        return list(counts);
    }

    /// One row for each mail and recipient: the last that tells its place, where several sources tell of it.
    static List<TelemetryEvent> deliveries(List<TelemetryEvent> rows) {
        var byMail = new TreeMap<String, TelemetryEvent>();
        for (TelemetryEvent row : rows) {
            String mail =
                    Rows.entity(row, LinkRole.MESSAGE, Entity.MailMessage.class)
                            .map(m -> m.key().value())
                            .orElse(row.row().text());
            byMail.merge(mail, row, (a, b) -> location(b).equals(UNKNOWN) ? a : b);
        }
        return List.copyOf(byMail.values());
    }

    private static String location(TelemetryEvent row) {
        String place = Rows.attribute(row, "LatestDeliveryLocation", "DeliveryLocation");
        if (place.isEmpty()) {
            place =
                    Rows.entity(row, LinkRole.MESSAGE, Entity.MailMessage.class)
                            .map(Entity.MailMessage::deliveryLocation)
                            .orElse("");
        }
        return place.isBlank() ? UNKNOWN : place.strip();
    }

    private static List<Entity.Count> list(TreeMap<String, Integer> counts) {
        return counts.entrySet().stream().map(e -> new Entity.Count(e.getKey(), e.getValue())).toList();
    }
}
