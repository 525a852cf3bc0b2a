package dupin.intake.cloud;

import dupin.intake.Fields;
import dupin.intake.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a log record out of what carries it: a parser's test case, a document of Elastic, a message of a queue, a row whose
/// cell holds the record as a string.
final class Carried {
    private static final int MOST_LAYERS = 4;
    private static final List<String> CARRIERS =
            List.of("input", "_source", "AuditData", "message", "event.original", "body", "value", "record", "raw");

    private Carried() {}

    /// The record inside; the fields themselves when nothing carries them.
    static Fields record(Fields carrier) {
        // A row of the audit search repeats some of its record's fields beside it.
        Fields audited = carrier.node().has("AuditData") ? object(carrier, "AuditData") : Fields.of(null);
        Fields at = audited.isEmpty() ? carrier : audited;
        for (int layer = 0; layer < MOST_LAYERS && CloudShape.of(at) == CloudShape.NONE; layer++) {
            Fields inner = inner(at);
            if (inner == null) {
                return carrier;
            }
            at = inner;
        }
        return CloudShape.of(at) == CloudShape.NONE ? carrier : at;
    }

    private static @Nullable Fields inner(Fields at) {
        Fields row = PortalRows.record(at);
        if (row != null) {
            return row;
        }
        for (String name : CARRIERS) {
            Fields object = at.node().has(name) ? object(at, name) : Fields.of(null);
            if (!object.isEmpty()) {
                return object;
            }
        }
        Fields event = at.node().has("event") ? Fields.of(at.node().get("event")) : Fields.of(null);
        return event.node().has("original") ? object(event, "original") : null;
    }

    /// An object, or one that stands in a string.
    private static Fields object(Fields at, String name) {
        var value = at.node().get(name);
        return Fields.of(value != null && value.isString() ? Json.parse(value.stringValue()) : value);
    }
}
