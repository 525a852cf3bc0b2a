package dupin.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes alerts with evidence: 66 of 100 pieces come up again inside their incident, 6.7 of 100 are shared with others, and
/// 23.5 of 100 bear a provider's verdict.
final class AlertMaker {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TYPE = "#microsoft.graph.security.";
    private static final double RECURS = 0.66;
    private static final double SHARED = 0.067;
    private static final double JUDGED = 0.235;
    private static final List<String> TITLES =
            List.of(
                    "Suspicious sign-in activity",
                    "Suspicious process launched",
                    "Email reported by user as malware or phish",
                    "Malicious URL click detected",
                    "Unusual file written",
                    "Connection to a rare address");
    private static final List<String> SEVERITIES = List.of("low", "medium", "high", "informational");
    private static final List<String> VERDICTS = List.of("malicious", "suspicious", "noThreatsFound");

    private final Dice dice;
    private final boolean endpoint;
    private final List<ObjectNode> everywhere = new ArrayList<>();
    private List<ObjectNode> incident = new ArrayList<>();
    private String incidentId = "";
    private List<ObjectNode> devices = List.of();

    /// @param endpoint mostly processes and files instead of the mixture of a whole tenant
    AlertMaker(Dice dice, boolean endpoint) {
        this.dice = dice;
        this.endpoint = endpoint;
        for (int i = 0; i < 200; i++) {
            everywhere.add(fresh("shared-" + i));
        }
    }

    void nextIncident() {
        incident = new ArrayList<>();
    }

    /// An incident with a name, on three of so many hosts.
    void nextIncident(String id, int hosts) {
        nextIncident();
        incidentId = id;
        devices = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String host = "ws-" + (1 + dice.below(hosts)) + ".corp.example";
            devices.add(
                    type(JSON.createObjectNode(), "deviceEvidence")
                            .put("deviceDnsName", host)
                            .put("mdeDeviceId", "%040x".formatted(host.hashCode() & 0xffff_ffffL)));
        }
        incident.addAll(devices);
    }

    /// Different pieces of evidence of the incident so far, without those that it shares.
    int pieces() {
        return incident.size();
    }

    /// One line of an alerts file.
    String alert(int number, Instant time) {
        ObjectNode alert = JSON.createObjectNode();
        alert.put("id", "gen%08d".formatted(number));
        alert.put("title", TITLES.get(dice.below(TITLES.size())));
        alert.put("severity", SEVERITIES.get(dice.among(30, 45, 20, 5)));
        alert.put("status", "new");
        alert.put("category", "SuspiciousActivity");
        if (!incidentId.isEmpty()) {
            alert.put("incidentId", incidentId);
        }
        alert.put("serviceSource", endpoint ? "microsoftDefenderForEndpoint" : "microsoft365Defender");
        for (String field :
                List.of("createdDateTime", "firstActivityDateTime", "lastActivityDateTime", "lastUpdateDateTime")) {
            alert.put(field, time.toString());
        }
        var evidence = alert.putArray("evidence");
        int count = dice.evidenceOfAlert();
        for (int i = 0; i < count; i++) {
            ObjectNode piece = piece(number + "-" + i).deepCopy();
            piece.put("createdDateTime", time.toString());
            piece.put("verdict", dice.chance(JUDGED) ? VERDICTS.get(dice.among(20, 55, 25)) : "unknown");
            evidence.add(piece);
        }
        return alert.toString();
    }

    private ObjectNode piece(String tail) {
        if (dice.chance(SHARED)) {
            return everywhere.get(dice.below(everywhere.size()));
        }
        if (!incident.isEmpty() && dice.chance(RECURS)) {
            return incident.get(dice.below(incident.size()));
        }
        ObjectNode made = fresh(tail);
        if (!devices.isEmpty() && (made.has("fileDetails") || made.has("imageFile"))) {
            made.put("mdeDeviceId", devices.get(dice.below(devices.size())).path("mdeDeviceId").asString());
        }
        incident.add(made);
        return made;
    }

    private ObjectNode fresh(String tail) {
        int kind = endpoint ? dice.among(5, 4, 0, 5, 41, 2, 0, 43, 0) : dice.among(23, 20, 12, 7, 7, 7, 5, 4, 2);
        ObjectNode node = JSON.createObjectNode();
        String host = "ws-" + dice.below(5_000) + ".corp.example";
        return switch (kind) {
            case 0 -> type(node, "ipEvidence").put("ipAddress", address());
            case 1 -> {
                type(node, "userEvidence")
                        .putObject("userAccount")
                        .put("accountName", "u" + tail)
                        .put("domainName", "corp")
                        .put("userPrincipalName", "u" + tail + "@corp.example");
                yield node;
            }
            case 2 ->
                    type(node, "analyzedMessageEvidence")
                            .put("networkMessageId", "m-" + tail)
                            .put("recipientEmailAddress", "u" + tail + "@corp.example")
                            .put("subject", "Invoice " + tail);
            case 3 -> type(node, "deviceEvidence").put("deviceDnsName", host).put("mdeDeviceId", dice.hex(40));
            case 4 -> {
                file(type(node, "fileEvidence").putObject("fileDetails"), tail);
                yield node;
            }
            case 5 -> type(node, "urlEvidence").put("url", "https://site-" + tail + ".example/a");
            case 6 -> type(node, "mailboxEvidence").put("primaryAddress", "u" + tail + "@corp.example");
            case 7 -> {
                type(node, "processEvidence")
                        .put("processId", 1_000 + dice.below(60_000))
                        .put("processCreationDateTime", "2026-03-02T08:00:00.%03dZ".formatted(dice.below(1_000)))
                        .put("processCommandLine", "tool.exe --job " + tail);
                file(node.putObject("imageFile"), tail);
                yield node;
            }
            default ->
                    type(node, "mailClusterEvidence")
                            .put("clusterBy", "Subject;SenderDomain")
                            .put("clusterByValue", "Invoice " + tail)
                            .put("emailCount", 2 + dice.below(40));
        };
    }

    private static ObjectNode type(ObjectNode node, String name) {
        return node.put("@odata.type", TYPE + name);
    }

    private void file(ObjectNode details, String tail) {
        details.put("sha256", dice.hex(64))
                .put("fileName", "tool-" + tail + ".exe")
                .put("filePath", "C:\\ProgramData\\Tools");
    }

    private String address() {
        return "198.18." + dice.below(256) + "." + dice.below(256);
    }
}
