package dupin.intake.sentinel;

import dupin.intake.BadRecordException;
import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Comment;
import dupin.model.Entity;
import dupin.model.Evidence;
import dupin.model.RowRef;
import dupin.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One record of `SecurityAlert`.
final class AlertRecord {
    private static final Pattern ALERT_PAGE =
            Pattern.compile("//security\\.microsoft\\.com/alerts/([A-Za-z0-9_-]{8,100})");

    private final Cells cells;
    private final Fields extended;

    AlertRecord(Cells cells) {
        this.cells = cells;
        this.extended = Fields.of(Json.parse(cells.text("ExtendedProperties")));
    }

    /// Which of two exports of one alert is the newer.
    @Nullable Instant version() {
        return cells.time("TimeGenerated");
    }

    /// @throws BadRecordException when it has no id, or entities that are no JSON
    Alert alert(RowRef row) {
        String id = cells.text("SystemAlertId");
        if (id.isEmpty()) {
            throw new BadRecordException("It has no SystemAlertId, by which incidents name it.");
        }
        List<String> tactics = list(cells.text("Tactics"));
        String product = cells.text("ProductName");
        String provider = cells.text("ProviderName");
        Instant created = cells.time("TimeGenerated");
        Instant updated = extended.instant("LastUpdated");
        return new Alert(
                        id,
                        extended.text("IncidentId"),
                        first(cells.text("DisplayName"), cells.text("AlertDisplayName"), cells.text("AlertName"), id),
                        cells.text("Description"),
                        String.join("\n", list(cells.text("RemediationSteps"))),
                        Severity.parse(first(cells.text("AlertSeverity"), cells.text("Severity"))),
                        cells.text("Status"),
                        category(tactics),
                        Providers.serviceSource(provider, product),
                        extended.text("DetectionSource"),
                        first(product, provider),
                        extended.text("Classification"),
                        extended.text("Determination"),
                        extended.text("AssignedTo"),
                        extended.text("ThreatFamilyName", "ThreatName"),
                        extended.text("MicrosoftDefenderAtp.InvestigationId", "InvestigationId"),
                        extended.text("MicrosoftDefenderAtp.InvestigationState", "InvestigationState"),
                        Techniques.in(
                                cells.text("Techniques"),
                                cells.text("SubTechniques"),
                                extended.text("MitreTechniques", "Techniques")),
                        List.of(),
                        comments(),
                        created,
                        first(cells.time("StartTime"), cells.time("StartTimeUtc")),
                        first(cells.time("EndTime"), cells.time("EndTimeUtc")),
                        updated != null ? updated : created,
                        null,
                        evidence(),
                        row)
                .knownAs(cells.text("VendorOriginalId"), linked(cells.text("AlertLink")))
                .raisedBy(rule(), extended.text("Analytic Rule Name"));
    }

    /// Of the analytics rule; else the kind that the provider's detector gives all of its alerts.
    private String rule() {
        List<String> rules = list(extended.text("Analytic Rule Ids"));
        return rules.isEmpty() ? cells.text("AlertType") : rules.getFirst();
    }

    /// The portal's id of the alert, which its address ends with.
    private static String linked(String address) {
        Matcher matcher = ALERT_PAGE.matcher(address);
        return matcher.find() ? matcher.group(1) : "";
    }

    private String category(List<String> tactics) {
        String named = extended.text("MicrosoftDefenderAtp.Category", "Category");
        return named.isEmpty()
                ? tactics.stream().filter(tactic -> !tactic.equals("Unknown")).findFirst().orElse("")
                : named;
    }

    private List<Evidence> evidence() {
        String text = cells.text("Entities");
        JsonNode entities = Json.parse(text);
        if (entities.isMissingNode() && text.strip().length() > 2) {
            throw new BadRecordException("Its Entities are no JSON list; the alert would come without evidence.");
        }
        String compromised = cells.text("CompromisedEntity");
        boolean machine = isMachine(compromised);
        var found = new ArrayList<>(EntityGraph.of(entities).evidence(machine ? compromised : ""));
        Entity named = machine ? host(compromised) : compromised.contains("@") ? Entity.User.ofUpn(compromised) : null;
        if (named != null) {
            mark(found, named);
        }
        return found;
    }

    /// Names of machines are qualified, or known to be ones because the alert comes from an endpoint.
    private boolean isMachine(String name) {
        if (name.isEmpty()
                || name.contains("@")
                || name.contains("/")
                || name.contains(" ")
                || Canonical.isIpLiteral(name)) {
            return false;
        }
        return name.contains(".")
                || cells.text("ProviderName").equals("MDATP")
                || name.equalsIgnoreCase(extended.text("Compromised Host"));
    }

    private static Entity.Device host(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? Entity.Device.named(name)
                : new Entity.Device(name.substring(0, dot), name, "", "", "", "", "", "", "", List.of());
    }

    /// The entity that the alert is chiefly about; added when it is not among the evidence.
    private static void mark(List<Evidence> found, Entity named) {
        String role = named instanceof Entity.Device ? "primaryDevice" : "primaryUser";
        var chief = new Evidence(named, List.of(), List.of(role), "", "", "", List.of(), null);
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).entity().allKeys().contains(named.key())) {
                found.set(i, Words.merged(found.get(i), chief));
                return;
            }
        }
        found.add(chief);
    }

    private List<Comment> comments() {
        var comments = new ArrayList<Comment>();
        for (Fields one : extended.objects("Comments")) {
            comments.add(
                    new Comment(
                            one.text("Comment", "message", "Text"),
                            one.text("CreatedBy", "Author"),
                            one.instant("CreatedTime")));
        }
        if (comments.isEmpty() && !extended.text("Comments").isEmpty()) {
            comments.add(
                    new Comment(
                            extended.text("Comments"), extended.text("UpdatedBy"), extended.instant("LastUpdated")));
        }
        return comments;
    }

    /// A JSON list of texts, or texts separated by commas; as one text when it is neither.
    private static List<String> list(String text) {
        JsonNode json = Json.parse(text);
        if (json.isArray()) {
            var texts = new ArrayList<String>();
            json.forEach(element -> texts.add(element.isContainer() ? Json.text(element) : element.asString("")));
            texts.remove("");
            return texts;
        }
        boolean words =
                text.length() < 200
                        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == ',' || c == ' ' || c == '.');
        return text.isEmpty() ? List.of() : words ? List.of(text.split(",\\s*")) : List.of(text);
    }

    private static String first(String... texts) {
        for (String text : texts) {
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return one != null ? one : other;
    }
}
