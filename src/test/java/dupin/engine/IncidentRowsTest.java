package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.EntityKind;
import dupin.model.Entry;
import dupin.model.Evidence;
import dupin.model.Finding;
import dupin.model.InvestigationState;
import dupin.model.LinkReason;
import dupin.model.RemediationStatus;
import dupin.model.ScopeExpansion;
import dupin.model.Severity;
import dupin.model.Verdict;
import dupin.model.row.AlertRow;
import dupin.model.row.DeviceRow;
import dupin.model.row.EntityRow;
import dupin.model.row.EntitySummary;
import dupin.model.row.KeyFinding;
import dupin.model.row.MailboxRow;
import dupin.model.row.UserRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class IncidentRowsTest {
    private static final Entity.Device PC1 = Entity.Device.named("PC1");
    private static final Entity.Device PC2 = Entity.Device.named("PC2");
    private static final Entity.User ANN = Entity.User.ofUpn("ann@corp.example");
    private static final Entity.User SYSTEM = new Entity.User("", "", "", "S-1-5-18", "", "");
    private static final Entity.Mailbox BOX = new Entity.Mailbox("ann@corp.example", "Ann", "");
    private static final Entity.File FILE = Story.file("", "C:\\Users\\ann\\a.exe", Story.sha(1));
    private static final Entity.File CLEAN = Story.file("PC1", "C:\\Users\\ann\\b.exe", Story.sha(2));
    private static final Entity.Url REACHED = new Entity.Url("http://evil.example/");

    private static Evidence evidence(Entity entity, String verdict, String role) {
        return new Evidence(entity, List.of(role), List.of(), verdict, "", "", List.of(), Story.at(9));
    }

    private static Story story() {
        Story story =
                Story.started(
                        Story.alert(
                                "b",
                                "",
                                "Later",
                                Severity.HIGH,
                                30,
                                List.of(Evidence.of(PC1), Evidence.of(ANN), evidence(FILE, "suspicious", "created"))),
                        Story.alert(
                                "a",
                                "",
                                "Earlier",
                                Severity.LOW,
                                10,
                                List.of(
                                        Evidence.of(PC2),
                                        Evidence.of(SYSTEM),
                                        Evidence.of(BOX),
                                        evidence(FILE, "malicious", "loaded"),
                                        Evidence.of(CLEAN))));
        story.add(new Entry.AlertLinked("b", "I", List.of(new LinkReason("Same file", "a.exe", 2, "Same file"))));
        story.add(
                new Entry.ScopeExpanded(
                        "INV", new ScopeExpansion(FILE.key(), REACHED, "Connected", 1, "It connected.")));
        story.add(new Entry.FindingRecorded("INV", Story.finding("f1", FILE, 20, "c1")));
        story.add(new Entry.FindingRecorded("INV", Story.finding("f2", FILE, 18, "c2")));
        story.add(new Entry.FindingRecorded("INV", Story.finding("f3", FILE, -3, "c3")));
        story.add(new Entry.FindingRecorded("INV", Story.finding("f4", BOX, 30, "c4")));
        story.judge(FILE, Verdict.MALICIOUS, 15)
                .judge(CLEAN, Verdict.NO_THREATS_FOUND, -20)
                .judge(BOX, Verdict.SUSPICIOUS, 10);
        story.add(new Entry.VerdictReached("INV", REACHED, Verdict.NOT_EVALUABLE, -16, -16, List.of("network events")));
        story.propose(Story.action("A1", ActionType.QUARANTINE_FILE, FILE))
                .analysed(InvestigationState.SUCCESSFULLY_REMEDIATED);
        return story;
    }

    @Test
    void alertsAreToldInTimeWithTheirReasons() {
        List<AlertRow> rows = new IncidentRows(story().state, "I").alerts();
        assertThat(rows).extracting(r -> r.alert().id()).containsExactly("a", "b");
        AlertRow later = rows.getLast();
        assertThat(later.linkedBy()).extracting(LinkReason::rule).containsExactly("Same file");
        assertThat(later.impactedAssets()).containsExactly("PC1", "ann@corp.example");
        assertThat(later.users()).containsExactly("ann@corp.example");
        assertThat(later.investigationState()).isEqualTo(InvestigationState.PENDING_APPROVAL);
        assertThat(rows.getFirst().users()).as("LocalSystem is nobody").isEmpty();
    }

    @Test
    void evidenceKnowsItsVerdictSourceAndPlace() {
        List<EntityRow> rows = new IncidentRows(story().state, "I").entities();
        EntityRow file = rows.getFirst();
        assertThat(file.entity().key()).isEqualTo(FILE.key());
        assertThat(file.verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(file.score()).isEqualTo(15);
        assertThat(file.statusDetails()).isEqualTo("Saw f1");
        assertThat(file.providerVerdict()).isEqualTo("malicious, suspicious");
        assertThat(file.roles()).containsExactly("created", "loaded");
        assertThat(file.devices()).containsExactly("PC1", "PC2");
        assertThat(file.remediation()).isEqualTo(RemediationStatus.PENDING_APPROVAL);
        assertThat(file.alerts()).isEqualTo(2);
        assertThat(file.findings()).isEqualTo(3);
        assertThat(file.firstSeen()).isEqualTo(Story.at(9));
        EntityRow url = rows.stream().filter(r -> r.entity().equals(REACHED)).findFirst().orElseThrow();
        assertThat(url.fromAlert()).isFalse();
        assertThat(url.statusDetails()).isEqualTo("Not in the case: network events.");
        EntityRow clean = rows.stream().filter(r -> r.entity().key().equals(CLEAN.key())).findFirst().orElseThrow();
        assertThat(clean.statusDetails()).isEqualTo("Nothing speaks against it.");
        assertThat(rows)
                .filteredOn(r -> r.entity().equals(PC1))
                .singleElement()
                .satisfies(r -> assertThat(r.statusDetails()).contains("No investigation"));
        assertThat(new IncidentRows(story().state, "nobody knows").entities()).isEmpty();
    }

    @Test
    void keyFindingsAreWhatIncriminates() {
        List<KeyFinding> found = new IncidentRows(story().state, "I").keyFindings();
        assertThat(found).extracting(KeyFinding::finding).extracting(Finding::id).containsExactly("f1", "f2", "f4");
        assertThat(found.getFirst().actions()).containsExactly("Quarantine file on pc1: Pending approval");
    }

    @Test
    void theSummaryCountsByKind() {
        List<EntitySummary> summary = new IncidentRows(story().state, "I").summary();
        assertThat(summary).extracting(EntitySummary::kind).isSorted();
        assertThat(summary)
                .filteredOn(s -> s.kind() == EntityKind.FILE)
                .singleElement()
                .isEqualTo(new EntitySummary(EntityKind.FILE, 2, 1, 0, 1, 0, 0, 0, 1, 0, 0));
        assertThat(summary)
                .filteredOn(s -> s.kind() == EntityKind.URL)
                .singleElement()
                .isEqualTo(new EntitySummary(EntityKind.URL, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0));
    }

    @Test
    void assetsAtRiskComeFirst() {
        Story story = story();
        List<DeviceRow> devices = new IncidentRows(story.state, "I").devices();
        assertThat(devices).extracting(r -> r.device().label()).containsExactly("PC1", "PC2");
        assertThat(devices.getFirst().risk()).isEqualTo(Severity.HIGH);
        assertThat(devices.getFirst().alertsBySeverity()).containsExactly(1, 0, 0, 0);
        assertThat(devices.getFirst().users()).containsExactly("ann@corp.example");
        assertThat(new IncidentRows(story.state, "I").users()).extracting(UserRow::user).containsExactly(ANN);
        List<MailboxRow> boxes = new IncidentRows(story.state, "I").mailboxes();
        assertThat(boxes)
                .singleElement()
                .satisfies(box -> {
                    assertThat(box.verdict()).isEqualTo(Verdict.SUSPICIOUS);
                    assertThat(box.riskyActivities()).containsExactly("Saw f4");
                });
        story.add(new Entry.IncidentManaged("I", List.of(new Entry.Change("status", "Active", "Resolved"))));
        assertThat(new AssetRows(story.state, story.state.alerts()).devices())
                .as("resolved alerts are no risk")
                .allSatisfy(row -> assertThat(row.risk()).isEqualTo(Severity.UNKNOWN));
    }
}
