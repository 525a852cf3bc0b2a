package dupin.intake.hunting;

import dupin.intake.Fields;
import dupin.intake.Json;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The entity of an `AlertEvidence` row: the object in `AdditionalFields`, and from the row's columns what that lacks.
final class EvidenceObject {
    private final Columns columns;
    private final Row row;

    EvidenceObject(Columns columns, Row row) {
        this.columns = columns;
        this.row = row;
    }

    ObjectNode object() {
        JsonNode given = Json.parse(text("AdditionalFields"));
        ObjectNode object = given instanceof ObjectNode whole ? whole : JsonNodeFactory.instance.objectNode();
        String type = text("EntityType");
        fill(object, "Type", type);
        switch (type.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "process" -> {
                fill(object, "CommandLine", text("ProcessCommandLine"));
                image(object);
                host(object);
            }
            case "file" -> {
                file(object);
                host(object);
            }
            case "machine" -> machine(object);
            case "user" -> user(object);
            case "mailbox" -> {
                fill(object, "MailboxPrimaryAddress", text("AccountUpn"));
                fill(object, "Upn", text("AccountUpn"));
            }
            case "ip" -> fill(object, "Address", text("RemoteIP").isEmpty() ? text("LocalIP") : text("RemoteIP"));
            case "url" -> fill(object, "Url", text("RemoteUrl"));
            case "mailmessage" -> {
                fill(object, "NetworkMessageId", text("NetworkMessageId"));
                fill(object, "Subject", text("EmailSubject"));
            }
            case "registrykey", "registryvalue" -> {
                fill(object, "Key", text("RegistryKey"));
                fill(object, "Name", text("RegistryValueName"));
                fill(object, "Value", text("RegistryValueData"));
                host(object);
            }
            case "cloudapplication" -> {
                fill(object, "AppId", text("ApplicationId"));
                fill(object, "Name", text("Application"));
            }
            case "oauthapplication" -> fill(object, "OAuthAppId", text("OAuthApplicationId"));
            case "cloudresource" -> {
                fill(object, "ResourceId", text("ResourceID"));
                fill(object, "ResourceName", text("CloudResource"));
                fill(object, "ResourceType", text("ResourceType"));
            }
            default -> {}
        }
        return object;
    }

    private void machine(ObjectNode object) {
        fill(object, "HostName", text("DeviceName"));
        fill(object, "MachineId", text("DeviceId"));
    }

    private void user(ObjectNode object) {
        fill(object, "Name", text("AccountName"));
        fill(object, "NTDomain", text("AccountDomain"));
        fill(object, "Sid", text("AccountSid"));
        fill(object, "AadUserId", text("AccountObjectId"));
        fill(object, "UserPrincipalName", text("AccountUpn"));
    }

    private void host(ObjectNode object) {
        if (!object.has("Host") && !(text("DeviceName") + text("DeviceId")).isEmpty()) {
            ObjectNode host = object.putObject("Host");
            host.put("Type", "host");
            machine(host);
        }
    }

    private void image(ObjectNode object) {
        if (!object.has("ImageFile") && !text("FileName").isEmpty()) {
            ObjectNode image = object.putObject("ImageFile");
            image.put("Type", "file");
            file(image);
        }
    }

    private void file(ObjectNode object) {
        fill(object, "Name", text("FileName"));
        fill(object, "Directory", text("FolderPath"));
        fill(object, "SizeInBytes", text("FileSize"));
        if (!object.has("FileHashes")) {
            ArrayNode hashes = object.putArray("FileHashes");
            hash(hashes, "SHA1");
            hash(hashes, "SHA256");
        }
    }

    private void hash(ArrayNode hashes, String column) {
        if (!text(column).isEmpty()) {
            hashes.addObject().put("Algorithm", column).put("Value", text(column));
        }
    }

    private static void fill(ObjectNode object, String name, String value) {
        if (!value.isEmpty() && Fields.of(object).get(name) == null) {
            object.put(name, value);
        }
    }

    private String text(String column) {
        return row.text(columns.of(column));
    }
}
