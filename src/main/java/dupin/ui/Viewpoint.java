package dupin.ui;

import dupin.model.Citation;
import dupin.model.EntityKey;
import dupin.model.ImportReceipt;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationGraph;
import dupin.model.ProviderAction;
import dupin.model.ProviderInvestigation;
import dupin.model.RemediationAction;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.model.row.IncidentWord;
import dupin.model.row.InvestigationRow;
import dupin.model.row.WordCount;
import dupin.service.AlertDetails;
import dupin.service.CaseStatus;
import dupin.service.Desk;
import dupin.service.Explanation;
import dupin.service.Found;
import dupin.service.Home;
import dupin.service.IncidentDetails;
import dupin.service.IncidentQuery;
import dupin.service.LastDay;
import dupin.service.Window;
import java.time.Instant;
import java.time.ZoneId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The desk at which the workspace sits: that of now, or that of an earlier moment while the case is replayed. Turned on
/// the FX thread, read from any.
final class Viewpoint implements Desk, InstantSource {
    private final Desk now;
    private final InstantSource clock;
    private volatile Desk at;
    private volatile @Nullable Instant moment;

    Viewpoint(Desk now, InstantSource clock) {
        this.now = now;
        this.clock = clock;
        this.at = now;
    }

    /// @param when the time at which that desk's case stood so
    void turnTo(Desk then, Instant when) {
        at = then;
        moment = when;
    }

    void turnToNow() {
        at = now;
        moment = null;
    }

    boolean past() {
        return at != now;
    }

    /// The time of the moment that is shown, against which ages and countdowns are told.
    @Override
    public Instant instant() {
        Instant when = moment;
        return when == null ? clock.instant() : when;
    }

    @Override
    public CaseStatus status() {
        return at.status();
    }

    @Override
    public List<Incident> incidents(IncidentQuery query) {
        return at.incidents(query);
    }

    @Override
    public Window<Incident> window(IncidentQuery query) {
        return at.window(query);
    }

    @Override
    public Map<IncidentWord, List<WordCount>> incidentWords() {
        return at.incidentWords();
    }

    @Override
    public Optional<IncidentDetails> incident(String id) {
        return at.incident(id);
    }

    @Override
    public Optional<InvestigationGraph> graph(String incidentId, Set<String> unfolded) {
        return at.graph(incidentId, unfolded);
    }

    @Override
    public Home home() {
        return at.home();
    }

    @Override
    public Optional<AlertDetails> alert(String id) {
        return at.alert(id);
    }

    @Override
    public List<CaseAlert> alerts() {
        return at.alerts();
    }

    @Override
    public LastDay lastDay(Instant now, ZoneId zone) {
        return at.lastDay(now, zone);
    }

    @Override
    public Window<AlertRow> alerts(AlertQuery query) {
        return at.alerts(query);
    }

    @Override
    public Map<AlertField, List<WordCount>> alertWords() {
        return at.alertWords();
    }

    @Override
    public Optional<Explanation> explain(EntityKey entity) {
        return at.explain(entity);
    }

    @Override
    public Optional<String> raw(Citation citation) {
        return at.raw(citation);
    }

    @Override
    public List<RemediationAction> actions() {
        return at.actions();
    }

    @Override
    public List<Investigation> investigations() {
        return at.investigations();
    }

    @Override
    public List<InvestigationRow> investigationRows() {
        return at.investigationRows();
    }

    @Override
    public List<ProviderInvestigation> providerInvestigations() {
        return at.providerInvestigations();
    }

    @Override
    public List<ProviderAction> providerActions() {
        return at.providerActions();
    }

    @Override
    public List<ImportReceipt> imports() {
        return at.imports();
    }

    @Override
    public List<VerdictRow> verdicts() {
        return at.verdicts();
    }

    @Override
    public Found<Hit> search(String words, int limit) {
        return at.search(words, limit);
    }

    @Override
    public String verdictDigest() {
        return at.verdictDigest();
    }
}
