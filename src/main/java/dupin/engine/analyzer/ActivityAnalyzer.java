package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Lets in what incriminated processes touched: files, connections, persistence, accounts.
final class ActivityAnalyzer implements Analyzer {
    static final String NAME = "Process activity";
    private static final int FILES = 40;
    private static final int DESTINATIONS = 40;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Processes";
    }

    @Override
    public String description() {
        return "Follows incriminated processes to files, connections and persistence";
    }

    @Override
    public void run(Work work) {
        for (Entity.Process process : work.all(Entity.Process.class)) {
            boolean root = Binaries.ROOTS.contains(Binaries.name(process));
            if (!root && work.inquiry().incriminated(process.key())) {
                touched(work, process);
            }
        }
    }

    private static void touched(Work work, Entity.Process process) {
        List<TelemetryEvent> acts = work.inquiry().acts(process.key());
        LabelledData.touched(work, process, acts);
        var files = new HashSet<EntityKey>();
        var places = new HashSet<EntityKey>();
        for (TelemetryEvent row : acts) {
            switch (row.kind()) {
                case FILE_CREATED, FILE_MODIFIED, FILE_RENAMED ->
                        Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                                .ifPresent(file -> {
                                    boolean telling =
                                            FileRules.EXECUTABLE.contains(FileRules.extension(file.fileName()))
                                                    || FileRules.ransomNote(file.label());
                                    if ((files.size() < FILES || telling)
                                            && files.size() < 4 * FILES
                                            && !noise(file)
                                            && files.add(file.key())) {
                                        work.join(
                                                process.key(),
                                                file,
                                                "Written by an incriminated process",
                                                "%s wrote %s".formatted(process.label(), file.fullPath()));
                                    }
                                });
                case NETWORK_CONNECTION, DNS_QUERY -> destinations(work, process, row, places);
                case REGISTRY_CHANGED ->
                        Rows.entity(row, LinkRole.TARGET, Entity.RegistryValue.class)
                                .filter(ActivityAnalyzer::persistent)
                                .ifPresent(value ->
                                        work.join(
                                                process.key(),
                                                value,
                                                "Set by an incriminated process",
                                                "%s set %s".formatted(process.label(), value.label())));
                case SERVICE_INSTALLED, TASK_CREATED, DRIVER_LOADED ->
                        row.target()
                                .ifPresent(target ->
                                        work.join(
                                                process.key(),
                                                target,
                                                "Set by an incriminated process",
                                                "%s set up %s".formatted(process.label(), target.label())));
                default -> {}
            }
        }
    }

    private static void destinations(Work work, Entity.Process process, TelemetryEvent row, Set<EntityKey> places) {
        for (EventLink link : row.links()) {
            Entity entity = link.entity();
            boolean place =
                    entity instanceof Entity.IpAddress ip
                            ? !Addresses.nobody(ip.key().value())
                            : entity instanceof Entity.Url
                                    || entity instanceof Entity.Domain domain && !UrlAnalyzer.own(work, domain);
            if (link.role() == LinkRole.DESTINATION
                    && place
                    && places.size() < DESTINATIONS
                    && work.facts().knownBenign(entity.key()).isEmpty()
                    && places.add(entity.key())) {
                work.join(
                        process.key(),
                        entity,
                        "Contacted by an incriminated process",
                        "%s contacted %s".formatted(process.label(), entity.label()));
            }
        }
    }

    static boolean persistent(Entity.RegistryValue value) {
        String data = CommandLine.of(value.registryValue()).text();
        return RegistryRules.of(
                        value.key().value(), data, Canonical.path(PersistenceAnalyzer.program(value.registryValue())))
                != null;
    }

    /// Side effects of any program: traces that Windows keeps of what runs.
    private static boolean noise(Entity.File file) {
        String path = Canonical.path(file.fullPath());
        return path.endsWith("/")
                || path.endsWith("/microsoft/windows/powershell")
                || path.contains("/prefetch/")
                || path.endsWith(".pf")
                || path.contains("/microsoft/clr_")
                || path.contains("__psscriptpolicytest_")
                || path.contains("/usagelogs/")
                || path.contains("/inetcache/")
                || path.contains("/powershell/startupprofiledata")
                || path.contains("/recent/")
                || path.contains("/modulanalysiscache");
    }
}
