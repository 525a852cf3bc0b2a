package dupin.service;

import dupin.model.Alert;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.ImportReceipt;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationGraph;
import dupin.model.Ledger;
import dupin.model.ProviderAction;
import dupin.model.ProviderInvestigation;
import dupin.model.RemediationAction;
import dupin.model.VerdictOverride;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.model.row.IncidentWord;
import dupin.model.row.InvestigationRow;
import dupin.model.row.WordCount;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything that views and the command line read of the open case. Call from [CaseSession#readers], never from the
/// screen's thread; answers are immutable snapshots.
public interface Desk {

    /// Counts for the status bar; cheap.
    CaseStatus status();

    /// The incident list: filtered, searched and sorted in the store.
    List<Incident> incidents(IncidentQuery query);

    /// The same as a window: for lists that may be very long.
    Window<Incident> window(IncidentQuery query);

    /// What incidents of the case say in the fields that have words, and how many say it, for filters; each sorted and once.
    Map<IncidentWord, List<WordCount>> incidentWords();

    Optional<IncidentDetails> incident(String id);

    /// The picture of an incident with the things of some folded marks one by one, as far as there is room.
    ///
    /// @param unfolded ids of the folded marks
    Optional<InvestigationGraph> graph(String incidentId, Set<String> unfolded);

    Home home();

    /// Empty when the case has no alert of this id.
    Optional<AlertDetails> alert(String id);

    /// All alerts of the case, newest first.
    List<CaseAlert> alerts();

    /// When incidents and alerts were active over one day, by hour. Goes through all of them.
    ///
    /// @param now where the day ends, unless it would be empty
    /// @param zone in which hours are whole
    LastDay lastDay(Instant now, ZoneId zone);

    /// The list of all alerts: filtered, searched and sorted in the store, as a window. The first question reads them all.
    Window<AlertRow> alerts(AlertQuery query);

    /// What the alerts of the case say in the fields that have words, and how many say it, for filters; each sorted and once.
    Map<AlertField, List<WordCount>> alertWords();

    /// @param incidentId "" when it belongs to none
    /// @param status as in the list of all alerts
    /// @param investigated whether an investigation of ours looked into it
    record CaseAlert(Alert alert, String incidentId, String status, boolean investigated) {}

    /// Why an entity has its verdict.
    Optional<Explanation> explain(EntityKey entity);

    /// The cited row as it stood in its file (JSON or CSV), or empty when it is gone.
    Optional<String> raw(Citation citation);

    /// All actions: undecided ones by expiry, then decided ones, newest first.
    List<RemediationAction> actions();

    List<Investigation> investigations();

    /// The same with what is told of each where they are listed.
    List<InvestigationRow> investigationRows();

    /// Investigations and actions of other products, as imported.
    List<ProviderInvestigation> providerInvestigations();

    List<ProviderAction> providerActions();

    List<ImportReceipt> imports();

    /// Every judged entity of the case, by key.
    List<VerdictRow> verdicts();

    /// @param incidents ids of the incidents that it belongs to, sorted
    /// @param override the analyst's word, on which the ledger's verdict rests then; null when there is none
    record VerdictRow(Entity entity, Ledger ledger, List<String> incidents, @Nullable VerdictOverride override) {
        public VerdictRow {
            incidents = List.copyOf(incidents);
        }
    }

    /// Entities whose name, value or command line holds the words; at most `limit`.
    Found<Hit> search(String words, int limit);

    /// @param incidentId where it occurs, "" when in telemetry only
    record Hit(EntityKey entity, String label, String incidentId) {}

    /// SHA-256 over all verdicts: equal input and policy give an equal digest on any machine and any number of workers.
    String verdictDigest();
}
