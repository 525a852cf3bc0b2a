package dupin.engine.sigma;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import dupin.model.sigma.RuleHead;
import dupin.model.sigma.SigmaLevel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Makes alerts of matches: one for each rule, device and acting process, or each rule, device and hour where no process is
/// known, however many rows match; where the row is of no device but of an account (cloud logs), one for each rule, account
/// and day. Beyond [#MAX_GROUPS] of a rule on a device the rest goes into one more alert, which says so.
/// A rule of the level *informational* is counted and gives no alert: it describes what is ordinary. The same matches give the same alerts in whatever order they come. For one thread.
public final class RuleAlerts {
    /// How many alerts a rule may give on a device before the rest is put together.
    public static final int MAX_GROUPS = 40;

    /// How many groups of a rule on a device are held apart; which ones does not depend on the order of the rows.
    private static final int MAX_HELD = 1_000;

    private final Map<String, TreeMap<String, AlertDraft>> groups = new TreeMap<>();
    private final Map<String, AlertDraft> rest = new TreeMap<>();
    private final Map<String, Long> matches = new HashMap<>();

    /// A rule matches a row.
    ///
    /// @param pack name and version of the rules' pack
    public void match(RuleHead rule, String pack, TelemetryEvent event) {
        matches.merge(rule.id(), 1L, Long::sum);
        if (rule.level() == SigmaLevel.INFORMATIONAL) {
            return;
        }
        String device = account(event).isEmpty() ? event.device().map(each -> each.key().value()).orElse("") : "";
        String group = rule.id() + "\n" + device;
        TreeMap<String, AlertDraft> drafts = groups.computeIfAbsent(group, _ -> new TreeMap<>());
        drafts.computeIfAbsent(subject(event), key -> new AlertDraft(rule, pack, group + "\n" + key)).add(event);
        if (drafts.size() > MAX_HELD) {
            AlertDraft further = drafts.pollLastEntry().getValue();
            rest.computeIfAbsent(group, key -> new AlertDraft(rule, pack, key + "\nrest")).take(further);
        }
    }

    /// A rule over rules holds for these rows.
    public void correlated(RuleHead rule, String pack, List<String> group, List<TelemetryEvent> events) {
        matches.merge(rule.id(), 1L, Long::sum);
        String key = rule.id() + "\n" + String.join("\n", group);
        String first = events.getFirst().row().text();
        AlertDraft draft =
                groups.computeIfAbsent(key, _ -> new TreeMap<>())
                        .computeIfAbsent(first, _ -> new AlertDraft(rule, pack, key + "\n" + first));
        events.forEach(draft::add);
    }

    /// Whose row of a cloud log it is; "" for rows of devices.
    private static String account(TelemetryEvent event) {
        return switch (event.kind()) {
            case SIGN_IN, SIGN_IN_FAILED, CLOUD_ACTIVITY, IDENTITY_CHANGED, INBOX_RULE ->
                    event.actor().isPresent()
                                    || event.kind() == EventKind.IDENTITY_CHANGED && event.device().isPresent()
                            ? ""
                            : event.entity(LinkRole.ACCOUNT)
                                    .or(() -> event.entity(LinkRole.APPLICATION))
                                    .map(each -> each.key().value())
                                    .orElse("");
            default -> "";
        };
    }

    private static String subject(TelemetryEvent event) {
        String account = account(event);
        Instant when = event.time();
        if (!account.isEmpty() && when != null) {
            return "account " + account + " day " + when.getEpochSecond() / 86_400;
        }
        return process(event)
                .map(process -> "process " + process.key().value())
                .or(() -> Optional.ofNullable(event.time()).map(time -> "hour " + time.getEpochSecond() / 3600))
                .orElse("");
    }

    /// The process that a match speaks of: the started one, else the one that did it.
    static Optional<Entity.Process> process(TelemetryEvent event) {
        return event.target()
                .filter(_ -> event.kind() == EventKind.PROCESS_CREATED)
                .filter(Entity.Process.class::isInstance)
                .map(Entity.Process.class::cast)
                .or(event::actor);
    }

    /// The alert of one match alone.
    ///
    /// @param key tells the match from others; the same one always gives the same alert
    public static Alert one(RuleHead rule, String pack, String key, TelemetryEvent event) {
        var draft = new AlertDraft(rule, pack, key);
        draft.add(event);
        return draft.alert();
    }

    /// How many rows matched, by rule.
    public Map<String, Long> matches() {
        return Map.copyOf(matches);
    }

    /// The alerts of all matches so far, by id. More matches may follow.
    public List<Alert> alerts() {
        var alerts = new TreeMap<String, Alert>();
        var further = new TreeMap<String, AlertDraft>();
        rest.forEach((key, draft) -> further.computeIfAbsent(key, _ -> draft.emptyRest(key)).take(draft));
        groups.forEach((key, drafts) -> {
            List<AlertDraft> byTime = drafts.values().stream().sorted(AlertDraft.BY_TIME).toList();
            byTime.stream().limit(MAX_GROUPS).map(AlertDraft::alert).forEach(alert -> alerts.put(alert.id(), alert));
            byTime.stream()
                    .skip(MAX_GROUPS)
                    .forEach(draft -> further.computeIfAbsent(key, _ -> draft.emptyRest(key)).take(draft));
        });
        further.values().stream().map(AlertDraft::alertOfRest).forEach(alert -> alerts.put(alert.id(), alert));
        return List.copyOf(alerts.values());
    }
}
