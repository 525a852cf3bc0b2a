package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.Comment;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import dupin.model.Policy;
import dupin.model.RemediationStatus;
import dupin.model.Severity;
import dupin.model.StepRecord;
import dupin.model.Verdict;
import dupin.model.row.LogLine;
import dupin.model.ProviderIncident;
import dupin.model.RowRef;
import dupin.model.ScopeExpansion;
import dupin.journal.EntryCodec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseStateTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Entity.File FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
    private static final Entity.File OTHER = Story.file("PC1", "C:\\Users\\ann\\b.exe", Story.sha(2));
    private static final Alert ALERT = Story.alert("a", 0, PC1, FILE);

    private static Story withTwoActions() {
        return Story.started(ALERT)
                .judge(FILE, Verdict.MALICIOUS, 15)
                .propose(Story.action("A1", ActionType.QUARANTINE_FILE, FILE))
                .propose(Story.action("A2", ActionType.QUARANTINE_FILE, OTHER))
                .analysed(InvestigationState.SUCCESSFULLY_REMEDIATED);
    }

    @Test
    void anInvestigationStaysOpenUntilItsLastActionIsDecided() {
        Story story = withTwoActions();
        assertThat(story.investigation()).isEqualTo(InvestigationState.PENDING_APPROVAL);
        assertThat(story.state.incident("I").orElseThrow().pendingActions()).isEqualTo(2);
        story.carryOut("A1", true);
        assertThat(story.investigation()).isEqualTo(InvestigationState.PENDING_APPROVAL);
        assertThat(story.state.alertStatus("a")).isEqualTo("new");
        story.carryOut("A2", true);
        assertThat(story.investigation()).isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
        assertThat(story.state.alertStatus("a")).isEqualTo("resolved");
        assertThat(story.state.incident("I").orElseThrow().activeAlerts()).isZero();
        assertThat(story.state.incident("I").orElseThrow().status())
                .as("closing is the analyst's word")
                .isEqualTo(Incident.Status.ACTIVE);
        var ended = story.state.investigation("INV").orElseThrow();
        assertThat(ended.endedDateTime()).isEqualTo(Story.at(story.journal.size() - 1));
        assertThat(ended.totalPending()).as("from analysed to the last approval").isEqualTo(Duration.ofMinutes(4));
        assertThat(ended.pendingSince()).isNull();
    }

    @Test
    void expiryTerminatesBySystem() {
        Story story = withTwoActions().carryOut("A1", true);
        story.add(new Entry.ActionExpired("A2"));
        assertThat(story.investigation()).isEqualTo(InvestigationState.TERMINATED_BY_SYSTEM);
        assertThat(story.state.action("A2").orElseThrow().decision()).isEqualTo("Timed out");
        assertThat(story.state.alertStatus("a")).isEqualTo("new");
        assertThat(story.state.remediation(OTHER.key())).isEqualTo(RemediationStatus.DECLINED);
    }

    @Test
    void rejectingIsDecidingButResolvesNoAlert() {
        Story story = withTwoActions().carryOut("A1", true);
        story.add(new Entry.ActionRejected("A2", "needed for a test"));
        assertThat(story.investigation()).isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
        assertThat(story.state.investigation("INV").orElseThrow().stateNote()).contains("1 completed", "1 declined");
        assertThat(story.state.alertStatus("a")).isEqualTo("new");
        assertThat(story.state.action("A2").orElseThrow().comment()).isEqualTo("needed for a test");
    }

    @Test
    void failuresAndUndoTakeTheWordRemediatedBack() {
        Story story = withTwoActions().carryOut("A1", true).carryOut("A2", false);
        assertThat(story.investigation()).isEqualTo(InvestigationState.PARTIALLY_REMEDIATED);
        story.carryOut("A2", true);
        assertThat(story.investigation()).isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
        story.add(new Entry.UndoStarted("A1", "it was ours"));
        story.add(new Entry.UndoFinished("A1", true, true, "Back in place."));
        assertThat(story.investigation()).isEqualTo(InvestigationState.PARTIALLY_REMEDIATED);
        assertThat(story.state.remediation(FILE.key())).isEqualTo(RemediationStatus.UNREMEDIATED);
        assertThat(story.state.remediation(OTHER.key())).isEqualTo(RemediationStatus.REMEDIATED);
    }

    @Test
    void anUndoThatFailsLeavesTheActionCompleted() {
        Story story = withTwoActions().carryOut("A1", true);
        story.add(new Entry.UndoStarted("A1", ""));
        assertThat(story.state.remediation(FILE.key())).isEqualTo(RemediationStatus.RUNNING);
        story.add(new Entry.UndoFinished("A1", false, false, "No backup."));
        assertThat(story.state.action("A1").orElseThrow().state()).isEqualTo(ActionState.COMPLETED);
        assertThat(story.state.action("A1").orElseThrow().statusDetails()).isEqualTo("Undo failed: No backup.");
    }

    @Test
    void cancellingSkipsWhatWasNotDecided() {
        Story story = withTwoActions();
        Touched touched = story.add(new Entry.InvestigationCancelled("INV", "Ann stopped it."));
        assertThat(touched.actions()).containsExactly("A1", "A2");
        assertThat(story.investigation()).isEqualTo(InvestigationState.TERMINATED_BY_USER);
        assertThat(story.state.actions()).allMatch(a -> a.state() == ActionState.SKIPPED);
        assertThat(story.state.incident("I").orElseThrow().pendingActions()).isZero();
        story.add(new Entry.InvestigationFailed("INV", "too late"));
        assertThat(story.investigation()).isEqualTo(InvestigationState.TERMINATED_BY_USER);
        assertThat(story.state.refusals()).hasSize(1);
    }

    @Test
    void withoutActionsTheAnalysisDecides() {
        for (InvestigationState outcome :
                List.of(
                        InvestigationState.BENIGN,
                        InvestigationState.PARTIALLY_INVESTIGATED,
                        InvestigationState.FAILED)) {
            Story story = Story.started(ALERT);
            assertThat(story.investigation()).isEqualTo(InvestigationState.RUNNING);
            story.analysed(outcome);
            assertThat(story.investigation()).isEqualTo(outcome);
            assertThat(story.state.alertStatus("a"))
                    .isEqualTo(outcome == InvestigationState.BENIGN ? "resolved" : "new");
        }
    }

    @Test
    void threatsWithoutAnActionAreNeverCalledRemediated() {
        Story story =
                Story.started(ALERT)
                        .judge(FILE, Verdict.MALICIOUS, 15)
                        .analysed(InvestigationState.SUCCESSFULLY_REMEDIATED);
        assertThat(story.investigation()).isEqualTo(InvestigationState.PARTIALLY_INVESTIGATED);
        assertThat(story.state.investigation("INV").orElseThrow().stateNote()).contains("no action");
        assertThat(story.state.alertStatus("a")).isEqualTo("new");
    }

    @Test
    void whatAnotherInvestigationRemediatesIsRemediated() {
        Story story = withTwoActions();
        story.add(new Entry.AlertReceived(Story.alert("b", 5, FILE)));
        story.add(new Entry.AlertLinked("b", "J", List.of()));
        story.add(new Entry.InvestigationQueued("INV2", "J", "b", "b", "general", 1, List.of()));
        story.add(new Entry.VerdictReached("INV2", FILE, Verdict.MALICIOUS, -20, 15, List.of()));
        story.add(new Entry.InvestigationAnalysed("INV2", InvestigationState.SUCCESSFULLY_REMEDIATED, ""));
        assertThat(story.state.investigation("INV2").orElseThrow().state())
                .isEqualTo(InvestigationState.PARTIALLY_INVESTIGATED);
        story.carryOut("A1", true);
        assertThat(story.state.investigation("INV2").orElseThrow().state())
                .isEqualTo(InvestigationState.SUCCESSFULLY_REMEDIATED);
        assertThat(story.state.alertStatus("b")).isEqualTo("resolved");
        story.add(new Entry.UndoStarted("A1", ""));
        assertThat(story.state.investigation("INV2").orElseThrow().state())
                .isEqualTo(InvestigationState.PARTIALLY_INVESTIGATED);
    }

    @Test
    void entriesAreTakenOnceAndInOrder() {
        Story story = withTwoActions();
        var before = story.state.incidents();
        assertThat(story.state.apply(story.journal.getFirst()).nothing()).isTrue();
        assertThat(story.state.incidents()).isEqualTo(before);
        long gap = story.journal.size() + 1L;
        assertThatThrownBy(() -> story.state.apply(Story.entry(gap, new Entry.ActionExpired("A1"))))
                .hasMessageContaining("is due");
        assertThat(story.state.seq()).isEqualTo(gap - 2);
    }

    /// A copy taken after any entry is the case as it stood then, whatever comes later, and goes on by itself to the same end.
    @Test
    void aCopyIsTheCaseAsItStoodThen() {
        var whole = withTwoActions().carryOut("A1", true).carryOut("A2", true);
        for (int taken = 0; taken < whole.journal.size(); taken++) {
            var fold = new CaseState(TestWeights.shipped());
            whole.journal.subList(0, taken).forEach(fold::apply);
            CaseState copy = fold.copy();
            var prefix = new CaseState(TestWeights.shipped());
            whole.journal.subList(0, taken).forEach(prefix::apply);
            whole.journal.subList(taken, whole.journal.size()).forEach(fold::apply);
            assertThat(copy.seq()).isEqualTo(taken - 1L);
            same(copy, prefix);

            whole.journal.subList(taken, whole.journal.size()).forEach(copy::apply);
            same(copy, whole.state);
            same(fold, whole.state);
        }
    }

    private static void same(CaseState one, CaseState other) {
        assertThat(one.incidents()).isEqualTo(other.incidents());
        assertThat(one.investigations()).isEqualTo(other.investigations());
        assertThat(one.actions()).isEqualTo(other.actions());
        assertThat(one.ledgers()).isEqualTo(other.ledgers());
        assertThat(one.log("I")).isEqualTo(other.log("I"));
        assertThat(one.verdictDigest()).isEqualTo(other.verdictDigest());
        if (other.incident("I").isPresent()) {
            assertThat(GraphBuilder.build(one, "I")).isEqualTo(GraphBuilder.build(other, "I"));
        }
    }

    @Test
    void aNewerExportReplacesAnAlertAndItsEvidence() {
        Story story = Story.started(ALERT);
        Touched touched = story.add(new Entry.AlertReceived(Story.alert("a", 0, PC1, OTHER)));
        assertThat(touched.incidents()).containsExactly("I");
        assertThat(story.state.alertsWith(FILE.key())).isEmpty();
        assertThat(story.state.alertsWith(OTHER.key())).extracting(Alert::id).containsExactly("a");
    }

    @Test
    void anAlertThatMovesLeavesItsIncident() {
        Story story = Story.started(ALERT);
        Touched touched =
                story.add(
                        new Entry.AlertLinked(
                                "a", "J", List.of(new LinkReason("Manual association", "", 0, "Moved by Ann."))));
        assertThat(touched.incidents()).containsExactly("I", "J");
        assertThat(story.state.incident("I").orElseThrow().alertIds()).isEmpty();
        assertThat(story.state.incident("J").orElseThrow().alertIds()).containsExactly("a");
        assertThat(story.state.incidentOf("a")).contains("J");
    }

    @Test
    void anIncidentIsNamedAndRatedByItsAlerts() {
        Alert low =
                Story.with(
                        Story.alert("a", "", "Odd logon", Severity.LOW, 5, PC1, Entity.User.ofUpn("ann@corp.example")),
                        "new",
                        "InitialAccess",
                        "A");
        Alert high =
                Story.with(
                        Story.alert(
                                "b",
                                "",
                                "Dump",
                                Severity.HIGH,
                                9,
                                Entity.Device.named("PC2"),
                                new Entity.User("", "", "", "S-1-5-18", "", "")),
                        "new",
                        "CredentialAccess",
                        "B");
        Story story = new Story();
        story.add(new Entry.AlertReceived(low));
        story.add(new Entry.IncidentOpened("I", "Odd logon"));
        story.add(new Entry.AlertLinked("a", "I", List.of()));
        assertThat(story.state.incident("I").orElseThrow().name()).isEqualTo("Odd logon");
        story.add(new Entry.AlertReceived(high));
        story.add(new Entry.AlertLinked("b", "I", List.of()));
        Incident incident = story.state.incident("I").orElseThrow();
        assertThat(incident.name())
                .isEqualTo(
                        "Multi-stage incident involving Initial access & Credential access on multiple endpoints reported by multiple sources");
        assertThat(incident.severity()).isEqualTo(Severity.HIGH);
        assertThat(incident.devices()).containsExactly("PC1", "PC2");
        assertThat(incident.users()).as("built-in accounts are nobody").containsExactly("ann@corp.example");
        assertThat(incident.activeAlerts()).isEqualTo(2);
        assertThat(incident.verdict()).isNull();
        story.add(
                new Entry.IncidentManaged(
                        "I",
                        List.of(
                                new Entry.Change("name", "", "Ours"),
                                new Entry.Change("severity", "High", "Low"),
                                new Entry.Change("status", "Active", "Resolved"),
                                new Entry.Change("tags", "", "red team, known"))));
        Incident managed = story.state.incident("I").orElseThrow();
        assertThat(managed.name()).isEqualTo("Ours");
        assertThat(managed.severity()).isEqualTo(Severity.LOW);
        assertThat(managed.status()).isEqualTo(Incident.Status.RESOLVED);
        assertThat(managed.activeAlerts()).as("resolving an incident resolves its alerts").isZero();
        assertThat(managed.tags()).containsExactly("known", "red team");
    }

    @Test
    void aDeclinedAlertSaysWhy() {
        Story story = new Story();
        story.add(new Entry.AlertReceived(ALERT));
        story.add(new Entry.AlertLinked("a", "I", List.of()));
        story.add(
                new Entry.InvestigationDeclined(
                        "I", "a", InvestigationState.NOT_PROTECTED, "Group Lab is not protected."));
        Incident incident = story.state.incident("I").orElseThrow();
        assertThat(incident.investigationState()).isEqualTo(InvestigationState.NOT_PROTECTED);
        assertThat(incident.investigationNote()).isEqualTo("Group Lab is not protected.");
        story.add(new Entry.InvestigationQueued("INV", "I", "a", "by hand", "general", 1, List.of()));
        assertThat(story.state.declined("a")).as("a person started one after all").isEmpty();
        assertThat(story.state.incident("I").orElseThrow().investigationState()).isEqualTo(InvestigationState.QUEUED);
    }

    @Test
    void whatConcernsTheWholeCaseStandsInTheLogOfEachIncidentSinceItBegan() {
        Story story = withTwoActions();
        Policy stopped = story.state.policy().withLimits(7, 20, 10, true, false).withVersion(8);
        story.add(
                new Entry.PolicyChanged(
                        stopped, List.of(new Entry.Change("Automation stopped", "no", "yes")), "too much at once"));
        story.add(new Entry.ResponderArmed("Night shift", true, "tonight"));
        List<LogLine> log = story.state.log("I");
        assertThat(log).extracting(LogLine::id).isSorted().doesNotHaveDuplicates();
        assertThat(log.subList(log.size() - 2, log.size()))
                .extracting(LogLine::actionType, LogLine::action, LogLine::description, LogLine::comments)
                .containsExactly(
                        tuple(
                                "Policy",
                                "Policy changed to version 8",
                                "Automation stopped: no → yes",
                                "too much at once"),
                        tuple("Policy", "Responder armed: Night shift", "", "tonight"));
        assertThat(log.stream().filter(line -> line.actionType().equals("Policy")))
                .as("not what was before the incident")
                .hasSize(2);
        assertThat(story.state.copy().log("I")).isEqualTo(log);
        assertThat(story.state.log("nobody")).isEmpty();
    }

    @Test
    void theLogTellsWhoDidWhatWhen() {
        Story story = withTwoActions();
        story.add(
                new Entry.StepFinished(
                        "INV",
                        new StepRecord(
                                0,
                                "File analysis",
                                "Files",
                                "PC1",
                                "Looked at files",
                                StepRecord.Status.COMPLETED,
                                2,
                                1,
                                Story.at(1),
                                Story.at(3))));
        story.carryOut("A1", true);
        story.add(new Entry.CommentAdded("action:A1", "seen before"));
        story.add(new Entry.CommentAdded("incident:I", "handed over"));
        List<LogLine> log = story.state.log("I");
        assertThat(log).extracting(LogLine::id).isSorted();
        assertThat(log)
                .extracting(LogLine::action)
                .contains("Alert linked", "Investigation started", "File analysis", "Approved: Quarantine file: a.exe");
        LogLine step = log.stream().filter(l -> l.action().equals("File analysis")).findFirst().orElseThrow();
        assertThat(step.duration()).isEqualTo(Duration.ofMinutes(2));
        assertThat(step.deviceName()).isEqualTo("PC1");
        LogLine approved = log.stream().filter(l -> l.action().startsWith("Approved")).findFirst().orElseThrow();
        assertThat(approved.comments()).isEqualTo("fine");
        assertThat(approved.pendingDuration()).isPositive();
        assertThat(story.state.comments("incident:I")).extracting(Comment::text).containsExactly("handed over");
        assertThat(story.state.comments("action:A1")).extracting(Comment::text).containsExactly("seen before");
    }

    @Test
    void remediationFallsBackOnTheSource() {
        Story story =
                Story.started(
                        Story.alert(
                                "a",
                                "",
                                "t",
                                Severity.LOW,
                                0,
                                List.of(
                                        new dupin.model.Evidence(
                                                FILE,
                                                List.of(),
                                                List.of(),
                                                "malicious",
                                                "",
                                                "prevented",
                                                List.of(),
                                                null),
                                        dupin.model.Evidence.of(OTHER))));
        assertThat(story.state.remediation(FILE.key())).isEqualTo(RemediationStatus.PREVENTED);
        assertThat(story.state.remediation(OTHER.key())).isEqualTo(RemediationStatus.NONE);
        story.judge(OTHER, Verdict.SUSPICIOUS, 2);
        assertThat(story.state.remediation(OTHER.key())).isEqualTo(RemediationStatus.ACTIVE);
    }

    @Test
    void theFullestSightingWinsWhateverTheOrder() {
        var bare = Entity.Device.named("PC1");
        var full =
                new Entity.Device(
                        "PC1", "pc1.corp.example", "", "", "Windows11", "Lab", "10.0.0.5", "", "", List.of("tag"));
        for (List<Entity> order : List.of(List.<Entity>of(bare, full), List.<Entity>of(full, bare))) {
            Story story = new Story();
            story.add(new Entry.AlertReceived(Story.alert("a", 0, order.getFirst())));
            story.add(new Entry.AlertReceived(Story.alert("b", 0, order.getLast())));
            assertThat(story.state.entity(bare.key())).contains(full);
        }
    }

    @Test
    void aRunThatGoesThroughItsStepsAgainWritesOnlyNewsIntoTheLog() {
        Entity file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        Story story = Story.started(Story.alert("a", 0, file));
        var expansion = new Entry.ScopeExpanded("INV", new ScopeExpansion(file.key(), file, "rule", 1, "text"));
        story.add(step(2));
        story.add(expansion);
        story.propose(Story.action("A", ActionType.QUARANTINE_FILE, file)).analysed(InvestigationState.BENIGN);
        story.add(new Entry.AlertReceived(Story.alert("b", 1, file)));
        story.add(new Entry.AlertLinked("b", "I", List.of()));
        story.add(new Entry.AlertJoined("INV", "b"));
        story.add(step(2));
        story.add(expansion);
        story.add(step(3));

        assertThat(story.state.log("I").stream().filter(line -> line.action().equals("Files")))
                .as("what was said before is not said again, news is")
                .hasSize(2);
        assertThat(story.state.log("I").stream().filter(line -> line.action().equals("rule"))).hasSize(1);
        assertThat(story.state.expansions("INV")).hasSize(1);
        assertThat(story.state.stepsOfRun("INV")).isEqualTo(2);
    }

    private static Entry step(int findings) {
        return new Entry.StepFinished(
                "INV",
                new StepRecord(
                        0,
                        "Files",
                        "Files",
                        "",
                        "Looks at files",
                        StepRecord.Status.COMPLETED,
                        1,
                        findings,
                        null,
                        null));
    }

    @Test
    void oneAlertOfTwoProductsIsOneAlertWithBothProvenances() {
        Entity file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        Entity user = Entity.User.ofUpn("ann@corp.example");
        Alert graph =
                Story.alert("da0a24e828-1", "10", "Ransomware", Severity.HIGH, 0, file).knownAs("0a24e828-1", " ");
        Alert sentinel =
                Story.alert("197c2262-guid", "S-7", "Ransomware", Severity.HIGH, 0, user)
                        .knownAs("0A24E828-1", "da0a24e828-1");
        Alert other = Story.alert("5dd1-guid", "S-7", "Other title", Severity.HIGH, 0, user).knownAs("0a24e828-1");
        for (List<Alert> order : List.of(List.of(graph, sentinel), List.of(sentinel, graph))) {
            var story = new Story();
            Alert first = order.getFirst();
            Alert second = order.getLast();
            story.add(new Entry.AlertReceived(first));
            assertThat(story.state.sameAlert(second)).contains(first);
            assertThat(story.state.sameAlert(other)).as("a shared number alone proves nothing").isEmpty();
            Alert one = first.with(second);
            story.add(new Entry.AlertReceived(one));
            assertThat(story.state.alerts()).hasSize(1);
            assertThat(one.evidence()).hasSize(2);
            assertThat(one.alsoFrom())
                    .singleElement()
                    .satisfies(from -> {
                        assertThat(from.id()).isEqualTo(second.id());
                        assertThat(from.providerIncidentId()).isEqualTo(second.providerIncidentId());
                    });
            assertThat(story.state.alertId(second.id())).isEqualTo(first.id());
            assertThat(one.with(second)).as("the same export again adds nothing").isEqualTo(one);
            assertThat(EntryCodec.read(EntryCodec.write(one), Alert.class)).isEqualTo(one);
        }
    }

    @Test
    void anIncidentWhoseAlertsAreAnotherProductsGoesIntoItsIncident() {
        Entity file = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
        Alert graph = Story.alert("da0a24e828-1", "10", "Ransomware", Severity.HIGH, 0, file);
        Alert sentinel = Story.alert("197c2262-guid", "S-7", "Ransomware", Severity.HIGH, 0, file).knownAs(graph.id());
        var story = new Story();
        story.add(new Entry.IncidentReceived(incident("10", graph.id())));
        story.add(new Entry.AlertReceived(graph));
        story.all(Correlator.correlate(story.state, List.of(graph)));
        story.add(new Entry.IncidentReceived(incident("S-7", sentinel.id())));
        story.add(new Entry.AlertReceived(graph.with(sentinel)));
        story.all(IncidentMerges.provided(story.state));

        assertThat(story.state.incident("10").orElseThrow().alertIds()).containsExactly(graph.id());
        assertThat(story.state.incident("S-7").orElseThrow().status()).isEqualTo(Incident.Status.REDIRECTED);
        assertThat(story.state.log("S-7")).anySatisfy(line -> assertThat(line.comments()).contains("another product"));
        assertThat(IncidentMerges.provided(story.state)).as("said once").isEmpty();
    }

    private static ProviderIncident incident(String id, String... alerts) {
        return new ProviderIncident(
                id,
                "",
                "Incident " + id,
                "",
                Severity.HIGH,
                "active",
                "",
                "",
                "",
                List.of(),
                List.of(),
                List.of(alerts),
                null,
                null,
                RowRef.NONE);
    }
}
