package dupin.respond;

import dupin.model.Entity;
import java.util.Map;
import java.util.TreeMap;

/// What a target was like before an action, as far as the case tells: what undo restores.
final class Before {

    private Before() {}

    static Map<String, String> of(Entity target) {
        var state = new TreeMap<String, String>();
        switch (target) {
            case Entity.File file -> {
                state.put("state", "present");
                state.put("path", file.fullPath());
            }
            case Entity.Process process -> {
                state.put("state", "running");
                state.put("commandLine", process.processCommandLine());
            }
            case Entity.Service _ -> state.put("state", "running");
            case Entity.Driver _ -> state.put("state", "enabled");
            case Entity.RegistryValue value -> {
                state.put("state", "present");
                state.put("value", value.registryValue());
                state.put("type", value.registryValueType());
            }
            case Entity.ScheduledTask task -> {
                state.put("state", "present");
                state.put("action", task.action());
            }
            case Entity.Device _ -> state.put("state", "connected");
            case Entity.Url _, Entity.Domain _, Entity.IpAddress _ -> state.put("state", "allowed");
            case Entity.User _ -> state.put("state", "enabled");
            case Entity.MailMessage mail ->
                    state.put("state", mail.deliveryLocation().isEmpty() ? "Inbox" : mail.deliveryLocation());
            case Entity.MailCluster cluster -> {
                state.put("state", "Inbox");
                state.put("emails", Integer.toString(cluster.emailCount()));
            }
            default -> state.put("state", "present");
        }
        return state;
    }
}
