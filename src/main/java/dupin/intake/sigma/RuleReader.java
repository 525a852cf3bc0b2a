package dupin.intake.sigma;

import dupin.model.sigma.CorrelationRule;
import dupin.model.sigma.LogSource;
import dupin.model.sigma.Refusal;
import dupin.model.sigma.RuleException;
import dupin.model.sigma.RuleHead;
import dupin.model.sigma.SigmaFilter;
import dupin.model.sigma.SigmaLevel;
import dupin.model.sigma.SigmaRule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/// Reads the rules of one file, which may hold several documents, and keeps what it must refuse. Not thread-safe.
public final class RuleReader {
    private static final int MAX_DOCUMENTS = 5_000;

    private final List<SigmaRule> rules = new ArrayList<>();
    private final List<CorrelationRule> correlations = new ArrayList<>();
    private final List<SigmaFilter> filters = new ArrayList<>();
    private final Map<String, List<String>> placeholders = new TreeMap<>();
    private final List<Refusal> refused = new ArrayList<>();

    /// Reads a file's text.
    ///
    /// @param file how messages name the file
    public void read(String file, String text) {
        int documents = 0;
        try {
            Iterator<Node> nodes = new Compose(Yaml.settings()).composeAllFromString(text).iterator();
            while (nodes.hasNext()) {
                if (++documents > MAX_DOCUMENTS) {
                    refused.add(new Refusal(file, "", "More than " + MAX_DOCUMENTS + " rules in one file"));
                    return;
                }
                document(file, nodes.next());
            }
        } catch (YamlEngineException e) {
            refused.add(new Refusal(file, "", "Not YAML: " + firstLine(e)));
        } catch (StackOverflowError _) {
            refused.add(new Refusal(file, "", "Not a rule: nested too deeply"));
        }
        if (documents == 0) {
            refused.add(new Refusal(file, "", "The file is empty"));
        }
    }

    /// Reads values for the modifier `expand`: a map from placeholder to one value or a list of them.
    public void readPlaceholders(String file, String text) {
        var yaml = new Yaml();
        try {
            for (Node node : new Compose(Yaml.settings()).composeAllFromString(text)) {
                Map<String, Node> values = yaml.map(node, "The file of placeholders");
                for (String name : values.keySet()) {
                    placeholders.computeIfAbsent(bare(name), _ -> new ArrayList<>()).addAll(yaml.texts(values, name));
                }
            }
        } catch (RuleException e) {
            refused.add(new Refusal(file, "", String.valueOf(e.getMessage())));
        } catch (YamlEngineException e) {
            refused.add(new Refusal(file, "", "Not YAML: " + firstLine(e)));
        } catch (StackOverflowError _) {
            refused.add(new Refusal(file, "", "Not a file of placeholders: nested too deeply"));
        }
    }

    /// `%name%` and `name` mean one placeholder.
    private static String bare(String name) {
        return name.length() > 2 && name.startsWith("%") && name.endsWith("%")
                ? name.substring(1, name.length() - 1)
                : name;
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage())
                .lines()
                .filter(line -> !line.isBlank())
                .limit(3)
                .reduce((a, b) -> a.strip() + " " + b.strip())
                .orElse("unreadable");
    }

    private void document(String file, Node node) {
        String place = file + ":" + Yaml.line(node);
        String title = "";
        var yaml = new Yaml();
        try {
            if (!(node instanceof MappingNode)) {
                throw new RuleException("Not a rule: the document is not a map");
            }
            Map<String, Node> document = yaml.map(node, "The rule");
            title = yaml.text(document, "title");
            if (document.containsKey("action")) {
                throw new RuleException("`action` is of Sigma 1 rule collections; write the rules out");
            }
            RuleHead head = head(yaml, document, title, place);
            if (document.get("correlation") instanceof Node section) {
                correlations.add(CorrelationReader.read(yaml, head, document, yaml.map(section, "`correlation`")));
            } else if (document.get("filter") instanceof Node section) {
                Map<String, Node> filter = yaml.map(section, "`filter`");
                Selections read = Selections.read(yaml, filter);
                filters.add(
                        new SigmaFilter(
                                head,
                                logSource(yaml, document),
                                yaml.texts(filter, "rules").stream().filter(r -> !r.equals("any")).toList(),
                                read.named(),
                                read.condition()));
            } else if (document.get("detection") instanceof Node section) {
                Selections read = Selections.read(yaml, yaml.map(section, "`detection`"));
                rules.add(new SigmaRule(head, logSource(yaml, document), read.named(), read.condition()));
            } else {
                throw new RuleException("Not a rule: neither `detection` nor `correlation` nor `filter`");
            }
        } catch (RuleException e) {
            refused.add(new Refusal(place, title, String.valueOf(e.getMessage())));
        }
    }

    private static RuleHead head(Yaml yaml, Map<String, Node> document, String title, String place)
            throws RuleException {
        if (title.isEmpty()) {
            throw new RuleException("The rule has no title");
        }
        String id = yaml.text(document, "id");
        String name = yaml.text(document, "name");
        String known = id.isEmpty() ? name.isEmpty() ? made(title, place) : name : id;
        return new RuleHead(
                known,
                name,
                title,
                yaml.text(document, "description"),
                yaml.text(document, "status"),
                SigmaLevel.of(yaml.text(document, "level")),
                yaml.texts(document, "tags"),
                yaml.texts(document, "falsepositives"),
                place);
    }

    private static String made(String title, String place) {
        return UUID.nameUUIDFromBytes((title + "\n" + place).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static LogSource logSource(Yaml yaml, Map<String, Node> document) throws RuleException {
        @Nullable Node node = document.get("logsource");
        if (node == null) {
            throw new RuleException("The rule has no logsource");
        }
        Map<String, Node> section = yaml.map(node, "`logsource`");
        var source =
                new LogSource(
                        lower(yaml.text(section, "product")),
                        lower(yaml.text(section, "category")),
                        lower(yaml.text(section, "service")));
        if (source.open()) {
            throw new RuleException("The logsource names neither product nor category nor service");
        }
        return source;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    public List<SigmaRule> rules() {
        return List.copyOf(rules);
    }

    public List<CorrelationRule> correlations() {
        return List.copyOf(correlations);
    }

    public List<SigmaFilter> filters() {
        return List.copyOf(filters);
    }

    /// Values for the modifier `expand`, by placeholder.
    public Map<String, List<String>> placeholders() {
        return Collections.unmodifiableMap(placeholders);
    }

    /// What was not read, and why; whoever reads files adds those that could not be opened.
    public List<Refusal> refused() {
        return List.copyOf(refused);
    }

    void refuse(String file, String reason) {
        refused.add(new Refusal(file, "", reason));
    }
}
