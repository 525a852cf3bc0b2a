package dupin.intake;

import dupin.model.Playbook;
import dupin.model.Policy;
import dupin.model.Weight;
import dupin.model.Weights;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What is shipped with the program, from the resources under `dupin/intake`:
///
/// - `playbooks/index.json`, a list of ids, and `playbooks/<id>.json` for each
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
        var all = new LinkedHashMap<String, Playbook>();
        for (JsonNode id : Shipped.file("playbooks/index.json").node()) {
            Playbook playbook = playbook(Shipped.file("playbooks/" + id.asString() + ".json"));
            if (!playbook.id().equals(id.asString()) || all.put(playbook.id(), playbook) != null) {
                throw new IllegalStateException(
                        "playbooks/index.json names " + id.asString() + ", whose file says " + playbook.id());
            }
        }
        return all;
    }

    private static Playbook playbook(Shipped file) {
        var steps =
                file.all("steps").stream()
                        .map(step ->
                                new Playbook.Step(
                                        step.need("id"),
                                        step.word("phase", Playbook.Phase.class),
                                        step.need("name"),
                                        step.text("description"),
                                        step.texts("analyzers")))
                        .toList();
        if (steps.isEmpty() || steps.stream().map(Playbook.Step::id).distinct().count() != steps.size()) {
            throw file.wrong("steps must be there, each with an id of its own");
        }
        return new Playbook(file.need("id"), file.need("name"), file.text("description"), steps);
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
