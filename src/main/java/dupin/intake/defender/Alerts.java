package dupin.intake.defender;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.JsonRecord;
import dupin.model.Comment;
import dupin.model.Evidence;
import dupin.model.Imported;
import dupin.model.RowRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// What alerts and incidents of all exports share.
final class Alerts {
    /// More evidence than any alert has: an export has some twenty.
    static final int MAX_EVIDENCE = 20_000;

    private Alerts() {}

    /// @throws BadRecordException when an alert has more evidence than can be investigated
    static List<Evidence> bounded(Collection<Evidence> evidence) {
        if (evidence.size() > MAX_EVIDENCE) {
            throw new BadRecordException(
                    "The alert has " + evidence.size() + " pieces of evidence; up to " + MAX_EVIDENCE + " are read.");
        }
        return List.copyOf(evidence);
    }

    /// One alert of an incident that cannot be read; the incident and its other alerts are.
    static Imported.Rejected rejected(JsonRecord incident, String alertId, BadRecordException why) {
        return new Imported.Rejected(
                incident.offset(), incident.place() + ", alert " + text(alertId, "without id"), why.reason());
    }

    private static String text(String preferred, String otherwise) {
        return preferred.isEmpty() ? otherwise : preferred;
    }

    /// The provider's id; an alert without one gets an id from the place where it stood.
    static String id(String provided, RowRef row) {
        return provided.isEmpty() ? "alert-" + row.text() : provided;
    }

    static List<Comment> comments(Fields fields) {
        return fields.objects("comments").stream()
                .map(c ->
                        new Comment(
                                c.text("comment"),
                                c.text("createdByDisplayName", "createdBy"),
                                c.instant("createdDateTime", "createdTime")))
                .filter(c -> !c.text().isEmpty())
                .toList();
    }

    /// Tags under all their names, each once.
    static List<String> tags(Fields fields) {
        var all = new ArrayList<>(fields.strings("customTags"));
        all.addAll(fields.strings("tags"));
        all.addAll(fields.strings("systemTags"));
        return all.stream().distinct().toList();
    }

    /// The category, from the list that has taken its place where it is missing.
    static String category(Fields fields) {
        String category = fields.text("category");
        List<String> categories = fields.strings("categories");
        return category.isEmpty() && !categories.isEmpty() ? categories.getFirst() : category;
    }
}
