package dupin.engine;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.TelemetryEvent;
import java.util.List;

/// Whether mail still lies in a cloud mailbox, so that there is something to delete.
final class Mailboxes {
    private static final List<String> LOCATION_COLUMNS = List.of("DeliveryLocation", "LatestDeliveryLocation");

    private Mailboxes() {}

    /// By its latest known place; a mail of which no place is known counts as delivered, and a person decides.
    static boolean holds(Entity.MailMessage mail, Facts facts) {
        String place = mail.deliveryLocation();
        for (TelemetryEvent event :
                facts.events(
                        Facts.Query.of(mail.key()).kinds(EventKind.MAIL_DELIVERED, EventKind.MAIL_POST_DELIVERY))) {
            for (String column : LOCATION_COLUMNS) {
                place = event.attribute(column).isEmpty() ? place : event.attribute(column);
            }
        }
        if (place.isEmpty() || Canonical.lower(place).equals("unknown")) {
            String action = Canonical.lower(mail.deliveryAction());
            return !action.contains("block") && !action.contains("replace");
        }
        return inMailbox(place);
    }

    /// Mails of unknown place count as delivered here as well.
    static boolean holds(Entity.MailCluster cluster) {
        List<Entity.Count> places = cluster.countByDeliveryLocation();
        return places.isEmpty()
                || places.stream()
                        .anyMatch(c ->
                                c.count() > 0 && (inMailbox(c.name()) || Canonical.lower(c.name()).equals("unknown")));
    }

    private static boolean inMailbox(String place) {
        String word = Canonical.lower(place).replace(" ", "");
        return !word.startsWith("notin") && (word.contains("inbox") || word.contains("junk") || word.equals("mailbox"));
    }
}
