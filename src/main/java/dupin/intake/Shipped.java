package dupin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// A JSON file of the program's own content, read strictly: what is missing or of the wrong kind is a fault of the program.
///
/// @param place file and path of the node, for the fault
record Shipped(String place, JsonNode node) {

    static byte[] bytes(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream("/dupin/intake/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Shipped file(String name) {
        try (InputStream in = Shipped.class.getResourceAsStream("/dupin/intake/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + name);
            }
            return new Shipped(name, Json.MAPPER.readTree(in));
        } catch (JacksonException e) {
            throw new IllegalStateException(name + " is no valid JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    IllegalStateException wrong(String what) {
        return new IllegalStateException(place + ": " + what);
    }

    /// Text that must be there.
    String need(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            throw wrong(field + " is missing");
        }
        return text;
    }

    String text(String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            return "";
        }
        if (!value.isString()) {
            throw wrong(field + " must be text");
        }
        return value.stringValue();
    }

    int number(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isInt()) {
            throw wrong(field + " must be a whole number");
        }
        return value.intValue();
    }

    boolean flag(String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isBoolean()) {
            throw wrong(field + " must be true or false");
        }
        return value.booleanValue();
    }

    /// A list of texts, empty when the field is missing.
    List<String> texts(String field) {
        var all = new ArrayList<String>();
        for (JsonNode value : list(field)) {
            if (!value.isString()) {
                throw wrong(field + " must hold texts");
            }
            all.add(value.stringValue());
        }
        return all;
    }

    List<Shipped> all(String field) {
        var all = new ArrayList<Shipped>();
        for (JsonNode value : list(field)) {
            all.add(new Shipped(place + " " + field + "[" + all.size() + "]", value));
        }
        return all;
    }

    <E extends Enum<E>> E word(String field, Class<E> type) {
        return word(need(field), field, type);
    }

    <E extends Enum<E>> List<E> words(String field, Class<E> type) {
        return texts(field).stream().map(word -> word(word, field, type)).toList();
    }

    private <E extends Enum<E>> E word(String word, String field, Class<E> type) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(place + ": " + field + " knows no " + word, e);
        }
    }

    private JsonNode list(String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            return Json.MAPPER.createArrayNode();
        }
        if (!value.isArray()) {
            throw wrong(field + " must be a list");
        }
        return value;
    }
}
