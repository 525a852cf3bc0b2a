package dupin.engine;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.util.ArrayList;
import java.util.List;

/// What an entity's own attributes say of others: the process of its parent and image, the mail of its recipient.
final class GraphRelations {

    /// @param keys names of the other entity, the first that is drawn is meant
    /// @param outward from the entity to the other; else the other way round
    record Relation(List<EntityKey> keys, boolean outward, boolean communication, String label, String reason) {}

    private final List<Relation> relations = new ArrayList<>();

    private GraphRelations() {}

    static List<Relation> of(Entity entity) {
        var found = new GraphRelations();
        String device = EntityDevice.of(entity);
        if (!device.isEmpty()) {
            found.to(
                    Entity.Device.named(device),
                    entity instanceof Entity.Process ? "ran on" : "on",
                    "Its source names the device " + device + ".");
        }
        switch (entity) {
            case Entity.Process process -> found.process(process);
            case Entity.MailMessage mail -> found.mail(mail);
            case Entity.MailCluster cluster ->
                    cluster.networkMessageIds()
                            .forEach(id ->
                                    found.add(
                                            List.of(new EntityKey(EntityKind.MAIL_MESSAGE, Canonical.lower(id))),
                                            true,
                                            false,
                                            "holds",
                                            "The cluster holds this email."));
            case Entity.MailSubmission submission -> {
                String id = Canonical.lower(submission.networkMessageId());
                found.add(
                        List.of(
                                new EntityKey(
                                        EntityKind.MAIL_MESSAGE, id + "|" + Canonical.lower(submission.recipient())),
                                new EntityKey(EntityKind.MAIL_MESSAGE, id)),
                        true,
                        false,
                        "reports",
                        "A user reported this email.");
                found.person(submission.submitter(), false, "reported", "This user reported it.");
            }
            case Entity.Mailbox mailbox ->
                    found.to(
                            Entity.User.ofUpn(mailbox.upn().isEmpty() ? mailbox.primaryAddress() : mailbox.upn()),
                            "belongs to",
                            "The mailbox bears the user's address.");
            case Entity.SignInSession session -> {
                found.person(session.account(), true, "session of", "The session is the user's.");
                found.add(
                        Entity.IpAddress.of(session.ipAddress()).allKeys(),
                        false,
                        true,
                        "signed in from",
                        "The sign-in came from this address.");
            }
            case Entity.Url url -> found.to(new Entity.Domain(Canonical.urlHost(url.url())), "on", "The URL's host.");
            case Entity.Device it ->
                    found.add(
                            Entity.IpAddress.of(it.ipAddress()).allKeys(),
                            true,
                            false,
                            "has address",
                            "The device's own address.");
            default -> {}
        }
        return found.relations;
    }

    private void process(Entity.Process process) {
        if (process.parentProcessId() > 0) {
            String parent =
                    Canonical.host(process.device())
                            + "|"
                            + process.parentProcessId()
                            + "|"
                            + Canonical.millis(process.parentProcessCreationDateTime());
            add(
                    List.of(new EntityKey(EntityKind.PROCESS, parent)),
                    false,
                    false,
                    "started",
                    "It is the parent process.");
        }
        add(process.imageFile().allKeys(), true, false, "runs", "The process runs this file.");
        String account = process.account();
        int cut = account.indexOf('\\');
        if (!account.isEmpty()) {
            Entity.User user =
                    account.contains("@")
                            ? Entity.User.ofUpn(account)
                            : cut > 0
                                    ? Entity.User.ofAccount(account.substring(0, cut), account.substring(cut + 1))
                                    : Entity.User.ofAccount("", account);
            add(user.allKeys(), true, false, "as", "The process ran under this account.");
        }
    }

    private void mail(Entity.MailMessage mail) {
        person(mail.recipientEmailAddress(), true, "delivered to", "The recipient of the email.");
        mail.urls().forEach(url -> to(new Entity.Url(url), "links to", "The email holds this link."));
        add(
                Entity.IpAddress.of(mail.senderIp()).allKeys(),
                false,
                true,
                "sent from",
                "The sending server of the email.");
        person(mail.senderAddress(), false, "sent", "The sender of the email.");
    }

    /// A person is drawn as the mailbox or as the user.
    private void person(String address, boolean outward, String label, String reason) {
        String key = Canonical.lower(address);
        if (!key.isEmpty()) {
            add(
                    List.of(new EntityKey(EntityKind.MAILBOX, key), new EntityKey(EntityKind.USER, key)),
                    outward,
                    false,
                    label,
                    reason);
        }
    }

    private void to(Entity other, String label, String reason) {
        add(other.allKeys(), true, false, label, reason);
    }

    private void add(List<EntityKey> keys, boolean outward, boolean communication, String label, String reason) {
        relations.add(new Relation(keys, outward, communication, label, reason));
    }
}
