package dupin.engine.analyzer;

import dupin.model.Canonical;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the folder of a file says. Paths as [Canonical#path] gives them.
final class Places {

    /// @param weightId weight of an executable that lies there
    record Place(String weightId, String words) {}

    private static final Pattern PROFILE_ROOT = Pattern.compile("^[a-z]:/users/[^/]+/[^/]+$");
    private static final Pattern DRIVE_ROOT = Pattern.compile("^[a-z]:/[^/]+$");

    private Places() {}

    static boolean inWindows(String path) {
        return path.startsWith("c:/windows/")
                || path.matches("^[a-z]:/windows/.*")
                || path.startsWith("/usr/bin/")
                || path.startsWith("/bin/")
                || path.startsWith("/sbin/")
                || path.startsWith("/usr/sbin/")
                || path.startsWith("/system/");
    }

    static boolean inProgramFiles(String path) {
        return path.contains(":/program files/")
                || path.contains(":/program files (x86)/")
                || path.startsWith("/applications/")
                || path.contains(":/programdata/microsoft/windows defender/");
    }

    /// Folders under Windows that programs and users write to, so that a file there proves nothing of its origin.
    static boolean droppable(String path) {
        return path.contains("/windows/temp/")
                || path.contains("/windows/tasks/")
                || path.contains("/windows/debug/")
                || path.contains("/windows/tracing/")
                || path.contains("/system32/spool/drivers/color/")
                || path.contains("/system32/tasks/")
                || path.contains("/windows/fonts/")
                || path.contains("/windows/help/")
                || path.contains("/windows/media/")
                || path.contains("/windows/prefetch/")
                || path.contains("/system32/config/systemprofile/")
                || path.contains("/windows/serviceprofiles/")
                || path.contains("/windows/addins/")
                || path.contains("/windows/ime/")
                || path.contains("/windows/registration/crmlog/")
                || path.contains("/windows/imagecrashdumps/");
    }

    /// The kind of folder when it is one that an executable seldom has a good reason to run from.
    static Optional<Place> suspicious(String path) {
        if (path.contains("/$recycle.bin/") || path.contains("/recycler/")) {
            return place("file.path.recycle-bin", "the recycle bin");
        }
        if (streamOf(path)) {
            return place("file.path.stream", "an alternate data stream");
        }
        if (path.contains("/appdata/local/temp/")
                || path.contains("/local settings/temp/")
                || path.startsWith("/tmp/")
                || path.startsWith("/var/tmp/")
                || path.startsWith("/dev/shm/")
                || path.matches("^[a-z]:/te?mp/.*")) {
            return place("file.path.temp", "a temporary folder");
        }
        if (path.contains("/windows/temp/")) {
            return place("file.path.temp", "the temporary folder of Windows");
        }
        if (path.contains("/downloads/")) {
            return place("file.path.downloads", "a downloads folder");
        }
        if (path.contains("/users/public/") || path.contains("/perflogs/") || path.contains("/intel/logs/")) {
            return place("file.path.public", "a folder that everybody may write to");
        }
        if (path.contains("/windows/") && droppable(path)) {
            return place("file.path.public", "a folder of Windows that holds no programs");
        }
        if (path.contains("/start menu/programs/startup/")) {
            return place("file.path.startup", "the startup folder");
        }
        if (path.contains("/appdata/roaming/")
                || path.contains("/appdata/local/")
                || path.contains("/appdata/locallow/")) {
            return place("file.path.profile", "a user's profile");
        }
        if (path.contains(":/programdata/") && path.indexOf('/', path.indexOf("/programdata/") + 13) < 0) {
            return place("file.path.public", "the root of ProgramData");
        }
        if (path.contains(":/programdata/")
                && !path.contains(":/programdata/microsoft/")
                && !path.contains(":/programdata/package cache/")) {
            return place("file.path.profile", "the data folder of all users");
        }
        if (PROFILE_ROOT.matcher(path).matches()
                || path.matches("^[a-z]:/users/[^/]+/(desktop|documents|music|pictures|videos)/.*")) {
            return place("file.path.profile", "a user's own folders");
        }
        return DRIVE_ROOT.matcher(path).matches() ? place("file.path.root", "the root of a drive") : Optional.empty();
    }

    /// `c:/a/b.txt:hidden.exe`
    static boolean streamOf(String path) {
        return path.indexOf(':', 2) > 0 && !path.startsWith("//") && !path.contains("://");
    }

    private static Optional<Place> place(String weightId, String words) {
        return Optional.of(new Place(weightId, words));
    }
}
