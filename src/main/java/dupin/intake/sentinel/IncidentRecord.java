package dupin.intake.sentinel;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.model.Comment;
import dupin.model.ProviderIncident;
import dupin.model.RowRef;
import dupin.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One record of `SecurityIncident`.
final class IncidentRecord {
    private final Cells cells;

    IncidentRecord(Cells cells) {
        this.cells = cells;
    }

    /// Which of two exports of one incident is the newer.
    @Nullable Instant version() {
        Instant modified = cells.time("LastModifiedTime");
        return modified != null ? modified : cells.time("TimeGenerated");
    }

    /// An incident of Defender XDR keeps its id there, so that alerts find it; one of Sentinel has none but its name.
    String id() {
        String provider = cells.text("ProviderIncidentId");
        boolean xdr = cells.text("ProviderName").contains("XDR") || cells.text("ProviderName").contains("365");
        String name = cells.text("IncidentName");
        return xdr && !provider.isEmpty() ? provider : !name.isEmpty() ? name : provider;
    }

    /// @throws BadRecordException when it has no id
    ProviderIncident incident(RowRef row) {
        String id = id();
        if (id.isEmpty()) {
            throw new BadRecordException("It has neither IncidentName nor ProviderIncidentId.");
        }
        Fields owner = object("Owner");
        Instant created = cells.time("CreatedTime");
        return new ProviderIncident(
                id,
                "",
                cells.text("Title").isEmpty() ? "Incident " + cells.text("IncidentNumber") : cells.text("Title"),
                cells.text("Description"),
                Severity.parse(cells.text("Severity")),
                cells.text("Status"),
                cells.text("Classification"),
                cells.text("ClassificationReason"),
                owner.text("assignedTo", "userPrincipalName", "email"),
                labels(),
                comments(),
                alertIds(),
                created != null ? created : cells.time("FirstActivityTime"),
                version(),
                row);
    }

    private List<String> alertIds() {
        return Fields.of(Json.parse("{\"ids\":" + listOrNone(cells.text("AlertIds")) + "}")).strings("ids").stream()
                .distinct()
                .toList();
    }

    private List<String> labels() {
        return objects("Labels").stream()
                .map(label -> label.text("labelName", "name"))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private List<Comment> comments() {
        var comments = new ArrayList<Comment>();
        for (Fields one : objects("Comments")) {
            Fields author = one.object("author");
            comments.add(
                    new Comment(
                            one.text("message"),
                            author.text("name", "userPrincipalName", "email"),
                            one.instant("createdTimeUtc")));
        }
        String closing = cells.text("ClassificationComment");
        if (!closing.isEmpty()) {
            comments.add(new Comment(closing, cells.text("ModifiedBy"), cells.time("ClosedTime")));
        }
        return comments;
    }

    private Fields object(String column) {
        return Fields.of(Json.parse(cells.text(column)));
    }

    private List<Fields> objects(String column) {
        JsonNode list = Json.parse(cells.text(column));
        var found = new ArrayList<Fields>();
        if (list.isArray()) {
            list.forEach(one -> found.add(Fields.of(one)));
        }
        return found;
    }

    private static String listOrNone(String text) {
        return Json.parse(text).isArray() ? text : "[]";
    }
}
