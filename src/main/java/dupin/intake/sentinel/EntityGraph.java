package dupin.intake.sentinel;

import dupin.intake.Fields;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The entities of one alert: objects with `$id`, which others name by `$ref`. Ids hold for this alert alone. A
/// reference to nothing, or around in a circle, is as good as absent.
public final class EntityGraph {
    private static final int MOST_EVIDENCE = 5_000;
    private static final int MOST_OBJECTS = 200_000;

    private final Map<String, ObjectNode> byId = new HashMap<>();
    private final Set<String> hashesOfFiles = new HashSet<>();
    private final List<ObjectNode> nestedHosts = new ArrayList<>();
    private final List<ObjectNode> top = new ArrayList<>();
    private int objects;

    private EntityGraph(JsonNode entities) {
        index(entities, entities.isArray() ? 0 : 1);
        if (entities.isArray()) {
            entities.forEach(this::top);
        } else {
            top(entities);
        }
    }

    /// @param entities a list of entities, a single one, or neither (then there is no evidence)
    public static EntityGraph of(JsonNode entities) {
        return new EntityGraph(entities);
    }

    private void index(JsonNode node, int depth) {
        if (node instanceof ObjectNode object && objects++ < MOST_OBJECTS) {
            JsonNode id = object.get("$id");
            if (id != null && !id.isContainer()) {
                byId.putIfAbsent(id.asString(), object);
            }
            if (depth > 1 && Shapes.type(Fields.of(object)).equals("host")) {
                nestedHosts.add(object);
            }
        }
        if (node.isContainer()) {
            node.forEach(child -> index(child, depth + 1));
        }
    }

    private void top(JsonNode node) {
        ObjectNode object = resolve(node);
        if (object != null && top.size() < MOST_EVIDENCE) {
            top.add(object);
            for (Fields hash : list(Fields.of(object), "FileHashes")) {
                hashesOfFiles.add(hash.text("Value"));
            }
            Fields image = object(Fields.of(object), "ImageFile");
            for (Fields hash : list(image, "FileHashes")) {
                hashesOfFiles.add(hash.text("Value"));
            }
        }
    }

    /// What the node is or refers to; null when that is no object.
    private @Nullable ObjectNode resolve(@Nullable JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return null;
        }
        JsonNode ref = object.get("$ref");
        if (ref == null) {
            return object;
        }
        ObjectNode target = byId.get(ref.asString(""));
        return target == null || target.has("$ref") ? null : target;
    }

    /// A property's object, reference resolved; without fields when there is none.
    Fields object(Fields parent, String name) {
        return Fields.of(resolve(parent.get(name)));
    }

    /// The objects of a property's list, references resolved.
    List<Fields> list(Fields parent, String name) {
        var found = new ArrayList<Fields>();
        JsonNode list = parent.get(name);
        if (list != null && list.isArray()) {
            for (JsonNode element : list) {
                ObjectNode object = resolve(element);
                if (object != null) {
                    found.add(Fields.of(object));
                }
            }
        }
        return found;
    }

    /// The evidence: every top entry, in order and once per thing. Hashes of a file that is itself evidence are part of it;
    /// machines on which evidence lies are evidence. Things without a machine are placed on the alert's only one.
    ///
    /// @param compromised host name of the alert's machine where it has several or none among its entities; else ""
    public List<Evidence> evidence(String compromised) {
        var shapes = new Shapes(this);
        Map<EntityKey, Evidence> found = new LinkedHashMap<>();
        for (ObjectNode object : top) {
            Fields fields = Fields.of(object);
            if (!(Shapes.type(fields).equals("filehash") && hashesOfFiles.contains(fields.text("Value")))) {
                shapes.entities(fields).forEach(entity -> put(found, evidence(entity, fields)));
            }
        }
        for (ObjectNode host : nestedHosts) {
            Fields fields = Fields.of(host);
            shapes.entities(fields).forEach(entity -> put(found, evidence(entity, fields)));
        }
        String device = device(found, compromised);
        Map<EntityKey, Evidence> placed = new LinkedHashMap<>();
        for (Evidence one : found.values()) {
            put(
                    placed,
                    one.entity() == Placing.on(one.entity(), device)
                            ? one
                            : Words.with(one, Placing.on(one.entity(), device)));
        }
        return List.copyOf(placed.values());
    }

    private static String device(Map<EntityKey, Evidence> found, String compromised) {
        var hosts =
                found.values().stream()
                        .map(Evidence::entity)
                        .filter(Entity.Device.class::isInstance)
                        .map(Entity.Device.class::cast)
                        .toList();
        if (hosts.size() == 1) {
            return Placing.device(hosts.getFirst());
        }
        Entity.Device named = Entity.Device.named(compromised);
        return compromised.isEmpty()
                        || !hosts.isEmpty() && hosts.stream().noneMatch(host -> host.key().equals(named.key()))
                ? ""
                : Placing.device(named);
    }

    private static void put(Map<EntityKey, Evidence> found, Evidence evidence) {
        found.merge(evidence.entity().key(), evidence, Words::merged);
    }

    private static Evidence evidence(Entity entity, Fields fields) {
        return Words.evidence(entity, fields);
    }
}
