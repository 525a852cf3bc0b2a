package dupin.intake.sigma;

import dupin.model.sigma.CorrelationRule;
import dupin.model.sigma.CorrelationRule.Threshold;
import dupin.model.sigma.CorrelationRule.Type;
import dupin.model.sigma.RuleException;
import dupin.model.sigma.RuleHead;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the `correlation` section of a rule over rules.
final class CorrelationReader {
    private static final Pattern TIMESPAN = Pattern.compile("(\\d{1,9})([smhdwMyY])");
    private static final Set<String> OPERATORS = Set.of("gt", "gte", "lt", "lte", "eq", "neq");
    private static final Set<String> KNOWN =
            Set.of("type", "rules", "group-by", "timespan", "condition", "aliases", "generate");

    private CorrelationReader() {}

    static CorrelationRule read(Yaml yaml, RuleHead head, Map<String, Node> document, Map<String, Node> section)
            throws RuleException {
        for (String key : section.keySet()) {
            if (!KNOWN.contains(key)) {
                throw new RuleException("The correlation has `" + key + "`, which is not understood");
            }
        }
        Type type = type(yaml.text(section, "type"));
        List<String> rules = yaml.texts(section, "rules");
        if (rules.isEmpty()) {
            throw new RuleException("The correlation names no rules");
        }
        boolean temporal = type == Type.TEMPORAL || type == Type.TEMPORAL_ORDERED;
        Threshold threshold = threshold(yaml, section.get("condition"), temporal ? rules.size() : -1);
        boolean counted = !temporal && type != Type.EVENT_COUNT;
        if (counted && threshold.fields().isEmpty()) {
            throw new RuleException("The correlation's condition names no field");
        }
        String generate = yaml.text(section, "generate");
        return new CorrelationRule(
                head,
                type,
                rules,
                yaml.texts(section, "group-by"),
                aliases(yaml, section.get("aliases")),
                timespan(yaml.text(section, "timespan")),
                threshold,
                (generate.isEmpty() ? yaml.text(document, "generate") : generate).equalsIgnoreCase("true"));
    }

    private static Type type(String word) throws RuleException {
        for (Type type : Type.values()) {
            if (type.name().toLowerCase(Locale.ROOT).equals(word)) {
                return type;
            }
        }
        throw new RuleException("The correlation type `" + word + "` is not understood");
    }

    private static Duration timespan(String text) throws RuleException {
        Matcher matcher = TIMESPAN.matcher(text);
        if (!matcher.matches()) {
            throw new RuleException("The timespan `" + text + "` is not a number and one of s, m, h, d, w, M, y");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            case "w" -> Duration.ofDays(7 * number);
            case "M" -> Duration.ofDays(30 * number);
            default -> Duration.ofDays(365 * number);
        };
    }

    private static Threshold threshold(Yaml yaml, @Nullable Node node, int implied) throws RuleException {
        if (node == null) {
            if (implied < 0) {
                throw new RuleException("The correlation has no condition");
            }
            return new Threshold(Map.of("gte", (double) implied), List.of(), 0);
        }
        Map<String, Node> map = yaml.map(node, "The correlation's condition");
        var bounds = new TreeMap<String, Double>();
        double percentile = 50;
        for (Map.Entry<String, Node> entry : map.entrySet()) {
            String key = entry.getKey();
            if (OPERATORS.contains(key)) {
                bounds.put(key, number(yaml, entry.getValue()));
            } else if (key.equals("percentile")) {
                percentile = number(yaml, entry.getValue());
                if (!(percentile >= 0 && percentile <= 100)) {
                    throw new RuleException("The percentile is not between 0 and 100");
                }
            } else if (!key.equals("field")) {
                throw new RuleException("The correlation's condition has `" + key + "`, which is not understood");
            }
        }
        if (bounds.isEmpty()) {
            throw new RuleException("The correlation's condition compares with nothing");
        }
        return new Threshold(bounds, yaml.texts(map, "field"), percentile);
    }

    private static double number(Yaml yaml, Node node) throws RuleException {
        String text = yaml.value(node).orEmpty();
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            throw new RuleException("`" + text + "` is not a number");
        }
    }

    private static Map<String, Map<String, String>> aliases(Yaml yaml, @Nullable Node node) throws RuleException {
        var aliases = new LinkedHashMap<String, Map<String, String>>();
        if (node != null) {
            for (Map.Entry<String, Node> alias : yaml.map(node, "`aliases`").entrySet()) {
                var fields = new LinkedHashMap<String, String>();
                for (Map.Entry<String, Node> each : yaml.map(alias.getValue(), "An alias").entrySet()) {
                    fields.put(each.getKey(), yaml.value(each.getValue()).orEmpty());
                }
                aliases.put(alias.getKey(), fields);
            }
        }
        return aliases;
    }
}
