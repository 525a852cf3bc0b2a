package dupin.cli;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Finding;
import dupin.model.RemediationAction;
import dupin.model.VerdictOverride;
import dupin.service.Desk;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Verdicts and actions as JSON lines; identifying fields bear the names of the Graph evidence types.
final class VerdictJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// The precision of the sources.
    private static final DateTimeFormatter HUNDRED_NANOS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private VerdictJson() {}

    static String line(Desk.VerdictRow row) {
        ObjectNode node = JSON.createObjectNode();
        identify(node, row.entity());
        node.put("verdict", row.ledger().verdict().word());
        node.put("score", row.ledger().score());
        node.put("prior", row.ledger().prior());
        VerdictOverride override = row.override();
        if (override != null) {
            node.putObject("override").put("by", override.by()).put("reason", override.reason());
        }
        ArrayNode incidents = node.putArray("incidents");
        row.incidents().forEach(incidents::add);
        ArrayNode missing = node.putArray("missing");
        row.ledger().missing().forEach(missing::add);
        ArrayNode findings = node.putArray("findings");
        row.ledger().counted().forEach(finding -> findings.add(finding(finding)));
        return node.toString();
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = JSON.createObjectNode();
        node.put("analyzer", finding.analyzer());
        node.put("weight", finding.weight());
        node.put("cause", finding.cause());
        node.put("text", finding.text());
        if (!finding.technique().id().isEmpty()) {
            node.put("technique", finding.technique().id());
        }
        ArrayNode rows = node.putArray("rows");
        for (Citation citation : finding.citations()) {
            rows.addObject()
                    .put("kind", citation.kind().name().toLowerCase(Locale.ROOT))
                    .put("id", citation.id())
                    .put("text", citation.text());
        }
        return node;
    }

    static String line(RemediationAction action) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", action.id());
        node.put("kind", action.type().name());
        node.put("action", action.type().label());
        identify(node.putObject("target"), action.target());
        EntityKey device = action.device();
        text(node, "device", device == null ? "" : device.value());
        ids(node, "covered", action.covered().stream().map(EntityKey::toString).toList());
        node.put("state", action.state().label());
        node.put("automatic", action.automatic());
        node.put("verdict", action.verdict().word());
        node.put("reason", action.reason());
        node.put("policyReason", action.policyReason());
        node.put("incident", action.incidentId());
        node.put("investigation", action.investigationId());
        text(node, "decidedBy", action.decidedBy());
        text(node, "comment", action.comment());
        text(node, "statusDetails", action.statusDetails());
        time(node, "proposedDateTime", action.proposedDateTime());
        time(node, "expiresDateTime", action.expiresDateTime());
        time(node, "decidedDateTime", action.decidedDateTime());
        time(node, "endedDateTime", action.endedDateTime());
        return node.toString();
    }

    private static void identify(ObjectNode node, Entity entity) {
        node.put("kind", entity.kind().word());
        node.put("key", entity.key().toString());
        switch (entity) {
            case Entity.Device d -> {
                host(node, d.label());
                text(node, "deviceDnsName", d.deviceDnsName());
                text(node, "mdeDeviceId", d.mdeDeviceId());
            }
            case Entity.User u -> {
                text(node, "userPrincipalName", u.userPrincipalName());
                text(node, "accountName", u.accountName());
                text(node, "domainName", u.domainName());
                text(node, "userSid", u.userSid());
                text(node, "azureAdUserId", u.azureAdUserId());
            }
            case Entity.Mailbox m -> {
                text(node, "primaryAddress", m.primaryAddress());
                text(node, "upn", m.upn());
            }
            case Entity.MailMessage m -> {
                text(node, "networkMessageId", m.networkMessageId());
                text(node, "internetMessageId", m.internetMessageId());
                text(node, "recipientEmailAddress", m.recipientEmailAddress());
                text(node, "subject", m.subject());
                text(node, "senderAddress", m.senderAddress());
            }
            case Entity.MailCluster c -> {
                text(node, "clusterBy", c.clusterBy());
                text(node, "clusterByValue", c.clusterByValue());
                text(node, "urn", c.urn());
                ids(node, "networkMessageIds", c.networkMessageIds());
            }
            case Entity.MailSubmission s -> {
                text(node, "submissionId", s.submissionId());
                text(node, "networkMessageId", s.networkMessageId());
            }
            case Entity.File f -> file(node, f);
            case Entity.Process p -> {
                host(node, p.device());
                node.put("processId", p.processId());
                time(node, "processCreationDateTime", p.processCreationDateTime());
                text(node, "processGuid", p.processGuid());
                text(node, "processCommandLine", p.processCommandLine());
                file(node.putObject("imageFile"), p.imageFile());
            }
            case Entity.Service s -> {
                host(node, s.device());
                text(node, "serviceName", s.serviceName());
            }
            case Entity.Driver d -> {
                host(node, d.device());
                text(node, "driverName", d.driverName());
                text(node, "imagePath", d.imagePath());
                text(node, "sha256", d.sha256());
            }
            case Entity.RegistryKey k -> {
                host(node, k.device());
                text(node, "registryHive", k.registryHive());
                text(node, "registryKey", k.registryKey());
            }
            case Entity.RegistryValue v -> {
                host(node, v.device());
                text(node, "registryHive", v.registryHive());
                text(node, "registryKey", v.registryKey());
                text(node, "registryValueName", v.registryValueName());
                text(node, "registryValue", v.registryValue());
            }
            case Entity.ScheduledTask t -> {
                host(node, t.device());
                text(node, "taskName", t.taskName());
            }
            case Entity.IpAddress ip -> node.put("ipAddress", ip.key().value());
            case Entity.Url url -> node.put("url", url.url());
            case Entity.Domain domain -> node.put("domainName", domain.domainName());
            case Entity.CloudApplication a -> {
                text(node, "appId", a.appId());
                text(node, "displayName", a.displayName());
            }
            case Entity.OAuthApplication a -> {
                text(node, "appId", a.appId());
                text(node, "displayName", a.displayName());
            }
            case Entity.SecurityGroup g -> {
                text(node, "sid", g.sid());
                text(node, "displayName", g.displayName());
            }
            case Entity.SignInSession s -> text(node, "sessionId", s.sessionId());
            case Entity.CloudResource r -> {
                text(node, "resourceId", r.resourceId());
                text(node, "resourceName", r.resourceName());
            }
            case Entity.Unknown u -> {
                text(node, "type", u.type());
                text(node, "name", u.name());
            }
        }
    }

    private static void file(ObjectNode node, Entity.File f) {
        text(node, "fileName", f.fileName().isEmpty() ? f.label() : f.fileName());
        text(node, "filePath", f.filePath());
        text(node, "sha256", f.sha256());
        text(node, "sha1", f.sha1());
        text(node, "md5", f.md5());
        host(node, f.device());
    }

    /// The host's own name, without its domain.
    private static void host(ObjectNode node, String device) {
        int dot = Canonical.isIpLiteral(device) ? -1 : device.indexOf('.');
        text(node, "device", dot > 0 ? device.substring(0, dot) : device);
    }

    private static void ids(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = node.putArray(name);
            values.forEach(list::add);
        }
    }

    private static void text(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void time(ObjectNode node, String name, @Nullable Instant time) {
        if (time != null) {
            node.put(name, time.getNano() == 0 ? time.toString() : HUNDRED_NANOS.format(time));
        }
    }
}
