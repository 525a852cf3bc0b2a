package dupin.engine;

import dupin.model.Playbook;
import dupin.model.Weight;
import dupin.model.Weights;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// The shipped weights and playbooks, read by the tests' own small reader.
public final class TestWeights {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TestWeights() {}

    public static Weights shipped() {
        JsonNode file = read("weights.json");
        var byId = new TreeMap<String, Weight>();
        for (JsonNode w : file.path("weights")) {
            String id = w.path("id").asString();
            var weight =
                    new Weight(
                            id, w.path("decibans").asInt(), w.path("meaning").asString(), w.path("source").asString());
            if (byId.put(id, weight) != null) {
                throw new IllegalStateException("Two weights named " + id);
            }
        }
        return new Weights(file.path("version").asString(), byId);
    }

    public static List<String> playbookIds() {
        var ids = new ArrayList<String>();
        read("playbooks/index.json").forEach(id -> ids.add(id.asString()));
        return ids;
    }

    public static Playbook playbook(String id) {
        JsonNode file = read("playbooks/" + id + ".json");
        var steps = new ArrayList<Playbook.Step>();
        for (JsonNode step : file.path("steps")) {
            var analyzers = new ArrayList<String>();
            step.path("analyzers").forEach(name -> analyzers.add(name.asString()));
            steps.add(
                    new Playbook.Step(
                            step.path("id").asString(),
                            Playbook.Phase.valueOf(step.path("phase").asString()),
                            step.path("name").asString(),
                            step.path("description").asString(),
                            analyzers));
        }
        return new Playbook(
                file.path("id").asString(), file.path("name").asString(), file.path("description").asString(), steps);
    }

    private static JsonNode read(String name) {
        try (InputStream in = TestWeights.class.getResourceAsStream("/dupin/intake/" + name)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + name);
            }
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
