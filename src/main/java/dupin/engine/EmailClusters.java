package dupin.engine;

import dupin.model.ActionType;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.Policy;
import dupin.model.Verdict;
import java.util.Arrays;
import java.util.Optional;

/// Which clusters of email may be soft deleted without asking, where the policy opts in: malicious ones of similar files or
/// similar URLs, of bounded size. Stateless.
public final class EmailClusters {
    /// Clusters above this size are never cleaned without a person, whatever the settings.
    static final int LARGE = 10_000;

    private EmailClusters() {}

    /// Why nobody needs to be asked; empty when somebody does.
    static Optional<String> unattended(Entity target, ActionType type, Verdict verdict, Policy policy) {
        if (type != ActionType.SOFT_DELETE_CLUSTER
                || verdict != Verdict.MALICIOUS
                || !(target instanceof Entity.MailCluster cluster)
                || Math.max(cluster.emailCount(), cluster.networkMessageIds().size()) > LARGE) {
            return Optional.empty();
        }
        if (policy.email().similarFiles() && by(cluster, "file", "attachment")) {
            return Optional.of("The policy lets clusters of similar malicious files be soft deleted without asking.");
        }
        if (policy.email().similarUrls() && by(cluster, "url")) {
            return Optional.of("The policy lets clusters of similar malicious URLs be soft deleted without asking.");
        }
        return Optional.empty();
    }

    public static boolean ofFiles(Entity.MailCluster cluster) {
        return by(cluster, "file", "attachment");
    }

    public static boolean ofUrls(Entity.MailCluster cluster) {
        return by(cluster, "url");
    }

    /// Sources name the properties that the emails share, for example `AttachmentFileHash;ContentType`.
    private static boolean by(Entity.MailCluster cluster, String... words) {
        return Arrays.stream(Canonical.lower(cluster.clusterBy()).split("[;, ]+"))
                .anyMatch(property -> Arrays.stream(words).anyMatch(property::contains));
    }
}
