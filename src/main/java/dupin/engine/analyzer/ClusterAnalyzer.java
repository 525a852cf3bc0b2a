package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/// Clusters of similar mail: which one a mail belongs to, its other mails once it is bad, and counts by threat. The filter
/// is a witness: its counts are one finding of its cause.
final class ClusterAnalyzer implements Analyzer {
    static final String NAME = "Mail clusters";

    /// Part of the look at mails that turned out to be bad, which may be after the first look at them.
    private static final String MEMBERS = NAME + " members";

    private static final int ENOUGH = 3;
    private static final int MOST_MEMBERS = 100;
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
        List<Entity.MailMessage> fresh = work.fresh(Entity.MailMessage.class);
        List<Entity.MailMessage> bad =
                work.inquiry().incriminated(Entity.MailMessage.class).stream()
                        .filter(mail -> work.inquiry().firstLook(MEMBERS, mail.key()))
                        .toList();
        if (!fresh.isEmpty() || !bad.isEmpty()) {
            List<MailClusters.Cluster> clusters = MailClusters.of(work.facts().events(DELIVERIES));
            fresh.forEach(mail -> cluster(mail, clusters).ifPresent(cluster -> gather(work, mail, cluster)));
            bad.forEach(mail -> cluster(mail, clusters).ifPresent(cluster -> incriminate(work, mail, cluster)));
        }
        for (Entity.MailCluster cluster : work.fresh(Entity.MailCluster.class)) {
            if (!work.inquiry().policy().blindReview()) {
                judge(work, cluster);
            }
        }
    }

    private static Optional<MailClusters.Cluster> cluster(
            Entity.MailMessage mail, List<MailClusters.Cluster> clusters) {
        return clusters.stream()
                .filter(c -> !mail.networkMessageId().isEmpty() && c.messageIds().contains(mail.networkMessageId()))
                .findFirst();
    }

    /// Lets in the campaign that a mail belongs to.
    private static void gather(Work work, Entity.MailMessage mail, MailClusters.Cluster cluster) {
        work.join(
                mail.key(),
                cluster.entity(),
                "Cluster of similar mail",
                "One of %d mails of the case: %s".formatted(cluster.rows().size(), by(cluster)));
    }

    /// Lets in the other mails of an incriminated mail's campaign, each to be judged by itself.
    private static void incriminate(Work work, Entity.MailMessage mail, MailClusters.Cluster cluster) {
        gather(work, mail, cluster);
        int size = cluster.messageIds().size();
        if (work.inquiry().maliciousWithout(mail.key(), "cluster") && size >= ENOUGH) {
            work.find(
                    cluster.entity().key(),
                    "cluster.campaign",
                    "member",
                    "%d similar mails (%s), of which “%s” is malicious".formatted(size, by(cluster), mail.label()),
                    PHISHING,
                    work.inquiry().alertCitations(mail.key()));
        }
        cluster.rows().stream()
                .limit(MOST_MEMBERS)
                .flatMap(row -> Rows.entity(row, LinkRole.MESSAGE, Entity.MailMessage.class).stream())
                .forEach(member ->
                        work.join(
                                cluster.entity().key(),
                                member,
                                "Mail of the cluster",
                                "“%s” is of the same cluster: %s".formatted(member.label(), by(cluster))));
    }

    private static String by(MailClusters.Cluster cluster) {
        return String.join("; ", cluster.rules());
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
