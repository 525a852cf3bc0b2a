package dupin.bench;

import dupin.engine.CaseState;
import dupin.engine.policy.WhatIf;
import dupin.intake.Content;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.AutomationLevel;
import dupin.model.BlastRadius;
import dupin.model.DeviceGroup;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Indicator;
import dupin.model.JournalEntry;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.Technique;
import dupin.model.Verdict;
import dupin.model.policy.WhatIfReport;
import dupin.service.Progress;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How long it takes to decide a large case anew under a draft that changes groups, indicators, alert policies and limits.
/// The case is a fold without store or journal: a trial reads nothing else.
final class WhatIfCost {
    private static final int INCIDENTS = 10_000;
    private static final double WANTED = 10_000;
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final Progress progress;
    private final Content content = Content.shipped();
    private long seq;

    WhatIfCost(Progress progress) {
        this.progress = progress;
    }

    List<CostFigure> run() {
        progress.report("Measuring a trial over %,d incidents".formatted(INCIDENTS), 0, 0);
        var state = new CaseState(content.weights());
        add(state, new Entry.PolicyChanged(content.policy(), List.of(), ""));
        for (int i = 0; i < INCIDENTS; i++) {
            incident(state, i);
        }
        Instant at = START.plusSeconds(60L * INCIDENTS);
        Policy draft = draft(content.policy());
        var meter = new Meter();
        WhatIfReport report = WhatIf.run(state, draft, content.weights(), at);
        double wall = meter.wall();
        double busy = meter.busy();
        String of = "trial of %,d incidents, %,d actions: ".formatted(INCIDENTS, state.actions().size());
        return List.of(
                CostFigure.atMost(CostPart.WHAT_IF, of + "by the clock", wall, "ms", WANTED),
                CostFigure.plain(CostPart.WHAT_IF, of + "processor time", busy, "ms"),
                CostFigure.plain(CostPart.WHAT_IF, "  decided differently", report.rows().size(), ""));
    }

    private void add(CaseState state, Entry entry) {
        state.apply(new JournalEntry(seq, START.plusSeconds(seq), "measure", entry, "", "hash" + seq));
        seq++;
    }

    /// An alert on a device of its own with a file, a process and a user, each judged and proposed for remediation.
    private void incident(CaseState state, int number) {
        String host = "pc-" + number;
        String id = "I-" + number;
        Entity.File file = Entity.File.of("C:\\Users\\u\\AppData\\Local\\Temp\\" + number + ".exe", "", host);
        var process = new Entity.Process(host, 1_000 + number, START, "", "run " + number, file, "", 0, null, "");
        Entity.User user = Entity.User.ofUpn("user" + number + "@host.example");
        List<Entity> entities = List.of(Entity.Device.named(host), file, process, user);
        add(state, new Entry.AlertReceived(alert(number, entities)));
        add(state, new Entry.IncidentOpened(id, "Incident " + number));
        add(state, new Entry.AlertLinked("a" + number, id, List.of()));
        String run = "INV-" + number;
        add(state, new Entry.InvestigationQueued(run, id, "a" + number, "Alert", "general", 1, List.of()));
        add(state, new Entry.InvestigationStarted(run));
        for (Entity entity : List.of(file, process, user)) {
            var finding =
                    new Finding(
                            "f" + number + entity.key(),
                            "measure",
                            entity.key(),
                            "provider.malicious",
                            40,
                            "cause",
                            "Seen.",
                            List.of(),
                            Technique.NONE);
            add(state, new Entry.FindingRecorded(run, finding));
            add(state, new Entry.VerdictReached(run, entity, Verdict.MALICIOUS, -20, 20, List.of()));
        }
        act(state, number, ActionType.QUARANTINE_FILE, file, Entity.Device.named(host).key());
        act(state, number, ActionType.STOP_PROCESS, process, Entity.Device.named(host).key());
        act(state, number, ActionType.DISABLE_USER, user, null);
    }

    private void act(CaseState state, int number, ActionType type, Entity target, @Nullable EntityKey device) {
        String id = "ACT-" + number + type;
        Instant at = START.plusSeconds(60L * number);
        add(
                state,
                new Entry.ActionProposed(
                        new RemediationAction(
                                id,
                                "INV-" + number,
                                "I-" + number,
                                type,
                                target,
                                device,
                                Verdict.MALICIOUS,
                                ActionState.PENDING,
                                false,
                                "reason",
                                "policy",
                                "digest",
                                "undo",
                                BlastRadius.NONE,
                                "",
                                "",
                                "",
                                false,
                                at,
                                at.plusSeconds(600_000),
                                null,
                                null,
                                null)));
        if (number % 3 == 0) {
            add(state, new Entry.ActionRejected(id, "no"));
        } else if (number % 3 == 1) {
            add(state, new Entry.ActionApproved(id, "yes"));
            add(state, new Entry.ActionStarted(id));
            add(state, new Entry.ActionFinished(id, true, true, "Done."));
        }
    }

    private static Alert alert(int number, List<Entity> entities) {
        Instant time = START.plusSeconds(60L * number);
        return new Alert(
                "a" + number,
                "",
                "Suspicious file on pc-" + number,
                "",
                "",
                Severity.MEDIUM,
                "new",
                "Malware",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                time,
                time,
                time,
                time,
                null,
                entities.stream().map(Evidence::of).toList(),
                RowRef.NONE);
    }

    private static Policy draft(Policy policy) {
        var groups =
                List.of(
                        new DeviceGroup(
                                "Odd ones",
                                1,
                                AutomationLevel.NOT_PROTECTED,
                                "",
                                List.of(
                                        new DeviceGroup.Rule(
                                                DeviceGroup.Property.DEVICE_NAME,
                                                DeviceGroup.Operator.ENDS_WITH,
                                                List.of("7", "8")))),
                        new DeviceGroup(
                                DeviceGroup.DEFAULT_NAME, Integer.MAX_VALUE, AutomationLevel.FULL, "", List.of()));
        return policy.withDeviceGroups(groups)
                .withIndicators(
                        List.of(
                                new Indicator(
                                        Entity.User.ofUpn("user5@host.example").key(),
                                        Indicator.Action.ALLOW,
                                        "measure")))
                .withLimits(3, 15, 5, false, true);
    }
}
