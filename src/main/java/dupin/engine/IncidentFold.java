package dupin.engine;

import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.LinkReason;
import dupin.model.ProviderIncident;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the entries of one incident add up to so far; [IncidentView] makes the row of it.
final class IncidentFold {
    final String id;
    String openedName = "";
    @Nullable ProviderIncident provider;

    /// Alert id → why it belongs here.
    final TreeMap<String, List<LinkReason>> links = new TreeMap<>();

    /// Field → value that the analyst set, see [IncidentField].
    final TreeMap<String, String> managed = new TreeMap<>();

    /// The entries that last set its status and to whom it is assigned; -1 before.
    long statusAt = -1;

    long assignedAt = -1;

    /// The incident that it went into; "" while it stands for itself.
    String redirectedTo = "";

    /// Alerts that went into other incidents.
    final TreeMap<String, MergeFold.Left> left = new TreeMap<>();

    /// What went along when it was merged; null while it stands for itself.
    MergeFold.@Nullable Taken taken;

    /// Incidents that an analyst has parted it from: no correlation puts them together again.
    final TreeSet<String> apart = new TreeSet<>();

    final LinkedHashSet<String> investigations = new LinkedHashSet<>();
    final LogBook log;
    @Nullable Instant lastUpdate;

    /// Made when first asked for after a change.
    @Nullable Incident row;

    IncidentFold(String id, Texts texts) {
        this(id, new LogBook(texts));
    }

    private IncidentFold(String id, LogBook log) {
        this.id = id;
        this.log = log;
    }

    IncidentFold copy() {
        var copy = new IncidentFold(id, log.copy());
        copy.openedName = openedName;
        copy.provider = provider;
        copy.links.putAll(links);
        copy.managed.putAll(managed);
        copy.statusAt = statusAt;
        copy.assignedAt = assignedAt;
        copy.redirectedTo = redirectedTo;
        copy.left.putAll(left);
        copy.taken = taken;
        copy.apart.addAll(apart);
        copy.investigations.addAll(investigations);
        copy.lastUpdate = lastUpdate;
        copy.row = row;
        return copy;
    }

    void touched(Instant at) {
        row = null;
        lastUpdate = lastUpdate == null || at.isAfter(lastUpdate) ? at : lastUpdate;
    }

    /// What an analyst says of it.
    void manage(Entry.IncidentManaged it, long seq) {
        for (Entry.Change change : it.changes()) {
            managed.put(change.field(), change.after());
            statusAt = change.field().equals(IncidentField.STATUS.word()) ? seq : statusAt;
            assignedAt = change.field().equals(IncidentField.ASSIGNED_TO.word()) ? seq : assignedAt;
        }
    }

    /// A person resolved it here, whatever its provider says.
    boolean closedHere() {
        return Incident.Status.parse(managed(IncidentField.STATUS)) == Incident.Status.RESOLVED;
    }

    Incident row(CaseState state) {
        Incident known = row;
        if (known == null) {
            known = IncidentView.of(state, this);
            row = known;
        }
        return known;
    }

    String classification() {
        ProviderIncident theirs = provider;
        return managed(IncidentField.CLASSIFICATION, theirs == null ? "" : theirs.classification());
    }

    String managed(IncidentField field) {
        return managed.getOrDefault(field.word(), "");
    }

    /// The analyst's word, else the provider's.
    String managed(IncidentField field, String providers) {
        return managed.getOrDefault(field.word(), providers);
    }

    Map<String, List<LinkReason>> links() {
        return links;
    }
}
