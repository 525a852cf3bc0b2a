package dupin.intake.cacao;

import dupin.intake.BadContentException;
import dupin.intake.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// A JSON document that knows on which line each of its values stands.
///
/// @param lines line by JSON pointer
record Document(JsonNode root, Map<String, Integer> lines) {
    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_VALUES = 100_000;

    /// @throws BadContentException when it is too large or no JSON
    static Document read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new BadContentException("it is longer than " + MAX_BYTES + " bytes");
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        var lines = new HashMap<String, Integer>();
        try (JsonParser parser = Json.parser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    lines.putIfAbsent(
                            parser.streamReadContext().pathAsPointer().toString(),
                            parser.currentTokenLocation().getLineNr());
                }
                if (lines.size() > MAX_VALUES) {
                    throw new BadContentException("it holds more than " + MAX_VALUES + " values");
                }
            }
        } catch (JacksonException e) {
            throw new BadContentException(
                    "it is no valid JSON at line " + (e.getLocation() == null ? 0 : e.getLocation().getLineNr()), e);
        }
        return new Document(Json.parse(text), lines);
    }

    Fault fault(String pointer, String reason) {
        String at = pointer;
        while (!lines.containsKey(at) && at.lastIndexOf('/') >= 0) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return new Fault(pointer, lines.getOrDefault(at, 0), reason);
    }
}
