package dupin.engine;

import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.FolderClass;
import dupin.model.Policy;
import dupin.model.TelemetryEvent;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Where a file lies: its paths on each device on which alerts or telemetry show it.
///
/// @param paths device → paths in the sources' spelling; none where only the device is known
record FileSightings(Entity.File file, Map<EntityKey, TreeSet<String>> paths) {
    private static final int MAX_ROWS = 2_000;

    static FileSightings of(Entity.File file, Facts facts) {
        var sightings = new FileSightings(file, new TreeMap<>());
        Set<EntityKey> keys = new HashSet<>(file.allKeys());
        sightings.add(Entity.Device.named(file.device()).key(), file, facts);
        for (EntityKey device : facts.seen(file.key()).devices()) {
            sightings.paths.computeIfAbsent(known(device, facts), _ -> new TreeSet<>());
        }
        for (Alert alert : facts.alertsWith(file.key())) {
            for (Evidence evidence : alert.evidence()) {
                image(evidence.entity())
                        .filter(found -> found.allKeys().stream().anyMatch(keys::contains))
                        .ifPresent(found -> sightings.add(Entity.Device.named(found.device()).key(), found, facts));
            }
        }
        for (TelemetryEvent event : facts.events(Facts.Query.of(file.key()).limit(MAX_ROWS))) {
            for (EventLink link : event.links()) {
                image(link.entity())
                        .filter(found -> found.allKeys().stream().anyMatch(keys::contains))
                        .ifPresent(found ->
                                sightings.add(
                                        event.device()
                                                .map(Entity::key)
                                                .orElseGet(() -> Entity.Device.named(found.device()).key()),
                                        found,
                                        facts));
            }
        }
        return sightings;
    }

    private static Optional<Entity.File> image(Entity entity) {
        return switch (entity) {
            case Entity.File found -> Optional.of(found);
            case Entity.Process process -> Optional.of(process.imageFile());
            default -> Optional.empty();
        };
    }

    /// The name of a device that facts may list under another of its names: one machine, one action.
    private static EntityKey known(EntityKey device, Facts facts) {
        return facts.entity(device).filter(Entity.Device.class::isInstance).map(Entity::key).orElse(device);
    }

    private void add(EntityKey named, Entity.File found, Facts facts) {
        if (named.kind() != EntityKind.DEVICE || named.value().equals("?")) {
            return;
        }
        TreeSet<String> on = paths.computeIfAbsent(known(named, facts), _ -> new TreeSet<>());
        String path = found.fullPath();
        boolean folder = path.indexOf('\\') >= 0 || path.indexOf('/') >= 0;
        if (folder && on.stream().noneMatch(known -> Canonical.path(known).equals(Canonical.path(path)))) {
            on.add(path);
        }
    }

    /// All paths, on whatever device.
    List<String> everywhere() {
        return paths.values().stream().flatMap(TreeSet::stream).distinct().toList();
    }

    /// The file as it lies on the device, by the path that asks for most care: CORE before OTHER before TEMP.
    Entity.File on(EntityKey device, Policy policy) {
        String path =
                paths.getOrDefault(device, new TreeSet<>()).stream()
                        .min(
                                Comparator.<String>comparingInt(p -> care(Folders.classify(p, policy)))
                                        .thenComparing(Comparator.naturalOrder()))
                        .orElse("");
        String name = path.isEmpty() ? file.fileName() : Canonical.fileName(path);
        return new Entity.File(
                name,
                path,
                file.sha256(),
                file.sha1(),
                file.md5(),
                file.fileSize(),
                file.signer(),
                file.issuer(),
                file.filePublisher(),
                device.value());
    }

    private static int care(FolderClass folder) {
        return switch (folder) {
            case CORE -> 0;
            case OTHER -> 1;
            case TEMP -> 2;
        };
    }
}
