package dupin.respond.defender;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.respond.Responder.Outcome;
import dupin.respond.Responder.Status;
import java.util.List;
import java.util.Map;

/// The move of one message by Graph security: accepted at once, carried out later, and not to be read back.
final class MailDeed implements Deed {
    private final Api api;
    private final RemediationAction action;
    private final String message;
    private final String recipient;
    private final String location;

    /// @throws ServiceTrouble when the case does not know message or recipient
    MailDeed(Api api, RemediationAction action) {
        this.api = api;
        this.action = action;
        if (action.target() instanceof Entity.MailMessage mail) {
            message = mail.networkMessageId();
            recipient = mail.recipientEmailAddress();
            location = mail.deliveryLocation();
        } else {
            message = "";
            recipient = "";
            location = "";
        }
        if (message.isEmpty() || recipient.isEmpty()) {
            throw new ServiceTrouble(
                    Status.FAILED, 0, "The case does not know the network message id and the recipient of this email.");
        }
    }

    static boolean does(ActionType type) {
        return !word(type).isEmpty();
    }

    private static String word(ActionType type) {
        return switch (type) {
            case SOFT_DELETE_MAIL -> "softDelete";
            case HARD_DELETE_MAIL -> "hardDelete";
            case MOVE_TO_JUNK -> "moveToJunk";
            case MOVE_TO_DELETED -> "moveToDeletedItems";
            default -> "";
        };
    }

    @Override
    public Map<String, String> before() {
        return Map.of("location", location.isEmpty() ? "Inbox" : location);
    }

    @Override
    public Step order(String comment) {
        return move(word(action.type()), comment);
    }

    @Override
    public Step restore(String comment, Map<String, String> before) {
        return move(MailMoves.back(before.getOrDefault("location", "")), comment);
    }

    private Step move(String how, String comment) {
        String where =
                new MailMoves(api, Boolean.parseBoolean(action.parameter("remediateSendersCopy")))
                        .move(List.of(new MailMoves.Mail(message, recipient)), how, comment);
        return new Step(
                Status.DONE,
                where,
                how + " of the message to " + recipient + " was accepted" + (where.isEmpty() ? "." : ": " + where));
    }

    @Override
    public Outcome verify(boolean expectEffect) {
        return new Outcome(
                Status.UNKNOWN, "Where the message is now cannot be read back; the service's own action center tells.");
    }
}
