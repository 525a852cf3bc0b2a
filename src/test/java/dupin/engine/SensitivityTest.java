package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.Finding;
import dupin.model.Incident;
import dupin.model.LinkRole;
import dupin.model.Severity;
import dupin.model.row.DeviceRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Sensitivity labels of files: found by investigations, told by incidents and devices, of no weight.
class SensitivityTest {
    private static final Entity.Process TOOL =
            EngineCase.process(
                    "PC1", 200, 10, "C:\\Users\\ann\\AppData\\Local\\Temp\\tool.exe", "tool.exe -dump lsass");
    private static final Entity.Process EDITOR =
            EngineCase.process("PC1", 300, 10, "C:\\Program Files\\Editor\\editor.exe", "editor.exe");
    private static final Entity.File BOOK = EngineCase.file("PC1", "C:\\Shares\\Finance\\book.xlsx");

    private static EngineCase scene() {
        return new EngineCase().alert("da1", Severity.HIGH, Entity.Device.named("PC1"), TOOL, BOOK);
    }

    private static EngineCase labelled(EngineCase scene, Entity.Process actor, Entity.File file, String... labels) {
        return scene.did(
                EventKind.FILE_MODIFIED,
                20,
                actor,
                LinkRole.TARGET,
                file,
                labels.length == 1
                        ? Map.of("SensitivityLabel", labels[0])
                        : Map.of("SensitivityLabel", labels[0], "SensitivitySubLabel", labels[1]));
    }

    private static Story investigated(EngineCase scene) {
        return RunAndFoldTest.journalled(scene.run(), scene.alerts());
    }

    private static List<String> ofIncident(Story story) {
        Incident incident = story.state.incident("I").orElseThrow();
        return incident.facets().dataSensitivity();
    }

    @Test
    void aFileTellsItsLabelWithTheRowThatStatesIt() {
        Story story = investigated(labelled(scene(), EDITOR, BOOK, "Confidential", "Finance"));
        assertThat(ofIncident(story)).containsExactly("Confidential\\Finance");
        Finding finding =
                story.state.ledger(BOOK.key()).orElseThrow().counted().stream()
                        .filter(f -> f.weightId().equals(Sensitivity.WEIGHT))
                        .findFirst()
                        .orElseThrow();
        assertThat(finding.weight()).isZero();
        assertThat(finding.text()).contains("“Confidential\\Finance”");
        assertThat(finding.citations()).isNotEmpty();
    }

    @Test
    void anIncriminatedProcessTellsWhatItTouchedAndAnotherDoesNot() {
        Entity.File plan = EngineCase.file("PC1", "C:\\Shares\\plan.docx");
        Story touched = investigated(labelled(scene(), TOOL, plan, "Secret"));
        assertThat(ofIncident(touched)).containsExactly("Secret");
        assertThat(touched.state.ledger(TOOL.key()).orElseThrow().counted())
                .extracting(Finding::text)
                .anyMatch(text -> text.startsWith("Touched a file with the sensitivity label “Secret”: “plan.docx”"));
        assertThat(ofIncident(investigated(labelled(scene(), EDITOR, plan, "Secret")))).isEmpty();
    }

    @Test
    void theLabelChangesNoVerdict() {
        Story plain = investigated(scene().did(EventKind.FILE_MODIFIED, 20, EDITOR, LinkRole.TARGET, BOOK));
        Story story = investigated(labelled(scene(), EDITOR, BOOK, "Secret"));
        assertThat(story.state.ledgers()).hasSameSizeAs(plain.state.ledgers()).isNotEmpty();
        for (int i = 0; i < plain.state.ledgers().size(); i++) {
            assertThat(story.state.ledgers().get(i).verdict()).isEqualTo(plain.state.ledgers().get(i).verdict());
            assertThat(story.state.ledgers().get(i).score()).isEqualTo(plain.state.ledgers().get(i).score());
        }
    }

    @Test
    void aDeviceTellsTheLabelsOfWhatLiesOnIt() {
        var scene = new EngineCase();
        scene.alert("da1", Severity.HIGH, Entity.Device.named("PC1"), Entity.Device.named("PC2"), TOOL, BOOK);
        Story story = investigated(labelled(scene, EDITOR, BOOK, "Secret"));
        var rows = new AssetRows(story.state, scene.alerts()).devices();
        assertThat(rows).extracting(r -> r.device().label()).containsExactlyInAnyOrder("PC1", "PC2");
        for (DeviceRow row : rows) {
            assertThat(row.dataSensitivity())
                    .as(row.device().label())
                    .isEqualTo(row.device().label().equals("PC1") ? List.of("Secret") : List.of());
        }
    }

    @Test
    void oneLabelInTwoSpellingsIsOneAndManyAreBounded() {
        var scene = scene();
        labelled(labelled(scene, EDITOR, BOOK, "Secret"), EDITOR, BOOK, "SECRET");
        assertThat(ofIncident(investigated(scene))).containsExactly("Secret");
        for (int i = 0; i < 40; i++) {
            labelled(scene, EDITOR, BOOK, "label " + i + "x".repeat(500));
        }
        assertThat(ofIncident(investigated(scene))).hasSize(8).allMatch(label -> label.length() <= 120);
    }

    @Test
    void subscriptionsAreThoseOfTheResourcesThatAlertsName() {
        var vm =
                new Entity.CloudResource(
                        "/subscriptions/40DCC8BF-0478-4f3b-b275-ed0a94f2c013/resourceGroups/x/providers/y/vm1",
                        "vm1",
                        "");
        var bucket = new Entity.CloudResource("arn:aws:s3:::backups", "backups", "AWS::S3::Bucket");
        assertThat(vm.subscriptionId()).contains("40dcc8bf-0478-4f3b-b275-ed0a94f2c013");
        assertThat(bucket.subscriptionId()).isEmpty();
        assertThat(new Entity.CloudResource("/subscriptions//x", "", "").subscriptionId()).isEmpty();
        var scene = scene().alert("da2", Severity.LOW, vm, bucket);
        Incident incident = investigated(scene).state.incident("I").orElseThrow();
        assertThat(incident.facets().subscriptions()).containsExactly("40dcc8bf-0478-4f3b-b275-ed0a94f2c013");
    }
}
