package dupin.respond.defender;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.RemediationAction;
import dupin.respond.Responder.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Finds the id that Defender knows a device by, and makes the marks by which an attempt is found again. Stateless.
final class Machines {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,128}");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}");
    private static final int LONGEST_COMMENT = 500;

    private Machines() {}

    /// @throws ServiceTrouble when Defender knows no such device, or more than one
    static String id(Api api, RemediationAction action) {
        if (action.target() instanceof Entity.Device device && ID.matcher(device.mdeDeviceId()).matches()) {
            return device.mdeDeviceId();
        }
        @Nullable EntityKey key = action.device();
        String name = key != null ? key.value() : action.target().label();
        if (ID.matcher(name).matches()) {
            return name;
        }
        if (!HOST.matcher(name).matches()) {
            throw new ServiceTrouble(Status.FAILED, 0, "The name of the device cannot be looked up.");
        }
        String wanted = Canonical.lower(name);
        var found = new ArrayList<String>();
        String path = "/api/machines?$filter=startswith(computerDnsName,'" + name + "')";
        for (JsonNode one : api.get(path).path("value")) {
            String known = Canonical.lower(one.path("computerDnsName").asString(""));
            if (known.equals(wanted) || known.startsWith(wanted + ".")) {
                found.add(one.path("id").asString(""));
            }
        }
        return one(found, name);
    }

    private static String one(List<String> found, String name) {
        if (found.size() != 1 || !ID.matcher(found.getFirst()).matches()) {
            throw new ServiceTrouble(
                    Status.FAILED,
                    0,
                    "Defender knows "
                            + (found.isEmpty() ? "no device" : found.size() + " devices")
                            + " called "
                            + name
                            + ". Nothing was done.");
        }
        return found.getFirst();
    }

    /// An id of the service's as part of a path.
    static String plain(String id) {
        if (!PLAIN.matcher(id).matches()) {
            throw new ServiceTrouble(Status.FAILED, 0, "The service named an operation that cannot be asked for.");
        }
        return id;
    }

    /// `[ACT-1#2]`, `[undo ACT-1#2]`
    static String mark(RemediationAction action, boolean undo) {
        return "[" + (undo ? "undo " : "") + action.attemptId() + "]";
    }

    static String comment(RemediationAction action, boolean undo) {
        String reason = action.reason().replaceAll("\\p{Cntrl}", " ");
        String text = "Dupin " + mark(action, undo) + " " + reason;
        return text.substring(0, Math.min(LONGEST_COMMENT, text.length()));
    }
}
