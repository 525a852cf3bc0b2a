package dupin.respond.openc2;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.respond.CommandFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Actions as OpenC2 commands: the pair of action and target that the language has for each kind. Thread-safe.
public final class OpenC2Commands implements CommandFiles.Form {
    private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// The language's words for doing and taking back; empty where it has none.
    private record Pair(String action, String back) {}

    private static Optional<Pair> pair(ActionType type) {
        return Optional.ofNullable(
                switch (type) {
                    case QUARANTINE_FILE -> new Pair("contain", "restore");
                    case ISOLATE_DEVICE -> new Pair("contain", "allow");
                    case CONTAIN_DEVICE, BLOCK_FILE, BLOCK_URL, BLOCK_IP -> new Pair("deny", "allow");
                    case STOP_PROCESS -> new Pair("stop", "");
                    case RUN_ANTIVIRUS_SCAN -> new Pair("scan", "");
                    case COLLECT_INVESTIGATION_PACKAGE -> new Pair("investigate", "");
                    default -> null;
                });
    }

    /// The language denies or it does not: it has no words for a warning, a record, or an isolation that leaves programs out.
    private static boolean softer(RemediationAction action) {
        return action.parameter("action").equals("Warn")
                || action.parameter("action").equals("Audit")
                || action.parameter("isolationType").equals("Selective");
    }

    @Override
    public boolean knows(ActionType type) {
        return pair(type).isPresent();
    }

    /// Same attempt, same id.
    static String id(RemediationAction action, boolean undo) {
        String seed = action.attemptId() + (undo ? " undo" : "");
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /// The command; empty when the language has no words for it or the case knows too little of the target.
    Optional<ObjectNode> command(RemediationAction action, boolean undo) {
        Pair pair = pair(action.type()).orElse(null);
        String word = pair == null ? "" : undo ? pair.back() : pair.action();
        ObjectNode target = json.createObjectNode();
        if (word.isEmpty() || softer(action) || !target(target, action)) {
            return Optional.empty();
        }
        ObjectNode command = json.createObjectNode().put("action", word);
        command.set("target", target);
        command.putObject("args").put("response_requested", "complete");
        return Optional.of(command.put("command_id", id(action, undo)));
    }

    private static boolean target(ObjectNode target, RemediationAction action) {
        String device = action.device() == null ? "" : action.device().value();
        switch (action.target()) {
            case Entity.Device it -> {
                ObjectNode node = target.putObject("device");
                put(node, "hostname", it.hostName().isEmpty() ? it.deviceDnsName() : it.hostName());
                put(node, "device_id", it.mdeDeviceId());
                return !node.isEmpty();
            }
            case Entity.File it -> {
                return file(target.putObject("file"), it);
            }
            case Entity.Process it -> {
                ObjectNode node = target.putObject("process").put("pid", it.processId());
                put(node, "name", it.imageFile().fileName());
                put(node, "command_line", it.processCommandLine());
                put(node, "cwd", "");
                return it.processId() > 0 && !device.isEmpty();
            }
            case Entity.Url it -> target.put("uri", it.url());
            case Entity.Domain it -> target.put("domain_name", it.domainName());
            case Entity.IpAddress it ->
                    target.put(it.ipAddress().indexOf(':') < 0 ? "ipv4_net" : "ipv6_net", it.ipAddress());
            default -> {
                return false;
            }
        }
        return true;
    }

    private static boolean file(ObjectNode node, Entity.File file) {
        put(node, "name", file.fileName());
        put(node, "path", file.fullPath());
        if (!(file.sha256() + file.sha1() + file.md5()).isEmpty()) {
            ObjectNode hashes = node.putObject("hashes");
            put(hashes, "sha256", file.sha256());
            put(hashes, "sha1", file.sha1());
            put(hashes, "md5", file.md5());
        }
        return !node.isEmpty();
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }

    @Override
    public Map<String, String> files(RemediationAction action, String stem, boolean undo) {
        return command(action, undo)
                .map(command -> Map.of(stem + ".openc2.json", json.writeValueAsString(command) + "\n"))
                .orElse(Map.of());
    }
}
