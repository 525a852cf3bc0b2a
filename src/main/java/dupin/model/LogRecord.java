package dupin.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A telemetry row as detection rules read it: where it was logged and its fields under the names that its source gave them.
///
/// @param product `windows`, `azure`, `m365`, `aws` …; lower case, "" when not known
/// @param service the log within the product as rules name it (`sysmon`, `security`, `auditlogs` …); lower case, "" when not known
/// @param channel Windows event channel as written, for example `Microsoft-Windows-Sysmon/Operational`; "" outside Windows
/// @param provider Windows event provider as written; "" outside Windows
/// @param eventId number of the event in its channel; -1 where the log has none
/// @param fields values by field name, nested names joined by a dot; the source's spelling, nothing canonical
public record LogRecord(
        String product, String service, String channel, String provider, int eventId, Map<String, String> fields) {

    /// A field's value, or null when the row has no such field.
    public @Nullable String field(String name) {
        return fields.get(name);
    }
}
