package dupin.service;

import dupin.model.Citation;
import dupin.model.EntityKey;
import dupin.model.LinkRole;
import dupin.model.hunt.HuntField;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A row that a hunt found.
///
/// @param id tells it from all others
/// @param what it was about, in a few words
/// @param values of the fields, several joined by commas; fields without one are absent
/// @param attributes values of the row itself by the source's names
/// @param entities that it speaks of, each once
/// @param raw where the row stands; null for an entity, which stands in many
public record HuntRow(
        String id,
        @Nullable Instant time,
        String what,
        Map<HuntField, String> values,
        Map<String, String> attributes,
        List<Part> entities,
        @Nullable Citation raw) {

    /// An entity of the row and the part that it plays.
    public record Part(LinkRole role, EntityKey key, String label) {}

    public HuntRow {
        entities = List.copyOf(entities);
    }

    /// "" where the row has none.
    public String value(HuntField field) {
        return values.getOrDefault(field, "");
    }
}
