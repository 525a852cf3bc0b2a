package dupin.bench;

import dupin.model.ActionType;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What would go wrong if every proposal were approved.
///
/// @param wrong proposals on entities that are not the intruder's
/// @param underWindows those of them that quarantine, stop or disable something under `\Windows\`
record Harm(List<String> wrong, List<String> underWindows) {
    static final int WRONG_REMEDIATION = 10;
    static final int MISSED = 5;
    static final int TOO_MILD = 1;

    private static final Set<ActionType> STOPPING =
            EnumSet.of(
                    ActionType.QUARANTINE_FILE,
                    ActionType.STOP_PROCESS,
                    ActionType.STOP_SERVICE,
                    ActionType.DISABLE_DRIVER,
                    ActionType.DISABLE_USER);

    static Harm of(List<RemediationAction> actions, IntrusionTruth truth) {
        var wrong = new ArrayList<String>();
        var windows = new ArrayList<String>();
        for (RemediationAction action : actions) {
            if (isRight(action.target(), truth)) {
                continue;
            }
            String text = action.type().label() + ": " + action.target().label();
            wrong.add(text);
            if (STOPPING.contains(action.type()) && path(action.target()).contains("/windows/")) {
                windows.add(text);
            }
        }
        return new Harm(wrong, windows);
    }

    /// Files under `\Windows\` that were proposed for quarantine, whosever they are.
    static List<String> quarantinedUnderWindows(List<RemediationAction> actions) {
        return actions.stream()
                .filter(a -> a.type() == ActionType.QUARANTINE_FILE && path(a.target()).contains("/windows/"))
                .map(a -> a.type().label() + ": " + path(a.target()))
                .toList();
    }

    private static String path(Entity entity) {
        String path =
                switch (entity) {
                    case Entity.File file -> file.fullPath();
                    case Entity.Process process -> process.imageFile().fullPath();
                    case Entity.Service service -> service.imagePath();
                    case Entity.Driver driver -> driver.imagePath();
                    default -> "";
                };
        return Canonical.path(path) + "/";
    }

    /// Kinds that the truth does not list are not called wrong.
    private static boolean isRight(Entity entity, IntrusionTruth truth) {
        return switch (entity) {
            case Entity.Process process -> truth.processes().containsKey(IntrusionTruth.guid(process.processGuid()));
            case Entity.File file ->
                    truth.isFile(Predictions.path(file))
                            || truth.isUnscored(Predictions.path(file))
                            || truth.hashes().contains(Canonical.hash(file.sha256()));
            case Entity.IpAddress ip -> truth.addresses().contains(Canonical.ip(ip.ipAddress()));
            case Entity.Service service -> truth.services().contains(Canonical.lower(service.serviceName()));
            case Entity.User user -> truth.accounts().contains(IntrusionScore.account(user));
            case Entity.Device device ->
                    truth.hosts().isEmpty() || truth.hosts().contains(Canonical.host(device.label()));
            default -> !path(entity).toLowerCase(Locale.ROOT).contains("/windows/");
        };
    }
}
