package dupin.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An alert put together from what a test cares about; the rest is empty.
public final class AlertDraft {
    private final String id;
    private String incident = "";
    private String title = "";
    private String description = "";
    private String recommendedActions = "";
    private Severity severity = Severity.MEDIUM;
    private String status = "new";
    private String category = "";
    private String serviceSource = "";
    private String detectionSource = "";
    private String productName = "";
    private String classification = "";
    private String determination = "";
    private String assignedTo = "";
    private String threatFamily = "";
    private String investigation = "";
    private String investigationState = "";
    private List<String> techniques = List.of();
    private List<String> tags = List.of();
    private List<Comment> comments = List.of();
    private @Nullable Instant created;
    private @Nullable Instant first;
    private @Nullable Instant last;
    private @Nullable Instant updated;
    private @Nullable Instant resolved;
    private List<Evidence> evidence = List.of();
    private RowRef row = RowRef.NONE;

    private AlertDraft(String id) {
        this.id = id;
    }

    public static AlertDraft alert(String id) {
        return new AlertDraft(id);
    }

    /// The provider's incident.
    public AlertDraft incident(String id) {
        incident = id;
        return this;
    }

    public AlertDraft title(String text) {
        title = text;
        return this;
    }

    public AlertDraft description(String text) {
        description = text;
        return this;
    }

    public AlertDraft recommendedActions(String text) {
        recommendedActions = text;
        return this;
    }

    public AlertDraft severity(Severity level) {
        severity = level;
        return this;
    }

    public AlertDraft status(String word) {
        status = word;
        return this;
    }

    public AlertDraft category(String word) {
        category = word;
        return this;
    }

    public AlertDraft serviceSource(String word) {
        serviceSource = word;
        return this;
    }

    public AlertDraft detectionSource(String word) {
        detectionSource = word;
        return this;
    }

    public AlertDraft productName(String name) {
        productName = name;
        return this;
    }

    public AlertDraft classification(String word) {
        classification = word;
        return this;
    }

    public AlertDraft determination(String word) {
        determination = word;
        return this;
    }

    public AlertDraft assignedTo(String name) {
        assignedTo = name;
        return this;
    }

    public AlertDraft threatFamily(String name) {
        threatFamily = name;
        return this;
    }

    public AlertDraft investigation(String id) {
        investigation = id;
        return this;
    }

    public AlertDraft investigationState(String word) {
        investigationState = word;
        return this;
    }

    public AlertDraft techniques(List<String> ids) {
        techniques = ids;
        return this;
    }

    public AlertDraft tags(List<String> words) {
        tags = words;
        return this;
    }

    public AlertDraft comments(List<Comment> said) {
        comments = said;
        return this;
    }

    /// Created, first and last seen, and last changed at one time.
    public AlertDraft at(@Nullable Instant time) {
        return created(time).active(time, time).updated(time);
    }

    public AlertDraft created(@Nullable Instant time) {
        created = time;
        return this;
    }

    public AlertDraft active(@Nullable Instant from, @Nullable Instant to) {
        first = from;
        last = to;
        return this;
    }

    public AlertDraft updated(@Nullable Instant time) {
        updated = time;
        return this;
    }

    public AlertDraft resolved(@Nullable Instant time) {
        resolved = time;
        return this;
    }

    public AlertDraft evidence(List<Evidence> all) {
        evidence = all;
        return this;
    }

    public AlertDraft row(RowRef place) {
        row = place;
        return this;
    }

    public Alert made() {
        return new Alert(
                id,
                incident,
                title,
                description,
                recommendedActions,
                severity,
                status,
                category,
                serviceSource,
                detectionSource,
                productName,
                classification,
                determination,
                assignedTo,
                threatFamily,
                investigation,
                investigationState,
                techniques,
                tags,
                comments,
                created,
                first,
                last,
                updated,
                resolved,
                evidence,
                row);
    }
}
