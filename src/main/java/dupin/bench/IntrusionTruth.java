package dupin.bench;

import dupin.model.Canonical;
import dupin.model.Entity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What of an intrusion's telemetry was the intruder's. Identities in the spelling of [Canonical].
///
/// @param source name or path of the telemetry that it speaks of
/// @param images SHA-256 → path of the program that bears it, "" where the truth does not say
/// @param processes GUID without braces → image path
/// @param files paths; 8.3 names stay as they are, see [#isFile]
/// @param unscored paths that belong to the intrusion's traces and count neither way
/// @param services names
/// @param accounts `domain\name`
record IntrusionTruth(
        String name,
        String source,
        Set<String> hosts,
        Map<String, String> processes,
        Set<String> files,
        Set<String> unscored,
        Map<String, String> images,
        Set<String> addresses,
        Set<String> services,
        Set<String> accounts) {

    /// @throws TruthException when it lacks what a truth needs
    static IntrusionTruth read(JsonNode root, String fileName) throws TruthException {
        JsonNode malicious = root.path("malicious");
        String source = root.path("source").asString("");
        if (!malicious.isObject() || source.isEmpty()) {
            throw new TruthException(fileName + " has no source or no list of what is malicious, so it was left out.");
        }
        var processes = new LinkedHashMap<String, String>();
        malicious
                .path("processes")
                .forEach(p ->
                        processes.put(guid(p.path("guid").asString("")), Canonical.path(p.path("image").asString(""))));
        processes.remove("");
        var images = new LinkedHashMap<String, String>();
        each(malicious.path("sha256"), Canonical::hash).forEach(hash -> images.put(hash, ""));
        malicious
                .path("processes")
                .forEach(p ->
                        images.computeIfPresent(
                                Canonical.hash(p.path("sha256").asString("")),
                                (_, _) -> Canonical.path(p.path("image").asString(""))));
        return new IntrusionTruth(
                root.path("dataset").asString(fileName),
                source,
                each(root.path("hosts"), Canonical::host),
                processes,
                each(malicious.path("files"), path -> whole(Canonical.path(path))),
                each(malicious.path("files_related_not_scored"), Canonical::path),
                images,
                each(malicious.path("ips"), Canonical::ip),
                each(malicious.path("services"), Canonical::lower),
                each(malicious.path("accounts"), Canonical::lower));
    }

    /// Texts of a list; of a list in it the first.
    private static Set<String> each(JsonNode list, java.util.function.UnaryOperator<String> spelling) {
        var values = new LinkedHashSet<String>();
        list.forEach(node -> values.add(spelling.apply((node.isArray() ? node.path(0) : node).asString(""))));
        values.remove("");
        return values;
    }

    static String guid(String value) {
        return value.replace("{", "").replace("}", "").strip().toLowerCase(Locale.ROOT);
    }

    /// A stream is a part of its file: `c:/a/b.exe:zone.identifier` is `c:/a/b.exe`.
    static String whole(String path) {
        int colon = path.indexOf(':', 2);
        return colon > 0 && path.indexOf('/', colon) < 0 ? path.substring(0, colon) : path;
    }

    /// The path of the list that means the same file; "" when none does. `c:/users/verylo~1.nam/x` is
    /// `c:/users/verylong.name/x`.
    static String same(Set<String> paths, String path) {
        if (paths.contains(path)) {
            return path;
        }
        return paths.stream().filter(other -> samePath(other, path)).findFirst().orElse("");
    }

    private static boolean samePath(String one, String other) {
        List<String> a = segments(one);
        List<String> b = segments(other);
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            String x = a.get(i);
            String y = b.get(i);
            if (!x.equals(y) && !shortens(x, y) && !shortens(y, x)) {
                return false;
            }
        }
        return true;
    }

    private static List<String> segments(String path) {
        return new ArrayList<>(List.of(path.split("/")));
    }

    private static boolean shortens(String brief, String whole) {
        int tilde = brief.indexOf('~');
        if (tilde < 1 || whole.indexOf('~') >= 0) {
            return false;
        }
        String stripped =
                whole.chars().filter(c -> c != ' ').mapToObj(Character::toString).collect(Collectors.joining());
        return stripped.startsWith(brief.substring(0, tilde));
    }

    Set<String> hashes() {
        return images.keySet();
    }

    /// The truth's spelling of the file: by its path, else by its content; "" when it is not the intruder's.
    String fileOf(Entity.File file) {
        String byPath = same(files, Predictions.path(file));
        String image = images.getOrDefault(Canonical.hash(file.sha256()), "");
        return byPath.isEmpty() ? same(files, image) : byPath;
    }

    boolean isFile(String path) {
        return !same(files, path).isEmpty();
    }

    /// Whether the thing is the intruder's; machines and accounts say only where and as whom.
    boolean holds(Entity entity) {
        return switch (entity) {
            case Entity.Process process -> processes.containsKey(guid(process.processGuid()));
            case Entity.File file -> !fileOf(file).isEmpty();
            case Entity.IpAddress ip -> addresses.contains(Canonical.ip(ip.ipAddress()));
            case Entity.Service service -> services.contains(Canonical.lower(service.serviceName()));
            default -> false;
        };
    }

    boolean isUnscored(String path) {
        return !same(unscored, path).isEmpty() || unscored.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }
}
