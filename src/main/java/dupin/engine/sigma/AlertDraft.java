package dupin.engine.sigma;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import dupin.model.sigma.RuleHead;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The matches that become one alert.
final class AlertDraft {
    static final Comparator<AlertDraft> BY_TIME =
            Comparator.comparing((AlertDraft draft) -> draft.first, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(draft -> draft.key);

    /// Rows whose entities become evidence, and rows that are named.
    private static final int MAX_ROWS = 12;

    private static final int MAX_EVIDENCE = 30;

    private final RuleHead rule;
    private final String pack;
    private final String key;
    private final TreeMap<RowRef, TelemetryEvent> rows = new TreeMap<>();
    private long count;
    private @Nullable Instant first;
    private @Nullable Instant last;

    AlertDraft(RuleHead rule, String pack, String key) {
        this.rule = rule;
        this.pack = pack;
        this.key = key;
    }

    void add(TelemetryEvent event) {
        Instant time = event.time();
        count++;
        first = first == null || time != null && time.isBefore(first) ? time : first;
        last = last == null || time != null && time.isAfter(last) ? time : last;
        rows.put(event.row(), event);
        if (rows.size() > MAX_ROWS) {
            rows.pollLastEntry();
        }
    }

    /// A draft for the rest of the rule's groups on a device.
    AlertDraft emptyRest(String group) {
        return new AlertDraft(rule, pack, group + "\nrest");
    }

    void take(AlertDraft other) {
        count += other.count;
        first = first == null || other.first != null && other.first.isBefore(first) ? other.first : first;
        last = last == null || other.last != null && other.last.isAfter(last) ? other.last : last;
        rows.putAll(other.rows);
        while (rows.size() > MAX_ROWS) {
            rows.pollLastEntry();
        }
    }

    Alert alertOfRest() {
        return alert(
                "The rule matched for more than "
                        + RuleAlerts.MAX_GROUPS
                        + " processes or hours here; the further ones are put together in this alert. ");
    }

    Alert alert() {
        return alert("");
    }

    private Alert alert(String before) {
        var named = new ArrayList<String>();
        rows.keySet().forEach(row -> named.add(row.text()));
        String more = count > named.size() ? " and " + (count - named.size()) + " more" : "";
        String description =
                before
                        + (rule.description().isEmpty() ? rule.title() + "." : rule.description())
                        + "\n\nDetection rule "
                        + rule.id()
                        + " of "
                        + pack
                        + " matched "
                        + count
                        + (count == 1 ? " row: " : " rows: ")
                        + String.join(", ", named)
                        + more
                        + "."
                        + (rule.falsePositives().isEmpty()
                                ? ""
                                : "\nKnown false positives: " + String.join("; ", rule.falsePositives()) + ".");
        var tags = new TreeSet<>(rule.tags());
        tags.add("sigma." + rule.id());
        tags.add("level." + rule.level().word());
        return new Alert(
                        "SIG-" + digest(key),
                        "",
                        rule.title(),
                        description,
                        "",
                        rule.level().severity(),
                        "new",
                        Tactics.category(rule.tags()),
                        "detectionRules",
                        "sigma",
                        "Sigma rules, " + pack,
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        Tactics.techniques(rule.tags()),
                        List.copyOf(tags),
                        List.of(),
                        last,
                        first,
                        last,
                        last,
                        null,
                        evidence(),
                        rows.isEmpty() ? RowRef.NONE : rows.firstKey())
                .raisedBy(rule.id(), rule.title());
    }

    private List<Evidence> evidence() {
        var order = new ArrayList<EntityKey>();
        var entities = new HashMap<EntityKey, Entity>();
        Map<EntityKey, TreeSet<String>> roles = new HashMap<>();
        for (TelemetryEvent row : rows.values()) {
            for (EventLink link : row.links()) {
                EntityKey entity = link.entity().key();
                if (!entities.containsKey(entity) && entities.size() < MAX_EVIDENCE && tells(link)) {
                    entities.put(entity, link.entity());
                    order.add(entity);
                }
                role(row.kind(), link).ifPresent(role -> roles.computeIfAbsent(entity, _ -> new TreeSet<>()).add(role));
            }
        }
        return order.stream()
                .map(entity ->
                        new Evidence(
                                Objects.requireNonNull(entities.get(entity)),
                                List.copyOf(roles.getOrDefault(entity, new TreeSet<>())),
                                List.of(),
                                "",
                                "",
                                "",
                                List.of(),
                                first))
                .toList();
    }

    private static boolean tells(EventLink link) {
        return !link.entity().key().value().equals("?")
                && !(link.entity() instanceof Entity.User user && user.wellKnown());
    }

    /// The parent of a started process and a process that was reached into stand beside what the rule saw.
    private static Optional<String> role(EventKind kind, EventLink link) {
        boolean process = link.entity() instanceof Entity.Process;
        return switch (link.role()) {
            case PARENT -> Optional.of("contextual");
            case ACTOR -> kind == EventKind.PROCESS_CREATED ? Optional.of("contextual") : Optional.empty();
            case TARGET -> process && kind == EventKind.PROCESS_ACCESS ? Optional.of("attacked") : Optional.empty();
            case SOURCE -> Optional.of("source");
            case DESTINATION -> Optional.of("destination");
            default -> Optional.empty();
        };
    }

    private static String digest(String key) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
