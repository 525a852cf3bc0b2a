package dupin.intake;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Builds the tree of one value from a parser, under a budget of bytes and values. Of several properties of one name
/// the first that is not null stays. A child hangs on its parent before it is filled, so that what was read of a
/// truncated value can still be looked at.
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final long start;
    private int nodes;

    JsonTree(JsonParser parser) {
        this.parser = parser;
        this.start = parser.currentLocation().getByteOffset();
    }

    /// The value at the parser's current token; afterwards the parser stands on its last token.
    ///
    /// @throws BadRecordException when the value exceeds the budget; the parser then stands somewhere inside it
    JsonNode read() {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            ObjectNode object = NODES.objectNode();
            fill(object);
            return object;
        }
        if (token == JsonToken.START_ARRAY) {
            ArrayNode array = NODES.arrayNode();
            fill(array);
            return array;
        }
        return scalar(token);
    }

    void fill(ObjectNode object) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            property(object, name);
        }
    }

    /// Reads the value at the current token into the object.
    void property(ObjectNode object, String name) {
        count();
        JsonNode before = object.get(name);
        boolean taken = before != null && !before.isNull();
        JsonToken token = parser.currentToken();
        if (taken) {
            parser.skipChildren();
        } else if (token == JsonToken.START_OBJECT) {
            fill(object.putObject(name));
        } else if (token == JsonToken.START_ARRAY) {
            fill(object.putArray(name));
        } else {
            object.set(name, scalar(token));
        }
    }

    private void fill(ArrayNode array) {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            count();
            if (token == JsonToken.START_OBJECT) {
                fill(array.addObject());
            } else if (token == JsonToken.START_ARRAY) {
                fill(array.addArray());
            } else {
                array.add(scalar(token));
            }
        }
    }

    private void count() {
        if (++nodes > Json.MAX_RECORD_NODES) {
            throw new BadRecordException("it has more than " + Json.MAX_RECORD_NODES + " values");
        }
        if (parser.currentLocation().getByteOffset() - start > Json.MAX_RECORD_BYTES) {
            throw new BadRecordException("it is longer than " + Json.MAX_RECORD_BYTES + " bytes");
        }
    }

    private JsonNode scalar(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT ->
                    switch (parser.getNumberType()) {
                        case INT -> NODES.numberNode(parser.getIntValue());
                        case LONG -> NODES.numberNode(parser.getLongValue());
                        default -> NODES.numberNode(parser.getBigIntegerValue());
                    };
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case null, default -> NODES.nullNode();
        };
    }
}
