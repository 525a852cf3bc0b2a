package dupin.intake.sentinel;

import dupin.intake.Fields;
import dupin.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns the objects of an entity graph into entities, by their `Type`.
final class Shapes {
    private final EntityGraph graph;
    private final MachineShapes machine;

    Shapes(EntityGraph graph) {
        this.graph = graph;
        this.machine = new MachineShapes(graph);
    }

    /// The type in lower case without separators; told from the fields where it is missing.
    static String type(Fields fields) {
        String type =
                fields.text("Type", "EntityType")
                        .toLowerCase(Locale.ROOT)
                        .replace("-", "")
                        .replace("_", "")
                        .replace(" ", "");
        return switch (type) {
            case "user" -> "account";
            case "machine", "device" -> "host";
            case "submissionmail" -> "mailsubmission";
            case "" -> guess(fields);
            default -> type;
        };
    }

    private static String guess(Fields fields) {
        String[][] marks = {
            {"process", "ProcessId", "CommandLine"},
            {"filehash", "Algorithm"},
            {"file", "FileHashes", "Directory"},
            {"host", "HostName", "NetBiosName"},
            {"mailcluster", "NetworkMessageIds"},
            {"mailsubmission", "SubmissionId"},
            {"mailmessage", "NetworkMessageId", "InternetMessageId"},
            {"mailbox", "MailboxPrimaryAddress"},
            {"registryvalue", "ValueType"},
            {"registrykey", "Hive"},
            {"url", "Url"},
            {"dns", "DomainName"},
            {"ip", "Address"},
            {"account", "UPNSuffix", "AadUserId", "NTDomain", "UserPrincipalName"},
            {"azureresource", "ResourceId"}
        };
        for (String[] mark : marks) {
            for (int i = 1; i < mark.length; i++) {
                if (!fields.text(mark[i]).isEmpty() || !fields.objects(mark[i]).isEmpty()) {
                    return mark[0];
                }
            }
        }
        return "";
    }

    /// The entities that the object stands for: mostly one, none when it has no identity, several for a connection.
    List<Entity> entities(Fields fields) {
        var found = new ArrayList<Entity>(1);
        switch (type(fields)) {
            case "networkconnection" -> {
                add(found, ip(graph.object(fields, "SourceAddress")));
                add(found, ip(graph.object(fields, "DestinationAddress")));
            }
            case "malware" -> {
                add(found, other("malware", fields));
                graph.list(fields, "Files").forEach(file -> add(found, machine.file(file)));
                graph.list(fields, "Processes").forEach(process -> add(found, machine.process(process)));
            }
            default -> add(found, entity(fields));
        }
        return found;
    }

    private static void add(List<Entity> found, @Nullable Entity entity) {
        if (entity != null) {
            found.add(entity);
        }
    }

    private @Nullable Entity entity(Fields fields) {
        String type = type(fields);
        return switch (type) {
            case "account" -> MachineShapes.user(fields);
            case "host" -> machine.host(fields);
            case "iotdevice" -> machine.iotDevice(fields);
            case "file" -> machine.file(fields);
            case "filehash" -> MachineShapes.hash(fields);
            case "process" -> machine.process(fields);
            case "registrykey" -> machine.registryKey(fields);
            case "registryvalue" -> machine.registryValue(fields);
            case "service" -> machine.service(fields);
            case "hostlogonsession" -> session(fields);
            case "ip" -> ip(fields);
            case "url" -> fields.text("Url").isEmpty() ? null : new Entity.Url(fields.text("Url"));
            case "dns" -> fields.text("DomainName").isEmpty() ? null : new Entity.Domain(fields.text("DomainName"));
            case "mailbox" -> MailShapes.mailbox(fields);
            case "mailmessage" -> MailShapes.message(fields);
            case "mailcluster" -> MailShapes.cluster(fields);
            case "mailsubmission" -> MailShapes.submission(fields);
            case "cloudapplication" -> application(fields);
            case "oauthapplication", "serviceprincipal" -> oauth(fields);
            case "securitygroup" -> group(fields);
            case "cloudlogonsession" -> session(fields);
            case "azureresource",
                    "cloudresource",
                    "amazonresource",
                    "gcpresource",
                    "googlecloudresource",
                    "blob",
                    "blobcontainer" ->
                    resource(fields);
            default ->
                    type.isEmpty() && fields.isEmpty()
                            ? null
                            : other(fields.text("Type").isEmpty() ? type : fields.text("Type"), fields);
        };
    }

    private @Nullable Entity ip(Fields fields) {
        String address = fields.text("Address", "IpAddress");
        String country = graph.object(fields, "Location").text("CountryCode");
        return address.isEmpty() ? null : new Entity.IpAddress(address, country);
    }

    private static @Nullable Entity application(Fields fields) {
        var app =
                new Entity.CloudApplication(
                        fields.text("AppId", "SaasId"),
                        fields.text("Name", "AppName", "DisplayName"),
                        fields.text("InstanceName"));
        return app.key().value().equals("?") ? null : app;
    }

    private static @Nullable Entity oauth(Fields fields) {
        var app =
                new Entity.OAuthApplication(
                        fields.text("OAuthAppId", "AppId", "ApplicationId", "ClientId"),
                        fields.text("Name", "AppName", "DisplayName", "ServicePrincipalName"),
                        fields.text("Publisher", "PublisherName"));
        return app.key().value().equals("?") ? null : app;
    }

    private static @Nullable Entity group(Fields fields) {
        var group =
                new Entity.SecurityGroup(
                        fields.text("SID"),
                        fields.text("ObjectGuid", "SecurityGroupId"),
                        fields.text("FriendlyName", "DisplayName", "Name", "DistinguishedName"));
        return group.key().value().equals("?") ? null : group;
    }

    private @Nullable Entity session(Fields fields) {
        Entity.User account = MachineShapes.user(graph.object(fields, "Account"));
        String user = account == null ? "" : account.label();
        String id = fields.text("SessionId");
        return id.isEmpty() && user.isEmpty()
                ? null
                : new Entity.SignInSession(
                        id, user, fields.text("IpAddress"), fields.text("UserAgent"), fields.text("Protocol"));
    }

    private static @Nullable Entity resource(Fields fields) {
        String id = fields.text("ResourceId", "AmazonResourceId", "FullResourceName", "Url");
        String name = fields.text("ResourceName", "Name");
        String type = fields.text("ResourceType");
        if (id.isEmpty() && name.isEmpty()) {
            return null;
        }
        return new Entity.CloudResource(id, name.isEmpty() ? id.substring(id.lastIndexOf('/') + 1) : name, type);
    }

    private static @Nullable Entity other(String type, Fields fields) {
        String name = fields.text("FriendlyName", "DisplayName", "Name", "Title");
        String identity =
                fields.text(
                        "Id",
                        "RequestId",
                        "ConfigurationId",
                        "DeviceId",
                        "ObjectId",
                        "ResourceId",
                        "ContainerId",
                        "ImageId",
                        "Registry",
                        "MailboxPrimaryAddress",
                        "Category");
        return name.isEmpty() && identity.isEmpty() ? null : new Entity.Unknown(type, name, identity);
    }
}
