package dupin.intake.windows;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One event of a Windows log, whatever file it came in.
///
/// @param channel as written, for example `Microsoft-Windows-Sysmon/Operational`
/// @param eventId -1 when the record has none
/// @param recordId its number in the channel, 0 when not given
/// @param timeCreated when the log took it, by the clock of the record; null when not given
/// @param processId the process that wrote the event to the log, 0 when not given
/// @param data the event's own fields by their names, in order; in flat shapes the shipper's fields as well. Values are not
///     changed; unnamed ones stand under `Data`, a line each
public record WindowsRecord(
        String channel,
        String provider,
        int eventId,
        long recordId,
        String computer,
        @Nullable Instant timeCreated,
        String userSid,
        long processId,
        Map<String, String> data) {

    public WindowsRecord {
        data = Collections.unmodifiableMap(data);
    }

    /// A field's value without surrounding white space; "" when it is absent or a dash, which Windows writes for nothing.
    public String text(String name) {
        String value = data.get(name);
        if (value == null) {
            return "";
        }
        String text = value.strip();
        return text.equals("-") ? "" : text;
    }

    /// The first of the fields that has a value.
    public String text(String... names) {
        for (String name : names) {
            String text = text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    /// A whole number, also as hex with `0x`; 0 when it is none.
    public long number(String... names) {
        String text = text(names);
        try {
            return text.isEmpty() || text.length() > 20
                    ? 0
                    : text.startsWith("0x") || text.startsWith("0X")
                            ? Long.parseUnsignedLong(text, 2, text.length(), 16)
                            : Long.parseLong(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }
}
