package dupin.engine;

import dupin.model.Alert;
import dupin.model.Comment;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.ImportReceipt;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.JournalEntry;
import dupin.model.Judged;
import dupin.model.Ledger;
import dupin.model.Pack;
import dupin.model.Policy;
import dupin.model.ProviderAction;
import dupin.model.ProviderIncident;
import dupin.model.ProviderInvestigation;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.ScopeExpansion;
import dupin.model.SparedAction;
import dupin.model.Verdict;
import dupin.model.VerdictOverride;
import dupin.model.Weights;
import dupin.model.row.LogLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The fold: what a case's entries, one after the other, mean. Everything shown or decided of an investigation is read
/// here. Equal entries give equal answers. Mutable: nobody may read while [#apply] runs; readers may run side by side; what
/// they return is immutable and may go anywhere.
///
/// Alerts come by id; incidents, investigations, actions and comments in the order in which the journal first names them.
public final class CaseState {
    final Sharing sharing;
    final EntityBook entities;
    final ActionBook actions;
    final LedgerBook ledgers;
    final Map<String, IncidentFold> incidents = new LinkedHashMap<>();
    final Map<String, String> incidentOf = new HashMap<>();
    final Map<String, InvestigationFold> investigations = new LinkedHashMap<>();
    final Map<String, String> investigationOf = new HashMap<>();
    final Map<String, Entry.InvestigationDeclined> declined = new HashMap<>();
    final AlertBook handled = new AlertBook();
    final Map<String, List<Comment>> comments = new HashMap<>();
    final Map<String, ProviderInvestigation> providerInvestigations = new LinkedHashMap<>();
    final Map<String, ProviderAction> providerActions = new LinkedHashMap<>();
    final ImportBook imports = new ImportBook();
    final PackBook packs = new PackBook();
    final CaseLog log;
    final List<Refusal> refusals = new ArrayList<>();
    private final EntryFold fold = new EntryFold(this);
    Policy policy = Policy.NONE;
    private long entries;

    /// An entry that the fold ignored, and why.
    public record Refusal(long seq, String reason) {}

    /// @param weights for the thresholds that the sum of several investigations is held against
    public CaseState(Weights weights) {
        this(new Sharing(), weights);
    }

    private CaseState(Sharing sharing, Weights weights) {
        this(sharing, new EntityBook(sharing), new ActionBook(), new LedgerBook(weights));
    }

    private CaseState(Sharing sharing, EntityBook entities, ActionBook actions, LedgerBook ledgers) {
        this.sharing = sharing;
        this.entities = entities;
        this.actions = actions;
        this.ledgers = ledgers;
        this.log = new CaseLog(sharing.texts());
    }

    /// A fold of its own in the same state; what is applied to one does not show in the other.
    public CaseState copy() {
        var copy = new CaseState(sharing, entities.copy(), actions.copy(), ledgers.copy());
        copy.imports.addAll(imports);
        incidents.forEach((id, incident) -> copy.incidents.put(id, incident.copy()));
        copy.incidentOf.putAll(incidentOf);
        investigations.forEach((id, run) -> copy.investigations.put(id, run.copy()));
        copy.investigationOf.putAll(investigationOf);
        copy.declined.putAll(declined);
        copy.handled.addAll(handled);
        comments.forEach((subject, said) -> copy.comments.put(subject, new ArrayList<>(said)));
        copy.providerInvestigations.putAll(providerInvestigations);
        copy.providerActions.putAll(providerActions);
        copy.packs.addAll(packs);
        copy.refusals.addAll(refusals);
        copy.log.addAll(log);
        copy.policy = policy;
        copy.entries = entries;
        return copy;
    }

    /// Takes the next entry. One that was taken before changes nothing.
    ///
    /// @throws IllegalArgumentException when entries before it are missing
    public Touched apply(JournalEntry entry) {
        return entry.seq() <= seq() ? Touched.NOTHING : applyMade(sharing.share(entry));
    }

    /// The same entry, or part of one, as [#apply] would hand it on, without a look at what it is made of.
    public Object latest(Object part) {
        return sharing.latest(part);
    }

    /// As [#apply], of an entry whose parts all went through [#latest] when they were made.
    public Touched applyMade(JournalEntry entry) {
        if (entry.seq() <= seq()) {
            return Touched.NOTHING;
        }
        if (entry.seq() > seq() + 1) {
            throw new IllegalArgumentException("Entry " + entry.seq() + " came where entry " + (seq() + 1) + " is due");
        }
        entries++;
        return fold.apply(entry);
    }

    /// Position of the last entry that was taken; -1 before the first.
    public long seq() {
        return entries - 1;
    }

    /// The policy in force; one under which nothing starts until an entry sets another.
    public Policy policy() {
        return policy;
    }

    /// Whether the pack, which may be one that ships, is switched off.
    public boolean packOff(Pack.Kind kind, String name) {
        return packs.off(kind, name);
    }

    /// What was added and not removed, by kind and name.
    public List<Pack> packs() {
        return packs.all();
    }

    public List<ImportReceipt> imports() {
        return imports.all();
    }

    /// What was imported after the finished look of an investigation had begun; nothing when it was broken off or a person
    /// has resolved its incident. Oldest first.
    public List<ImportReceipt> importsSince(String investigationId) {
        return run(investigationId)
                .filter(run -> run.mayLookAgain() && !closedHere(run.incidentId()))
                .map(i -> imports.since(i.lookedAt()))
                .orElse(List.of());
    }

    /// Illegal entries that were ignored, oldest first.
    public List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    public Optional<Incident> incident(String id) {
        return Optional.ofNullable(incidents.get(id)).map(i -> i.row(this));
    }

    /// What the incident was, as in its row; "" where nobody said.
    public String classification(String incident) {
        return Optional.ofNullable(incidents.get(incident)).map(IncidentFold::classification).orElse("");
    }

    public List<Incident> incidents() {
        return incidents.values().stream().map(i -> i.row(this)).toList();
    }

    public Optional<Alert> alert(String id) {
        return entities.alert(id);
    }

    /// The id under which the case holds the alert that a source names so; the given one when it holds none.
    public String alertId(String id) {
        return entities.alert(id).or(() -> entities.alertKnownAs(id)).map(Alert::id).orElse(id);
    }

    /// The alert that the case holds, when the ids prove that the given one is another product's export of it: one names
    /// the other, or both bear one id of the product that raised them, and the title is the same.
    public Optional<Alert> sameAlert(Alert alert) {
        return entities.sameAlert(alert);
    }

    public List<Alert> alerts() {
        return List.copyOf(entities.alerts().values());
    }

    /// Alerts whose evidence holds the entity, under its own key or an alias.
    public List<Alert> alertsWith(EntityKey key) {
        return alertsOf(entities.alertsWith(key));
    }

    /// Devices that evidence under this very key names as the entity's own, sorted.
    public List<EntityKey> devicesOf(EntityKey key) {
        return entities.devicesOf(key);
    }

    /// Alerts of the incident, by id.
    public List<Alert> alertsOf(String incidentId) {
        return Optional.ofNullable(incidents.get(incidentId)).map(i -> alertsOf(i.links.keySet())).orElse(List.of());
    }

    private List<Alert> alertsOf(Collection<String> ids) {
        return ids.stream().flatMap(id -> alert(id).stream()).toList();
    }

    public Optional<String> incidentOf(String alertId) {
        return Optional.ofNullable(incidentOf.get(alertId));
    }

    /// The investigation that looked, or looks, into the alert; the latest when there were several.
    public Optional<Investigation> investigationOf(String alertId) {
        return Optional.ofNullable(investigationOf.get(alertId)).flatMap(this::investigation);
    }

    /// Status of the alert: a person's word on it or on its incident, else the source's, or `resolved` when its investigation
    /// left nothing to do.
    public String alertStatus(String alertId) {
        return handled.status(this, alertId);
    }

    /// What persons did with the alert itself, oldest first.
    public List<LogLine> alertLog(String alertId) {
        return handled.log(alertId);
    }

    private boolean closedHere(String incidentId) {
        return Optional.ofNullable(incidents.get(incidentId)).map(IncidentFold::closedHere).orElse(false);
    }

    /// Why no investigation was started for the alert; empty when one was, or nothing was decided yet.
    public Optional<Entry.InvestigationDeclined> declined(String alertId) {
        return Optional.ofNullable(declined.get(alertId));
    }

    public Optional<Investigation> investigation(String id) {
        return run(id).map(InvestigationFold::view);
    }

    private Optional<InvestigationFold> run(String id) {
        return Optional.ofNullable(investigations.get(id));
    }

    public List<Investigation> investigations() {
        return investigations.values().stream().map(InvestigationFold::view).toList();
    }

    public List<Investigation> investigationsOf(String incidentId) {
        IncidentFold incident = incidents.get(incidentId);
        return incident == null
                ? List.of()
                : incident.investigations.stream().flatMap(id -> investigation(id).stream()).toList();
    }

    /// Findings in the order in which they were recorded.
    public List<Finding> findings(String investigationId) {
        return run(investigationId).map(i -> i.found().findings()).orElse(List.of());
    }

    /// Those of its latest look, which may still go on.
    public List<Finding> latestFindings(String investigationId) {
        return run(investigationId).map(i -> i.found().latest()).orElse(List.of());
    }

    public List<ScopeExpansion> expansions(String investigationId) {
        return run(investigationId).map(i -> i.found().expansions()).orElse(List.of());
    }

    /// The verdicts that the investigation reached by itself, one for each entity.
    public List<Verdict> verdicts(String investigationId) {
        return run(investigationId)
                .map(i -> i.found().verdicts().stream().map(Entry.VerdictReached::verdict).toList())
                .orElse(List.of());
    }

    /// Keys of the entities that the investigation gave a verdict, sorted.
    public List<EntityKey> judgedIn(String investigationId) {
        return run(investigationId).map(i -> i.found().judged()).orElse(List.of());
    }

    /// Entities that the investigation was started on, besides its alerts.
    public List<EntityKey> seeds(String investigationId) {
        return run(investigationId).map(i -> i.queued.seeds()).orElse(List.of());
    }

    /// How many steps of its current run are done; a run starts anew when an alert joins after the last step.
    public int stepsOfRun(String investigationId) {
        return run(investigationId).map(InvestigationFold::stepsOfRun).orElse(0);
    }

    public Optional<RemediationAction> action(String id) {
        return actions.get(id);
    }

    public List<RemediationAction> actions() {
        return actions.all();
    }

    public List<RemediationAction> actionsOf(String incidentId) {
        return actions.ofIncident(incidentId);
    }

    /// Actions whose target is the entity, or that take care of it on the way.
    public List<RemediationAction> actionsOn(EntityKey target) {
        return actions.on(target);
    }

    /// Actions that were not proposed on the entity, and why.
    public List<SparedAction> spared(EntityKey target) {
        return actions.spared(target, ledgers.lookedAt(target));
    }

    /// What the whole case says of the entity: the union of all investigations' findings. Empty while none has judged it.
    public Optional<Ledger> ledger(EntityKey entity) {
        return ledgers.ledger(entity);
    }

    /// The engine's own verdict, whatever an analyst said.
    public Optional<Ledger> ownLedger(EntityKey entity) {
        return ledgers.own(entity);
    }

    /// What was judged, under the analyst's verdict where there is one.
    public Judged inForce(Judged judged) {
        return override(judged.entity().key())
                .map(it -> new Judged(judged.entity(), judged.ledger().under(it.verdict())))
                .orElse(judged);
    }

    /// The analyst's verdict, while it stands.
    public Optional<VerdictOverride> override(EntityKey entity) {
        return ledgers.override(entity);
    }

    /// Ledgers of all judged entities, by key.
    public List<Ledger> ledgers() {
        return ledgers.keys().stream().flatMap(key -> ledgers.ledger(key).stream()).toList();
    }

    /// Digest of all verdicts and their grounds; independent of clock and of worker order.
    public String verdictDigest() {
        return ledgers.digest();
    }

    /// The entity with the attributes of the sighting that says most.
    public Optional<Entity> entity(EntityKey key) {
        return entities.entity(key);
    }

    public RemediationStatus remediation(EntityKey entity) {
        return Remediations.status(this, entity);
    }

    /// The incident's log in the order of the journal, with what concerned the whole case since it began.
    public List<LogLine> log(String incidentId) {
        return Optional.ofNullable(incidents.get(incidentId)).map(i -> log.into(i.log.lines())).orElse(List.of());
    }

    /// Remarks on `incident:ID`, `alert:ID`, `investigation:ID` or `action:ID`; the source's own come first.
    public List<Comment> comments(String subject) {
        var all = new ArrayList<Comment>();
        String id = subject.substring(subject.indexOf(':') + 1);
        if (subject.startsWith("alert:")) {
            entities.alert(id).ifPresent(a -> all.addAll(a.comments()));
        } else if (subject.startsWith("incident:")) {
            Optional.ofNullable(incidents.get(id)).map(i -> i.provider).ifPresent(p -> all.addAll(p.comments()));
        }
        all.addAll(comments.getOrDefault(subject, List.of()));
        return List.copyOf(all);
    }

    public List<ProviderInvestigation> providerInvestigations() {
        return List.copyOf(providerInvestigations.values());
    }

    public List<ProviderAction> providerActions() {
        return List.copyOf(providerActions.values());
    }

    /// The incident as its provider exported it; empty for incidents that Dupin opened.
    public Optional<ProviderIncident> providerIncident(String id) {
        return Optional.ofNullable(incidents.get(id)).map(incident -> incident.provider);
    }

    /// Investigations that found or judged something of the entity, by id.
    public List<Investigation> investigationsOn(EntityKey entity) {
        return ledgers.lookedAt(entity).stream().flatMap(id -> investigation(id).stream()).toList();
    }
}
