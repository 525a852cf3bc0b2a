package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.model.Comment;
import dupin.model.RowRef;
import java.util.ArrayList;
import java.util.List;

/// What alerts and incidents of all exports share.
final class Alerts {
    private Alerts() {}

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
