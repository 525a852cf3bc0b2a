package dupin.respond.defender;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import dupin.model.Entity;
import dupin.respond.Responder.Outcome;
import dupin.respond.Responder.Status;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A machine action of Defender for Endpoint: ordered, then polled until it has an end.
final class MachineDeed implements Deed {
    private final Api api;
    private final RemediationAction action;
    private final String machine;
    private final Order there;

    /// What takes it back; null when nothing does.
    private final @Nullable Order back;

    /// A machine action as its list names it, and as its path does.
    private record Order(String type, String path) {
        static Order of(String type) {
            return new Order(type, Character.toLowerCase(type.charAt(0)) + type.substring(1));
        }
    }

    private static final Map<ActionType, Order> ORDERS =
            Map.of(
                    ActionType.ISOLATE_DEVICE, Order.of("Isolate"),
                    ActionType.RESTRICT_APP_EXECUTION, Order.of("RestrictCodeExecution"),
                    ActionType.RUN_ANTIVIRUS_SCAN, Order.of("RunAntiVirusScan"),
                    ActionType.COLLECT_INVESTIGATION_PACKAGE, Order.of("CollectInvestigationPackage"),
                    ActionType.OFFBOARD_DEVICE, Order.of("Offboard"),
                    ActionType.QUARANTINE_FILE, new Order("StopAndQuarantineFile", "StopAndQuarantineFile"));

    private static final Map<ActionType, Order> BACK =
            Map.of(
                    ActionType.ISOLATE_DEVICE, Order.of("Unisolate"),
                    ActionType.RESTRICT_APP_EXECUTION, Order.of("UnrestrictCodeExecution"));

    MachineDeed(Api api, RemediationAction action, String machine) {
        this.api = api;
        this.action = action;
        this.machine = machine;
        Order order = ORDERS.get(action.type());
        if (order == null) {
            throw new ServiceTrouble(Status.FAILED, 0, "No machine action does this.");
        }
        there = order;
        back = BACK.get(action.type());
    }

    static boolean does(ActionType type) {
        return ORDERS.containsKey(type);
    }

    private JsonNode history() {
        return api.get("/api/machineactions?" + Api.filter("machineId", machine)).path("value");
    }

    /// The last of the two that succeeded; null when neither ever did.
    private @Nullable JsonNode last() {
        JsonNode last = null;
        for (JsonNode one : history()) {
            String name = one.path("type").asString("");
            boolean ours = name.equals(there.type) || (back != null && name.equals(back.type));
            if (ours
                    && one.path("status").asString("").equals("Succeeded")
                    && (last == null || time(one).compareTo(time(last)) > 0)) {
                last = one;
            }
        }
        return last;
    }

    private static String time(JsonNode one) {
        return one.path("creationDateTimeUtc").asString("");
    }

    private boolean inForce() {
        JsonNode last = last();
        return last != null && last.path("type").asString("").equals(there.type);
    }

    @Override
    public Map<String, String> before() {
        var before = new TreeMap<String, String>();
        before.put("machineId", machine);
        if (back != null) {
            before.put("already", Boolean.toString(inForce() && asWide()));
        }
        return before;
    }

    /// A selective isolation is no full one; where the service does not tell, it counts as the same.
    private boolean asWide() {
        JsonNode last = last();
        String scope = last == null ? "" : last.path("scope").asString("");
        return action.type() != ActionType.ISOLATE_DEVICE
                || scope.isEmpty()
                || scope.equals(action.parameter("isolationType"));
    }

    @Override
    public Optional<String> known(String mark) {
        for (JsonNode one : history()) {
            if (one.path("requestorComment").asString("").contains(mark)) {
                return Optional.of(one.path("id").asString(""));
            }
        }
        return Optional.empty();
    }

    @Override
    public Step order(String comment) {
        ObjectNode body = api.json().createObjectNode().put("Comment", comment);
        switch (action.type()) {
            case ISOLATE_DEVICE -> body.put("IsolationType", action.parameter("isolationType"));
            case RUN_ANTIVIRUS_SCAN -> body.put("ScanType", action.parameter("scanType"));
            case QUARANTINE_FILE -> {
                String sha1 = action.target() instanceof Entity.File file ? file.sha1() : "";
                if (!sha1.matches("[0-9a-fA-F]{40}")) {
                    return new Step(
                            Status.FAILED,
                            "",
                            "Defender quarantines a file by its SHA-1, and the case does not know that of "
                                    + action.target().label()
                                    + ".");
                }
                body.put("Sha1", sha1);
            }
            default -> {
                // The comment is all.
            }
        }
        return post(there.path, body);
    }

    @Override
    public Step restore(String comment, Map<String, String> before) {
        if (back == null) {
            return new Step(
                    Status.FAILED,
                    "",
                    "No API takes this back. On the device, as administrator: MpCmdRun.exe -Restore -Name"
                            + " EUS:Win32/CustomEnterpriseBlock -All");
        }
        return post(back.path, api.json().createObjectNode().put("Comment", comment));
    }

    private Step post(String where, ObjectNode body) {
        try {
            return step(api.post("/api/machines/" + machine + "/" + where, body).body());
        } catch (ServiceTrouble e) {
            String message = String.valueOf(e.getMessage());
            if (e.code() == 400 && message.contains("already in progress")) {
                return new Step(
                        Status.UNDER_WAY, "", "Another action of this kind is in progress on the device; asked again.");
            }
            throw e;
        }
    }

    @Override
    public Step progress(String operation) {
        return step(api.get("/api/machineactions/" + Machines.plain(operation)));
    }

    private Step step(JsonNode machineAction) {
        String id = machineAction.path("id").asString("");
        String status = machineAction.path("status").asString("");
        String what = action.type().label() + ": " + action.subject() + " (machine action " + id + ")";
        return switch (status) {
            case "Succeeded" -> new Step(Status.DONE, id, what + ".");
            case "Pending", "InProgress" -> new Step(Status.UNDER_WAY, id, what + " is " + status + ".");
            case "TimeOut" -> new Step(Status.FAILED, id, what + " timed out: the device did not answer in time.");
            default -> new Step(Status.FAILED, id, what + " ended as " + (status.isEmpty() ? "nothing" : status) + ".");
        };
    }

    @Override
    public Outcome cancel(String operation, String comment) {
        api.post(
                "/api/machineactions/" + Machines.plain(operation) + "/cancel",
                api.json().createObjectNode().put("Comment", comment));
        return new Outcome(true, "Defender was asked to cancel it.");
    }

    @Override
    public Outcome verify(boolean expectEffect) {
        if (back == null) {
            boolean succeeded = false;
            for (JsonNode one : history()) {
                succeeded |=
                        one.path("type").asString("").equals(there.type)
                                && one.path("status").asString("").equals("Succeeded")
                                && one.path("requestorComment").asString("").contains(Machines.mark(action, false));
            }
            return new Outcome(
                    succeeded,
                    "Read back: Defender lists the machine action " + (succeeded ? "as done." : "otherwise."));
        }
        boolean holds = inForce();
        return new Outcome(
                holds == expectEffect,
                "Read back: the last action of the device is " + (holds ? there.type : "not " + there.type) + ".");
    }
}
