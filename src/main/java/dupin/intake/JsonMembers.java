package dupin.intake;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Walks a JSON document of one large array: the array itself, or an object that holds it beside a few plain fields. Its
/// elements are handed on one at a time.
public final class JsonMembers {
    private JsonMembers() {}

    /// Takes what is read.
    public interface Visitor {
        /// A field of the outer object that is not the array.
        default void field(String name, JsonNode value) {}

        /// @param index counted from 0
        /// @return false to stop reading
        boolean element(long index, JsonNode value);
    }

    /// @param array name of the field that holds the elements; an outermost array is read whatever the name
    /// @throws BadContentException when it is no such document, or is broken; what came before was handed on
    public static void read(InputStream in, String array, Visitor visitor) throws IOException {
        try (JsonParser parser = Json.MAPPER.createParser(in)) {
            JsonToken first = parser.nextToken();
            if (first == JsonToken.START_ARRAY) {
                elements(parser, visitor);
            } else if (first == JsonToken.START_OBJECT) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    JsonToken value = parser.nextToken();
                    if (name.equals(array) && value == JsonToken.START_ARRAY) {
                        if (!elements(parser, visitor)) {
                            return;
                        }
                    } else {
                        visitor.field(name, new JsonTree(parser).read());
                    }
                }
            } else {
                throw new BadContentException("it is neither a JSON object nor a JSON array");
            }
        } catch (JacksonException e) {
            throw new BadContentException(
                    "it is no valid JSON at line %d, column %d"
                            .formatted(
                                    e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                                    e.getLocation() == null ? 0 : e.getLocation().getColumnNr()),
                    e);
        } catch (BadRecordException e) {
            throw new BadContentException(e.reason(), e);
        }
    }

    private static boolean elements(JsonParser parser, Visitor visitor) {
        long index = 0;
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            if (!visitor.element(index++, new JsonTree(parser).read())) {
                return false;
            }
        }
        return true;
    }
}
