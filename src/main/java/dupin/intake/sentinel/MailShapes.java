package dupin.intake.sentinel;

import dupin.intake.Fields;
import dupin.model.Entity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shapes of mail entities.
final class MailShapes {

    private MailShapes() {}

    static Entity.@Nullable Mailbox mailbox(Fields fields) {
        var mailbox =
                new Entity.Mailbox(
                        fields.text("MailboxPrimaryAddress", "PrimaryAddress"),
                        fields.text("DisplayName"),
                        fields.text("Upn"));
        return mailbox.key().value().equals("?") ? null : mailbox;
    }

    static Entity.@Nullable MailMessage message(Fields fields) {
        var message =
                new Entity.MailMessage(
                        fields.text("NetworkMessageId"),
                        fields.text("InternetMessageId"),
                        fields.text("Recipient"),
                        fields.text("P2Sender", "Sender", "P1Sender"),
                        fields.text("P2SenderDisplayName", "P1SenderDisplayName"),
                        fields.text("SenderIP"),
                        fields.text("Subject"),
                        fields.instant("ReceivedDate"),
                        fields.text("DeliveryAction"),
                        fields.text("DeliveryLocation"),
                        fields.strings("Urls"),
                        fields.strings("Threats"));
        boolean nothing =
                (message.networkMessageId() + message.internetMessageId() + message.senderAddress() + message.subject())
                        .isEmpty();
        return nothing ? null : message;
    }

    static Entity.@Nullable MailCluster cluster(Fields fields) {
        List<String> ids = fields.strings("NetworkMessageIds");
        var cluster =
                new Entity.MailCluster(
                        fields.text("Urn"),
                        fields.text("ClusterBy", "ClusterGroup"),
                        fields.text("ClusterByValue"),
                        fields.text("Query"),
                        Math.max(fields.count("MailCount", "EmailCount"), 0),
                        ids,
                        String.join(", ", fields.strings("Threats")),
                        counts(fields.object("CountByThreatType")),
                        counts(fields.object("CountByDeliveryLocation", "CountByDeliveryStatus")));
        return cluster.key().value().equals("?") ? null : cluster;
    }

    private static List<Entity.Count> counts(Fields fields) {
        var counts = new ArrayList<Entity.Count>();
        for (String name : fields.node().propertyNames()) {
            if (!name.startsWith("$")) {
                counts.add(new Entity.Count(name, fields.number(name)));
            }
        }
        return counts;
    }

    static Entity.@Nullable MailSubmission submission(Fields fields) {
        var mail =
                new Entity.MailSubmission(
                        fields.text("SubmissionId"),
                        fields.text("NetworkMessageId"),
                        fields.text("Recipient"),
                        fields.text("Sender"),
                        fields.text("SenderIp"),
                        fields.text("Subject"),
                        fields.text("Submitter"),
                        fields.text("ReportType"),
                        fields.instant("SubmissionDate", "Timestamp"));
        return (mail.submissionId() + mail.networkMessageId()).isEmpty() ? null : mail;
    }
}
