package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.model.Entity;
import dupin.model.Evidence;
import java.util.ArrayList;
import java.util.List;

/// Graph's evidence of mail and collaboration.
final class GraphMail {
    private GraphMail() {}

    static Entity.Mailbox mailbox(Fields mailbox) {
        Fields account = mailbox.object("userAccount");
        String upn = mailbox.text("upn");
        return new Entity.Mailbox(
                mailbox.text("primaryAddress", "mailboxPrimaryAddress"),
                mailbox.text("displayName"),
                upn.isEmpty() ? account.text("userPrincipalName") : upn);
    }

    /// The configuration that the evidence is about stands in the tags.
    static List<Evidence> configuration(Fields evidence, Seen seen) {
        var mailbox = new Entity.Mailbox(evidence.text("mailboxPrimaryAddress"), "", evidence.text("upn"));
        var details = new ArrayList<String>();
        for (String name : List.of("configurationType", "displayName", "configurationId")) {
            String text = evidence.text(name);
            if (!text.isEmpty()) {
                details.add(name + ": " + text);
            }
        }
        return seen.tagged(details).of(mailbox);
    }

    static Entity.MailMessage message(Fields mail) {
        Fields from = mail.object("p2Sender");
        Fields envelopeFrom = mail.object("p1Sender");
        String sender = from.text("emailAddress");
        return new Entity.MailMessage(
                mail.text("networkMessageId"),
                mail.text("internetMessageId"),
                mail.text("recipientEmailAddress", "recipient"),
                sender.isEmpty() ? envelopeFrom.text("emailAddress") : sender,
                from.text("displayName"),
                mail.text("senderIp"),
                mail.text("subject"),
                mail.instant("receivedDateTime"),
                mail.text("deliveryAction"),
                mail.text("deliveryLocation"),
                mail.strings("urls"),
                mail.strings("threats"));
    }

    static Entity.MailCluster cluster(Fields cluster) {
        return new Entity.MailCluster(
                cluster.text("urn"),
                cluster.text("clusterBy"),
                cluster.text("clusterByValue"),
                cluster.text("query"),
                Math.max(0, cluster.count("emailCount")),
                cluster.strings("networkMessageIds"),
                cluster.text("threats"),
                List.of(),
                List.of());
    }

    static Entity.MailSubmission submission(Fields mail) {
        return new Entity.MailSubmission(
                mail.text("submissionId"),
                mail.text("networkMessageId"),
                mail.text("recipient"),
                mail.text("sender"),
                mail.text("senderIp"),
                mail.text("subject"),
                mail.text("submitter"),
                mail.text("reportType"),
                mail.instant("submissionDateTime"));
    }

    /// There is no kind for chat messages; what they carry is evidence of its own.
    static List<Evidence> teams(Fields message, Seen seen) {
        var all = new ArrayList<Evidence>();
        String id = message.text("messageId", "threadId");
        all.add(seen.as(new Entity.Unknown("teamsMessageEvidence", message.text("subject", "senderFromAddress"), id)));
        for (Fields url : message.objects("urls")) {
            all.addAll(seen.within(url).as("URL in message").of(new Entity.Url(url.text("url"))));
        }
        for (Fields file : message.objects("files")) {
            all.addAll(seen.within(file).as("File in message").of(GraphEntities.file(file.object("fileDetails"), "")));
        }
        return all;
    }
}
