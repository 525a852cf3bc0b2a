package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Mails that are one campaign: of nearly the same words, or of one subject and one sender, link or source. A shared link
/// alone joins nothing, because campaigns share their pages. Pure: the same rows give the same clusters in any order.
public final class MailClusters {
    private static final int SKETCH = 64;
    private static final int WORDS = 4;
    private static final int FEWEST_SHINGLES = 12;
    private static final int INDEXED = 10;
    private static final double ALIKE = 0.6;
    private static final int SHORTEST_SUBJECT = 8;

    /// @param rows deliveries of the cluster, at least two, by row
    /// @param rules what joined them, sorted
    public record Cluster(List<TelemetryEvent> rows, List<String> rules, String subject, String sender) {
        public Cluster {
            rows = List.copyOf(rows);
            rules = List.copyOf(rules);
        }

        /// Sorted.
        public TreeSet<String> messageIds() {
            var ids = new TreeSet<String>();
            rows.forEach(row -> ids.add(row.attribute("NetworkMessageId")));
            ids.remove("");
            return ids;
        }

        /// What the case knows of it: its mails, what the filter found in them, and where they lie.
        public Entity.MailCluster entity() {
            TreeSet<String> ids = messageIds();
            List<TelemetryEvent> deliveries = MailCounts.deliveries(rows);
            return new Entity.MailCluster(
                    "",
                    "Similarity",
                    "%s: %s (%s)".formatted(sender, subject, ids.isEmpty() ? "" : ids.first()),
                    String.join("; ", rules),
                    deliveries.size(),
                    List.copyOf(ids),
                    "",
                    MailCounts.byThreat(deliveries),
                    MailCounts.byLocation(deliveries));
        }
    }

    private record Piece(
            TelemetryEvent row,
            String subject,
            String domain,
            String ip,
            TreeSet<String> hosts,
            List<Integer> sketch) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final int[] parent;
    private final Map<Integer, TreeSet<String>> rules = new HashMap<>();

    private MailClusters(List<TelemetryEvent> deliveries) {
        deliveries.stream().sorted(Comparator.comparing(TelemetryEvent::row)).forEach(row -> pieces.add(piece(row)));
        parent = new int[pieces.size()];
        for (int i = 0; i < parent.length; i++) {
            parent[i] = i;
        }
    }

    /// @param deliveries rows of delivered mails, one each recipient; those without text are joined by subject alone
    public static List<Cluster> of(List<TelemetryEvent> deliveries) {
        var clusters = new MailClusters(deliveries);
        clusters.bySubject();
        clusters.byFilter();
        clusters.byWords();
        return clusters.found();
    }

    private static Piece piece(TelemetryEvent row) {
        Entity.MailMessage mail = Rows.entity(row, LinkRole.MESSAGE, Entity.MailMessage.class).orElse(null);
        String ip = mail == null ? "" : mail.senderIp();
        String recipient = mail == null ? "" : mail.recipientEmailAddress();
        return new Piece(
                row,
                subject(row.attribute("Subject"), recipient),
                domain(row.attribute("SenderFromAddress")),
                ip,
                mail == null ? new TreeSet<>() : hosts(mail),
                sketch(row.attribute("BodyText"), recipient));
    }

    private static String domain(String address) {
        return Canonical.domain(address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    private static TreeSet<String> hosts(Entity.MailMessage mail) {
        var hosts = new TreeSet<String>();
        mail.urls().forEach(url -> hosts.add(HostNames.registered(Canonical.urlHost(url))));
        hosts.remove("");
        return hosts;
    }

    /// What another mail must share to be of the same campaign, as far as header and links tell: values, each with its rule.
    public static Map<String, String> traits(Entity.MailMessage mail) {
        String subject = subject(mail.subject(), mail.recipientEmailAddress());
        String domain = domain(mail.senderAddress());
        // An organization's own mail repeats its subjects.
        if (subject.length() < SHORTEST_SUBJECT || domain.equals(domain(mail.recipientEmailAddress()))) {
            return Map.of();
        }
        var traits = new TreeMap<String, String>();
        for (String mark : marks(domain, mail.senderIp(), hosts(mail))) {
            traits.put(subject + "|" + mark, "same subject and " + mark.substring(0, mark.indexOf('=')));
        }
        return traits;
    }

    /// Without answers' prefixes, the recipient's name and numbers, which differ from mail to mail.
    private static String subject(String subject, String recipient) {
        String plain = Disguise.plain(subject);
        String to = recipient.toLowerCase(Locale.ROOT);
        int at = to.indexOf('@');
        if (at >= 4) {
            plain = plain.replace(to, "").replace(to.substring(0, at), "");
        }
        return plain.replaceAll("^(?:(?:re|fw|fwd|aw|wg|tr|enc)\\s*:\\s*)+", "")
                .replaceAll("\\d+", "#")
                .replaceAll("[^\\p{L}#]+", " ")
                .strip();
    }

    /// The smallest hashes of all runs of words, ascending: two texts share as many as they have in common.
    private static List<Integer> sketch(String text, String recipient) {
        String plain = Disguise.plain(text).replace(recipient.toLowerCase(Locale.ROOT), "").replaceAll("\\d+", "#");
        String[] words = plain.split("[^\\p{L}#]+", 2_000);
        var hashes = new TreeSet<Integer>();
        for (int i = 0; i + WORDS <= words.length; i++) {
            int hash = 17;
            for (int j = i; j < i + WORDS; j++) {
                hash = 31 * hash + words[j].hashCode();
            }
            // Spread, so that the smallest are a fair sample.
            hash *= 0x9E3779B1;
            hash ^= hash >>> 15;
            hashes.add(hash * 0x85EBCA6B);
        }
        return hashes.size() < FEWEST_SHINGLES ? List.of() : hashes.stream().limit(SKETCH).toList();
    }

    private void bySubject() {
        var bySubject = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < pieces.size(); i++) {
            String subject = pieces.get(i).subject();
            if (subject.length() >= SHORTEST_SUBJECT) {
                bySubject.computeIfAbsent(subject, _ -> new ArrayList<>()).add(i);
            }
        }
        for (List<Integer> same : bySubject.values()) {
            var first = new HashMap<String, Integer>();
            for (int i : same) {
                Piece piece = pieces.get(i);
                for (String mark : marks(piece.domain(), piece.ip(), piece.hosts())) {
                    Integer other = first.putIfAbsent(mark, i);
                    if (other != null) {
                        unite(i, other, "same subject and " + mark.substring(0, mark.indexOf('=')));
                    }
                }
            }
        }
    }

    private static List<String> marks(String domain, String ip, TreeSet<String> hosts) {
        var marks = new ArrayList<String>();
        boolean everybodys = HostNames.freeMail(domain);
        if (domain.indexOf('.') > 0 && !everybodys) {
            marks.add("sender domain=" + domain);
        }
        if (!ip.isEmpty() && !everybodys) {
            marks.add("sender address=" + ip);
        }
        hosts.forEach(host -> marks.add("link host=" + host));
        return marks;
    }

    /// The mail filter's own fingerprint of a body, where its rows tell it.
    private void byFilter() {
        var first = new HashMap<String, Integer>();
        for (int i = 0; i < pieces.size(); i++) {
            String id = Rows.attribute(pieces.get(i).row(), "EmailClusterId");
            if (id.matches("-?[1-9]\\d*")) {
                Integer other = first.putIfAbsent(id, i);
                if (other != null) {
                    unite(i, other, "same fingerprint of the filter");
                }
            }
        }
    }

    private void byWords() {
        var byHash = new HashMap<Integer, List<Integer>>();
        for (int i = 0; i < pieces.size(); i++) {
            List<Integer> sketch = pieces.get(i).sketch();
            for (int hash : sketch.subList(0, Math.min(INDEXED, sketch.size()))) {
                List<Integer> before = byHash.computeIfAbsent(hash, _ -> new ArrayList<>());
                for (int other : before) {
                    if (root(other) != root(i) && alike(pieces.get(other).sketch(), sketch) >= ALIKE) {
                        unite(i, other, "nearly the same text");
                    }
                }
                if (before.size() < 200) {
                    before.add(i);
                }
            }
        }
    }

    /// Share of the smallest hashes of both texts together that both have.
    private static double alike(List<Integer> a, List<Integer> b) {
        var all = new TreeSet<Integer>(a);
        all.addAll(b);
        int both = 0;
        int looked = 0;
        for (int hash : all) {
            if (looked++ == SKETCH) {
                break;
            }
            both += a.contains(hash) && b.contains(hash) ? 1 : 0;
        }
        return both / (double) Math.max(1, Math.min(SKETCH, all.size()));
    }

    private int root(int at) {
        int i = at;
        while (parent[i] != i) {
            i = parent[i];
        }
        return i;
    }

    private void unite(int a, int b, String rule) {
        int first = Math.min(root(a), root(b));
        int second = Math.max(root(a), root(b));
        parent[second] = first;
        TreeSet<String> all = rules.computeIfAbsent(first, _ -> new TreeSet<>());
        all.add(rule);
        if (second != first) {
            TreeSet<String> others = rules.remove(second);
            all.addAll(others == null ? List.of() : others);
        }
    }

    private List<Cluster> found() {
        var groups = new LinkedHashMap<Integer, List<TelemetryEvent>>();
        for (int i = 0; i < pieces.size(); i++) {
            groups.computeIfAbsent(root(i), _ -> new ArrayList<>()).add(pieces.get(i).row());
        }
        var clusters = new ArrayList<Cluster>();
        groups.forEach((root, rows) -> {
            if (rows.size() > 1) {
                Piece first = pieces.get(root);
                clusters.add(
                        new Cluster(
                                rows,
                                List.copyOf(rules.getOrDefault(root, new TreeSet<>())),
                                first.row().attribute("Subject"),
                                first.domain()));
            }
        });
        return clusters;
    }
}
