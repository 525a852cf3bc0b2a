package dupin.intake;

import dupin.model.Canonical;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object read without surprises: names in any case, absent and null alike, wrong types as absent. Of several
/// names the first that has a value counts. Not for several threads at once.
public final class Fields {
    /// Longer texts are cut: a database column holds no more.
    public static final int MAX_TEXT = 1_000_000;

    private static final int MAX_STRINGS = 100_000;

    private final ObjectNode node;
    private @Nullable Map<String, JsonNode> anyCase;

    private Fields(ObjectNode node) {
        this.node = node;
    }

    /// An object's fields; no fields for anything else.
    public static Fields of(@Nullable JsonNode node) {
        return new Fields(node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode());
    }

    public ObjectNode node() {
        return node;
    }

    public boolean isEmpty() {
        return node.isEmpty();
    }

    /// Whether one of the names is there, even if its value is null.
    public boolean names(String... names) {
        for (String name : names) {
            if (node.has(name) || anyCase().containsKey(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /// The first value that is there and not null.
    public @Nullable JsonNode get(String... names) {
        for (String name : names) {
            JsonNode value = node.get(name);
            if (value == null) {
                value = anyCase().get(name.toLowerCase(Locale.ROOT));
            }
            if (value != null && !value.isNull()) {
                return value;
            }
        }
        return null;
    }

    private Map<String, JsonNode> anyCase() {
        Map<String, JsonNode> index = anyCase;
        if (index == null) {
            index = new HashMap<>();
            for (var field : node.properties()) {
                index.putIfAbsent(field.getKey().toLowerCase(Locale.ROOT), field.getValue());
            }
            anyCase = index;
        }
        return index;
    }

    /// The first text that is not empty, without surrounding white space and zero-width characters; numbers and truth
    /// values as text; "" when there is none.
    public String text(String... names) {
        for (String name : names) {
            String text = scalar(get(name));
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// A whole number, 0 when there is none. Numbers in strings count, words such as `Integer` and NaN do not.
    public long number(String... names) {
        for (String name : names) {
            JsonNode value = get(name);
            if (value != null && value.isNumber()) {
                double number = value.doubleValue();
                if (value.canConvertToLong()) {
                    return value.isIntegralNumber() ? value.longValue() : (long) number;
                }
            }
            String text = scalar(value);
            if (!text.isEmpty() && text.length() < 20) {
                try {
                    return Long.parseLong(text.endsWith(".0") ? text.substring(0, text.length() - 2) : text);
                } catch (NumberFormatException _) {
                    continue;
                }
            }
        }
        return 0;
    }

    /// As [#number], held within the range of an int.
    public int count(String... names) {
        return Math.clamp(number(names), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /// Whether the value is true, `"true"` in any case, or 1.
    public boolean flag(String... names) {
        String text = text(names);
        return text.equalsIgnoreCase("true") || text.equals("1");
    }

    /// See [Instants].
    public @Nullable Instant instant(String... names) {
        for (String name : names) {
            JsonNode value = get(name);
            Instant time =
                    value != null && value.isNumber() && value.canConvertToLong()
                            ? Instants.epoch(value.longValue(), 0)
                            : Instants.parse(scalar(value));
            if (time != null) {
                return time;
            }
        }
        return null;
    }

    /// An object, also one that stands in a string; no fields when there is none. Of a list its first object.
    public Fields object(String... names) {
        List<Fields> all = objects(names);
        return all.isEmpty() ? of(null) : all.getFirst();
    }

    /// The objects of a list, whatever their nesting; a single object counts as a list of one; JSON in strings is read.
    public List<Fields> objects(String... names) {
        for (String name : names) {
            JsonNode value = get(name);
            if (value != null) {
                var found = new ArrayList<Fields>();
                collectObjects(value, found);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static void collectObjects(JsonNode value, List<Fields> found) {
        if (value instanceof ObjectNode object) {
            found.add(new Fields(object));
        } else if (value.isArray()) {
            value.forEach(element -> collectObjects(element, found));
        } else if (value.isString()) {
            JsonNode inner = Json.parse(value.stringValue());
            if (inner.isContainer()) {
                collectObjects(inner, found);
            }
        }
    }

    /// The texts of a list, whatever its nesting, without empty ones; a single text counts as a list of one.
    public List<String> strings(String... names) {
        for (String name : names) {
            JsonNode value = get(name);
            if (value != null) {
                var found = new ArrayList<String>();
                collectStrings(value, found);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private static void collectStrings(JsonNode value, List<String> found) {
        if (value.isArray()) {
            value.forEach(element -> collectStrings(element, found));
            return;
        }
        String text = scalar(value);
        JsonNode inner = text.startsWith("[") ? Json.parse(text) : null;
        if (inner != null && inner.isArray()) {
            inner.forEach(element -> collectStrings(element, found));
        } else if (!text.isEmpty() && found.size() < MAX_STRINGS) {
            found.add(text);
        }
    }

    private static String scalar(@Nullable JsonNode value) {
        if (value == null || value.isContainer() || value.isNull() || value.isMissingNode()) {
            return "";
        }
        if (value.isDouble() && !Double.isFinite(value.doubleValue())) {
            return "";
        }
        String text = value.asString();
        return Canonical.text(text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text);
    }

    /// What a value is, for messages.
    static String kindOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "a list";
            case BOOLEAN -> "a truth value";
            case NULL, MISSING -> "null";
            case NUMBER -> "a number";
            case STRING -> "text";
            default -> "something else";
        };
    }
}
