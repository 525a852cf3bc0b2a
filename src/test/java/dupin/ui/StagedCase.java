package dupin.ui;

import org.jspecify.annotations.Nullable;
import dupin.model.ActionType;
import dupin.model.ActionState;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.ProviderAction;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import dupin.model.Weight;
import dupin.model.Weights;
import dupin.model.row.AlertGoing;
import dupin.service.AlertDetails;
import dupin.service.AlertWork;
import dupin.service.ChangeFeed;
import dupin.model.policy.ApprovalRules;
import dupin.service.Deciders;
import dupin.service.Desk;
import dupin.service.ItemResult;
import dupin.service.News;
import dupin.ui.fx.AlertCommands;
import dupin.ui.fx.CaseContext;
import dupin.ui.fx.Deeds;
import dupin.ui.fx.TuningCommands;
import dupin.ui.fx.Frame;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/// A case in memory for tests of views: answers like a desk, obeys like a case, tells of changes. Notes what it was asked.
public final class StagedCase implements Deeds {
    public final List<String> heard = new CopyOnWriteArrayList<>();
    private static final AlertGoing NOTHING_GOES = new AlertGoing("", List.of(), 0, List.of(), false);
    public final ChangeFeed feed = new ChangeFeed();
    private final Map<String, RemediationAction> actions = new LinkedHashMap<>();
    public final List<ProviderAction> theirs = new CopyOnWriteArrayList<>();
    public volatile ApprovalRules rules = ApprovalRules.NONE;
    public volatile Deciders deciders = new Deciders(1, List.of(), List.of(), List.of(), true);
    private volatile String refusal = "";

    public StagedCase() {
        StagedActions.all().forEach(a -> actions.put(a.id(), a));
    }

    /// The case has these, too.
    public synchronized void add(RemediationAction... more) {
        List.of(more).forEach(action -> actions.put(action.id(), action));
        News.tell(feed, Set.of(StagedActions.INCIDENT), Set.of(more[0].id()), Set.of());
    }

    /// Every command answers with this refusal from now on.
    public void refuse(String why) {
        refusal = why;
    }

    public CaseContext context(Frame frame) {
        var weights =
                new Weights(
                        "1",
                        Map.of(
                                "threshold.malicious", new Weight("threshold.malicious", 10, "", ""),
                                "threshold.suspicious", new Weight("threshold.suspicious", 0, "", "")));
        return new CaseContext(desk(), this, feed, weights, frame);
    }

    public synchronized List<RemediationAction> actions() {
        return List.copyOf(actions.values());
    }

    public synchronized RemediationAction action(String tail) {
        return actions.values().stream().filter(a -> a.id().endsWith(tail)).findFirst().orElseThrow();
    }

    private Desk desk() {
        return (Desk)
                Proxy.newProxyInstance(
                        Desk.class.getClassLoader(),
                        new Class<?>[] {Desk.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "actions" -> actions();
                                    case "providerActions" -> List.copyOf(theirs);
                                    case "explain" ->
                                            Optional.of(StagedExplanation.of((EntityKey) arguments[0], actions()));
                                    case "alert" ->
                                            StagedIncident.details(actions()).alerts().stream()
                                                    .filter(row -> row.alert().id().equals(arguments[0]))
                                                    .findFirst()
                                                    .map(row ->
                                                            new AlertDetails(row, List.of(), List.of(), NOTHING_GOES));
                                    case "incident" -> Optional.of(StagedIncident.details(actions()));
                                    case "raw" ->
                                            Optional.of(
                                                    "{\"Timestamp\":\"2026-11-20T09:14:22.118Z\",\"DeviceName\":\"fin-ws-014\",\"ActionType\":\"ProcessCreated\",\"FileName\":\"Invoice_8842.pdf.exe\",\"ProcessCommandLine\":\"<b>Invoice</b> /quiet\"}");
                                    default -> throw new UnsupportedOperationException(method.getName());
                                });
    }

    @Override
    public List<ItemResult> approve(List<String> ids, String comment) {
        return each(
                "approve",
                ids,
                a -> a.state() == ActionState.PENDING || a.state() == ActionState.FAILED,
                ActionState.COMPLETED,
                comment);
    }

    @Override
    public ApprovalRules approvalRules() {
        return rules;
    }

    @Override
    public Optional<Deciders> deciders(String actionId) {
        return Optional.of(deciders);
    }

    @Override
    public List<ItemResult> reject(List<String> ids, String comment) {
        return each("reject", ids, a -> a.state() == ActionState.PENDING, ActionState.DECLINED, comment);
    }

    @Override
    public String request(
            ActionType type,
            EntityKey entity,
            @Nullable EntityKey device,
            Map<String, String> parameters,
            String reason) {
        return "";
    }

    @Override
    public List<ItemResult> cancelActions(List<String> ids, String comment) {
        return each("cancel", ids, a -> a.state().cancellable(), ActionState.CANCELLED, comment);
    }

    @Override
    public List<ItemResult> undo(List<String> ids, String comment) {
        return each("undo", ids, a -> a.state() == ActionState.COMPLETED, ActionState.UNDONE, comment);
    }

    private synchronized List<ItemResult> each(
            String verb, List<String> ids, Predicate<RemediationAction> legal, ActionState next, String comment) {
        heard.add(
                verb
                        + " "
                        + ids.stream().map(id -> id.substring(id.length() - 4)).toList()
                        + (comment.isEmpty() ? "" : " " + comment));
        var results = new ArrayList<ItemResult>();
        for (String id : ids) {
            RemediationAction action = actions.get(id);
            String label = action.type().label() + " " + action.target().label();
            if (!refusal.isEmpty() || !legal.test(action)) {
                results.add(
                        new ItemResult(
                                id,
                                label,
                                false,
                                refusal.isEmpty() ? label + " is " + action.state().label() + "." : refusal));
            } else {
                actions.put(id, action.decided(next, "m.lopez", comment, StagedEntities.NOW));
                results.add(new ItemResult(id, label, true, ""));
            }
        }
        News.tell(feed, Set.of(StagedActions.INCIDENT), Set.copyOf(ids), Set.of());
        return results;
    }

    @Override
    public String investigate(EntityKey entity) {
        heard.add("investigate " + entity);
        return "INV-1";
    }

    @Override
    public String investigateAlert(String alertId) {
        heard.add("investigate alert " + alertId);
        return "INV-1";
    }

    @Override
    public String investigateIncident(String incidentId) {
        heard.add("investigate incident " + incidentId);
        return "INV-1";
    }

    @Override
    public void cancel(String investigationId) {
        heard.add("cancel " + investigationId);
    }

    @Override
    public int override(EntityKey entity, Verdict verdict, String reason) {
        heard.add("override " + entity + " " + verdict.word() + " " + reason);
        return 1;
    }

    @Override
    public void withdrawOverride(EntityKey entity, String reason) {
        heard.add("withdraw override " + entity + " " + reason);
    }

    @Override
    public void manage(String incidentId, List<dupin.model.Entry.Change> changes) {
        throw new UnsupportedOperationException("manage");
    }

    @Override
    public AlertCommands onAlerts() {
        return new AlertCommands() {
            @Override
            public void manage(String alertId, List<Entry.Change> changes, String comment) {
                heard.add("manage " + alertId + " " + changes + " " + comment);
            }

            @Override
            public String link(AlertWork.Wish wish) {
                heard.add("link " + wish);
                return wish.intoIncidentId();
            }
        };
    }

    @Override
    public TuningCommands tuning() {
        throw new UnsupportedOperationException("no rules are made from a staged case");
    }

    @Override
    public void comment(String subject, String text) {
        heard.add("comment " + subject + " " + text);
    }
}
