package dupin.engine;

import dupin.model.ActionState;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationState;
import dupin.model.ProviderIncident;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Derives the row of an incident from what the fold holds of it.
final class IncidentView {
    /// Of several investigations the one that asks most of the analyst speaks for the incident.
    private static final List<InvestigationState> LOUDEST =
            List.of(
                    InvestigationState.PENDING_APPROVAL,
                    InvestigationState.RUNNING,
                    InvestigationState.PENDING_RESOURCE,
                    InvestigationState.QUEUED,
                    InvestigationState.FAILED,
                    InvestigationState.TERMINATED_BY_SYSTEM,
                    InvestigationState.TERMINATED_BY_USER,
                    InvestigationState.PARTIALLY_REMEDIATED,
                    InvestigationState.PARTIALLY_INVESTIGATED,
                    InvestigationState.SUCCESSFULLY_REMEDIATED,
                    InvestigationState.BENIGN,
                    InvestigationState.NOT_PROTECTED,
                    InvestigationState.SUPPRESSED_ALERT,
                    InvestigationState.UNSUPPORTED_ALERT_TYPE);

    private final CaseState state;
    private final IncidentFold fold;
    private final List<Alert> alerts = new ArrayList<>();
    private final TreeMap<EntityKey, String> devices = new TreeMap<>();
    private final TreeSet<String> groups = new TreeSet<>();
    private final TreeSet<String> platforms = new TreeSet<>();
    private final TreeSet<String> subscriptions = new TreeSet<>();
    private final TreeMap<EntityKey, String> users = new TreeMap<>();
    private final TreeMap<EntityKey, String> mailboxes = new TreeMap<>();

    private IncidentView(CaseState state, IncidentFold fold) {
        this.state = state;
        this.fold = fold;
    }

    static Incident of(CaseState state, IncidentFold fold) {
        return new IncidentView(state, fold).derive();
    }

    private Incident derive() {
        for (String id : fold.links.keySet()) {
            state.alert(id).ifPresent(this::take);
        }
        Optional<ProviderIncident> provider = Optional.ofNullable(fold.provider);
        List<Investigation> investigations = state.investigationsOf(fold.id);
        Optional<Investigation> speaker =
                investigations.stream().min(Comparator.comparingInt(i -> LOUDEST.indexOf(i.state())));
        Optional<Entry.InvestigationDeclined> declined = declined();
        InvestigationState how =
                speaker.map(Investigation::state).orElse(declined.map(Entry.InvestigationDeclined::state).orElse(null));
        String note =
                !fold.redirectedTo.isEmpty()
                        ? "Merged into incident " + fold.redirectedTo + "."
                        : speaker.map(Investigation::stateNote)
                                .orElse(declined.map(Entry.InvestigationDeclined::reason).orElse(""));
        int active = (int) alerts.stream().filter(a -> AlertQueue.holds(state, a.id())).count();
        int pending = (int) state.actionsOf(fold.id).stream().filter(a -> a.state() == ActionState.PENDING).count();
        return new Incident(
                fold.id,
                name(provider),
                severity(provider),
                status(provider, active),
                verdict(investigations),
                how,
                note,
                fold.classification(),
                fold.managed(IncidentField.DETERMINATION, provider.map(ProviderIncident::determination).orElse("")),
                fold.managed(IncidentField.ASSIGNED_TO, provider.map(ProviderIncident::assignedTo).orElse("")),
                tags(provider),
                words(alerts.stream().map(Alert::category).toList()),
                words(alerts.stream().map(Alert::serviceSource).toList()),
                words(alerts.stream().map(Alert::detectionSource).toList()),
                List.copyOf(fold.links.keySet()),
                active,
                List.copyOf(devices.values()),
                List.copyOf(users.values()),
                List.copyOf(mailboxes.values()),
                facets(investigations),
                pending,
                first(),
                last(),
                fold.lastUpdate,
                fold.links());
    }

    private void take(Alert alert) {
        alerts.add(alert);
        for (Evidence evidence : alert.evidence()) {
            Entity entity = evidence.entity();
            switch (entity) {
                case Entity.Device device -> take(device);
                case Entity.User user when !user.wellKnown() -> users.putIfAbsent(user.key(), user.label());
                case Entity.Mailbox mailbox -> mailboxes.putIfAbsent(mailbox.key(), mailbox.label());
                case Entity.CloudResource resource -> resource.subscriptionId().ifPresent(subscriptions::add);
                default -> {}
            }
        }
    }

    private void take(Entity.Device device) {
        devices.putIfAbsent(device.key(), device.label());
        groups.add(device.rbacGroupName());
        groups.remove("");
        platforms.add(device.osPlatform());
        platforms.remove("");
    }

    private Incident.Facets facets(List<Investigation> investigations) {
        return new Incident.Facets(
                List.copyOf(groups),
                List.copyOf(platforms),
                words(alerts.stream().map(Alert::threatFamilyName).toList()),
                words(alerts.stream().map(Alert::policy).toList()),
                List.copyOf(subscriptions),
                words(
                        investigations.stream()
                                .flatMap(i -> Sensitivity.found(state, i.id()))
                                .map(Sensitivity::label)
                                .toList()));
    }

    private String name(Optional<ProviderIncident> provider) {
        String given = fold.managed(IncidentField.NAME, provider.map(ProviderIncident::displayName).orElse(""));
        if (!given.isEmpty()) {
            return given;
        }
        if (alerts.isEmpty()) {
            return fold.openedName.isEmpty() ? fold.id : fold.openedName;
        }
        return StoryName.of(alerts, devices.size(), users.size(), mailboxes.size());
    }

    private Severity severity(Optional<ProviderIncident> provider) {
        String set = fold.managed(IncidentField.SEVERITY);
        if (!set.isEmpty()) {
            return Severity.parse(set);
        }
        Severity highest = alerts.stream().map(Alert::severity).max(Comparator.naturalOrder()).orElse(Severity.UNKNOWN);
        return highest != Severity.UNKNOWN
                ? highest
                : provider.map(ProviderIncident::severity).orElse(Severity.UNKNOWN);
    }

    /// Closing an incident is the analyst's word (or the provider's): investigations resolve alerts, they close no incident.
    private Incident.Status status(Optional<ProviderIncident> provider, int active) {
        String word = fold.managed(IncidentField.STATUS, provider.map(ProviderIncident::status).orElse(""));
        if (!word.isEmpty()) {
            return Incident.Status.parse(word);
        }
        boolean closed = !alerts.isEmpty() && active == 0 && alerts.stream().allMatch(this::closedByPeople);
        return closed ? Incident.Status.RESOLVED : Incident.Status.ACTIVE;
    }

    /// At its source, or by a tuning rule, which is a person's word given beforehand.
    private boolean closedByPeople(Alert alert) {
        return Canonical.lower(alert.status()).equals(AlertBook.RESOLVED)
                || TuningFold.of(state, alert.id()).isPresent();
    }

    /// The worst that its own investigations found: what another incident adds to a shared device is that incident's.
    private @Nullable Verdict verdict(List<Investigation> investigations) {
        return investigations.stream()
                .flatMap(i -> state.verdicts(i.id()).stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// The reason why nothing was started, of the first alert that has one.
    private Optional<Entry.InvestigationDeclined> declined() {
        return alerts.stream()
                .flatMap(a -> state.declined(a.id()).stream())
                .min(Comparator.comparingInt(d -> LOUDEST.indexOf(d.state())));
    }

    private List<String> tags(Optional<ProviderIncident> provider) {
        var tags = new TreeSet<String>();
        provider.ifPresent(p -> tags.addAll(p.tags()));
        if (!fold.redirectedTo.isEmpty()) {
            tags.add("Redirected");
        }
        alerts.forEach(a -> tags.addAll(a.tags()));
        Arrays.stream(fold.managed(IncidentField.TAGS).split(","))
                .map(String::strip)
                .filter(t -> !t.isEmpty())
                .forEach(tags::add);
        return List.copyOf(tags);
    }

    private static List<String> words(Collection<String> all) {
        var words = new TreeSet<>(all);
        words.remove("");
        return List.copyOf(words);
    }

    private @Nullable Instant first() {
        return alerts.stream()
                .flatMap(a -> Optional.ofNullable(a.time()).stream())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable Instant last() {
        return alerts.stream()
                .flatMap(a ->
                        Optional.ofNullable(a.lastActivityDateTime() != null ? a.lastActivityDateTime() : a.time())
                                .stream())
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
