package dupin.ui;

import static dupin.ui.StagedEntities.*;

import dupin.model.ActionState;
import dupin.model.AlertDraft;
import dupin.model.Comment;
import dupin.model.Entity;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.Incident;
import dupin.model.Investigation;
import dupin.model.InvestigationGraph;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import dupin.model.RemediationAction;
import dupin.model.RemediationStatus;
import dupin.model.RowRef;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.AlertRow;
import dupin.model.row.DeviceRow;
import dupin.model.row.EntityRow;
import dupin.model.row.EntitySummary;
import dupin.model.row.InvestigationRow;
import dupin.model.row.KeyFinding;
import dupin.model.row.LogLine;
import dupin.model.row.MailboxRow;
import dupin.model.row.UserRow;
import dupin.service.IncidentDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The staged incident whole, its remediation statuses following the actions.
public final class StagedIncident {
    private static final Instant START = Instant.parse("2026-11-20T14:05:11Z");

    private StagedIncident() {}

    public static IncidentDetails details(List<RemediationAction> actions) {
        List<EntityRow> entities = entities(actions);
        boolean waits = actions.stream().anyMatch(a -> a.state() == ActionState.PENDING);
        return new IncidentDetails(
                142,
                incident(waits),
                List.of(
                        new InvestigationRow(
                                investigation(waits),
                                List.of("microsoftDefenderForEndpoint"),
                                List.of("EDR"),
                                List.of("FIN-WS-014", "HR-LT-207"),
                                List.of("Workstations"),
                                List.of("Execution"),
                                List.of(),
                                0,
                                5,
                                actions.size(),
                                (int) actions.stream().filter(a -> a.state() == ActionState.PENDING).count())),
                alerts(),
                devices(actions),
                users(actions),
                List.of(
                        new MailboxRow(
                                BOX,
                                Verdict.SUSPICIOUS,
                                RemediationStatus.PENDING_APPROVAL,
                                Severity.MEDIUM,
                                List.of("Received a mail of the cluster", "Forwarded 2 mails outside"))),
                findings(actions),
                entities,
                summary(entities),
                log(),
                actions,
                List.of(new Comment("Anna was called; she opened the attachment.", "m.lopez", NOW.minusSeconds(600))),
                InvestigationGraph.EMPTY);
    }

    private static Incident incident(boolean waits) {
        return new Incident(
                StagedActions.INCIDENT,
                "Phishing mail leads to credential theft on 2 devices",
                Severity.HIGH,
                Incident.Status.IN_PROGRESS,
                Verdict.MALICIOUS,
                waits ? InvestigationState.PENDING_APPROVAL : InvestigationState.SUCCESSFULLY_REMEDIATED,
                "",
                "",
                "",
                "m.lopez",
                List.of("Finance"),
                List.of("CredentialAccess"),
                List.of("Microsoft Defender for Endpoint"),
                List.of("EDR"),
                List.of("da637-1", "da637-2", "da637-3", "fa-99"),
                4,
                List.of("FIN-WS-014", "HR-LT-207"),
                List.of("anna.berg@contoso.example"),
                List.of("anna.berg@contoso.example"),
                Incident.Facets.NONE,
                7,
                NOW.minusSeconds(19_000),
                NOW,
                NOW,
                Map.of());
    }

    public static Investigation investigation(boolean waits) {
        return new Investigation(
                StagedActions.INVESTIGATION,
                StagedActions.INCIDENT,
                "da637-1",
                "Suspicious process injection observed",
                "suspicious-process",
                "Automation",
                waits ? InvestigationState.PENDING_APPROVAL : InvestigationState.SUCCESSFULLY_REMEDIATED,
                "",
                List.of("da637-1", "da637-2", "da637-3", "fa-99"),
                List.of(),
                12,
                List.of(FIN.key(), RUN.key()),
                START,
                START.plusSeconds(2),
                START.plusSeconds(64),
                waits ? null : NOW,
                waits ? START.plusSeconds(64) : null,
                waits ? Duration.ZERO : Duration.ofMinutes(23));
    }

    private static List<AlertRow> alerts() {
        return List.of(
                alert(
                        "da637-1",
                        "Suspicious process injection observed",
                        Severity.HIGH,
                        "CredentialAccess",
                        List.of("FIN-WS-014"),
                        InvestigationState.PENDING_APPROVAL,
                        new LinkReason("Triggering alert", "", 0, "Started the investigation")),
                alert(
                        "da637-2",
                        "Sensitive credential memory read",
                        Severity.HIGH,
                        "CredentialAccess",
                        List.of("FIN-WS-014"),
                        InvestigationState.PENDING_APPROVAL,
                        new LinkReason(
                                "Same process",
                                "rundll32.exe (7788)",
                                2,
                                "Process rundll32.exe (7788) is in 2 alerts of the case")),
                alert(
                        "da637-3",
                        "Unusual service installed from ProgramData",
                        Severity.MEDIUM,
                        "Persistence",
                        List.of("HR-LT-207"),
                        InvestigationState.PENDING_APPROVAL,
                        new LinkReason(
                                "Same file", "wbemcore_x.dll", 3, "File wbemcore_x.dll is in 3 alerts of the case")),
                alert(
                        "fa-99",
                        "Email messages containing malicious URL removed after delivery",
                        Severity.INFORMATIONAL,
                        "InitialAccess",
                        List.of("anna.berg@contoso.example"),
                        InvestigationState.UNSUPPORTED_ALERT_TYPE,
                        new LinkReason("Same URL", "cdn-billing.example", 2, "The URL is in 2 alerts")));
    }

    private static AlertRow alert(
            String id,
            String title,
            Severity severity,
            String category,
            List<String> assets,
            InvestigationState state,
            LinkReason link) {
        var alert =
                AlertDraft.alert(id)
                        .title(title)
                        .description(
                                "A process running on this device was injected with code that came from a file in a temporary folder. Attackers do this to hide.")
                        .recommendedActions(
                                "1. Isolate the device.\n2. Reset the password of the user.\n3. Look for the same file elsewhere.")
                        .severity(severity)
                        .status("New")
                        .category(category)
                        .serviceSource("Microsoft Defender for Endpoint")
                        .detectionSource("EDR")
                        .productName("MDE")
                        .threatFamily("Qakbot")
                        .techniques(List.of("T1055", "T1003.001"))
                        .tags(List.of("Ransomware precursor"))
                        .created(NOW.minusSeconds(18_000))
                        .active(NOW.minusSeconds(19_000), NOW.minusSeconds(17_000))
                        .evidence(List.of(Evidence.of(FIN), Evidence.of(RUN), Evidence.of(LOADER)))
                        .row(new RowRef("3fa1c0b2d4e5", 4))
                        .made();
        return new AlertRow(
                alert,
                StagedActions.INCIDENT,
                "Phishing mail leads to credential theft on 2 devices",
                "New",
                assets,
                List.of("anna.berg@contoso.example"),
                List.of(link),
                state,
                "",
                "",
                "",
                "");
    }

    private static List<DeviceRow> devices(List<RemediationAction> actions) {
        return List.of(
                device(
                        FIN,
                        "Finance workstations",
                        "Full – remediate threats automatically",
                        Verdict.SUSPICIOUS,
                        Severity.HIGH,
                        3,
                        actions),
                device(
                        HR,
                        "HR laptops",
                        "Semi – require approval for core folders",
                        Verdict.SUSPICIOUS,
                        Severity.MEDIUM,
                        1,
                        actions),
                device(
                        SRV,
                        "Servers",
                        "Semi – require approval for any remediation",
                        Verdict.NO_THREATS_FOUND,
                        Severity.LOW,
                        0,
                        actions));
    }

    private static DeviceRow device(
            Entity.Device device,
            String group,
            String level,
            Verdict verdict,
            Severity risk,
            int alerts,
            List<RemediationAction> actions) {
        return new DeviceRow(
                device,
                group,
                level,
                List.of("CONTOSO\\aberg"),
                List.of(),
                verdict,
                status(device, verdict, actions),
                risk,
                alerts,
                List.of(alerts, 0, 0, 0),
                1,
                START,
                NOW.minusSeconds(19_000),
                NOW);
    }

    private static List<UserRow> users(List<RemediationAction> actions) {
        return List.of(
                new UserRow(
                        ANNA,
                        Verdict.SUSPICIOUS,
                        status(ANNA, Verdict.SUSPICIOUS, actions),
                        Severity.HIGH,
                        4,
                        List.of(2, 1, 0, 1),
                        NOW.minusSeconds(19_000),
                        NOW),
                new UserRow(
                        SVC,
                        Verdict.NOT_EVALUABLE,
                        RemediationStatus.NONE,
                        Severity.LOW,
                        0,
                        List.of(0, 0, 0, 0),
                        NOW.minusSeconds(9_000),
                        NOW.minusSeconds(8_000)));
    }

    private static List<EntityRow> entities(List<RemediationAction> actions) {
        var rows = new ArrayList<EntityRow>();
        List<Entity> benign = List.of(TOOL, SRV, SVC, BOX);
        List<Entity> alerted = List.of(FIN, HR, ANNA, LOADER, DLL, RUN, DUMP, SERVICE, URL, MAIL, CLUSTER, IP);
        for (Entity e : all()) {
            Verdict verdict =
                    e.equals(DOMAIN)
                            ? null
                            : benign.contains(e)
                                    ? Verdict.NO_THREATS_FOUND
                                    : e.kind() == EntityKind.DEVICE || e.equals(ANNA)
                                            ? Verdict.SUSPICIOUS
                                            : Verdict.MALICIOUS;
            int score =
                    verdict == null ? 0 : verdict == Verdict.MALICIOUS ? 21 : verdict == Verdict.SUSPICIOUS ? 4 : -28;
            rows.add(
                    new EntityRow(
                            e,
                            verdict,
                            score,
                            status(e, verdict, actions),
                            verdict == null
                                    ? "Not judged yet"
                                    : verdict == Verdict.MALICIOUS
                                            ? "Started from an archive that came by mail 12 minutes before"
                                            : "Signed by a known publisher",
                            e.equals(RUN) ? "Suspicious" : "",
                            List.of("source"),
                            List.of("FIN-WS-014"),
                            List.of("fin-ws-014"),
                            "EDR",
                            verdict == Verdict.MALICIOUS ? "Qakbot" : "",
                            alerted.contains(e),
                            1,
                            5,
                            NOW.minusSeconds(19_000)));
        }
        return rows;
    }

    private static RemediationStatus status(Entity e, @Nullable Verdict verdict, List<RemediationAction> actions) {
        for (RemediationAction a : actions) {
            if (a.target().key().equals(e.key())) {
                return switch (a.state()) {
                    case PENDING -> RemediationStatus.PENDING_APPROVAL;
                    case APPROVED, QUEUED, RUNNING, VERIFYING, UNDOING -> RemediationStatus.RUNNING;
                    case COMPLETED -> RemediationStatus.REMEDIATED;
                    case DECLINED, CANCELLED, EXPIRED -> RemediationStatus.DECLINED;
                    case UNDONE -> RemediationStatus.UNREMEDIATED;
                    case FAILED, TIMED_OUT, SKIPPED -> RemediationStatus.ACTIVE;
                };
            }
        }
        return verdict != null && verdict.incriminates() ? RemediationStatus.ACTIVE : RemediationStatus.NONE;
    }

    private static List<KeyFinding> findings(List<RemediationAction> actions) {
        var rows = new ArrayList<KeyFinding>();
        for (Entity e : List.of(RUN, DUMP, LOADER)) {
            for (Finding f : StagedExplanation.ledger(e.key()).counted()) {
                if (f.incriminates()) {
                    rows.add(
                            new KeyFinding(
                                    f,
                                    e,
                                    Verdict.MALICIOUS,
                                    status(e, Verdict.MALICIOUS, actions),
                                    List.of("Stop process: Completed")));
                }
            }
        }
        return rows;
    }

    private static List<EntitySummary> summary(List<EntityRow> rows) {
        var list = new ArrayList<EntitySummary>();
        for (EntityKind kind : EntityKind.values()) {
            List<EntityRow> of = rows.stream().filter(r -> r.entity().kind() == kind).toList();
            if (!of.isEmpty()) {
                list.add(
                        new EntitySummary(
                                kind,
                                of.size(),
                                count(of, r -> r.verdict() == Verdict.MALICIOUS),
                                count(of, r -> r.verdict() == Verdict.SUSPICIOUS),
                                count(of, r -> r.verdict() == Verdict.NO_THREATS_FOUND),
                                count(of, r -> r.verdict() == null),
                                count(of, r -> r.remediation() == RemediationStatus.REMEDIATED),
                                count(of, r -> r.remediation() == RemediationStatus.ACTIVE),
                                count(of, r -> r.remediation() == RemediationStatus.PENDING_APPROVAL),
                                count(of, r -> r.remediation() == RemediationStatus.PARTIALLY_REMEDIATED),
                                count(of, r -> r.remediation() == RemediationStatus.NOT_FOUND)));
            }
        }
        return list;
    }

    private static int count(List<EntityRow> rows, Predicate<EntityRow> test) {
        return (int) rows.stream().filter(test).count();
    }

    private static List<LogLine> log() {
        var lines = new ArrayList<LogLine>();
        String[] steps = {
            "Alert received",
            "Investigation queued",
            "Investigation started",
            "Alert evidence",
            "Process lineage",
            "Credential access",
            "File reputation",
            "Network",
            "Persistence",
            "Scope expanded",
            "Mail cluster identification",
            "Remediation planned"
        };
        for (int i = 0; i < steps.length; i++) {
            lines.add(
                    new LogLine(
                            i,
                            i < 3 ? "Investigation" : "Analysis",
                            steps[i],
                            i == 7 ? "Partially completed" : "Completed",
                            i % 2 == 0 ? "fin-ws-014" : "",
                            "Looked at 12 entities and recorded " + i + " findings",
                            i == 7 ? "No network events of hr-lt-207" : "",
                            "Automation",
                            START.plusSeconds(i),
                            START.plusSeconds(i),
                            Duration.ofMillis(340L * i),
                            null,
                            null));
        }
        return lines;
    }
}
