package dupin.engine;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.FolderClass;
import dupin.model.Policy;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where a path lies by the policy's lists. CORE wins over TEMP, and a path that cannot be placed counts as CORE: of two
/// errors, asking once too often is the cheaper one. Stateless.
public final class Folders {
    private static final Pattern SHORT_NAME = Pattern.compile("[^/]*~\\d{1,2}(\\.[^/]*)?");
    private static final Pattern TRAILING = Pattern.compile("[. ]+(?=/|$)");

    /// Short names that Windows gives its own folders; any other one at the top of a drive hides where the path leads.
    private static final Map<String, String> SHORT =
            Map.of(
                    "progra~1",
                    "program files",
                    "progra~2",
                    "program files (x86)",
                    "progra~3",
                    "programdata",
                    "docume~1",
                    "documents and settings");

    private Folders() {}

    /// The lists of one policy, read once for whoever asks often.
    public record Lists(List<PathPattern> core, List<PathPattern> temp) {
        public static Lists of(Policy policy) {
            return new Lists(read(policy.coreFolders()), read(policy.tempFolders()));
        }

        /// As [Folders#classify(Entity, Policy)].
        public FolderClass classify(Entity entity) {
            return placed(place(pathOf(entity)), core.stream(), temp.stream());
        }
    }

    /// @param path any spelling
    public static FolderClass classify(String path, Policy policy) {
        return placed(
                place(path),
                policy.coreFolders().stream().map(PathPattern::of),
                policy.tempFolders().stream().map(PathPattern::of));
    }

    private static FolderClass placed(String place, Stream<PathPattern> core, Stream<PathPattern> temp) {
        if (place.isEmpty() || core.anyMatch(pattern -> pattern.matches(place))) {
            return FolderClass.CORE;
        }
        return temp.anyMatch(pattern -> pattern.matches(place)) ? FolderClass.TEMP : FolderClass.OTHER;
    }

    /// Class of the folder of an entity's file or image; CORE when it names none.
    public static FolderClass classify(Entity entity, Policy policy) {
        return classify(pathOf(entity), policy);
    }

    /// Whether analyzers and actions leave the path alone.
    public static boolean isExcluded(String path, Policy policy) {
        String place = place(path);
        return matches(place.isEmpty() ? Canonical.path(path) : place, read(policy.excludedFolders()));
    }

    /// Path of the file that the entity is or starts; "" when it names none.
    public static String pathOf(Entity entity) {
        return switch (entity) {
            case Entity.File file -> file.fullPath();
            case Entity.Process process -> process.imageFile().fullPath();
            case Entity.Service service -> image(service.imagePath());
            case Entity.Driver driver -> driver.imagePath();
            case Entity.ScheduledTask task -> image(task.action());
            case Entity.RegistryValue value -> image(value.registryValue());
            default -> "";
        };
    }

    /// The program of a command line: what stands in quotes, or up to the first blank after an extension.
    static String image(String command) {
        String text = Canonical.text(command);
        if (text.startsWith("\"")) {
            int end = text.indexOf('"', 1);
            return end < 0 ? text.substring(1) : text.substring(1, end);
        }
        int dot = -1;
        for (int blank = text.indexOf(' '); blank >= 0 && dot < 0; blank = text.indexOf(' ', blank + 1)) {
            String head = text.substring(0, blank);
            if (Canonical.fileName(head).indexOf('.') > 0) {
                dot = blank;
            }
        }
        return dot < 0 ? text : text.substring(0, dot);
    }

    /// The path on a drive or root, with what hides it undone; "" when that cannot be told.
    static String place(String path) {
        String canonical = Canonical.path(path);
        if (canonical.startsWith("//")) {
            return share(canonical);
        }
        boolean drive =
                canonical.length() > 2
                        && canonical.charAt(1) == ':'
                        && canonical.charAt(2) == '/'
                        && isLetter(canonical.charAt(0));
        if (!drive) {
            return canonical.startsWith("/") && canonical.length() > 1 ? canonical : "";
        }
        String clean = TRAILING.matcher(canonical).replaceAll("");
        int end = clean.indexOf('/', 3);
        String top = end < 0 ? clean.substring(3) : clean.substring(3, end);
        if (!SHORT_NAME.matcher(top).matches()) {
            return clean;
        }
        String whole = SHORT.get(top);
        return whole == null ? "" : clean.substring(0, 3) + whole + (end < 0 ? "" : clean.substring(end));
    }

    /// `\\host\c$\…` is a drive and `\\host\admin$\…` the Windows folder of that host; other shares are what they say.
    private static String share(String path) {
        int host = path.indexOf('/', 2);
        int end = host < 0 ? -1 : path.indexOf('/', host + 1);
        if (end < 0) {
            return "";
        }
        String name = path.substring(host + 1, end);
        if (name.equals("admin$")) {
            return place("c:/windows" + path.substring(end));
        }
        return name.length() == 2 && name.charAt(1) == '$' ? place(name.charAt(0) + ":" + path.substring(end)) : path;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z';
    }

    static List<PathPattern> read(List<String> patterns) {
        return patterns.stream().map(PathPattern::of).toList();
    }

    static boolean matches(String path, List<PathPattern> patterns) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }
}
