package dupin.engine;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.BlastRadius;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.InvestigationState;
import dupin.model.JournalEntry;
import dupin.model.RemediationAction;
import dupin.model.Severity;
import dupin.model.Technique;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A journal, written entry by entry and folded as it grows; each entry is a minute after the one before.
final class Story {
    static final Instant START = Instant.parse("2026-05-04T08:00:00Z");

    final CaseState state = new CaseState(TestWeights.shipped());
    final List<JournalEntry> journal = new ArrayList<>();

    static JournalEntry entry(long seq, Entry entry) {
        return new JournalEntry(seq, at(seq), "Automation", entry, "", "hash" + seq);
    }

    static Instant at(long minutes) {
        return START.plusSeconds(60 * minutes);
    }

    Touched add(Entry entry) {
        JournalEntry journalEntry = entry(journal.size(), entry);
        journal.add(journalEntry);
        return state.apply(journalEntry);
    }

    Story all(List<? extends Entry> entries) {
        entries.forEach(this::add);
        return this;
    }

    /// Alert `a` about the file on PC1 in incident `I`, investigation `INV` under way.
    static Story started(Alert... alerts) {
        var story = new Story();
        for (Alert alert : alerts) {
            story.add(new Entry.AlertReceived(alert));
            story.add(new Entry.AlertLinked(alert.id(), "I", List.of()));
        }
        story.add(
                new Entry.InvestigationQueued("INV", "I", alerts[0].id(), alerts[0].title(), "general", 3, List.of()));
        for (int i = 1; i < alerts.length; i++) {
            story.add(new Entry.AlertJoined("INV", alerts[i].id()));
        }
        story.add(new Entry.InvestigationStarted("INV"));
        return story;
    }

    Story judge(Entity entity, Verdict verdict, int score) {
        add(new Entry.VerdictReached("INV", entity, verdict, -20, score, List.of()));
        return this;
    }

    Story analysed(InvestigationState outcome) {
        add(new Entry.InvestigationAnalysed("INV", outcome, ""));
        return this;
    }

    Story propose(RemediationAction action) {
        add(new Entry.ActionProposed(action));
        return this;
    }

    /// Approve, start and finish.
    Story carryOut(String id, boolean completed) {
        add(new Entry.ActionApproved(id, "fine"));
        add(new Entry.ActionStarted(id));
        add(new Entry.ActionFinished(id, completed, completed, completed ? "Done." : "The device does not answer."));
        return this;
    }

    InvestigationState investigation() {
        return state.investigation("INV").orElseThrow().state();
    }

    static Alert alert(String id, int minute, Entity... entities) {
        return alert(id, "", "Alert " + id, Severity.MEDIUM, minute, entities);
    }

    static Alert alert(
            String id, String providerIncident, String title, Severity severity, int minute, Entity... entities) {
        return alert(
                id, providerIncident, title, severity, minute, List.of(entities).stream().map(Evidence::of).toList());
    }

    static Alert alert(
            String id, String incident, String title, Severity severity, int minute, List<Evidence> evidence) {
        Instant time = at(minute);
        return AlertDraft.alert(id)
                .incident(incident)
                .title(title)
                .severity(severity)
                .at(time)
                .evidence(evidence)
                .made();
    }

    static Alert with(Alert alert, String status, String category, String source) {
        return AlertDraft.alert(alert.id())
                .incident(alert.providerIncidentId())
                .title(alert.title())
                .severity(alert.severity())
                .status(status)
                .category(category)
                .serviceSource(source)
                .assignedTo(alert.assignedTo())
                .investigationState(alert.providerInvestigationState())
                .tags(alert.tags())
                .created(alert.createdDateTime())
                .active(alert.firstActivityDateTime(), alert.lastActivityDateTime())
                .evidence(alert.evidence())
                .made();
    }

    static Entity.File file(String device, String path, String sha256) {
        return Entity.File.of(path, sha256, device);
    }

    static String sha(int n) {
        return new Digests().line("content " + n).hex();
    }

    static RemediationAction action(String id, ActionType type, Entity target) {
        return action(id, type, target, ActionState.PENDING, "digest");
    }

    static RemediationAction action(String id, ActionType type, Entity target, ActionState state, String digest) {
        @Nullable EntityKey device = type.area() == ActionType.Area.DEVICE ? Entity.Device.named("PC1").key() : null;
        return new RemediationAction(
                id,
                "INV",
                "I",
                type,
                target,
                device,
                Verdict.MALICIOUS,
                state,
                state == ActionState.APPROVED,
                "reason",
                "policy",
                digest,
                "undo",
                BlastRadius.NONE,
                "",
                "",
                "",
                false,
                at(0),
                at(10_000),
                null,
                null,
                null);
    }

    static Finding finding(String id, Entity entity, int weight, String cause) {
        return new Finding(
                id, "Test analyzer", entity.key(), "test", weight, cause, "Saw " + id, List.of(), Technique.NONE);
    }
}
