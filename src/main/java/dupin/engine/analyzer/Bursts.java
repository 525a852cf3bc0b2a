package dupin.engine.analyzer;

import dupin.model.Citation;
import dupin.model.EntityKey;
import dupin.model.Technique;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Many small commands in a short time: one asks nothing of it, ten are somebody who looks around or clears the way.
final class Bursts {
    private static final Duration SPAN = Duration.ofMinutes(15);
    private static final int ENOUGH = 3;
    private static final Set<String> STOPPERS = Set.of("taskkill.exe", "net.exe", "net1.exe", "sc.exe");

    private Bursts() {}

    static void judge(Work work, EntityKey key, Lineage.Node node) {
        List<Lineage.Node> group =
                Binaries.DISCOVERY.contains(node.name()) && node.parent != null ? siblings(node) : node.children;
        discovery(work, key, group, group == node.children);
        stopping(work, key, STOPPERS.contains(node.name()) && node.parent != null ? siblings(node) : node.children);
    }

    private static List<Lineage.Node> siblings(Lineage.Node node) {
        Lineage.Node parent = node.parent;
        if (parent == null || node.start == null || Binaries.ROOTS.contains(parent.name())) {
            return List.of();
        }
        Instant start = node.start;
        return parent.children.stream()
                .filter(n -> n.start != null && Duration.between(start, n.start).abs().compareTo(SPAN) <= 0)
                .toList();
    }

    private static void discovery(Work work, EntityKey key, List<Lineage.Node> nodes, boolean parent) {
        var commands = new TreeSet<String>();
        var citations = new ArrayList<Citation>();
        for (Lineage.Node node : nodes) {
            if (node.row != null
                    && Binaries.DISCOVERY.contains(node.name())
                    && commands.add(node.name() + " " + verb(node))) {
                citations.add(Rows.cite(node.row, node.process.processCommandLine()));
            }
        }
        if (commands.size() >= ENOUGH) {
            work.find(
                    key,
                    parent ? "process.discovery-parent" : "process.discovery",
                    "discovery",
                    (parent
                                    ? "Started %d different commands that look around: %s"
                                    : "One of %d different commands of one shell that look around: %s")
                            .formatted(commands.size(), Text.quote(String.join(", ", commands))),
                    new Technique("T1082", "System Information Discovery"),
                    citations);
        }
    }

    private static void stopping(Work work, EntityKey key, List<Lineage.Node> nodes) {
        var commands = new TreeSet<String>();
        var citations = new ArrayList<Citation>();
        for (Lineage.Node node : nodes) {
            String text = CommandLine.of(node.process.processCommandLine()).text();
            boolean stops =
                    node.name().equals("taskkill.exe") || text.contains(" stop ") || text.contains("start= disabled");
            if (node.row != null && STOPPERS.contains(node.name()) && stops && commands.add(text)) {
                citations.add(Rows.cite(node.row, node.process.processCommandLine()));
            }
        }
        if (commands.size() >= ENOUGH) {
            work.find(
                    key,
                    "process.stopping",
                    "stopping",
                    "One of %d commands in a short time that end programs and services: %s"
                            .formatted(commands.size(), Text.quote(String.join(", ", commands))),
                    new Technique("T1489", "Service Stop"),
                    citations);
        }
    }

    private static String verb(Lineage.Node node) {
        String[] words = CommandLine.of(node.process.processCommandLine()).text().split(" ", 3);
        return words.length > 1 ? words[1] : "";
    }
}
