package dupin.intake.sigma;

import dupin.model.sigma.Condition;
import dupin.model.sigma.Detection;
import dupin.model.sigma.RuleException;
import dupin.model.sigma.SigmaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Reads the selections and the condition of a rule.
///
/// @param named selections by name
record Selections(Map<String, Detection> named, Condition condition) {
    private static final int MAX_DEPTH = 12;

    static Selections read(Yaml yaml, Map<String, Node> section) throws RuleException {
        var named = new LinkedHashMap<String, Detection>();
        for (Map.Entry<String, Node> entry : section.entrySet()) {
            String name = entry.getKey();
            if (!name.equals("condition") && !name.equals("timeframe") && !name.equals("rules")) {
                named.put(name, detection(yaml, entry.getValue(), 0));
            }
        }
        if (named.isEmpty()) {
            throw new RuleException("The rule has no selection");
        }
        if (section.containsKey("timeframe")) {
            throw new RuleException("`timeframe` is of Sigma 1; use a correlation rule");
        }
        @Nullable Node condition = section.get("condition");
        if (condition == null) {
            throw new RuleException("The rule has no condition");
        }
        var alternatives = new ArrayList<Condition>();
        for (SigmaValue text : yaml.values(condition)) {
            alternatives.add(ConditionReader.read(text.orEmpty()));
        }
        if (alternatives.isEmpty()) {
            throw new RuleException("The rule has no condition");
        }
        return new Selections(
                named, alternatives.size() == 1 ? alternatives.getFirst() : new Condition.Or(alternatives));
    }

    private static Detection detection(Yaml yaml, Node node, int depth) throws RuleException {
        if (depth > MAX_DEPTH) {
            throw new RuleException("A selection is nested deeper than " + MAX_DEPTH);
        }
        return switch (node) {
            case MappingNode map -> all(yaml, map);
            case SequenceNode list -> any(yaml, list, depth);
            default -> new Detection.Item("", List.of(), List.of(keyword(yaml.value(node))));
        };
    }

    private static SigmaValue keyword(SigmaValue value) throws RuleException {
        if (value.isNull()) {
            throw new RuleException("A selection is empty");
        }
        return value;
    }

    private static Detection any(Yaml yaml, SequenceNode list, int depth) throws RuleException {
        var parts = new ArrayList<Detection>();
        var keywords = new ArrayList<SigmaValue>();
        for (Node each : yaml.list(list)) {
            if (each instanceof ScalarNode) {
                keywords.add(keyword(yaml.value(each)));
            } else {
                parts.add(detection(yaml, each, depth + 1));
            }
        }
        if (!keywords.isEmpty()) {
            parts.add(new Detection.Item("", List.of(), keywords));
        }
        if (parts.isEmpty()) {
            throw new RuleException("A selection is empty");
        }
        return parts.size() == 1 ? parts.getFirst() : new Detection.Any(parts);
    }

    private static Detection all(Yaml yaml, MappingNode map) throws RuleException {
        var parts = new ArrayList<Detection>();
        for (Map.Entry<String, Node> entry : yaml.map(map, "A selection").entrySet()) {
            List<String> words = List.of(entry.getKey().split("\\|", -1));
            if (words.size() > 12) {
                throw new RuleException("`" + entry.getKey() + "` has too many modifiers");
            }
            if (entry.getValue() instanceof MappingNode) {
                throw new RuleException("The field `" + words.getFirst() + "` has a map where values should stand");
            }
            List<SigmaValue> values = yaml.values(entry.getValue());
            if (values.isEmpty()) {
                throw new RuleException("The field `" + words.getFirst() + "` has an empty list of values");
            }
            parts.add(new Detection.Item(words.getFirst(), words.subList(1, words.size()), values));
        }
        if (parts.isEmpty()) {
            throw new RuleException("A selection is empty");
        }
        return parts.size() == 1 ? parts.getFirst() : new Detection.All(parts);
    }
}
