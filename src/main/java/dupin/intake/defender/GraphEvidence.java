package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.model.Entity;
import dupin.model.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Reads the evidence of one Graph alert, every type of it.
final class GraphEvidence {
    private static final int RAW_IDENTITY = 2_000;

    /// What every evidence has; the rest identifies one of an unknown type.
    private static final Set<String> COMMON =
            Set.of(
                    "@odata.type",
                    "createdDateTime",
                    "detailedRoles",
                    "remediationStatus",
                    "remediationStatusDetails",
                    "roles",
                    "tags",
                    "verdict");

    private final AlertDevices devices;

    GraphEvidence(List<Fields> evidence) {
        devices = new AlertDevices(evidence.stream().filter(e -> type(e).equals("device")).toList());
    }

    static List<Evidence> read(List<Fields> evidence) {
        var reader = new GraphEvidence(evidence);
        var all = new LinkedHashSet<Evidence>();
        evidence.forEach(one -> all.addAll(reader.read(one)));
        return Alerts.bounded(all);
    }

    /// `#microsoft.graph.security.fileHashEvidence` becomes `fileHash`.
    static String type(Fields evidence) {
        String type = evidence.text("@odata.type");
        String name = type.substring(type.lastIndexOf('.') + 1).replace("#", "");
        if (name.toLowerCase(Locale.ROOT).endsWith("evidence")) {
            name = name.substring(0, name.length() - "evidence".length());
        }
        return name;
    }

    private List<Evidence> read(Fields evidence) {
        Seen seen = Seen.of(evidence);
        String type = type(evidence);
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "device" -> seen.of(GraphEntities.device(evidence));
            case "user" -> seen.of(GraphEntities.user(evidence.object("userAccount")));
            case "file" -> seen.of(file(evidence));
            case "process" -> seen.of(process(evidence));
            case "malware" -> malware(evidence, seen);
            case "filehash" -> seen.of(hash(evidence));
            case "registrykey" ->
                    seen.of(
                            new Entity.RegistryKey(
                                    device(evidence), evidence.text("registryHive"), evidence.text("registryKey")));
            case "registryvalue" ->
                    seen.of(
                            new Entity.RegistryValue(
                                    device(evidence),
                                    evidence.text("registryHive"),
                                    evidence.text("registryKey"),
                                    evidence.text("registryValueName"),
                                    evidence.text("registryValue"),
                                    evidence.text("registryValueType")));
            case "ip" -> seen.of(GraphEntities.ip(evidence));
            case "url" -> seen.of(new Entity.Url(evidence.text("url")));
            case "dns" -> dns(evidence, seen);
            case "activedirectorydomain" -> seen.of(new Entity.Domain(evidence.text("activeDirectoryDomainName")));
            case "networkconnection" -> connection(evidence, seen);
            case "hostlogonsession", "cloudlogonsession", "cloudlogonrequest" -> session(evidence, seen);
            case "securitygroup" ->
                    seen.of(
                            new Entity.SecurityGroup(
                                    evidence.text("sid"),
                                    evidence.text("securityGroupId", "activeDirectoryObjectGuid"),
                                    evidence.text("displayName", "friendlyName")));
            case "oauthapplication" ->
                    seen.of(
                            new Entity.OAuthApplication(
                                    evidence.text("appId", "objectId"),
                                    evidence.text("displayName"),
                                    evidence.text("publisher")));
            case "serviceprincipal" ->
                    seen.of(
                            new Entity.OAuthApplication(
                                    evidence.text("appId", "servicePrincipalObjectId"),
                                    evidence.text("servicePrincipalName"),
                                    ""));
            case "cloudapplication" ->
                    seen.of(
                            new Entity.CloudApplication(
                                    evidence.text("appId", "saasAppId"),
                                    evidence.text("displayName"),
                                    evidence.text("instanceName")));
            case "aiagent" ->
                    seen.of(
                            new Entity.CloudApplication(
                                    evidence.text("agentId"),
                                    evidence.text("agentName"),
                                    evidence.text("hostingPlatformType")));
            case "mailbox" -> seen.of(GraphMail.mailbox(evidence));
            case "mailboxconfiguration" -> GraphMail.configuration(evidence, seen);
            case "analyzedmessage" -> seen.of(GraphMail.message(evidence));
            case "mailcluster" -> seen.of(GraphMail.cluster(evidence));
            case "submissionmail" -> seen.of(GraphMail.submission(evidence));
            case "teamsmessage" -> GraphMail.teams(evidence, seen);
            case "azureresource",
                    "amazonresource",
                    "googlecloudresource",
                    "blob",
                    "blobcontainer",
                    "sastoken",
                    "container",
                    "containerimage",
                    "containerregistry",
                    "kubernetescluster",
                    "kubernetescontroller",
                    "kubernetesnamespace",
                    "kubernetespod",
                    "kubernetessecret",
                    "kubernetesserviceaccount",
                    "kubernetesservice",
                    "iotdevice",
                    "nic",
                    "githuborganization",
                    "githubrepo",
                    "githubuser" ->
                    seen.of(GraphCloud.resource(type, evidence));
            default -> unknown(type, evidence, seen);
        };
    }

    private String device(Fields evidence) {
        return devices.of(evidence.text("mdeDeviceId"));
    }

    private Entity file(Fields evidence) {
        Fields details = evidence.object("fileDetails");
        String id = evidence.text("mdeDeviceId");
        // A file in a mail lies on no device; one with a path does.
        return GraphEntities.file(details, details.text("filePath").isEmpty() ? devices.ofOrNone(id) : devices.of(id));
    }

    private Entity process(Fields evidence) {
        return GraphEntities.process(evidence, device(evidence));
    }

    private List<Evidence> malware(Fields evidence, Seen seen) {
        var all = new ArrayList<Evidence>();
        evidence.objects("files").forEach(file -> all.addAll(seen.within(file).of(file(file))));
        evidence.objects("processes").forEach(process -> all.addAll(seen.within(process).of(process(process))));
        String name = evidence.text("name");
        if (!name.isEmpty()) {
            all.add(seen.as(new Entity.Unknown("malware", name, "")));
        }
        return all;
    }

    private static Entity hash(Fields evidence) {
        String value = evidence.text("value");
        return switch (evidence.text("algorithm").toLowerCase(Locale.ROOT)) {
            case "sha256ac" -> new Entity.Unknown("fileHash", "SHA-256 Authenticode " + value, value);
            default ->
                    switch (value.length()) {
                        case 64 -> new Entity.File("", "", value, "", "", 0, "", "", "", "");
                        case 40 -> new Entity.File("", "", "", value, "", 0, "", "", "", "");
                        case 32 -> new Entity.File("", "", "", "", value, 0, "", "", "", "");
                        default -> new Entity.Unknown("fileHash", value, value);
                    };
        };
    }

    private static List<Evidence> dns(Fields evidence, Seen seen) {
        var all = new ArrayList<>(seen.of(new Entity.Domain(evidence.text("domainName"))));
        for (Fields ip : evidence.objects("ipAddresses")) {
            all.addAll(seen.within(ip).as("Resolved address").of(GraphEntities.ip(ip)));
        }
        return all;
    }

    private static List<Evidence> connection(Fields evidence, Seen seen) {
        Fields from = evidence.object("sourceAddress");
        Fields to = evidence.object("destinationAddress");
        var all = new ArrayList<>(seen.within(from).as("Source address").of(GraphEntities.ip(from)));
        all.addAll(seen.within(to).as("Destination address").of(GraphEntities.ip(to)));
        return all;
    }

    private static List<Evidence> session(Fields evidence, Seen seen) {
        Fields account = evidence.object("account");
        Entity.User user = GraphEntities.user(account.object("userAccount"));
        var session =
                new Entity.SignInSession(
                        evidence.text("sessionId", "requestId"),
                        GraphEntities.account(user),
                        "",
                        evidence.text("userAgent", "browser"),
                        evidence.text("protocol"));
        var all = new ArrayList<>(seen.of(session));
        all.addAll(seen.within(account).of(user));
        Fields host = evidence.object("host");
        all.addAll(seen.within(host).of(GraphEntities.device(host)));
        return all;
    }

    private static List<Evidence> unknown(String type, Fields evidence, Seen seen) {
        var rest = evidence.node().deepCopy();
        COMMON.forEach(rest::remove);
        if (rest.isEmpty()) {
            return List.of();
        }
        String raw = Json.text(rest);
        String identity = raw.length() > RAW_IDENTITY ? raw.substring(0, RAW_IDENTITY) : raw;
        return List.of(
                seen.as(
                        new Entity.Unknown(
                                type.isEmpty() ? "evidence" : type, evidence.text("displayName", "name"), identity)));
    }
}
