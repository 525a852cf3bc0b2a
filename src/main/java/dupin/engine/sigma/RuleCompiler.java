package dupin.engine.sigma;

import dupin.model.sigma.Condition;
import dupin.model.sigma.Detection;
import dupin.model.sigma.RuleException;
import dupin.model.sigma.SigmaFilter;
import dupin.model.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compiles rules to trees over the fields of one place. Gives every field that a rule names a number.
final class RuleCompiler {
    private final Map<String, Integer> slots = new HashMap<>();
    private Map<String, List<String>> placeholders = Map.of();

    /// The rules that are compiled from now on are expanded with these values.
    void expandWith(Map<String, List<String>> values) {
        placeholders = values;
    }

    Map<String, Integer> slots() {
        return slots;
    }

    int slot(String field) {
        return slots.computeIfAbsent(field, _ -> slots.size());
    }

    /// @param names the rule's field → the field of the place's events
    Node compile(SigmaRule rule, List<SigmaFilter> filters, Map<String, String> names) throws RuleException {
        ToIntFunction<String> fields = field -> slot(names.getOrDefault(field, field));
        Node node = new Joined(rule.detections(), fields).node(rule.condition());
        var parts = new ArrayList<Node>();
        parts.add(node);
        for (SigmaFilter filter : filters) {
            Node except = new Joined(filter.detections(), fields).node(filter.condition());
            parts.add(filter.condition() instanceof Condition.Not ? except : new Node.Not(except));
        }
        return Node.and(parts);
    }

    /// The event ids that a rule demands; null when it does not restrict them.
    @Nullable Set<Integer> eventIds(Node node) {
        return switch (node) {
            case Node.Field field when field.slot() == slot("EventID") && field.probe() instanceof Probe.Equal equal ->
                    number(equal.lower());
            case Node.And and -> {
                @Nullable Set<Integer> ids = null;
                for (Node child : and.of()) {
                    Set<Integer> own = eventIds(child);
                    ids = own == null || ids != null && ids.size() <= own.size() ? ids : own;
                }
                yield ids;
            }
            case Node.Or or -> {
                var union = new HashSet<Integer>();
                for (Node child : or.of()) {
                    Set<Integer> own = eventIds(child);
                    if (own == null) {
                        yield null;
                    }
                    union.addAll(own);
                }
                yield union;
            }
            default -> null;
        };
    }

    private static @Nullable Set<Integer> number(String text) {
        try {
            return Set.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /// A rule's selections joined by its condition.
    private final class Joined {
        private final Map<String, Detection> detections;
        private final ToIntFunction<String> fields;
        private final Map<String, Node> compiled = new HashMap<>();

        Joined(Map<String, Detection> detections, ToIntFunction<String> fields) throws RuleException {
            this.detections = detections;
            this.fields = fields;
            // A selection that no condition names is read as well: a rule is understood whole or not at all.
            for (Map.Entry<String, Detection> each : detections.entrySet()) {
                compiled.put(each.getKey(), selection(each.getValue()));
            }
        }

        Node node(Condition condition) throws RuleException {
            return switch (condition) {
                case Condition.And and -> Node.and(nodes(and.of()));
                case Condition.Or or -> Node.or(nodes(or.of()));
                case Condition.Not not -> new Node.Not(node(not.of()));
                case Condition.Named named -> named(named.name());
                case Condition.Of of -> of(of);
            };
        }

        private List<Node> nodes(List<Condition> conditions) throws RuleException {
            var nodes = new ArrayList<Node>();
            for (Condition each : conditions) {
                nodes.add(node(each));
            }
            return nodes;
        }

        private Node named(String name) throws RuleException {
            Node node = compiled.get(name);
            if (node == null) {
                throw new RuleException("The condition names `" + name + "`, which is no selection of the rule");
            }
            return node;
        }

        private Node of(Condition.Of of) throws RuleException {
            boolean them = of.pattern().equals("them");
            String[] pieces = of.pattern().split("\\*", -1);
            var expression = new StringBuilder();
            for (int i = 0; i < pieces.length; i++) {
                expression.append(i > 0 ? ".*" : "").append(Pattern.quote(pieces[i]));
            }
            Pattern pattern = Pattern.compile(them ? ".*" : expression.toString());
            var nodes = new ArrayList<Node>();
            for (String name : detections.keySet()) {
                boolean hidden = name.startsWith("_") && !of.pattern().startsWith("_");
                if (!hidden && pattern.matcher(name).matches()) {
                    nodes.add(named(name));
                }
            }
            if (nodes.isEmpty()) {
                throw new RuleException("No selection of the rule fits `" + of.pattern() + "`");
            }
            return of.all() ? Node.and(nodes) : Node.or(nodes);
        }

        private Node selection(Detection detection) throws RuleException {
            return switch (detection) {
                case Detection.All all -> Node.and(selections(all.of()));
                case Detection.Any any -> Node.or(selections(any.of()));
                case Detection.Item item -> Modifiers.compile(item, fields, placeholders);
            };
        }

        private List<Node> selections(List<Detection> detections) throws RuleException {
            var nodes = new ArrayList<Node>();
            for (Detection each : detections) {
                nodes.add(selection(each));
            }
            return nodes;
        }
    }
}
