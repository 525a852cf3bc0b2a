package dupin.intake;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// JSON under limits: what is imported is hostile.
public final class Json {
    /// Nesting that no export needs more of.
    public static final int MAX_DEPTH = 200;

    /// Longest string, in characters.
    public static final int MAX_STRING = 20_000_000;

    /// Most bytes and most values (scalars and containers) of one record.
    public static final long MAX_RECORD_BYTES = 64L << 20;

    static final int MAX_RECORD_NODES = 1_000_000;

    private static final int MAX_NUMBER = 1_000;
    private static final int MAX_NAME = 50_000;

    /// Trailing commas and NaN occur in real exports; everything else is strict.
    static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(MAX_DEPTH)
                                                    .maxStringLength(MAX_STRING)
                                                    .maxNumberLength(MAX_NUMBER)
                                                    .maxNameLength(MAX_NAME)
                                                    .maxDocumentLength(2 * FileSource.MAX_BYTES)
                                                    .build())
                                    .build())
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA, JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build();

    private Json() {}

    /// JSON that stands in a string; a missing node when it is none.
    public static JsonNode parse(String text) {
        String trimmed = text.strip();
        if (!trimmed.startsWith("{") && !trimmed.startsWith("[")) {
            return MissingNode.getInstance();
        }
        try (var parser = MAPPER.createParser(trimmed)) {
            parser.nextToken();
            return new JsonTree(parser).read();
        } catch (JacksonException | BadRecordException _) {
            return MissingNode.getInstance();
        }
    }

    /// A parser under the limits, for those who want to know where a value stands.
    public static JsonParser parser(String text) {
        return MAPPER.createParser(text);
    }

    /// The node on one line.
    public static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }
}
