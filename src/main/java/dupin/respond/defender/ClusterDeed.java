package dupin.respond.defender;

import dupin.model.ActionItem;
import dupin.model.ActionType;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.respond.Responder.Outcome;
import dupin.respond.Responder.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The removal of all mails of a cluster. Orders go out in batches; one that is refused is halved until the mails are known
/// that the service does not take, and those alone fail. What was taken is remembered at once, so that a retry asks for the
/// rest and undo brings back what was moved.
final class ClusterDeed implements Deed {
    private static final String MAIL = "mail ";
    private static final int BATCH = 100;

    /// A receipt of more would make the journal grow with the mail system; failures come first.
    private static final int LONGEST_RECEIPT = 1_000;

    private final RemediationAction action;
    private final MailMoves moves;
    private final Entity.MailCluster cluster;
    private final List<Entity.MailMessage> mails;

    /// Mail to where it was, of those that the service took, now or in an earlier attempt.
    private final Map<String, String> moved = new TreeMap<>();

    private final Map<String, String> refused = new LinkedHashMap<>();

    /// @param mails those of the cluster that the case knows a recipient of
    /// @param earlier what is remembered of orders that were given before
    /// @throws ServiceTrouble when the case knows none
    ClusterDeed(Api api, RemediationAction action, List<Entity.MailMessage> mails, Map<String, String> earlier) {
        this.action = action;
        this.moves = new MailMoves(api, Boolean.parseBoolean(action.parameter("remediateSendersCopy")));
        this.mails = mails;
        if (!(action.target() instanceof Entity.MailCluster target) || mails.isEmpty()) {
            throw new ServiceTrouble(
                    Status.FAILED, 0, "The case does not know message id and recipient of any email of this cluster.");
        }
        this.cluster = target;
        earlier.forEach((key, location) -> {
            if (key.startsWith(MAIL)) {
                moved.put(key, location);
            }
        });
    }

    static boolean does(ActionType type) {
        return type == ActionType.SOFT_DELETE_CLUSTER;
    }

    private static String name(Entity.MailMessage mail) {
        return MAIL + Canonical.lower(mail.networkMessageId()) + " " + Canonical.lower(mail.recipientEmailAddress());
    }

    private static String label(String name) {
        String rest = name.substring(MAIL.length());
        int blank = rest.indexOf(' ');
        return rest.substring(blank + 1) + " (" + rest.substring(0, blank) + ")";
    }

    @Override
    public Map<String, String> before() {
        return Map.of();
    }

    @Override
    public Step order(String comment) {
        var names = new TreeMap<String, MailMoves.Mail>();
        var were = new TreeMap<String, String>();
        for (Entity.MailMessage mail : mails) {
            String name = name(mail);
            if (!moved.containsKey(name)) {
                names.put(name, new MailMoves.Mail(mail.networkMessageId(), mail.recipientEmailAddress()));
                were.put(name, mail.deliveryLocation().isEmpty() ? "Inbox" : mail.deliveryLocation());
            }
        }
        try {
            each(names, "softDelete", comment, name -> moved.put(name, were.getOrDefault(name, "Inbox")));
        } catch (ServiceTrouble later) {
            return new Step(Status.UNDER_WAY, "", told() + " " + later.outcome().details(), items(), moved);
        }
        unknown()
                .forEach(
                        id -> refused.put(MAIL + id + " recipient unknown", "The case does not know who received it."));
        return new Step(refused.isEmpty() ? Status.DONE : Status.FAILED, "", told(), items(), moved);
    }

    /// Goes on where an order stopped.
    @Override
    public Step progress(String operation) {
        return order(Machines.comment(action, false));
    }

    @Override
    public Step restore(String comment, Map<String, String> before) {
        var there = new TreeMap<String, Map<String, MailMoves.Mail>>();
        before.forEach((name, location) -> {
            if (name.startsWith(MAIL)) {
                String[] parts = name.substring(MAIL.length()).split(" ", 2);
                there.computeIfAbsent(MailMoves.back(location), _ -> new TreeMap<>())
                        .put(name, new MailMoves.Mail(parts[0], parts[1]));
            }
        });
        var back = new TreeSet<String>();
        there.forEach((how, names) -> each(names, how, comment, back::add));
        String told = back.size() + " of " + (back.size() + refused.size()) + " emails were accepted for moving back.";
        return new Step(
                refused.isEmpty() ? Status.DONE : Status.FAILED,
                "",
                refused.isEmpty() ? told : told + " " + refusals(),
                List.of(),
                Map.of());
    }

    /// What may be tried again later ends the round; what is refused is kept by mail.
    private void each(Map<String, MailMoves.Mail> names, String how, String comment, Consumer<String> taken) {
        List<String> all = List.copyOf(names.keySet());
        for (int from = 0; from < all.size(); from += BATCH) {
            batch(all.subList(from, Math.min(all.size(), from + BATCH)), names, how, comment, taken);
        }
    }

    private void batch(
            List<String> some, Map<String, MailMoves.Mail> names, String how, String comment, Consumer<String> taken) {
        try {
            moves.move(some.stream().map(names::get).toList(), how, comment);
            some.forEach(taken);
        } catch (ServiceTrouble e) {
            if (e.outcome().status() == Status.UNDER_WAY) {
                throw e;
            }
            boolean byMail = e.code() == 400 || e.code() == 404 || e.code() == 409 || e.code() == 422;
            if (some.size() > 1 && byMail) {
                int half = some.size() / 2;
                batch(some.subList(0, half), names, how, comment, taken);
                batch(some.subList(half, some.size()), names, how, comment, taken);
            } else {
                some.forEach(name -> refused.put(name, e.outcome().details()));
            }
        }
    }

    private List<String> unknown() {
        var known = new TreeSet<String>();
        mails.forEach(mail -> known.add(Canonical.lower(mail.networkMessageId())));
        return cluster.networkMessageIds().stream()
                .map(Canonical::lower)
                .distinct()
                .filter(id -> !known.contains(id))
                .toList();
    }

    private String told() {
        int all = moved.size() + refused.size();
        String more =
                cluster.emailCount() > all
                        ? " The source counts " + cluster.emailCount() + "; the others are not in this case."
                        : "";
        return moved.size()
                + " of "
                + all
                + " emails were accepted for soft deletion."
                + (refused.isEmpty() ? "" : " " + refusals())
                + more;
    }

    private String refusals() {
        String first = refused.keySet().iterator().next();
        return refused.size() + " failed, the first of them " + label(first) + ": " + refused.get(first);
    }

    private List<ActionItem> items() {
        var items = new ArrayList<ActionItem>();
        refused.forEach((name, why) -> items.add(new ActionItem(label(name), false, why)));
        moved.keySet().forEach(name -> items.add(new ActionItem(label(name), true, "")));
        return items.stream().sorted(Comparator.comparing(ActionItem::done)).limit(LONGEST_RECEIPT).toList();
    }

    @Override
    public Outcome verify(boolean expectEffect) {
        return new Outcome(
                Status.UNKNOWN,
                "Where the messages are now cannot be read back; the service's own action center tells.");
    }
}
