package dupin.intake.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Collected;
import dupin.intake.FileSource;
import dupin.intake.ImportRefusedException;
import dupin.intake.Json;
import dupin.intake.formats.Formats;
import dupin.model.Alert;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import dupin.model.Imported;
import dupin.model.ProviderIncident;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real Sentinel exports.
class SharedSentinelTest {
    private static final Path DATA = Path.of("../shared/data");

    @BeforeEach
    void needsTheData() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "no ../shared/data here");
    }

    private static Collected read(String file) throws IOException, ImportRefusedException {
        var source = FileSource.of(DATA.resolve(file));
        var sink = new Collected();
        Formats.all().choose(source).read(source, sink);
        return sink;
    }

    private static List<Alert> alerts(Collected sink) {
        return sink.all(Imported.OfAlert.class).stream().map(Imported.OfAlert::alert).toList();
    }

    private static List<ProviderIncident> incidents(Collected sink) {
        return sink.all(Imported.OfIncident.class).stream().map(Imported.OfIncident::incident).toList();
    }

    @Test
    void csvAndJsonGiveTheSameAlertsAndEntities() throws Exception {
        var csv = read("incidents/secrl/SecurityAlert.csv");
        var json = read("incidents/secrl/SecurityAlert.json");
        assertThat(csv.rejects()).isEmpty();
        assertThat(json.rejects()).isEmpty();
        assertThat(alerts(csv)).hasSize(72);
        assertThat(keys(alerts(csv))).isEqualTo(keys(alerts(json)));
        for (int i = 0; i < 72; i++) {
            Alert one = alerts(csv).get(i);
            Alert other = alerts(json).get(i);
            assertThat(one.withEvidence(List.of()))
                    .usingRecursiveComparison()
                    .ignoringFields("row")
                    .isEqualTo(other.withEvidence(List.of()));
            assertThat(one.evidence()).isEqualTo(other.evidence());
            assertThat(one.row().row()).isEqualTo(i);
        }
    }

    private static TreeMap<String, Set<EntityKey>> keys(List<Alert> alerts) {
        var keys = new TreeMap<String, Set<EntityKey>>();
        for (Alert alert : alerts) {
            var set = new TreeSet<EntityKey>();
            alert.evidence().forEach(evidence -> set.add(evidence.entity().key()));
            keys.put(alert.id(), set);
        }
        return keys;
    }

    @Test
    void incidentsNameTheirAlerts() throws Exception {
        var csv = incidents(read("incidents/secrl/SecurityIncident.csv"));
        var json = incidents(read("incidents/secrl/SecurityIncident.json"));
        assertThat(csv).hasSize(4).extracting(ProviderIncident::id).containsExactly("356", "357", "347", "483");
        assertThat(json).usingRecursiveFieldByFieldElementComparatorIgnoringFields("row").isEqualTo(csv);
        var ids = new HashSet<String>();
        csv.forEach(incident -> ids.addAll(incident.alertIds()));
        assertThat(alerts(read("incidents/secrl/SecurityAlert.csv")))
                .allSatisfy(alert -> assertThat(ids).contains(alert.id()))
                .filteredOn(alert -> !alert.providerIncidentId().isEmpty())
                .hasSize(69)
                .allSatisfy(alert ->
                        assertThat(csv)
                                .filteredOn(incident -> incident.id().equals(alert.providerIncidentId()))
                                .singleElement()
                                .satisfies(incident -> assertThat(incident.alertIds()).contains(alert.id())));
    }

    @Test
    void providersWordsAreKeptBesideTheEntities() throws Exception {
        var alerts = alerts(read("incidents/secrl/SecurityAlert.csv"));
        assertThat(alerts)
                .extracting(Alert::serviceSource)
                .containsOnly(
                        "microsoftDefenderForEndpoint",
                        "microsoftDefenderForIdentity",
                        "microsoft365Defender",
                        "microsoftDefenderForOffice365",
                        "azureAdIdentityProtection");
        assertThat(alerts).filteredOn(alert -> !alert.providerInvestigationState().isEmpty()).hasSize(55);
        assertThat(alerts).allSatisfy(alert -> assertThat(alert.time()).isNotNull());
        assertThat(alerts)
                .filteredOn(alert -> alert.serviceSource().equals("microsoftDefenderForEndpoint"))
                .allSatisfy(alert ->
                        assertThat(alert.evidence())
                                .extracting(evidence -> evidence.entity().kind())
                                .contains(EntityKind.DEVICE));
        long verdicts =
                alerts.stream()
                        .flatMap(alert -> alert.evidence().stream())
                        .filter(evidence -> !evidence.providerVerdict().isEmpty())
                        .count();
        assertThat(verdicts).isGreaterThanOrEqualTo(50);
        assertThat(alerts)
                .flatExtracting(Alert::evidence)
                .extracting(Evidence::entity)
                .filteredOn(entity -> entity.kind() == EntityKind.PROCESS)
                .allSatisfy(process -> assertThat(process.key().value()).doesNotStartWith("|"));
    }

    @Test
    void everyVerdictOfTheTruthIsFoundAtItsEntity() throws Exception {
        var alerts = new TreeMap<String, Alert>();
        alerts(read("incidents/secrl/SecurityAlert.csv")).forEach(alert -> alerts.put(alert.id(), alert));
        var truth = Json.parse(Files.readString(DATA.resolve("truth/secrl/evidence_verdicts.json")));
        assertThat(truth.size()).isGreaterThan(50);
        for (var row : truth) {
            String verdict = row.get("verdict").stringValue();
            assertThat(alerts.get(row.get("alert").stringValue()).evidence())
                    .as(row.toString())
                    .anySatisfy(evidence -> {
                        assertThat(evidence.providerVerdict()).isEqualTo(verdict);
                        assertThat(evidence.roles()).hasSize(row.get("roles").size());
                    });
        }
    }

    @Test
    void resourceIncidentsAreRead() throws Exception {
        for (String name :
                List.of("test_alert_1", "test_alert_2", "test_alert_without_user_1", "test_alert_without_user_2")) {
            var sink = read("incidents/sentinel_incident/" + name + ".json");
            assertThat(sink.rejects()).as(name).isEmpty();
            assertThat(incidents(sink))
                    .as(name)
                    .singleElement()
                    .satisfies(incident -> {
                        assertThat(incident.id()).isNotEmpty();
                        assertThat(incident.displayName()).isNotEmpty();
                        assertThat(incident.createdDateTime()).isNotNull();
                    });
        }
    }

    @Test
    void anOlderShapeOfTheTableIsRead() throws Exception {
        var sink = read("telemetry/msticpy/alertlist.csv");
        assertThat(alerts(sink)).isNotEmpty().allSatisfy(alert -> assertThat(alert.title()).isNotEmpty());
    }
}
