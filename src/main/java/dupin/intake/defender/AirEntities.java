package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.model.Entity;
import dupin.model.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// The entities of an investigation record: they carry `$id`s, refer to each other by `$ref`, and are nested.
final class AirEntities {
    private static final int DEEPEST = 20;

    private final Map<String, Fields> byId = new HashMap<>();
    private final Set<String> read = new HashSet<>();

    /// @param document the JSON document in which the ids count
    AirEntities(Fields document) {
        index(document.node(), 0);
    }

    private void index(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isObject()) {
            JsonNode id = node.get("$id");
            if (id != null && id.isValueNode()) {
                byId.putIfAbsent(id.asString(), Fields.of(node));
            }
        }
        for (JsonNode child : node) {
            index(child, depth + 1);
        }
    }

    /// Evidence of the listed entities and of the files in them; an entity that is referred to again is given once.
    List<Evidence> evidence(List<Fields> entities) {
        var all = new ArrayList<Evidence>();
        for (Fields listed : entities) {
            Fields entity = resolve(listed);
            String id = entity.text("$id");
            if (id.isEmpty() || read.add(id)) {
                all.addAll(one(entity));
            }
        }
        return all;
    }

    private Fields resolve(Fields entity) {
        String ref = entity.text("$ref");
        Fields target = ref.isEmpty() ? null : byId.get(ref);
        return target == null ? entity : target;
    }

    private List<Evidence> one(Fields entity) {
        Seen seen = seen(entity);
        String type = type(entity);
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "" -> List.of();
            case "url" -> seen.of(new Entity.Url(entity.text("Url")));
            case "mailmessage" -> message(entity, seen);
            case "mailcluster" -> seen.of(cluster(entity));
            case "mailbox" -> mailbox(entity, seen);
            case "user", "account" -> seen.of(user(entity));
            case "file" -> seen.of(file(entity));
            case "filehash" -> seen.of(hashed("", List.of(entity)));
            case "ip" -> seen.of(Entity.IpAddress.of(entity.text("Address")));
            case "dns", "domain" -> seen.of(new Entity.Domain(entity.text("DomainName", "Domain")));
            case "host", "machine" ->
                    seen.of(
                            new Entity.Device(
                                    entity.text("HostName", "NetBiosName"),
                                    entity.text("FQDN"),
                                    entity.text("MdatpDeviceId"),
                                    entity.text("AadDeviceId"),
                                    entity.text("OSFamily"),
                                    "",
                                    "",
                                    "",
                                    "",
                                    List.of()));
            case "submissionmail" -> seen.of(submission(entity));
            default -> List.of(seen.as(unknown(type, entity)));
        };
    }

    private static Seen seen(Fields entity) {
        Seen plain = Seen.of(entity);
        var tags = new ArrayList<>(plain.tags());
        String risk = entity.text("RiskLevel");
        if (!risk.isEmpty()) {
            tags.add("riskLevel: " + risk);
        }
        String verdict = entity.text("Verdict", "LastVerdict");
        return new Seen(
                plain.roles(),
                plain.detailedRoles(),
                verdict,
                entity.text("RemediationStatus", "LastRemediationState"),
                plain.detectionStatus(),
                tags,
                plain.createdDateTime());
    }

    /// Some records leave the type out; the fields tell.
    private static String type(Fields entity) {
        String type = entity.text("Type");
        if (!type.isEmpty()) {
            return type;
        }
        if (entity.names("Recipient") && entity.names("Sender", "Subject", "NetworkMessageId")) {
            return "mailMessage";
        }
        if (entity.names("ClusterBy", "MailCount")) {
            return "mailCluster";
        }
        if (entity.names("MailboxPrimaryAddress")) {
            return "mailbox";
        }
        if (entity.names("FileHashes")) {
            return "file";
        }
        return entity.names("Url") ? "url" : entity.names("Address") ? "ip" : "";
    }

    private List<Evidence> message(Fields mail, Seen seen) {
        String sender = mail.text("P2Sender", "Sender", "P1Sender");
        var message =
                new Entity.MailMessage(
                        mail.text("NetworkMessageId"),
                        mail.text("InternetMessageId"),
                        mail.text("Recipient"),
                        sender,
                        mail.text("P2SenderDisplayName"),
                        mail.text("SenderIP"),
                        mail.text("Subject"),
                        mail.instant("ReceivedDate"),
                        mail.text("DeliveryAction"),
                        mail.text("DeliveryLocation"),
                        mail.strings("Urls"),
                        mail.strings("Threats"));
        var all = new ArrayList<>(seen.of(message));
        for (Fields listed : mail.objects("Files")) {
            all.addAll(seen.as("Attachment").of(file(resolve(listed))));
        }
        return all;
    }

    private static Entity cluster(Fields cluster) {
        String threats = String.join(", ", cluster.strings("Threats"));
        return new Entity.MailCluster(
                cluster.text("Urn"),
                cluster.text("ClusterBy"),
                cluster.text("ClusterByValue"),
                cluster.text("Query"),
                Math.max(0, cluster.count("MailCount")),
                cluster.strings("NetworkMessageIds"),
                cluster.flag("IsVolumeAnamoly", "IsVolumeAnomaly")
                        ? threats.isEmpty() ? "Volume anomaly" : threats + ", Volume anomaly"
                        : threats,
                counts(cluster.object("CountByThreatType")),
                counts(cluster.object("CountByDeliveryLocation")));
    }

    private static List<Entity.Count> counts(Fields counts) {
        return counts.node().propertyNames().stream().map(name -> new Entity.Count(name, counts.number(name))).toList();
    }

    /// A mailbox of an audit record is a user as well: it bears the directory's id.
    private static List<Evidence> mailbox(Fields mailbox, Seen seen) {
        String upn = mailbox.text("Upn");
        var all =
                new ArrayList<>(
                        seen.of(
                                new Entity.Mailbox(
                                        mailbox.text("MailboxPrimaryAddress"), mailbox.text("DisplayName"), upn)));
        if (!upn.isEmpty()) {
            all.add(seen.as(new Entity.User(upn, "", "", "", mailbox.text("AadId"), mailbox.text("DisplayName"))));
        }
        return all;
    }

    private static Entity user(Fields user) {
        return new Entity.User(
                user.text("UserPrincipalName", "Upn", "UPN"),
                user.text("Name"),
                user.text("NTDomain", "DnsDomain"),
                user.text("Sid"),
                user.text("AadUserId", "AadId"),
                user.text("DisplayName"));
    }

    private static Entity submission(Fields mail) {
        return new Entity.MailSubmission(
                mail.text("SubmissionId"),
                mail.text("NetworkMessageId"),
                mail.text("Recipient"),
                mail.text("Sender"),
                mail.text("SenderIp"),
                mail.text("Subject"),
                mail.text("Submitter"),
                mail.text("ReportType"),
                mail.instant("SubmissionDate", "Timestamp"));
    }

    private Entity.File file(Fields file) {
        return hashed(file.text("Name"), file.objects("FileHashes").stream().map(this::resolve).toList());
    }

    private static Entity.File hashed(String name, List<Fields> hashes) {
        String sha256 = "";
        String sha1 = "";
        String md5 = "";
        for (Fields hash : hashes) {
            String value = hash.text("Value");
            switch (hash.text("Algorithm").toUpperCase(Locale.ROOT).replace("-", "")) {
                case "SHA256" -> sha256 = value;
                case "SHA1" -> sha1 = value;
                case "MD5" -> md5 = value;
                default -> {
                    // Hashes of other kinds are not keys of files.
                    continue;
                }
            }
        }
        return new Entity.File(name, "", sha256, sha1, md5, 0, "", "", "", "");
    }

    private static Entity unknown(String type, Fields entity) {
        String urn = entity.text("Urn");
        return new Entity.Unknown(
                type, entity.text("Name", "DisplayName"), urn.isEmpty() ? Json.text(entity.node()) : urn);
    }
}
