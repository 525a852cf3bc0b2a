package dupin.service;

import dupin.engine.AlertMoves;
import dupin.engine.AlertRows;
import dupin.engine.CaseState;
import dupin.engine.GraphBuilder;
import dupin.engine.IncidentRows;
import dupin.engine.InvestigationRows;
import dupin.model.ActionState;
import dupin.model.Citation;
import dupin.model.EntityKey;
import dupin.model.ImportReceipt;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationGraph;
import dupin.model.InvestigationState;
import dupin.model.ProviderAction;
import dupin.model.ProviderInvestigation;
import dupin.model.RemediationAction;
import dupin.model.TelemetryEvent;
import dupin.model.Weights;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.model.row.IncidentWord;
import dupin.model.row.InvestigationRow;
import dupin.model.row.WordCount;
import dupin.respond.Responder;
import dupin.store.CaseStore;
import dupin.store.EntityHits;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Reads for the views: the fold for what one incident needs, the store for lists, search and cited rows.
final class CaseDesk implements Desk {
    private static final Comparator<RemediationAction> URGENT_FIRST =
            Comparator.comparing((RemediationAction a) -> a.state() != ActionState.PENDING)
                    .thenComparing(
                            a -> a.state() == ActionState.PENDING ? seconds(a.expiresDateTime()) : -seconds(last(a)))
                    .thenComparing(RemediationAction::id);

    /// A menu cannot show more.
    private static final int MOST_WORDS = 200;

    private final CaseReads live;
    private final CaseFacts facts;
    private final Weights weights;
    private final Arming arming;
    private final AlertList alerts;

    /// @param alerts of the same case at the same moment
    CaseDesk(CaseReads live, CaseFacts facts, Weights weights, Arming arming, AlertList alerts) {
        this.live = live;
        this.alerts = alerts;
        this.facts = facts;
        this.weights = weights;
        this.arming = arming;
    }

    private static long seconds(@org.jspecify.annotations.Nullable Instant time) {
        return time == null ? 0 : time.getEpochSecond();
    }

    private static @org.jspecify.annotations.Nullable Instant last(RemediationAction action) {
        return action.endedDateTime() != null
                ? action.endedDateTime()
                : action.decidedDateTime() != null ? action.decidedDateTime() : action.proposedDateTime();
    }

    @Override
    public CaseStatus status() {
        Responder responder = arming.responder();
        return live.read(state -> {
            List<Investigation> runs = state.investigations();
            return new CaseStatus(
                    live.entries(),
                    state.incidents().size(),
                    state.alerts().size(),
                    state.imports().stream().mapToLong(ImportReceipt::events).sum(),
                    count(runs, InvestigationState.QUEUED),
                    count(runs, InvestigationState.RUNNING),
                    (int) state.actions().stream().filter(a -> a.state() == ActionState.PENDING).count(),
                    count(runs, InvestigationState.FAILED),
                    responder.name(),
                    responder.real(),
                    state.policy().automationStopped(),
                    (int) state.actions().stream().filter(a -> Arming.waits(a, responder.name())).count(),
                    arming.tripped(state));
        });
    }

    private static int count(List<Investigation> runs, InvestigationState wanted) {
        return (int) runs.stream().filter(run -> run.state() == wanted).count();
    }

    @Override
    public List<Incident> incidents(IncidentQuery query) {
        Window<Incident> all = IncidentWindow.of(live, query);
        return all.rows(0, all.size()).stream().filter(Objects::nonNull).toList();
    }

    @Override
    public Window<Incident> window(IncidentQuery query) {
        // Of an earlier moment the store's list holds incidents that were not there yet.
        return live.now() ? IncidentWindow.of(live, query) : Window.of(incidents(query), Incident::id);
    }

    @Override
    public Map<IncidentWord, List<WordCount>> incidentWords() {
        CaseStore store = live.store();
        var words = new EnumMap<IncidentWord, List<WordCount>>(IncidentWord.class);
        if (store.incidentsReady()) {
            for (IncidentWord which : IncidentWord.values()) {
                if (StoreQueries.columns(which).isEmpty()) {
                    continue;
                }
                words.put(which, store.incidentWords(StoreQueries.columns(which), MOST_WORDS));
            }
        }
        return Map.copyOf(words);
    }

    @Override
    public Optional<IncidentDetails> incident(String id) {
        return live.read(state -> state.incident(id).map(incident -> details(state, incident)));
    }

    @Override
    public Optional<InvestigationGraph> graph(String incidentId, Set<String> unfolded) {
        var options = new GraphBuilder.GraphOptions(GraphBuilder.GraphOptions.STANDARD.maxMarks(), unfolded);
        return live.read(
                state -> state.incident(incidentId).map(incident -> GraphBuilder.build(state, incident.id(), options)));
    }

    private IncidentDetails details(CaseState state, Incident incident) {
        var rows = new IncidentRows(state, incident.id());
        List<RemediationAction> actions = state.actionsOf(incident.id()).stream().sorted(URGENT_FIRST).toList();
        return new IncidentDetails(
                state.seq(),
                incident,
                InvestigationRows.ofIncident(state, incident.id()),
                rows.alerts(),
                rows.devices(),
                rows.users(),
                rows.mailboxes(),
                rows.keyFindings(),
                rows.entities(),
                rows.summary(),
                state.log(incident.id()),
                actions,
                state.comments("incident:" + incident.id()),
                GraphBuilder.build(state, incident.id(), rows, GraphBuilder.GraphOptions.STANDARD));
    }

    @Override
    public Optional<AlertDetails> alert(String id) {
        return live.read(state ->
                AlertRows.of(state, id)
                        .flatMap(row ->
                                AlertMoves.going(state, id)
                                        .map(going ->
                                                new AlertDetails(
                                                        row,
                                                        state.comments("alert:" + id),
                                                        state.alertLog(id),
                                                        going))));
    }

    @Override
    public List<CaseAlert> alerts() {
        return live.read(HomeNumbers::alerts);
    }

    @Override
    public LastDay lastDay(Instant now, ZoneId zone) {
        return live.read(DayTimes::of).day(now, zone);
    }

    @Override
    public Window<AlertRow> alerts(AlertQuery query) {
        return alerts.window(query);
    }

    @Override
    public Map<AlertField, List<WordCount>> alertWords() {
        return alerts.words();
    }

    @Override
    public Home home() {
        return live.read(HomeNumbers::of);
    }

    @Override
    public Optional<Explanation> explain(EntityKey entity) {
        return Explaining.of(entity, live, facts, weights);
    }

    @Override
    public Optional<String> raw(Citation citation) {
        return switch (citation.kind()) {
            case ALERT -> live.store().rawAlert(citation.id());
            case EVENT -> live.store().row(citation.id()).flatMap(live.store()::event).map(TelemetryEvent::raw);
            case INTEL, POLICY -> Optional.empty();
        };
    }

    @Override
    public List<RemediationAction> actions() {
        return live.read(state -> state.actions().stream().sorted(URGENT_FIRST).toList());
    }

    @Override
    public List<Investigation> investigations() {
        return live.read(CaseState::investigations);
    }

    @Override
    public List<InvestigationRow> investigationRows() {
        return live.read(InvestigationRows::ofCase);
    }

    @Override
    public List<ProviderInvestigation> providerInvestigations() {
        return live.read(CaseState::providerInvestigations);
    }

    @Override
    public List<ProviderAction> providerActions() {
        return live.read(CaseState::providerActions);
    }

    @Override
    public List<ImportReceipt> imports() {
        return live.read(CaseState::imports);
    }

    @Override
    public List<VerdictRow> verdicts() {
        return live.read(state ->
                state.ledgers().stream()
                        .map(ledger ->
                                new VerdictRow(
                                        state.entity(ledger.entity()).orElseThrow(),
                                        ledger,
                                        incidentsWith(state, ledger.entity()),
                                        state.override(ledger.entity()).orElse(null)))
                        .toList());
    }

    @Override
    public Found<Hit> search(String words, int limit) {
        EntityHits found = live.store().search(words, limit);
        List<Hit> hits =
                live.read(state ->
                        found.hits().stream()
                                .map(hit ->
                                        new Hit(
                                                hit.key(),
                                                hit.label(),
                                                incidentsWith(state, hit.key()).stream().findFirst().orElse("")))
                                .toList());
        return new Found<>(hits, found.whole());
    }

    /// Ids of the incidents whose alerts name the entity or whose investigations looked into it, sorted.
    static List<String> incidentsWith(CaseState state, EntityKey key) {
        var ids = new TreeSet<String>();
        state.alertsWith(key).forEach(alert -> state.incidentOf(alert.id()).ifPresent(ids::add));
        state.investigationsOn(key).forEach(run -> ids.add(run.incidentId()));
        return List.copyOf(ids);
    }

    @Override
    public String verdictDigest() {
        return live.read(CaseState::verdictDigest);
    }
}
