package dupin.engine;

import dupin.engine.analyzer.MailClusters;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.Judged;
import dupin.model.TelemetryEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Verdicts on folders of labelled mail, each mail a case of its own.
final class MailScore {

    /// @param half 0 or 1, by the digest of the mail and so by chance
    record Row(String file, boolean phish, String verdict, int score, int half, String words) {}

    private MailScore() {}

    static List<Row> rows(Path mail) throws Exception {
        var rows = new ArrayList<Row>();
        for (String folder : List.of("phish", "ham")) {
            for (Path file : files(mail.resolve(folder))) {
                rows.add(row(file, folder.equals("phish")));
            }
        }
        return rows;
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Row row(Path file, boolean phish) throws Exception {
        var files = new CaseFiles().blind().read(file);
        var verdicts = files.investigate("user-reported-phish", new ArrayList<>());
        String digest = files.alerts().getFirst().id();
        int half = Character.digit(digest.charAt(digest.length() - 1), 16) % 2;
        Judged worst = worst(verdicts);
        var ledger = worst.ledger();
        var words = new ArrayList<String>();
        ledger.counted().forEach(f -> words.add(f.weightId() + " " + f.weight()));
        return new Row(
                file.getFileName().toString(),
                phish,
                ledger.verdict().name(),
                ledger.score(),
                half,
                String.join(", ", words));
    }

    private static Judged worst(Map<EntityKey, Judged> verdicts) {
        return verdicts.values().stream()
                .filter(j -> j.entity() instanceof Entity.MailMessage)
                .max((a, b) -> Integer.compare(a.ledger().score(), b.ledger().score()))
                .orElseThrow();
    }

    static boolean flagged(Row row) {
        return row.verdict().equals("MALICIOUS") || row.verdict().equals("SUSPICIOUS");
    }

    static double recall(List<Row> rows, int half) {
        var of = rows.stream().filter(r -> r.phish() && (half < 0 || r.half() == half)).toList();
        return of.stream().filter(MailScore::flagged).count() / (double) of.size();
    }

    static long wrong(List<Row> rows, int half) {
        return rows.stream().filter(r -> !r.phish() && (half < 0 || r.half() == half) && flagged(r)).count();
    }

    /// Pairs of mails that the clusters and the truth agree on, as F1.
    static double clusters(Path mail, Path truth) throws Exception {
        var names = new TreeMap<String, String>();
        var rows = new ArrayList<TelemetryEvent>();
        var all = new ArrayList<>(files(mail.resolve("phish")));
        all.addAll(files(mail.resolve("ham")));
        for (Path file : all) {
            for (TelemetryEvent row : new CaseFiles().read(file).events()) {
                if (row.kind() == EventKind.MAIL_DELIVERED) {
                    rows.add(row);
                    names.put(row.row().text(), file.getFileName().toString());
                }
            }
        }
        var found = new TreeSet<String>();
        for (MailClusters.Cluster cluster : MailClusters.of(rows)) {
            pairs(cluster.rows().stream().map(r -> names.get(r.row().text())).toList(), found);
        }
        var expected = new TreeSet<String>();
        for (JsonNode cluster : JsonMapper.builder().build().readTree(Files.readString(truth))) {
            pairs(cluster.path("members").valueStream().map(JsonNode::asString).toList(), expected);
        }
        long both = found.stream().filter(expected::contains).count();
        return 2.0 * both / Math.max(1, found.size() + expected.size());
    }

    private static void pairs(List<String> names, TreeSet<String> pairs) {
        for (String a : names) {
            names.stream().filter(b -> a.compareTo(b) < 0).forEach(b -> pairs.add(a + " " + b));
        }
    }

    /// Prints every mail that is judged wrong (or all), and the figures of the whole and of each half.
    public static void main(String[] args) throws Exception {
        var rows = rows(Path.of(args[0]));
        for (Row row : rows.stream().sorted((a, b) -> Integer.compare(a.score(), b.score())).toList()) {
            if (args.length > 1 && (args[1].equals("all") || row.half() == Integer.parseInt(args[1]))) {
                System.out.printf(
                        "%s %s %d %s %s: %s%n",
                        row.phish() ? "phish" : "ham", row.file(), row.score(), row.verdict(), row.half(), row.words());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "clusters: pairwise F1 %.3f%n",
                clusters(Path.of(args[0]), Path.of(args[0]).resolveSibling("truth").resolve("mail_clusters.json")));
        var names = new TreeMap<String, Integer>(Map.of("all", -1, "half 0", 0, "half 1", 1));
        names.forEach((name, half) ->
                System.out.printf(
                        Locale.ROOT,
                        "%s: recall %.3f, legitimate flagged %d of %d%n",
                        name,
                        recall(rows, half),
                        wrong(rows, half),
                        rows.stream().filter(r -> !r.phish() && (half < 0 || r.half() == half)).count()));
    }
}
