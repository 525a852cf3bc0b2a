package dupin.bench;

import dupin.intake.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import tools.jackson.databind.JsonNode;

/// A real incident as a graph of alerts and the values that they share, with questions that lead from one alert over
/// shared values to another.
///
/// @param nodes node id → what it is
record PathTruth(String incident, Map<String, Node> nodes, List<Question> questions) {
    private static final Pattern NUMBER = Pattern.compile("incident_(\\d+)");

    /// @param alertId of an alert, "" of a value
    /// @param field what sort of value
    record Node(String alertId, String kind, String field, String value) {}

    /// @param hops steps from alert to alert on the shortest way
    record Question(String start, String end, List<String> wanted, int hops) {}

    static String number(Path file) {
        Matcher matcher = NUMBER.matcher(BenchFiles.name(file));
        return matcher.find() ? matcher.group(1) : "";
    }

    /// @throws TruthException when the graph names no alert
    static PathTruth read(Path graph, List<Path> questions, BenchFiles files) throws IOException, TruthException {
        Document document = Jsoup.parse(Files.readString(graph), "", Parser.xmlParser());
        var names = new HashMap<String, String>();
        document.select("key").forEach(key -> names.put(key.attr("id"), key.attr("attr.name")));
        var nodes = new HashMap<String, Node>();
        for (Element element : document.select("node")) {
            var data = new HashMap<String, String>();
            element.select("data").forEach(d -> data.put(names.getOrDefault(d.attr("key"), ""), d.wholeText()));
            String alert =
                    data.getOrDefault("type", "").equals("alert")
                            ? Json.parse(data.getOrDefault("entry", "")).path("SystemAlertId").asString("")
                            : "";
            nodes.put(
                    element.attr("id"),
                    new Node(
                            alert,
                            data.getOrDefault("node_type", ""),
                            data.getOrDefault("identifier_fields", ""),
                            data.getOrDefault("value", "").toLowerCase(Locale.ROOT)));
        }
        if (nodes.values().stream().allMatch(node -> node.alertId().isEmpty())) {
            throw new TruthException(files.shown(graph) + " names no alert, so it was left out.");
        }
        var paths = new ArrayList<Question>();
        for (Path file : questions) {
            for (JsonNode node : Json.parse(Files.readString(file))) {
                var wanted = new ArrayList<String>();
                node.path("end_entities").forEach(end -> wanted.add(end.asString()));
                paths.add(
                        new Question(
                                node.path("start_alert").asString(""),
                                node.path("end_alert").asString(""),
                                wanted,
                                Math.max(0, node.path("shortest_alert_path").size() - 1) / 2));
            }
        }
        return new PathTruth(number(graph), nodes, paths);
    }

    List<String> alertIds() {
        return nodes.values().stream().map(Node::alertId).filter(id -> !id.isEmpty()).sorted().toList();
    }
}
