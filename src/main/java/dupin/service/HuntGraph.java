package dupin.service;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.InvestigationGraph;
import dupin.model.LinkRole;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The entities that a hunt's rows name as a graph: two are joined when rows show one doing something to the other. Of many
/// entities those that most rows name are shown. Pure.
public final class HuntGraph {
    /// More marks than these cannot be read.
    public static final int MOST = 150;

    private HuntGraph() {}

    private record Pair(EntityKey from, EntityKey to) {}

    /// What rows say of a pair.
    private static final class Seen {
        private int rows;
        private boolean communication;
        private String reason = "";
    }

    public static InvestigationGraph of(Hunt hunt) {
        Map<EntityKey, Integer> counts = new HashMap<>();
        Map<EntityKey, String> labels = new HashMap<>();
        for (HuntRow row : hunt.rows()) {
            row.entities()
                    .forEach(part -> {
                        counts.merge(part.key(), 1, Integer::sum);
                        labels.putIfAbsent(part.key(), part.label());
                    });
        }
        Comparator<EntityKey> most = Comparator.comparing(key -> -counts.getOrDefault(key, 0));
        List<EntityKey> kept =
                counts.keySet().stream()
                        .sorted(most.thenComparing(Comparator.naturalOrder()))
                        .limit(MOST)
                        .sorted()
                        .toList();
        var nodes = new ArrayList<InvestigationGraph.Node>();
        for (EntityKey key : kept) {
            nodes.add(
                    new InvestigationGraph.Node(
                            key.toString(),
                            InvestigationGraph.Kind.ENTITY,
                            layer(key.kind()),
                            key.kind(),
                            key,
                            labels.getOrDefault(key, key.value()),
                            "",
                            null,
                            null,
                            1));
        }
        return new InvestigationGraph(nodes, edges(hunt, kept));
    }

    private static List<InvestigationGraph.Edge> edges(Hunt hunt, List<EntityKey> kept) {
        var known = new HashSet<>(kept);
        Map<Pair, Seen> pairs = new LinkedHashMap<>();
        for (HuntRow row : hunt.rows()) {
            EntityKey from = start(row, known);
            if (from == null) {
                continue;
            }
            for (HuntRow.Part part : row.entities()) {
                if (!part.key().equals(from) && known.contains(part.key())) {
                    Seen seen = pairs.computeIfAbsent(new Pair(from, part.key()), _ -> new Seen());
                    seen.rows++;
                    seen.communication |= part.role() == LinkRole.DESTINATION || part.role() == LinkRole.REMOTE_DEVICE;
                    if (seen.reason.isEmpty()) {
                        seen.reason = row.what();
                    }
                }
            }
        }
        return pairs.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(Pair::from).thenComparing(Pair::to)))
                .map(pair ->
                        new InvestigationGraph.Edge(
                                pair.getKey().from().toString(),
                                pair.getKey().to().toString(),
                                pair.getValue().communication,
                                pair.getValue().rows + (pair.getValue().rows == 1 ? " row" : " rows"),
                                pair.getValue().reason))
                .toList();
    }

    /// Who did what the row tells of: the acting process, else the account, else the device.
    private static @Nullable EntityKey start(HuntRow row, Set<EntityKey> known) {
        for (LinkRole role : List.of(LinkRole.ACTOR, LinkRole.ACCOUNT, LinkRole.DEVICE, LinkRole.SOURCE)) {
            for (HuntRow.Part part : row.entities()) {
                if (part.role() == role && known.contains(part.key())) {
                    return part.key();
                }
            }
        }
        return null;
    }

    private static int layer(EntityKind kind) {
        return switch (kind) {
            case MAILBOX, MAIL_MESSAGE, MAIL_CLUSTER, MAIL_SUBMISSION -> 1;
            case USER, SIGN_IN_SESSION, SECURITY_GROUP -> 2;
            case DEVICE -> 3;
            case PROCESS -> 4;
            case IP_ADDRESS, URL, DOMAIN, CLOUD_APPLICATION, OAUTH_APPLICATION, CLOUD_RESOURCE -> 6;
            default -> 5;
        };
    }
}
