package dupin.bench;

import dupin.model.sigma.RuleHead;
import dupin.model.sigma.SigmaLevel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A rule's alert as it lies beside the truth, with its label.
///
/// @param time when the log took the row, by the log's clock
/// @param cited fields of the row that the rule matched, a part of them
record GivenAlert(String id, RuleHead rule, @Nullable Instant time, Map<String, String> cited, boolean touchesTruth) {

    static GivenAlert read(JsonNode node, int index) {
        var tags = new java.util.ArrayList<String>();
        node.path("tags").forEach(tag -> tags.add(tag.asString("")));
        var cited = new LinkedHashMap<String, String>();
        node.path("event").properties().forEach(field -> cited.put(field.getKey(), field.getValue().asString("")));
        return new GivenAlert(
                "rule-%05d".formatted(index),
                new RuleHead(
                        node.path("ruleId").asString(""),
                        "",
                        node.path("title").asString(""),
                        node.path("description").asString(""),
                        "",
                        SigmaLevel.of(node.path("level").asString("")),
                        tags,
                        List.of(),
                        ""),
                instant(node.path("time").asString("")),
                cited,
                node.path("touchesTruth").asBoolean(false));
    }

    static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text.endsWith("Z") ? text : text.replace(' ', 'T') + "Z");
        } catch (java.time.DateTimeException _) {
            return null;
        }
    }
}
