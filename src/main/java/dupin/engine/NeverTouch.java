package dupin.engine;

import dupin.model.ActionType;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What no action may have as its target: the policy's list, and what would harm the machine or the network whatever the
/// verdict. The one check, asked when planning and again when executing. Stateless.
public final class NeverTouch {
    /// Windows cannot run without them, whoever started the copy at hand.
    private static final List<String> VITAL =
            List.of(
                    "system",
                    "registry",
                    "smss.exe",
                    "csrss.exe",
                    "wininit.exe",
                    "winlogon.exe",
                    "services.exe",
                    "lsass.exe",
                    "svchost.exe",
                    "lsaiso.exe",
                    "fontdrvhost.exe",
                    "dwm.exe",
                    "ntoskrnl.exe",
                    "init",
                    "systemd",
                    "launchd",
                    "kernel_task");

    private static final List<PathPattern> SYSTEM_FOLDERS =
            Folders.read(
                    List.of(
                            "\\windows\\*",
                            "/bin/*",
                            "/sbin/*",
                            "/lib/*",
                            "/lib64/*",
                            "/usr/bin/*",
                            "/usr/sbin/*",
                            "/usr/lib/*",
                            "/boot/*",
                            "/system/*"));

    private NeverTouch() {}

    /// Why the action must not be carried out; empty when nothing forbids it.
    public static Optional<String> refuses(RemediationAction action, Policy policy) {
        return refuses(action.type(), action.target(), action.device(), policy);
    }

    public static Optional<String> refuses(ActionType type, Entity target, @Nullable EntityKey device, Policy policy) {
        if (type == ActionType.EXPAND_SCOPE) {
            return Optional.empty();
        }
        for (EntityKey key : policy.neverTouch()) {
            if (target.allKeys().contains(key) || isPathAnywhere(key, target)) {
                return Optional.of(target.label() + " is on the never-touch list.");
            }
            if (device != null && key.equals(device)) {
                return Optional.of("The device " + device.value() + " is on the never-touch list.");
            }
        }
        String path = Folders.pathOf(target);
        if (!path.isEmpty() && Folders.isExcluded(path, policy)) {
            return Optional.of(path + " lies in a folder that is excluded from automation.");
        }
        return switch (type) {
            case QUARANTINE_FILE -> refusesFile(path);
            case STOP_PROCESS -> refusesProcess(target, path);
            case STOP_SERVICE -> refusesService(target);
            case BLOCK_IP ->
                    target instanceof Entity.IpAddress ip && !Addresses.isPublic(ip.ipAddress())
                            ? Optional.of(target.label() + " is an address of the own network.")
                            : Optional.empty();
            case BLOCK_URL ->
                    target instanceof Entity.Domain domain && domain.key().value().indexOf('.') < 0
                            ? Optional.of(target.label() + " is a name of the own network.")
                            : Optional.empty();
            case DISABLE_USER, RESET_PASSWORD, REVOKE_SESSIONS, REQUIRE_MFA ->
                    target instanceof Entity.User user && user.wellKnown()
                            ? Optional.of(target.label() + " is an account of the system itself.")
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    /// A file that is named by its path alone is meant on every device.
    private static boolean isPathAnywhere(EntityKey key, Entity target) {
        return key.kind() == EntityKind.FILE
                && key.value().startsWith("|")
                && target instanceof Entity.File file
                && key.value().substring(1).equals(Canonical.path(file.fullPath()));
    }

    /// Quarantine never reaches into the system's own folders: a file there that works for an attacker is stopped as a
    /// process, or taken out by hand.
    private static Optional<String> refusesFile(String path) {
        String place = Folders.place(path);
        boolean system = !place.isEmpty() && Folders.matches(place, SYSTEM_FOLDERS);
        return system ? Optional.of(path + " lies in a folder of the operating system.") : Optional.empty();
    }

    private static Optional<String> refusesProcess(Entity target, String path) {
        String name = Canonical.lower(Canonical.fileName(path));
        String place = Folders.place(path);
        boolean genuine = place.isEmpty() || Folders.matches(place, SYSTEM_FOLDERS);
        boolean vital = VITAL.contains(name) && genuine && !name.equals("svchost.exe");
        boolean idle =
                target instanceof Entity.Process process
                        && process.processId() > 0
                        && process.processId() <= 4
                        && genuine;
        return vital || idle ? Optional.of("The system cannot run without " + target.label() + ".") : Optional.empty();
    }

    private static Optional<String> refusesService(Entity target) {
        boolean vital =
                target.kind() == EntityKind.SERVICE
                        && target instanceof Entity.Service service
                        && List.of(
                                        "rpcss",
                                        "dcomlaunch",
                                        "lsm",
                                        "samss",
                                        "eventlog",
                                        "windefend",
                                        "sense",
                                        "wdnissvc",
                                        "mpssvc",
                                        "bfe",
                                        "ntds",
                                        "netlogon",
                                        "kdc",
                                        "dns")
                                .contains(Canonical.lower(service.serviceName()));
        return vital
                ? Optional.of("The system cannot run without the service " + target.label() + ".")
                : Optional.empty();
    }
}
