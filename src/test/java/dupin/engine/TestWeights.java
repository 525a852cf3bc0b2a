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

/// The shipped weights, read by the tests' own small reader, and the shipped playbooks.
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
        return java.util.Objects.requireNonNull(dupin.intake.Content.shipped().playbooks().get(id));
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
