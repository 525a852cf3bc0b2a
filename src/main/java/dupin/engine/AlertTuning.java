package dupin.engine;

import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.InvestigationState;
import dupin.model.Policy;
import dupin.model.policy.Tuned;
import dupin.model.policy.TuningCondition;
import dupin.model.policy.TuningCondition.Field;
import dupin.model.policy.TuningRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which alerts a tuning rule takes, made ready once for many alerts. Immutable.
public final class AlertTuning {
    private final TuningRule rule;
    private final Policy policy;
    private final Map<Field, List<Wildcard>> wanted = new EnumMap<>(Field.class);
    private final List<Set<Field>> onEvidence = new ArrayList<>();

    /// @param policy for the device groups
    public AlertTuning(TuningRule rule, Policy policy) {
        this.rule = rule;
        this.policy = policy;
        for (TuningCondition condition : rule.conditions()) {
            wanted.computeIfAbsent(condition.field(), _ -> new ArrayList<>())
                    .addAll(condition.values().stream().map(Wildcard::of).toList());
        }
        Arrays.stream(Field.values())
                .map(Field::evidence)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(kind -> {
                    var fields = EnumSet.noneOf(Field.class);
                    wanted.keySet().stream().filter(f -> f.evidence() == kind).forEach(fields::add);
                    if (!fields.isEmpty()) {
                        onEvidence.add(fields);
                    }
                });
    }

    /// The rule of the policy that takes the alert: the first that is on and matches.
    public static Optional<TuningRule> rule(Alert alert, Policy policy) {
        return policy.tuning().stream()
                .filter(rule -> rule.enabled() && new AlertTuning(rule, policy).matches(alert))
                .findFirst();
    }

    /// The alerts that no rule of the policy takes; of the others it is written down what becomes of them, and that no
    /// investigation is started.
    ///
    /// @param alerts of the incident that nothing was decided on yet
    /// @param entries is added to
    public static List<Alert> left(CaseState state, String incidentId, List<Alert> alerts, List<Entry> entries) {
        var left = new ArrayList<Alert>();
        for (Alert alert : alerts) {
            // One that a rule has taken is still its, wherever a person has put it and whatever became of the rule.
            Optional<String> by = TuningFold.of(state, alert.id()).map(Tuned::rule);
            if (by.isEmpty() && isNew(state, alert)) {
                Optional<TuningRule> rule = rule(alert, state.policy());
                rule.ifPresent(taking -> entries.addAll(TuningFold.entries(state, alert, taking)));
                by = rule.map(TuningRule::name);
            }
            if (by.isEmpty()) {
                left.add(alert);
                continue;
            }
            entries.add(
                    new Entry.InvestigationDeclined(
                            incidentId, alert.id(), InvestigationState.SUPPRESSED_ALERT, reason(by.get())));
        }
        return left;
    }

    /// Rules take what comes: not what was looked into, and not what a person has had in hand.
    private static boolean isNew(CaseState state, Alert alert) {
        return state.investigationOf(alert.id()).isEmpty() && !state.handled.inHand(alert.id());
    }

    static String reason(String rule) {
        return "The alert tuning rule \"" + rule + "\" takes this alert.";
    }

    /// Whether the rule's conditions hold, whether it is on or not. One without conditions takes nothing.
    public boolean matches(Alert alert) {
        return !wanted.isEmpty()
                && has(Field.TITLE, List.of(alert.title()))
                && has(Field.SERVICE_SOURCE, List.of(alert.serviceSource()))
                && has(Field.DETECTION_SOURCE, List.of(alert.detectionSource()))
                && inGroup(alert)
                && onEvidence.stream().allMatch(fields -> shown(alert, fields));
    }

    private boolean has(Field field, List<String> said) {
        List<Wildcard> patterns = wanted.get(field);
        return patterns == null
                || said.stream()
                        .map(Canonical::lower)
                        .anyMatch(text -> patterns.stream().anyMatch(p -> p.matches(text)));
    }

    private boolean shown(Alert alert, Set<Field> fields) {
        Predicate<Entity> fits = entity -> fields.stream().allMatch(field -> has(field, values(field, entity)));
        return alert.evidence().stream().map(Evidence::entity).anyMatch(fits);
    }

    /// An alert that names a device outside of the group is more than the rule was made for.
    private boolean inGroup(Alert alert) {
        if (rule.deviceGroup().isEmpty()) {
            return true;
        }
        List<DeviceGroup> groups =
                alert.evidence().stream()
                        .map(Evidence::entity)
                        .filter(Entity.Device.class::isInstance)
                        .map(device -> DeviceGroups.groupOf((Entity.Device) device, policy))
                        .toList();
        return !groups.isEmpty() && groups.stream().allMatch(group -> group.name().equals(rule.deviceGroup()));
    }

    /// What the entity says under the field, in all its spellings; none where it is of another kind.
    private static List<String> values(Field field, Entity entity) {
        List<String> all =
                switch (field) {
                    case FILE_HASH -> file(entity).map(f -> List.of(f.sha256(), f.sha1(), f.md5())).orElse(List.of());
                    case FILE_NAME -> file(entity).map(f -> List.of(f.fileName(), f.fullPath())).orElse(List.of());
                    case COMMAND_LINE ->
                            entity instanceof Entity.Process p ? List.of(p.processCommandLine()) : List.of();
                    case IP_ADDRESS -> entity instanceof Entity.IpAddress ip ? List.of(ip.ipAddress()) : List.of();
                    case URL ->
                            switch (entity) {
                                case Entity.Url url -> List.of(url.url());
                                case Entity.Domain domain -> List.of(domain.domainName());
                                default -> List.of();
                            };
                    case USER -> entity instanceof Entity.User user ? names(user) : List.of();
                    case DEVICE ->
                            entity instanceof Entity.Device d
                                    ? List.of(d.label(), d.hostName(), d.deviceDnsName())
                                    : List.of();
                    case TITLE, SERVICE_SOURCE, DETECTION_SOURCE -> List.of();
                };
        return all.stream().filter(text -> !text.isBlank()).distinct().toList();
    }

    private static List<String> names(Entity.User user) {
        String domain = user.domainName();
        return List.of(
                user.label(),
                user.userPrincipalName(),
                user.accountName(),
                domain.isEmpty() ? "" : domain + "\\" + user.accountName(),
                user.userSid());
    }

    private static Optional<Entity.File> file(Entity entity) {
        return switch (entity) {
            case Entity.File file -> Optional.of(file);
            case Entity.Process process -> Optional.of(process.imageFile());
            default -> Optional.empty();
        };
    }

    /// What of the alert a rule may be made from, one value each: what it says itself first, then its evidence in its order.
    public static List<TuningCondition> offered(Alert alert) {
        var all = new LinkedHashSet<TuningCondition>();
        offer(all, Field.TITLE, List.of(alert.title()));
        offer(all, Field.SERVICE_SOURCE, List.of(alert.serviceSource()));
        offer(all, Field.DETECTION_SOURCE, List.of(alert.detectionSource()));
        for (Field field : Field.values()) {
            if (field.evidence() != null) {
                alert.evidence().forEach(evidence -> offer(all, field, values(field, evidence.entity())));
            }
        }
        return List.copyOf(all);
    }

    /// Of several spellings the first.
    private static void offer(Set<TuningCondition> all, Field field, List<String> spelled) {
        spelled.stream()
                .map(Canonical::text)
                .map(text -> TuningCondition.exactly(field, text))
                .filter(TuningCondition::says)
                .findFirst()
                .ifPresent(all::add);
    }
}
