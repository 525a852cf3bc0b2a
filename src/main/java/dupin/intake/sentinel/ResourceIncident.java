package dupin.intake.sentinel;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.model.Comment;
import dupin.model.ProviderIncident;
import dupin.model.RowRef;
import dupin.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// An incident as Sentinel's resource API and its playbooks' triggers hand it out (`Microsoft.SecurityInsights/Incidents`),
/// with its fields under `properties` or beside the id, in camel or snake case. It names none of its alerts.
final class ResourceIncident {
    private final Fields whole;
    private final Fields properties;

    ResourceIncident(Fields record) {
        Fields object = record.object("object");
        this.whole = object.isEmpty() ? record : object;
        Fields inner = whole.object("properties");
        this.properties = inner.isEmpty() ? whole : inner;
    }

    static boolean isOne(Fields record) {
        Fields object = record.object("object");
        Fields whole = object.isEmpty() ? record : object;
        return whole.text("type").equalsIgnoreCase("Microsoft.SecurityInsights/Incidents")
                || whole.text("id").contains("/Microsoft.SecurityInsights/Incidents/")
                || whole.text("id").contains("/Microsoft.SecurityInsights/incidents/");
    }

    /// @throws BadRecordException when it has no id
    ProviderIncident incident(RowRef row) {
        String id = whole.text("name").isEmpty() ? lastSegment(whole.text("id")) : whole.text("name");
        Fields additional = properties.object("additionalData", "additional_data");
        String provider = properties.text("providerIncidentId", "provider_incident_id");
        String product = properties.text("providerName", "provider_name");
        if ((product.contains("XDR") || product.contains("365")) && !provider.isEmpty()) {
            id = provider;
        }
        if (id.isEmpty()) {
            throw new BadRecordException("It has neither a name nor an id.");
        }
        Fields owner = properties.object("owner");
        String title = properties.text("title");
        return new ProviderIncident(
                id,
                "",
                title.isEmpty() ? "Incident " + properties.text("incidentNumber", "incident_number") : title,
                properties.text("description"),
                Severity.parse(properties.text("severity")),
                properties.text("status"),
                properties.text("classification"),
                properties.text("classificationReason", "classification_reason"),
                owner.text("assignedTo", "assigned_to", "userPrincipalName", "user_principal_name", "email"),
                labels(),
                comments(),
                alertIds(additional),
                properties.instant("createdTimeUtc", "created_time_utc"),
                properties.instant("lastModifiedTimeUtc", "last_modified_time_utc"),
                row);
    }

    private List<String> labels() {
        return properties.objects("labels").stream()
                .map(label -> label.text("labelName", "label_name", "name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private List<Comment> comments() {
        var comments = new ArrayList<Comment>();
        for (Fields one : properties.objects("comments")) {
            Fields inner = one.object("properties").isEmpty() ? one : one.object("properties");
            comments.add(
                    new Comment(
                            inner.text("message"),
                            inner.object("author").text("name", "userPrincipalName"),
                            inner.instant("createdTimeUtc")));
        }
        String closing = properties.text("classificationComment", "classification_comment");
        if (!closing.isEmpty()) {
            comments.add(new Comment(closing, "", null));
        }
        return comments;
    }

    private List<String> alertIds(Fields additional) {
        var ids = new ArrayList<String>(additional.strings("alertIds", "alert_ids"));
        for (Fields alert : properties.objects("alerts")) {
            Fields inner = alert.object("properties");
            String id = inner.text("systemAlertId");
            ids.add(id.isEmpty() ? alert.text("name") : id);
        }
        ids.remove("");
        return ids.stream().distinct().toList();
    }

    private static String lastSegment(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }
}
