package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What a file is: where it lies, how it is named, who signed it, how common it is, who brought it.
final class FileAnalyzer implements Analyzer {
    static final String NAME = "Files";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Files";
    }

    @Override
    public String description() {
        return "Weighs place, name, signature, prevalence and origin of files";
    }

    @Override
    public void run(Work work) {
        for (Entity.File file : work.fresh(Entity.File.class)) {
            if (!work.inquiry().excluded(file.fullPath())) {
                work.has(file, Canonical.host(file.device()), Telemetry.FILE, Telemetry.PROCESS);
                examine(work, file);
            }
        }
    }

    private static void examine(Work work, Entity.File file) {
        EntityKey key = file.key();
        List<TelemetryEvent> rows = work.inquiry().rows(key);
        List<Citation> cite =
                rows.isEmpty()
                        ? work.inquiry().alertCitations(key)
                        : List.of(
                                Rows.cite(
                                        rows.getFirst(), rows.getFirst().table() + " " + rows.getFirst().actionType()));
        LabelledData.of(work, file, rows);
        List<String> paths = paths(file, rows);
        String name = Binaries.name(file.fullPath());
        Signatures.Signature signature = Signatures.of(file, rows);
        work.facts()
                .knownBenign(key)
                .ifPresent(list ->
                        work.find(
                                key,
                                "known-benign",
                                "known-benign",
                                "Stands on the list of known-benign things %s".formatted(Text.quote(list)),
                                Technique.NONE,
                                List.of(new Citation(Citation.Kind.INTEL, list, key.toString()))));
        if (paths.stream().allMatch(p -> Binaries.systemBinary(name, p)) && !signature.bad()) {
            work.find(
                    key,
                    "file.windows",
                    "image",
                    "Is a program that Windows brings, in the folder of Windows: %s"
                            .formatted(Text.quote(file.fullPath())),
                    Technique.NONE,
                    cite);
            return;
        }
        for (String path : paths) {
            place(work, key, name, path, cite);
        }
        named(work, file, name, rows, cite);
        Signatures.judge(work, key, signature, cite);
        prevalence(work, key, cite);
        origin(work, key, name, rows);
    }

    /// Where the file was seen, canonical, without doubles.
    private static List<String> paths(Entity.File file, List<TelemetryEvent> rows) {
        var paths = new TreeSet<String>();
        paths.add(Canonical.path(file.fullPath()));
        for (TelemetryEvent row : rows) {
            row.links().stream()
                    .map(l -> l.entity())
                    .filter(Entity.File.class::isInstance)
                    .map(Entity.File.class::cast)
                    .filter(f -> f.key().equals(file.key()) || f.aliases().contains(file.key()))
                    .forEach(f -> paths.add(Canonical.path(f.fullPath())));
        }
        paths.remove("");
        return List.copyOf(paths).subList(0, Math.min(8, paths.size()));
    }

    private static void place(Work work, EntityKey key, String name, String path, List<Citation> cite) {
        boolean program = FileRules.EXECUTABLE.contains(FileRules.extension(name));
        if (FileRules.masquerades(name, path)) {
            work.find(
                    key,
                    "file.masquerade",
                    "image",
                    "Bears the name of a Windows process but lies elsewhere: %s".formatted(Text.quote(path)),
                    new Technique("T1036.005", "Match Legitimate Resource Name or Location"),
                    cite);
        } else if (program || Places.streamOf(path)) {
            Places.suspicious(path)
                    .ifPresent(place ->
                            work.find(
                                    key,
                                    place.weightId(),
                                    "image",
                                    "A program in %s: %s".formatted(place.words(), Text.quote(path)),
                                    new Technique("T1204.002", "Malicious File"),
                                    cite));
            if (path.matches("^[a-z]:/windows/[^/]+\\.exe$") && !Binaries.ofWindows(name)) {
                work.find(
                        key,
                        "file.windows-root",
                        "image",
                        "A program that Windows does not bring, in the folder of Windows itself: %s"
                                .formatted(Text.quote(path)),
                        new Technique("T1036.005", "Match Legitimate Resource Name or Location"),
                        cite);
            }
        }
        if (FileRules.extension(name).equals("sys") && FileRules.driverElsewhere(path)) {
            work.find(
                    key,
                    "file.driver-place",
                    "image",
                    "A driver where drivers do not lie: %s".formatted(Text.quote(path)),
                    new Technique("T1068", "Exploitation for Privilege Escalation"),
                    cite);
        }
        if (Places.inProgramFiles(path)) {
            work.find(
                    key,
                    "file.installed",
                    "installed",
                    "Lies where only administrators install programs: %s".formatted(Text.quote(path)),
                    Technique.NONE,
                    cite);
        }
    }

    private static void named(
            Work work, Entity.File file, String name, List<TelemetryEvent> rows, List<Citation> cite) {
        EntityKey key = file.key();
        if (FileRules.doubleExtension(name)) {
            work.find(
                    key,
                    "file.double-extension",
                    "name",
                    "Has two extensions, so that it looks like a document: %s".formatted(Text.quote(name)),
                    new Technique("T1036.007", "Double File Extension"),
                    cite);
        }
        if (FileRules.turned(name)) {
            work.find(
                    key,
                    "file.turned-name",
                    "name",
                    "Its name holds a sign that turns the direction of writing",
                    new Technique("T1036.002", "Right-to-Left Override"),
                    cite);
        }
        if (name.contains("lsass") && (name.endsWith(".dmp") || name.endsWith(".zip") || name.contains(".dmp"))) {
            work.find(
                    key,
                    "file.credential-dump",
                    "name",
                    "Is named like a dump of LSASS: %s".formatted(Text.quote(name)),
                    new Technique("T1003.001", "LSASS Memory"),
                    cite);
        }
        if (FileRules.credentialStore(file.fullPath())) {
            work.find(
                    key,
                    "file.credential-store",
                    "name",
                    "Bears the name of a store of passwords and lies where Windows does not keep it: %s"
                            .formatted(Text.quote(file.fullPath())),
                    new Technique("T1003", "OS Credential Dumping"),
                    cite);
        }
        long notes = rows.stream().filter(r -> r.kind() == EventKind.FILE_CREATED).count();
        if (FileRules.ransomNote(name) && notes >= 3) {
            work.find(
                    key,
                    "file.ransom-note",
                    "name",
                    "Is named like a ransom note and was written %d times: %s".formatted(notes, Text.quote(name)),
                    new Technique("T1486", "Data Encrypted for Impact"),
                    cite);
        }
    }

    private static void prevalence(Work work, EntityKey key, List<Citation> cite) {
        Facts.Seen seen = work.facts().seen(key);
        int devices = seen.devices().size();
        boolean lasting = Signatures.lasting(seen);
        boolean wide = devices >= 3 && devices * 3 >= work.facts().deviceCount();
        if (wide && lasting) {
            work.find(
                    key,
                    "file.prevalent",
                    "prevalence",
                    "Was seen on %d of %d devices over more than a day".formatted(devices, work.facts().deviceCount()),
                    Technique.NONE,
                    cite);
        }
    }

    /// Who wrote it, and from where.
    private static void origin(Work work, EntityKey key, String name, List<TelemetryEvent> rows) {
        String extension = FileRules.extension(name);
        boolean program = FileRules.EXECUTABLE.contains(extension);
        for (TelemetryEvent row : rows) {
            boolean written =
                    row.kind() == EventKind.FILE_CREATED
                            || row.kind() == EventKind.FILE_RENAMED
                            || row.kind() == EventKind.FILE_MODIFIED;
            if (!written
                    || Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                            .filter(f -> work.inquiry().scope().resolve(f).equals(key))
                            .isEmpty()) {
                continue;
            }
            String writer = row.actor().map(Binaries::name).orElse("");
            boolean host =
                    Binaries.OFFICE.contains(writer)
                            || ParentRules.interpreter(writer)
                            || Binaries.PROXIES.contains(writer);
            if (program && host && !extension.equals("lnk") && !extension.equals("url")) {
                work.find(
                        key,
                        "file.dropped",
                        "origin",
                        "Was written by %s, which seldom writes programs".formatted(writer),
                        new Technique("T1105", "Ingress Tool Transfer"),
                        row);
            }
            boolean fromOutside =
                    !Rows.origin(row).isEmpty()
                            || Binaries.BROWSERS.contains(writer)
                            || Binaries.MAIL_CLIENTS.contains(writer);
            if (fromOutside
                    && (FileRules.SCRIPT.contains(extension)
                            || FileRules.MACRO.contains(extension)
                            || FileRules.CONTAINER.contains(extension))) {
                String weightId =
                        FileRules.CONTAINER.contains(extension)
                                ? "file.container-from-web"
                                : FileRules.SCRIPT.contains(extension) ? "file.script-from-web" : "file.macro-from-web";
                work.find(
                        key,
                        weightId,
                        "origin",
                        "A %s file came in by %s%s"
                                .formatted(
                                        extension.toUpperCase(Locale.ROOT),
                                        writer.isEmpty() ? "a download" : writer,
                                        from(row)),
                        new Technique("T1566", "Phishing"),
                        row);
            }
        }
    }

    private static String from(TelemetryEvent row) {
        var parts = new ArrayList<String>();
        String url = Rows.origin(row);
        if (!url.isEmpty()) {
            parts.add(" from " + Text.quote(url));
        }
        return String.join("", parts);
    }
}
