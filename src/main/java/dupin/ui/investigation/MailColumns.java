package dupin.ui.investigation;

import static dupin.ui.investigation.EntityColumns.at;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.row.EntityRow;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Messages;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The own columns of mails, clusters of mails and submissions. FX thread.
final class MailColumns {
    private static final Set<String> IN_MAILBOX =
            Set.of("mailbox", "inbox", "inboxfolder", "junkfolder", "deleteditems", "deletedfolder");
    private static final Set<String> NOT_IN_MAILBOX =
            Set.of("notinmailbox", "quarantine", "failed", "dropped", "softdeleted", "harddeleted");

    private MailColumns() {}

    static List<DataColumn<EntityRow, ?>> message() {
        return List.of(
                Columns.time(
                        "received",
                        Messages.text("investigation.column.received"),
                        r -> r.entity() instanceof Entity.MailMessage m ? m.receivedDateTime() : null),
                Columns.text(
                        "delivery",
                        Messages.text("investigation.column.delivery"),
                        110,
                        at(Entity.MailMessage.class, Entity.MailMessage::deliveryAction)),
                Columns.text(
                        "location",
                        Messages.text("investigation.column.location"),
                        100,
                        at(Entity.MailMessage.class, Entity.MailMessage::deliveryLocation)),
                Columns.text(
                        "subject",
                        Messages.text("investigation.column.subject"),
                        260,
                        at(Entity.MailMessage.class, Entity.MailMessage::subject)),
                Columns.text(
                        "sender",
                        Messages.text("investigation.column.sender"),
                        200,
                        at(Entity.MailMessage.class, Entity.MailMessage::senderAddress)),
                Columns.text(
                        "recipient",
                        Messages.text("investigation.column.recipient"),
                        200,
                        at(Entity.MailMessage.class, Entity.MailMessage::recipientEmailAddress)),
                Columns.text(
                        "threats",
                        Messages.text("investigation.column.threats"),
                        130,
                        at(Entity.MailMessage.class, m -> String.join(", ", m.threats()))));
    }

    static List<DataColumn<EntityRow, ?>> cluster() {
        return List.of(
                Columns.text(
                        "name",
                        Messages.text("investigation.column.clusterName"),
                        220,
                        at(Entity.MailCluster.class, c -> (c.clusterBy() + " " + c.clusterByValue()).strip())),
                Columns.text(
                        "threats",
                        Messages.text("investigation.column.threats"),
                        160,
                        at(Entity.MailCluster.class, Entity.MailCluster::threats)),
                Columns.number(
                        "emails",
                        Messages.text("investigation.column.emailCount"),
                        90,
                        r -> r.entity() instanceof Entity.MailCluster c ? c.emailCount() : 0),
                count("malware", Messages.text("investigation.column.malware"), Set.of("malware")),
                count("phish", Messages.text("investigation.column.phish"), Set.of("phish", "normalphish")),
                count(
                        "highPhish",
                        Messages.text("investigation.column.highPhish"),
                        Set.of("highconfphish", "highconfidencephish")),
                count("spam", Messages.text("investigation.column.spam"), Set.of("spam")),
                count("delivered", Messages.text("investigation.column.delivered"), Set.of("delivered", "inbox")),
                count(
                        "junked",
                        Messages.text("investigation.column.junked"),
                        Set.of("junked", "junk", "junkfolder", "deliveredasspam")),
                count("replaced", Messages.text("investigation.column.replaced"), Set.of("replaced")),
                count(
                        "blocked",
                        Messages.text("investigation.column.blocked"),
                        Set.of("blocked", "quarantine", "failed", "dropped")),
                count("mailbox", Messages.text("investigation.column.inMailbox"), IN_MAILBOX),
                count("notInMailbox", Messages.text("investigation.column.notInMailbox"), NOT_IN_MAILBOX),
                count(
                        "outside",
                        Messages.text("investigation.column.external"),
                        Set.of("onpremexternal", "external", "onprem")),
                Columns.mono(
                        "query",
                        Messages.text("investigation.column.query"),
                        300,
                        at(Entity.MailCluster.class, Entity.MailCluster::query)));
    }

    static List<DataColumn<EntityRow, ?>> submission() {
        return List.of(
                Columns.text(
                        "subject",
                        Messages.text("investigation.column.subject"),
                        260,
                        at(Entity.MailSubmission.class, Entity.MailSubmission::subject)),
                Columns.text(
                        "sender",
                        Messages.text("investigation.column.sender"),
                        200,
                        at(Entity.MailSubmission.class, Entity.MailSubmission::sender)),
                Columns.text(
                        "recipient",
                        Messages.text("investigation.column.recipient"),
                        200,
                        at(Entity.MailSubmission.class, Entity.MailSubmission::recipient)),
                Columns.text(
                        "reportedBy",
                        Messages.text("investigation.column.reportedBy"),
                        180,
                        at(Entity.MailSubmission.class, Entity.MailSubmission::submitter)),
                Columns.text(
                        "reportType",
                        Messages.text("investigation.column.reportType"),
                        110,
                        at(Entity.MailSubmission.class, Entity.MailSubmission::reportType)));
    }

    private static DataColumn<EntityRow, Long> count(String id, String title, Set<String> names) {
        return Columns.number(id, title, 90, row -> row.entity() instanceof Entity.MailCluster c ? sum(c, names) : 0);
    }

    /// The sources name the same count in several ways.
    static long sum(Entity.MailCluster cluster, Set<String> names) {
        return Stream.concat(cluster.countByThreatType().stream(), cluster.countByDeliveryLocation().stream())
                .filter(count -> names.contains(Canonical.lower(count.name()).replaceAll("[^a-z]", "")))
                .mapToLong(Entity.Count::count)
                .sum();
    }
}
