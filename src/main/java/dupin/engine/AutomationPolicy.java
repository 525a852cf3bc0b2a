package dupin.engine;

import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.Entity;
import dupin.model.FolderClass;
import dupin.model.Policy;
import dupin.model.Verdict;
import java.util.Optional;

/// Whether an action may run by itself. Stateless; the first rule that applies decides and gives the reason.
///
/// The documents call remediation of compromised users automatic. Users belong to no device group, so here identity
/// actions follow the level of the default group, and only the full level lets them run: a semi level is about folders,
/// of which a user has none. Isolating a device and widening the scope wait at every level: one takes a machine from its
/// user, the other is itself a decision.
public final class AutomationPolicy {

    public enum Mode {
        AUTOMATIC,
        NEEDS_APPROVAL,
        NONE
    }

    /// @param reason one sentence for the action center
    public record Decision(Mode mode, String reason) {
        public boolean automatic() {
            return mode == Mode.AUTOMATIC;
        }
    }

    private AutomationPolicy() {}

    /// @param device where it would run; empty for mail, identity and case-wide actions
    /// @param level that of the device's group, see [DeviceGroups#levelOf]
    /// @param folder class of the file's or image's folder, see [Folders]
    public static Decision decide(
            Verdict verdict,
            ActionType type,
            Entity target,
            Optional<Entity.Device> device,
            AutomationLevel level,
            FolderClass folder,
            Policy policy) {
        if (!verdict.incriminates()) {
            return new Decision(Mode.NONE, "Nothing is done about a verdict of " + verdict.label() + ".");
        }
        if (level == AutomationLevel.NOT_PROTECTED && type.area() == ActionType.Area.DEVICE) {
            return new Decision(
                    Mode.NONE,
                    device.map(d -> "The device group of " + d.label()).orElse("The default device group")
                            + " is not protected.");
        }
        Optional<String> optedIn = EmailClusters.unattended(target, type, verdict, policy);
        Optional<String> waits = waits(verdict, type, policy, optedIn.isPresent());
        if (waits.isPresent()) {
            return new Decision(Mode.NEEDS_APPROVAL, waits.get());
        }
        if (optedIn.isPresent()) {
            return new Decision(Mode.AUTOMATIC, optedIn.get());
        }
        return byLevel(target, level, folder);
    }

    private static Optional<String> waits(Verdict verdict, ActionType type, Policy policy, boolean optedIn) {
        if (policy.automationStopped()) {
            return Optional.of("Automation is stopped: everything waits for approval.");
        }
        if (verdict == Verdict.SUSPICIOUS) {
            return Optional.of("The verdict is Suspicious, which always waits for approval.");
        }
        if (type.area() == ActionType.Area.CONTENT && !optedIn) {
            return Optional.of("Actions on email and content always wait for approval.");
        }
        if (type == ActionType.EXPAND_SCOPE) {
            return Optional.of(
                    "Investigating "
                            + policy.expansionGate()
                            + " or more devices from one entity always waits for approval.");
        }
        if (!type.proposedByInvestigations()) {
            return Optional.of("Only a person asks for this, and it waits for approval.");
        }
        if (type.undoLabel().isEmpty()) {
            return Optional.of("It cannot be undone, so it waits for approval.");
        }
        if (type == ActionType.ISOLATE_DEVICE) {
            return Optional.of("Isolating a device always waits for approval: it takes the machine from its user.");
        }
        return Optional.empty();
    }

    private static Decision byLevel(Entity target, AutomationLevel level, FolderClass folder) {
        String path = Folders.pathOf(target);
        return switch (level) {
            case FULL ->
                    new Decision(Mode.AUTOMATIC, "The verdict is Malicious and the level is " + level.label() + ".");
            case SEMI_ANY -> wait(level, "any remediation waits");
            case SEMI_CORE ->
                    path.isEmpty()
                            ? wait(level, "it has no file whose folder could be looked at")
                            : folder == FolderClass.CORE
                                    ? wait(level, "the file lies in an operating system folder")
                                    : auto(level, "the file lies outside operating system folders");
            case SEMI_NON_TEMP ->
                    path.isEmpty()
                            ? wait(level, "it has no file whose folder could be looked at")
                            : folder == FolderClass.TEMP
                                    ? auto(level, "the file lies in a temporary folder")
                                    : wait(level, "the file does not lie in a temporary folder");
            case NOT_PROTECTED -> wait(level, "nothing runs by itself");
        };
    }

    private static Decision wait(AutomationLevel level, String why) {
        return new Decision(Mode.NEEDS_APPROVAL, level.label() + ": " + why + ".");
    }

    private static Decision auto(AutomationLevel level, String why) {
        return new Decision(Mode.AUTOMATIC, level.label() + ": " + why + ".");
    }
}
