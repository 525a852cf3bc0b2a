package dupin.service;

import dupin.engine.Facts;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// The single mails of a cluster, each with its recipient, as alerts and telemetry of the case know them: a service that
/// moves mail wants both, and a cluster names message ids only. Blocks.
final class ClusterMails {
    private static final int MOST_ROWS = 200_000;

    private final CaseReads live;
    private final Supplier<? extends Facts> facts;

    ClusterMails(CaseReads live, Supplier<? extends Facts> facts) {
        this.live = live;
        this.facts = facts;
    }

    /// In the order of their keys; what was delivered to several is several mails.
    List<Entity.MailMessage> of(Entity.MailCluster cluster) {
        var wanted = new TreeSet<String>();
        cluster.networkMessageIds().forEach(id -> wanted.add(Canonical.lower(id)));
        var found = new TreeMap<EntityKey, Entity.MailMessage>();
        if (wanted.isEmpty()) {
            return List.of();
        }
        live.read(state -> {
            state.alerts().forEach(alert -> alert.evidence().forEach(e -> take(e, wanted, found)));
            return true;
        });
        var delivered = new Facts.Query(null, Set.of(), Set.of(EventKind.MAIL_DELIVERED), null, null, MOST_ROWS);
        for (TelemetryEvent row : facts.get().events(delivered)) {
            for (EventLink link : row.links()) {
                take(link.entity(), wanted, found);
            }
        }
        return List.copyOf(found.values());
    }

    private static void take(Evidence evidence, Set<String> wanted, TreeMap<EntityKey, Entity.MailMessage> found) {
        take(evidence.entity(), wanted, found);
    }

    private static void take(Entity entity, Set<String> wanted, TreeMap<EntityKey, Entity.MailMessage> found) {
        if (entity instanceof Entity.MailMessage mail
                && !mail.recipientEmailAddress().isEmpty()
                && wanted.contains(Canonical.lower(mail.networkMessageId()))) {
            found.putIfAbsent(mail.key(), mail);
        }
    }
}
