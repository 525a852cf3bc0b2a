package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Finding;
import dupin.model.Judged;
import dupin.model.Verdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The verdicts on the sample cases are those that their stories tell.
class SampleVerdictsTest {
    private static final Path SAMPLES = Path.of("assets/samples");

    @ParameterizedTest
    @ValueSource(
            strings = {"phishing-to-lateral-movement", "ransomware", "business-email-compromise", "false-positive"})
    void verdictsAreThoseOfTheStory(String name) throws Exception {
        Path folder = SAMPLES.resolve(name);
        JsonNode story = JsonMapper.builder().build().readTree(Files.readString(folder.resolve("story.json")));
        var files = new CaseFiles();
        for (JsonNode file : story.path("opens")) {
            files.read(folder.resolve(file.asString()));
        }
        var runs = new ArrayList<PlaybookRun>();
        Map<EntityKey, Judged> verdicts = files.investigate("general", runs);
        var facts = files.facts();
        var wrong = new ArrayList<String>();
        for (var expected : story.path("expect").properties()) {
            Verdict verdict = Verdict.parse(expected.getKey()).orElseThrow();
            for (JsonNode item : expected.getValue()) {
                check(item, verdict, verdicts, facts).ifPresent(wrong::add);
            }
        }
        assertThat(wrong).as("verdicts that the story tells otherwise").isEmpty();
    }

    private static Optional<String> check(
            JsonNode item, Verdict verdict, Map<EntityKey, Judged> verdicts, Facts facts) {
        var accepted = new ArrayList<Verdict>(List.of(verdict));
        item.path("accept").forEach(word -> accepted.add(word(word.asString())));
        List<Judged> found = verdicts.values().stream().filter(j -> matches(item, j.entity(), facts)).toList();
        String label =
                item.path("kind").asString()
                        + " "
                        + (item.has("label") ? item.path("label").asString() : item.path("match").toString());
        if (found.isEmpty()) {
            // What is harmless need not be looked at.
            boolean harmless = accepted.contains(Verdict.NO_THREATS_FOUND) || accepted.contains(Verdict.NOT_EVALUABLE);
            return harmless ? Optional.empty() : Optional.of(label + ": never in scope, expected " + accepted);
        }
        Judged worst = found.stream().max(java.util.Comparator.comparing(j -> j.ledger().verdict())).orElseThrow();
        return accepted.contains(worst.ledger().verdict())
                ? Optional.empty()
                : Optional.of(label + ": expected " + accepted + ", is " + words(worst));
    }

    private static Verdict word(String text) {
        return text.replace(" ", "").equalsIgnoreCase("notEvaluable")
                ? Verdict.NOT_EVALUABLE
                : Verdict.parse(text).orElseThrow();
    }

    static String words(Judged judged) {
        var text =
                new StringBuilder(
                        judged.ledger().verdict() + " " + judged.ledger().score() + " " + judged.ledger().missing());
        for (Finding finding : judged.ledger().counted()) {
            text.append("\n      ")
                    .append(finding.weight())
                    .append(' ')
                    .append(finding.weightId())
                    .append(": ")
                    .append(finding.text());
        }
        return text.toString();
    }

    private static boolean matches(JsonNode item, Entity entity, Facts facts) {
        JsonNode match = item.path("match");
        if (!entity.kind().word().equals(item.path("kind").asString())) {
            return false;
        }
        Entity full = facts.entity(entity.key()).orElse(entity);
        String device = match.path("deviceId").asString(match.path("device").asString(""));
        return switch (entity) {
            case Entity.Url url -> Canonical.url(match.path("url").asString()).equals(url.key().value());
            case Entity.IpAddress ip -> ip.key().value().equals(match.path("ipAddress").asString());
            case Entity.MailMessage mail ->
                    mail.networkMessageId().equalsIgnoreCase(match.path("networkMessageId").asString())
                            && mail.recipientEmailAddress()
                                    .equalsIgnoreCase(match.path("recipientEmailAddress").asString());
            case Entity.MailCluster cluster ->
                    cluster.clusterByValue().equalsIgnoreCase(match.path("clusterByValue").asString());
            case Entity.File file ->
                    file.sha256().equalsIgnoreCase(match.path("sha256").asString())
                            || full instanceof Entity.File other
                                    && other.sha256().equalsIgnoreCase(match.path("sha256").asString());
            case Entity.Process process ->
                    process.processId() == match.path("processId").asLong()
                            && on(process.device(), device, facts)
                            && process.processCreationDateTime() != null
                            && Math.abs(
                                            process.processCreationDateTime().toEpochMilli()
                                                    - Instant.parse(match.path("processCreationDateTime").asString())
                                                            .toEpochMilli())
                                    < 5;
            case Entity.Service service ->
                    service.serviceName().equalsIgnoreCase(match.path("serviceName").asString())
                            && on(service.device(), device, facts);
            case Entity.Driver driver ->
                    on(driver.device(), device, facts)
                            && driver.key()
                                    .value()
                                    .contains(match.path("serviceName").asString().toLowerCase(Locale.ROOT));
            case Entity.RegistryValue value ->
                    value.registryValueName().equalsIgnoreCase(match.path("registryValueName").asString())
                            && on(value.device(), device, facts);
            case Entity.ScheduledTask task ->
                    task.taskName()
                                    .toLowerCase(Locale.ROOT)
                                    .endsWith(
                                            match.path("taskName")
                                                    .asString()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replaceFirst("^\\\\", ""))
                            && on(task.device(), device, facts);
            case Entity.User _ ->
                    full.aliases().stream().anyMatch(k -> k.value().equals(match.path("userPrincipalName").asString()))
                            || full.key().value().equals(match.path("userPrincipalName").asString());
            case Entity.Mailbox box -> box.primaryAddress().equalsIgnoreCase(match.path("primaryAddress").asString());
            case Entity.OAuthApplication app -> app.appId().equalsIgnoreCase(match.path("appId").asString());
            case Entity.Device d -> on(d.key().value(), device, facts);
            default -> false;
        };
    }

    /// Stories name a device by its host or by its sensor's id.
    private static boolean on(String host, String device, Facts facts) {
        return Canonical.host(host).equals(Canonical.host(device))
                || facts.entity(Entity.Device.named(host).key())
                        .filter(Entity.Device.class::isInstance)
                        .map(Entity.Device.class::cast)
                        .filter(d -> d.mdeDeviceId().equalsIgnoreCase(device))
                        .isPresent();
    }
}
