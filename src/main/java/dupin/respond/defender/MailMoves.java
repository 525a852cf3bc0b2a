package dupin.respond.defender;

import dupin.model.Canonical;
import java.util.List;

/// Orders of Graph security that move messages: accepted at once, carried out later.
///
/// @param sendersCopy whether the sender's own copy goes too
record MailMoves(Api api, boolean sendersCopy) {

    /// One message in one mailbox.
    record Mail(String networkMessageId, String recipient) {}

    /// @return where the service tells of the order; "" when it does not say
    /// @throws ServiceTrouble when it is not accepted
    String move(List<Mail> mails, String how, String comment) {
        var body =
                api.json()
                        .createObjectNode()
                        .put("displayName", comment.substring(0, Math.min(120, comment.length())))
                        .put("description", comment)
                        .put("severity", "high")
                        .put("action", how)
                        .put("remediateSendersCopy", sendersCopy);
        var all = body.putArray("analyzedEmails");
        mails.forEach(mail ->
                all.addObject()
                        .put("networkMessageId", mail.networkMessageId())
                        .put("recipientEmailAddress", mail.recipient()));
        return api.post("/security/collaboration/analyzedEmails/remediate", body).location();
    }

    /// The order that brings a message back to where it was.
    static String back(String location) {
        return Canonical.lower(location).contains("junk") ? "moveToJunk" : "moveToInbox";
    }
}
