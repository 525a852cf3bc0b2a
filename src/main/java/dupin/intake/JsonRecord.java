package dupin.intake;

import tools.jackson.databind.JsonNode;

/// One record of a JSON file.
///
/// @param index its number in the file, counted from [Source#firstRow]; rejected records are counted too
/// @param offset where it starts: bytes from the start of the (decoded) file, for a wrapped record inside a line the line's start
/// @param place words for it, for example `record 12` or `line 340`
public record JsonRecord(long index, long offset, String place, JsonNode node) {

    public Fields fields() {
        return Fields.of(node);
    }
}
