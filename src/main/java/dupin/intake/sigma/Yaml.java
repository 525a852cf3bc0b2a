package dupin.intake.sigma;

import dupin.model.sigma.RuleException;
import dupin.model.sigma.SigmaValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Walks the nodes of one document; plain scalars stay as written. Not thread-safe.
final class Yaml {
    /// How many nodes are visited in one document: aliases may make a small file a large tree.
    private static final int MAX_VISITS = 60_000;

    static final int MAX_CODE_POINTS = 2_000_000;

    private int visits;

    static LoadSettings settings() {
        return LoadSettings.builder()
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(20)
                .setCodePointLimit(MAX_CODE_POINTS)
                .setUseMarks(true)
                .build();
    }

    static int line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    private void visit() throws RuleException {
        if (++visits > MAX_VISITS) {
            throw new RuleException("The rule is larger than " + MAX_VISITS + " values");
        }
    }

    Map<String, Node> map(Node node, String what) throws RuleException {
        if (!(node instanceof MappingNode mapping)) {
            throw new RuleException(what + " is not a map of names to values");
        }
        var entries = new LinkedHashMap<String, Node>();
        for (NodeTuple tuple : mapping.getValue()) {
            visit();
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new RuleException(what + " has a key that is not text");
            }
            entries.put(key.getValue(), tuple.getValueNode());
        }
        return entries;
    }

    SigmaValue value(Node node) throws RuleException {
        visit();
        if (!(node instanceof ScalarNode scalar)) {
            throw new RuleException("A list or map stands where a single value should");
        }
        String text = scalar.getValue();
        if (scalar.getScalarStyle() == ScalarStyle.PLAIN && isNull(text)) {
            return new SigmaValue(null);
        }
        return new SigmaValue(text);
    }

    private static boolean isNull(String text) {
        return text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null");
    }

    List<Node> list(Node node) throws RuleException {
        if (node instanceof SequenceNode sequence) {
            for (Node _ : sequence.getValue()) {
                visit();
            }
            return sequence.getValue();
        }
        return List.of(node);
    }

    List<SigmaValue> values(Node node) throws RuleException {
        var values = new ArrayList<SigmaValue>();
        for (Node each : list(node)) {
            values.add(value(each));
        }
        return values;
    }

    /// Text under a name, "" when absent or null.
    String text(Map<String, Node> map, String name) throws RuleException {
        @Nullable Node node = map.get(name);
        return node == null ? "" : value(node).orEmpty().strip();
    }

    /// Texts under a name; a single one counts as a list of one, what is not text is left out.
    List<String> texts(Map<String, Node> map, String name) throws RuleException {
        @Nullable Node node = map.get(name);
        if (node == null) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (Node each : list(node)) {
            if (each instanceof ScalarNode) {
                String text = value(each).orEmpty();
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
        }
        return texts;
    }
}
