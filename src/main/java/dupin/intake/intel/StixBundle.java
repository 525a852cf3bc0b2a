package dupin.intake.intel;

import dupin.intake.BadRecordException;
import dupin.intake.Instants;
import dupin.intake.JsonMembers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Indicators of a STIX 2.0 or 2.1 bundle, with the names that relationships lead to. Revoked ones are left out; of several
/// versions of an indicator the last modified counts.
final class StixBundle {
    private static final Set<String> NAMED =
            Set.of("malware", "intrusion-set", "threat-actor", "campaign", "tool", "infrastructure");
    private static final Set<String> LEADS = Set.of("indicates", "based-on", "attributed-to", "uses", "delivers");
    private static final Set<String> TIES =
            Set.of(
                    "communicates-with",
                    "beacons-to",
                    "exfiltrates-to",
                    "downloads",
                    "drops",
                    "hosts",
                    "consists-of",
                    "uses");
    private static final Set<String> OBSERVABLE =
            Set.of("file", "url", "domain-name", "ipv4-addr", "ipv6-addr", "email-addr");
    private static final int MAX_OBJECTS = 3_000_000;

    private final Map<String, JsonNode> indicators = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, List<String>> links = new HashMap<>();
    private final Map<String, JsonNode> observables = new LinkedHashMap<>();
    private final PackReading reading;

    private StixBundle(PackReading reading) {
        this.reading = reading;
    }

    static void read(InputStream in, String pack, IntelBuilder into, PackReading reading) throws IOException {
        var bundle = new StixBundle(reading);
        try {
            JsonMembers.read(in, "objects", (index, value) -> bundle.object(index, value));
        } finally {
            for (JsonNode indicator : bundle.indicators.values()) {
                bundle.indicator(indicator, pack, into);
            }
            bundle.observables(pack, into);
        }
    }

    private boolean object(long index, JsonNode object) {
        if (index >= MAX_OBJECTS) {
            reading.refuse("object " + (index + 1), "only the first " + MAX_OBJECTS + " objects are read");
            return false;
        }
        String type = text(object, "type");
        String id = text(object, "id");
        switch (type) {
            case "indicator" ->
                    indicators.merge(
                            id, object, (a, b) -> text(b, "modified").compareTo(text(a, "modified")) >= 0 ? b : a);
            case "relationship" -> {
                String kind = text(object, "relationship_type");
                if ((LEADS.contains(kind) || TIES.contains(kind)) && !object.path("revoked").asBoolean(false)) {
                    links.computeIfAbsent(text(object, "source_ref"), _ -> new ArrayList<>(2))
                            .add(text(object, "target_ref"));
                }
            }
            default -> {
                if (OBSERVABLE.contains(type)) {
                    observables.put(id, object);
                } else if (NAMED.contains(type) && !text(object, "name").isEmpty()) {
                    names.put(id, text(object, "name"));
                }
            }
        }
        return true;
    }

    private void indicator(JsonNode node, String pack, IntelBuilder into) {
        String id = text(node, "id");
        reading.changed(Instants.parse(text(node, "modified")));
        if (node.path("revoked").asBoolean(false)) {
            reading.refuse(id, "its source has revoked it");
            return;
        }
        String type = text(node, "pattern_type");
        if (!type.isEmpty() && !type.equals("stix")) {
            reading.refuse(id, "its pattern is of the type " + type + ", which is not matched");
            return;
        }
        String pattern = text(node, "pattern");
        try {
            Comparison comparison = StixPattern.parse(pattern);
            if (!comparison.possible()) {
                throw new BadRecordException("nothing that a case holds as evidence can match " + pattern);
            }
            add(node, pattern, comparison, pack, into);
        } catch (BadRecordException e) {
            reading.refuse(id, e.reason());
        }
    }

    private void add(JsonNode node, String pattern, Comparison comparison, String pack, IntelBuilder into) {
        List<String> anchors = comparison.anchors();
        boolean plain = anchors != null && comparison.settled();
        var note =
                new Note(
                        pack,
                        anchors != null && anchors.size() == 1 && plain ? "" : pattern,
                        List.copyOf(threats(text(node, "id"))),
                        node.path("confidence").isInt() ? Math.clamp(node.path("confidence").intValue(), 0, 100) : -1,
                        Instants.parse(text(node, "valid_from")),
                        Instants.parse(text(node, "valid_until")),
                        plain ? null : comparison);
        if (anchors == null) {
            if (!into.pattern(note)) {
                throw new BadRecordException(
                        "its pattern holds nothing to look up, and more than "
                                + IntelBuilder.MAX_PATTERNS
                                + " such patterns are not tried");
            }
            reading.count("patterns");
            return;
        }
        int number = into.note(note);
        for (String term : anchors) {
            if (!into.term(term, number)) {
                throw new BadRecordException("a value of it is too long, or the packs hold too many");
            }
        }
        reading.count(Words.plural(Terms.basis(anchors.getFirst())));
    }

    /// An observable by itself accuses nobody; one that malware is said to use does.
    private void observables(String pack, IntelBuilder into) {
        links.forEach((source, targets) -> {
            String threat = names.get(source);
            for (String target : threat == null ? List.<String>of() : targets) {
                JsonNode object = observables.get(target);
                if (object != null) {
                    int note = into.note(new Note(pack, "", List.of(String.valueOf(threat)), -1, null, null, null));
                    for (String term : terms(object)) {
                        if (into.term(term, note)) {
                            reading.count(Words.plural(Terms.basis(term)));
                        }
                    }
                }
            }
        });
    }

    private static List<String> terms(JsonNode object) {
        var terms = new ArrayList<String>();
        String type = text(object, "type");
        if (type.equals("file")) {
            object.path("hashes").properties().forEach(hash -> terms.add(Terms.hash(hash.getValue().asString(""))));
        } else {
            terms.add(Observed.term(type + ":value", text(object, "value")));
        }
        terms.removeIf(String::isEmpty);
        return terms;
    }

    /// Names of malware, campaigns and actors, at most two relationships away.
    private TreeSet<String> threats(String id) {
        var found = new TreeSet<String>();
        for (String target : links.getOrDefault(id, List.of())) {
            String name = names.get(target);
            if (name != null) {
                found.add(name);
            }
            for (String second : links.getOrDefault(target, List.of())) {
                String further = target.startsWith("attack-pattern") ? null : names.get(second);
                if (further != null) {
                    found.add(further);
                }
            }
        }
        return found;
    }

    static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && value.isString() ? value.stringValue().strip() : "";
    }
}
