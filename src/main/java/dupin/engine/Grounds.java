package dupin.engine;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Finding;
import dupin.model.Ground;
import dupin.model.Ledger;
import dupin.model.RemediationAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a decision about an action rests on, and how it differs from what it rested on before. Stateless.
public final class Grounds {
    /// Subject of the ground that names the mails of a cluster, which the fold does not know.
    private static final String MAILS = "mails";

    private static final int TOLD = 4;

    private Grounds() {}

    /// Verdict and counted findings of everything that the action is on, whether the policy lets anything be done, and which
    /// version of it said so; of the mails of a cluster what was approved, which [#withMails] brings up to date.
    public static List<Ground> of(CaseState state, RemediationAction action) {
        var grounds = new ArrayList<Ground>();
        add(grounds, state, action.target().key(), action.target().label());
        for (EntityKey key : action.covered()) {
            add(grounds, state, key, state.entity(key).map(Entity::label).orElse(key.value()));
        }
        boolean nothing = decision(state, action).mode() == AutomationPolicy.Mode.NONE;
        grounds.add(
                new Ground(
                        "policy",
                        nothing ? "none" : "allowed",
                        nothing ? "the policy has nothing done here" : "the policy allows the action"));
        String version = Integer.toString(state.policy().version());
        grounds.add(new Ground("policy version", version, "the policy is version " + version));
        mails(action).ifPresent(grounds::add);
        return List.copyOf(grounds);
    }

    /// As above, with the mails of the cluster as somebody told them who could read them.
    static List<Ground> of(CaseState state, RemediationAction action, List<Ground> told) {
        return mails(told).map(mails -> with(of(state, action), mails)).orElseGet(() -> of(state, action));
    }

    /// The mails that an approval of the action is about; empty for what is not on a cluster.
    public static Optional<Ground> mails(RemediationAction action) {
        return mails(action.approvedOn());
    }

    private static Optional<Ground> mails(List<Ground> grounds) {
        return grounds.stream().filter(ground -> ground.subject().equals(MAILS)).findFirst();
    }

    /// @param mails of the cluster that the action is on, as the store knows them at this moment
    public static List<Ground> withMails(List<Ground> grounds, List<Entity.MailMessage> mails) {
        var digest = new Digests();
        mails.stream().map(mail -> mail.key().value()).sorted().forEach(digest::line);
        String count = mails.size() == 1 ? "1 mail" : mails.size() + " mails";
        String value = count + " (" + digest.hex().substring(0, 12) + ")";
        return with(grounds, new Ground(MAILS, value, "the case knows " + count + " of the cluster by recipient"));
    }

    private static List<Ground> with(List<Ground> grounds, Ground mails) {
        var all = new ArrayList<>(grounds.stream().filter(ground -> !ground.subject().equals(MAILS)).toList());
        all.add(mails);
        return List.copyOf(all);
    }

    private static void add(List<Ground> grounds, CaseState state, EntityKey key, String label) {
        Optional<Ledger> ledger = state.ledger(key);
        String verdict = ledger.map(l -> l.verdict().label() + " (" + l.score() + " dB)").orElse("not judged");
        grounds.add(new Ground("verdict " + key, verdict, "the verdict of " + label + " is " + verdict));
        for (Finding finding : ledger.map(Ledger::counted).orElse(List.of())) {
            grounds.add(
                    new Ground(
                            "finding " + key + " " + finding.id(),
                            Integer.toString(finding.weight()),
                            "\"" + finding.text() + "\" (" + finding.weight() + " dB)"));
        }
    }

    /// SHA-256 (hex): equal exactly when the grounds are.
    public static String digest(List<Ground> grounds) {
        var digest = new Digests();
        grounds.stream().map(ground -> ground.subject() + "=" + ground.value()).sorted().forEach(digest::line);
        return digest.hex();
    }

    /// The difference in words; empty when there is none.
    public static Optional<String> difference(List<Ground> before, List<Ground> after) {
        if (digest(before).equals(digest(after))) {
            return Optional.empty();
        }
        Map<String, Ground> was = bySubject(before);
        Map<String, Ground> is = bySubject(after);
        var changes = new ArrayList<String>();
        is.forEach((subject, ground) -> {
            Ground old = was.get(subject);
            if (old == null) {
                changes.add("new: " + ground.text());
            } else if (!old.value().equals(ground.value())) {
                changes.add("now " + ground.text() + ", before " + old.value());
            }
        });
        was.forEach((subject, ground) -> {
            if (!is.containsKey(subject)) {
                changes.add("gone: " + ground.text());
            }
        });
        String more = changes.size() > TOLD ? "; and " + (changes.size() - TOLD) + " more" : "";
        return Optional.of(String.join("; ", changes.subList(0, Math.min(TOLD, changes.size()))) + more + ".");
    }

    private static Map<String, Ground> bySubject(List<Ground> grounds) {
        var map = new LinkedHashMap<String, Ground>();
        grounds.forEach(ground -> map.put(ground.subject(), ground));
        return map;
    }

    /// Why a decision that was made does not hold at the moment of acting; empty when it does. A person's approval holds
    /// while everything it rests on is the same, the policy's while it would decide so again.
    public static Optional<String> changed(CaseState state, RemediationAction action) {
        if (action.automatic()) {
            AutomationPolicy.Decision now =
                    PlainBlock.heed(
                            decision(state, action),
                            action.type(),
                            state.ledger(action.target().key()),
                            state.ledgers.weights());
            return now.automatic() || action.type() == ActionType.EXPAND_SCOPE
                    ? Optional.empty()
                    : Optional.of("It was to run by itself, but that has changed: " + now.reason());
        }
        return action.approvedOn().isEmpty()
                ? Optional.empty()
                : difference(action.approvedOn(), of(state, action))
                        .map(words -> "What the approval rests on has changed: " + words);
    }

    private static AutomationPolicy.Decision decision(CaseState state, RemediationAction action) {
        Optional<Entity.Device> device =
                Optional.ofNullable(action.device())
                        .map(key ->
                                state.entity(key)
                                        .filter(Entity.Device.class::isInstance)
                                        .map(Entity.Device.class::cast)
                                        .orElseGet(() -> Entity.Device.named(key.value())));
        return AutomationPolicy.decide(
                state.ledger(action.target().key()).map(Ledger::verdict).orElse(action.verdict()),
                action.type(),
                action.target(),
                device,
                DeviceGroups.levelOf(device, state.policy()),
                Folders.classify(action.target(), state.policy()),
                state.policy());
    }
}
