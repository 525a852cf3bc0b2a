package dupin.intake.intel;

import dupin.intake.Instants;
import dupin.intake.JsonMembers;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Names of techniques, tactics, groups, software and campaigns of ATT&CK, by id; everything else of the bundle is passed
/// over. What is revoked bears the name of what took its place.
final class AttackBundle {
    private static final Map<String, String> SORTS =
            Map.of(
                    "attack-pattern", "techniques",
                    "x-mitre-tactic", "tactics",
                    "intrusion-set", "groups",
                    "malware", "software",
                    "tool", "software",
                    "campaign", "campaigns");
    private static final Set<String> SOURCES = Set.of("mitre-attack", "mitre-mobile-attack", "mitre-ics-attack");

    private record Named(String id, String name, boolean gone) {}

    private final Map<String, Named> objects = new HashMap<>();
    private final Map<String, String> replacedBy = new HashMap<>();
    private final PackReading reading;

    private AttackBundle(PackReading reading) {
        this.reading = reading;
    }

    static void read(InputStream in, IntelBuilder into, PackReading reading) throws IOException {
        var bundle = new AttackBundle(reading);
        try {
            JsonMembers.read(in, "objects", (_, value) -> bundle.object(value));
        } finally {
            bundle.objects.values().forEach(named -> bundle.put(named, into));
            bundle.replacedBy.forEach((old, fresh) -> {
                Named from = bundle.objects.get(old);
                Named to = bundle.objects.get(fresh);
                if (from != null && to != null) {
                    into.attackName(from.id(), to.name());
                }
            });
        }
    }

    private boolean object(JsonNode object) {
        String type = StixBundle.text(object, "type");
        if (type.equals("relationship") && StixBundle.text(object, "relationship_type").equals("revoked-by")) {
            replacedBy.put(StixBundle.text(object, "source_ref"), StixBundle.text(object, "target_ref"));
        }
        if (type.equals("x-mitre-collection")) {
            reading.version(StixBundle.text(object, "x_mitre_version"));
        }
        if (SORTS.containsKey(type)) {
            reading.changed(Instants.parse(StixBundle.text(object, "modified")));
            String id = id(object);
            String name = StixBundle.text(object, "name");
            if (id.isEmpty() || name.isEmpty()) {
                reading.refuse(StixBundle.text(object, "id"), "it has no ATT&CK id or no name");
                return true;
            }
            boolean gone =
                    object.path("revoked").asBoolean(false) || object.path("x_mitre_deprecated").asBoolean(false);
            objects.put(StixBundle.text(object, "id"), new Named(id, name, gone));
            if (!gone) {
                reading.count(SORTS.getOrDefault(type, type));
            }
        }
        return true;
    }

    private void put(Named named, IntelBuilder into) {
        if (!named.gone()) {
            into.attackName(named.id(), named.name());
        }
    }

    private static String id(JsonNode object) {
        for (JsonNode reference : object.path("external_references")) {
            if (SOURCES.contains(StixBundle.text(reference, "source_name"))) {
                return StixBundle.text(reference, "external_id");
            }
        }
        return "";
    }
}
