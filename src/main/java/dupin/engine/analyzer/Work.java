package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Finding;
import dupin.model.ScopeExpansion;
import dupin.model.Technique;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/// One step of an investigation: what an analyzer reads from and writes to.
public final class Work {

    private final Inquiry inquiry;
    private final Analyzer analyzer;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ScopeExpansion> expansions = new ArrayList<>();
    private final TreeSet<String> missing = new TreeSet<>();
    private int looked;
    private int blind;

    public Work(Inquiry inquiry, Analyzer analyzer) {
        this.inquiry = inquiry;
        this.analyzer = analyzer;
    }

    public Inquiry inquiry() {
        return inquiry;
    }

    public Facts facts() {
        return inquiry.facts();
    }

    public Collection<Alert> alerts() {
        return inquiry.alerts();
    }

    /// Members of the kind that this analyzer has not looked at yet, by key; from now on it has.
    public <T extends Entity> List<T> fresh(Class<T> kind) {
        var fresh = new ArrayList<T>();
        for (T entity : inquiry.scope().of(kind)) {
            if (inquiry.firstLook(analyzer.name(), entity.key())) {
                fresh.add(entity);
                looked++;
            }
        }
        return fresh;
    }

    /// Members of the kind, also those that this analyzer has looked at before.
    public <T extends Entity> List<T> all(Class<T> kind) {
        List<T> all = inquiry.scope().of(kind);
        looked += all.size();
        return all;
    }

    /// Whether the case holds telemetry of any of the sources for the device; when not, the entity's verdict needed it
    /// and misses the first of them.
    public boolean has(Entity entity, String device, Telemetry... sources) {
        EntityKey key = device.isEmpty() ? null : new EntityKey(EntityKind.DEVICE, Canonical.host(device));
        for (Telemetry source : sources) {
            if (facts().has(source, key)) {
                return true;
            }
        }
        inquiry.miss(entity.key(), sources[0]);
        missing.add(sources[0].label());
        blind++;
        return false;
    }

    public void find(
            EntityKey entity,
            String weightId,
            String cause,
            String text,
            Technique technique,
            List<Citation> citations) {
        EntityKey own = inquiry.scope().resolve(entity);
        if (inquiry.scope().member(own).isEmpty()) {
            return;
        }
        var finding =
                new Finding(
                        analyzer.name() + "|" + own + "|" + cause + "|" + weightId,
                        analyzer.name(),
                        own,
                        weightId,
                        inquiry.weights().of(weightId),
                        cause,
                        Text.bounded(text),
                        citations.size() > 12 ? citations.subList(0, 12) : citations,
                        technique);
        if (inquiry.record(finding)) {
            findings.add(finding);
        }
    }

    public void find(
            EntityKey entity, String weightId, String cause, String text, Technique technique, TelemetryEvent row) {
        find(entity, weightId, cause, text, technique, List.of(Rows.cite(row, row.table() + " " + row.actionType())));
    }

    /// Lets an entity into the scope.
    ///
    /// @return whether it is a member now
    public boolean join(EntityKey from, Entity entity, String rule, String text) {
        inquiry.expander().join(from, entity, rule, Text.bounded(text)).ifPresent(expansions::add);
        return inquiry.scope().contains(entity);
    }

    public List<Finding> findings() {
        return findings;
    }

    public List<ScopeExpansion> expansions() {
        return expansions;
    }

    /// Sources that were needed and not in the case, sorted.
    public List<String> missing() {
        return List.copyOf(missing);
    }

    public int looked() {
        return looked;
    }

    /// Entities that could not be looked at for want of telemetry.
    public int blind() {
        return blind;
    }
}
