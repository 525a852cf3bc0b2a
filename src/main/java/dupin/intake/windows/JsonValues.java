package dupin.intake.windows;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values of events that were XML once: text may stand beside attributes, and attributes under several spellings.
final class JsonValues {
    private static final String[] TEXTS = {"#text", "text", "Value", "value", "$"};
    private static final String[] ATTRIBUTES = {"#attributes", "attributes", "$"};
    private static final int MAX_DEPTH = 16;
    private static final String UNNAMED = "Data";

    private JsonValues() {}

    /// A scalar, or the text of an element that has attributes; "" when there is none.
    static String text(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value instanceof ObjectNode object) {
            for (String name : TEXTS) {
                JsonNode inner = object.get(name);
                if (inner != null && !inner.isContainer()) {
                    return inner.asString();
                }
            }
            return "";
        }
        return value.isContainer() ? "" : value.asString();
    }

    /// The first of the fields that has a value.
    static String first(ObjectNode object, String... names) {
        for (String name : names) {
            String text = text(object.get(name));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// An attribute of an element, wherever the tool put it.
    static String attribute(ObjectNode parent, String element, String name) {
        if (parent.get(element + "_attributes") instanceof ObjectNode beside) {
            return first(beside, name);
        }
        if (!(parent.get(element) instanceof ObjectNode object)) {
            return "";
        }
        for (String place : ATTRIBUTES) {
            if (object.get(place) instanceof ObjectNode attributes) {
                return first(attributes, name, lowerLast(name));
            }
        }
        return first(object, name, "@" + name, "-" + name, lowerLast(name));
    }

    /// Spelt `UserId` by some for `UserID`.
    private static String lowerLast(String name) {
        return name.substring(0, name.length() - 1) + Character.toLowerCase(name.charAt(name.length() - 1));
    }

    /// Adds all values under a node by the names of their leaves; the first of a name stays.
    static void leaves(@Nullable JsonNode node, Map<String, String> into) {
        if (node != null) {
            leaves("", node, into, 0);
        }
    }

    private static void leaves(String name, JsonNode node, Map<String, String> into, int depth) {
        if (depth > MAX_DEPTH || node.isNull()) {
            return;
        }
        if (node instanceof ObjectNode object) {
            String own = first(object, "@Name", "Name", "-Name");
            JsonNode text = object.get("#text");
            if (text != null && (own.isEmpty() || object.size() <= 2)) {
                leaves(own.isEmpty() ? name : own, text, into, depth + 1);
                return;
            }
            for (var field : object.properties()) {
                String inner = field.getKey();
                if (!inner.startsWith("#attributes")
                        && !inner.startsWith("@")
                        && !inner.endsWith("_attributes")
                        && !inner.startsWith("xmlns")) {
                    leaves(inner.equals("#text") ? name : inner, field.getValue(), into, depth + 1);
                }
            }
        } else if (node.isArray()) {
            node.forEach(element -> leaves(name, element, into, depth + 1));
        } else {
            add(name.isEmpty() ? UNNAMED : name, node.asString(), into);
        }
    }

    /// Several values of one name stand in lines when they have no name of their own.
    static void add(String name, String value, Map<String, String> into) {
        if (name.equals(UNNAMED)) {
            into.merge(name, value, (all, more) -> all + "\n" + more);
        } else {
            into.putIfAbsent(name, value);
        }
    }

    /// The fields whose dotted names begin with the prefix, as an object.
    static ObjectNode unflattened(ObjectNode object, String prefix) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (var field : object.properties()) {
            String name = field.getKey();
            if (name.startsWith(prefix)) {
                String rest = name.substring(prefix.length());
                int dot = rest.indexOf('.');
                if (dot < 0) {
                    all.set(rest, field.getValue());
                } else {
                    String group = rest.substring(0, dot);
                    ObjectNode inner = all.get(group) instanceof ObjectNode known ? known : all.putObject(group);
                    inner.set(rest.substring(dot + 1), field.getValue());
                }
            }
        }
        return all;
    }
}
