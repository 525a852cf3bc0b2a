package dupin.intake;

import dupin.intake.cacao.CacaoPlaybooks;
import dupin.model.Playbook;
import dupin.model.Policy;
import dupin.model.Weight;
import dupin.model.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What is shipped with the program, from the resources under `dupin/intake`:
///
/// - `playbooks/index.json`, a list of ids, and `playbooks/<id>.json` for each: CACAO 2.0 documents
/// - `weights.json`, the weights of evidence
/// - `policy.json`, the policy that a new case starts with (see [PolicyFile])
///
/// What is known to be harmless ships as a pack of intel (see `dupin.intake.intel`).
///
/// Immutable. A fault in these files is a fault of the program: loading throws [IllegalStateException] with file and place.
///
/// @param playbooks by id, in the order of the index
public record Content(Map<String, Playbook> playbooks, Weights weights, Policy policy) {

    public Content {
        playbooks = Collections.unmodifiableMap(new LinkedHashMap<>(playbooks));
    }

    /// Reads the resources; takes some milliseconds, so it is called once.
    public static Content shipped() {
        return new Content(loadPlaybooks(), loadWeights(), PolicyFile.read(Shipped.file("policy.json")));
    }

    private static Map<String, Playbook> loadPlaybooks() {
        // That they fit the schema and name analyzers that exist is tested, not asked at each start.
        var reader = new CacaoPlaybooks(Set.of(), Set.of());
        var ids = new ArrayList<String>();
        for (JsonNode id : Shipped.file("playbooks/index.json").node()) {
            ids.add(id.asString());
            reader.add(id.asString() + ".json", Shipped.bytes("playbooks/" + id.asString() + ".json"), false);
        }
        Map<String, Playbook> read = reader.playbooks();
        if (!reader.refusals().isEmpty() || !read.keySet().equals(Set.copyOf(ids))) {
            throw new IllegalStateException("Shipped playbooks: " + reader.refusals() + ", read " + read.keySet());
        }
        var all = new LinkedHashMap<String, Playbook>();
        ids.forEach(id -> all.put(id, Objects.requireNonNull(read.get(id))));
        return all;
    }

    private static Weights loadWeights() {
        Shipped file = Shipped.file("weights.json");
        var byId = new TreeMap<String, Weight>();
        for (Shipped weight : file.all("weights")) {
            String id = weight.need("id");
            if (byId.put(id, new Weight(id, weight.number("decibans"), weight.text("meaning"), weight.need("source")))
                    != null) {
                throw file.wrong("two weights are named " + id);
            }
        }
        return new Weights(file.need("version"), byId);
    }
}
