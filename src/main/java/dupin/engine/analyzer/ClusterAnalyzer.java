package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;

/// Counts by threat in clusters of mail. The filter is a witness: its counts are one finding of its cause.
final class ClusterAnalyzer implements Analyzer {
    static final String NAME = "Mail clusters";
    private static final int ENOUGH = 3;
    private static final Facts.Query DELIVERIES =
            new Facts.Query(null, Set.of(), Set.of(EventKind.MAIL_DELIVERED), null, null, 3_000);
    private static final Technique PHISHING = new Technique("T1566", "Phishing");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Email clusters";
    }

    @Override
    public String description() {
        return "Weighs the counts of threats in clusters of similar mail";
    }

    @Override
    public void run(Work work) {
        List<Entity.MailMessage> mails = work.fresh(Entity.MailMessage.class);
        if (!mails.isEmpty()) {
            List<MailClusters.Cluster> clusters = MailClusters.of(work.facts().events(DELIVERIES));
            mails.forEach(mail -> gather(work, mail, clusters));
        }
        for (Entity.MailCluster cluster : work.fresh(Entity.MailCluster.class)) {
            if (!work.inquiry().policy().blindReview()) {
                judge(work, cluster);
            }
        }
    }

    /// Lets in the campaign that a mail belongs to.
    private static void gather(Work work, Entity.MailMessage mail, List<MailClusters.Cluster> clusters) {
        for (MailClusters.Cluster cluster : clusters) {
            var ids = new TreeSet<String>();
            for (TelemetryEvent row : cluster.rows()) {
                ids.add(row.attribute("NetworkMessageId"));
            }
            if (!mail.networkMessageId().isEmpty() && ids.contains(mail.networkMessageId())) {
                String by = String.join("; ", cluster.rules());
                var entity =
                        new Entity.MailCluster(
                                "",
                                "Similarity",
                                "%s: %s (%s)".formatted(cluster.sender(), cluster.subject(), ids.first()),
                                by,
                                cluster.rows().size(),
                                List.copyOf(ids),
                                "",
                                List.of(),
                                List.of());
                work.join(
                        mail.key(),
                        entity,
                        "Cluster of similar mail",
                        "One of %d mails of the case: %s".formatted(cluster.rows().size(), by));
                if (work.inquiry().maliciousWithout(mail.key(), "cluster") && ids.size() >= ENOUGH) {
                    work.find(
                            entity.key(),
                            "cluster.campaign",
                            "member",
                            "%d similar mails (%s), of which “%s” is malicious".formatted(ids.size(), by, mail.label()),
                            PHISHING,
                            work.inquiry().alertCitations(mail.key()));
                }
            }
        }
    }

    private static void judge(Work work, Entity.MailCluster cluster) {
        long malicious = 0;
        long suspicious = 0;
        var words = new StringJoiner(", ");
        for (Entity.Count count : cluster.countByThreatType()) {
            String name = count.name().toLowerCase(Locale.ROOT).replace(" ", "").replace("_", "");
            boolean high =
                    name.contains("malware")
                            || name.contains("highconf")
                            || name.contains("maliciousurl")
                            || name.contains("maliciousfile");
            malicious += high ? count.count() : 0;
            suspicious += !high && (name.contains("phish") || name.contains("spam")) ? count.count() : 0;
            if (count.count() > 0) {
                words.add(count.name() + " " + count.count());
            }
        }
        var cite = work.inquiry().alertCitations(cluster.key());
        long all = Math.max(cluster.emailCount(), Math.max(malicious, suspicious));
        // "A sufficient amount": more than a handful, or a good part of few.
        if (malicious >= 5 || malicious >= 1 && malicious * 3 >= all) {
            work.find(
                    cluster.key(),
                    "cluster.threats-high",
                    "provider",
                    "Of %d mails the filter found threats in: %s".formatted(all, words),
                    PHISHING,
                    cite);
        } else if (suspicious >= 5 || suspicious >= 1 && suspicious * 3 >= all) {
            work.find(
                    cluster.key(),
                    "cluster.threats",
                    "provider",
                    "Of %d mails the filter found threats in: %s".formatted(all, words),
                    PHISHING,
                    cite);
        } else if (malicious + suspicious == 0 && !cluster.countByThreatType().isEmpty()) {
            work.find(
                    cluster.key(),
                    "cluster.clean",
                    "provider",
                    "The filter found no threats in its %d mails".formatted(all),
                    Technique.NONE,
                    cite);
        }
        String threat = MailAnalyzer.threat(cluster.threats());
        if (!threat.isEmpty()) {
            work.find(
                    cluster.key(),
                    threat.equals("mail.threat-high") ? "cluster.threats-high" : "cluster.threats",
                    "provider",
                    "The provider names its threats: %s".formatted(Text.quote(cluster.threats())),
                    PHISHING,
                    List.copyOf(cite));
        }
    }
}
