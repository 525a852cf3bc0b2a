package dupin.intake.hunting;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.intake.sentinel.EntityGraph;
import dupin.intake.sentinel.Placing;
import dupin.intake.sentinel.Providers;
import dupin.intake.sentinel.Techniques;
import dupin.intake.sentinel.Words;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.RowRef;
import dupin.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// An alert in the making from its rows of `AlertInfo` and `AlertEvidence`.
final class AlertDraft {
    private static final int LONGEST_RAW = 200_000;

    private final String id;
    private final RowRef first;
    private final Map<String, String> words = new LinkedHashMap<>();
    private final Set<String> techniques = new LinkedHashSet<>();
    private final Map<EntityKey, Evidence> evidence = new LinkedHashMap<>();
    private final StringBuilder raw = new StringBuilder();
    private @Nullable Instant from;
    private @Nullable Instant to;

    AlertDraft(String id, RowRef first) {
        this.id = id;
        this.first = first;
    }

    void add(Columns columns, Row row) {
        for (String column :
                new String[] {"Title", "Category", "Severity", "ServiceSource", "DetectionSource", "ThreatFamily"}) {
            word(column, row.text(columns.of(column)));
        }
        Fields.of(Json.parse("{\"all\":" + list(row.text(columns.of("Categories"))) + "}")).strings("all").stream()
                .findFirst()
                .ifPresent(category -> word("Category", category));
        techniques.addAll(Techniques.in(row.text(columns.of("AttackTechniques"))));
        time(row.time(columns.of("Timestamp", "TimeGenerated")));
        if (columns.has("EntityType") || columns.has("EvidenceRole")) {
            entity(columns, row);
        }
        String line = row.raw();
        if (raw.length() + line.length() < LONGEST_RAW) {
            raw.append(raw.isEmpty() ? "" : "\n").append(line);
        }
    }

    private static String list(String text) {
        return Json.parse(text).isArray() ? text : "[]";
    }

    private void word(String column, String value) {
        if (!value.isEmpty()) {
            words.putIfAbsent(column, value);
        }
    }

    private void time(@Nullable Instant time) {
        if (time == null) {
            return;
        }
        from = from == null || time.isBefore(from) ? time : from;
        to = to == null || time.isAfter(to) ? time : to;
    }

    private void entity(Columns columns, Row row) {
        ObjectNode object = new EvidenceObject(columns, row).object();
        List<Evidence> found = EntityGraph.of(object).evidence("");
        String role = row.text(columns.of("EvidenceRole"));
        Instant seen = row.time(columns.of("Timestamp", "TimeGenerated"));
        for (int i = 0; i < found.size(); i++) {
            Evidence one = found.get(i);
            // The machine on which the entity lies comes along without the entity's role.
            List<String> roles = i == 0 && !role.isEmpty() ? Words.camel(List.of(role)) : List.of();
            var added = new Evidence(one.entity(), roles, List.of(), "", "", "", List.of(), seen);
            evidence.merge(one.entity().key(), Words.merged(one, added), Words::merged);
        }
    }

    int size() {
        return 1 + evidence.size();
    }

    Alert alert() {
        String service = words.getOrDefault("ServiceSource", "");
        return new Alert(
                id,
                "",
                words.getOrDefault("Title", id),
                "",
                "",
                Severity.parse(words.getOrDefault("Severity", "")),
                "",
                words.getOrDefault("Category", ""),
                Providers.serviceSource(service),
                words.getOrDefault("DetectionSource", ""),
                service,
                "",
                "",
                "",
                words.getOrDefault("ThreatFamily", ""),
                "",
                "",
                List.copyOf(techniques),
                List.of(),
                List.of(),
                from,
                from,
                to,
                to,
                null,
                placed(),
                first);
    }

    /// What names no machine lies on the alert's only one.
    private List<Evidence> placed() {
        List<Entity.Device> devices =
                evidence.values().stream()
                        .map(Evidence::entity)
                        .filter(Entity.Device.class::isInstance)
                        .map(Entity.Device.class::cast)
                        .toList();
        String device = devices.size() == 1 ? Placing.device(devices.getFirst()) : "";
        Map<EntityKey, Evidence> placed = new LinkedHashMap<>();
        for (Evidence one : evidence.values()) {
            Entity entity = Placing.on(one.entity(), device);
            placed.merge(entity.key(), Words.with(one, entity), Words::merged);
        }
        return new ArrayList<>(placed.values());
    }

    String raw() {
        return raw.toString();
    }
}
