package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// One process that gives many files one new ending, or leaves one note in many folders: encryption for ransom.
final class MassChange {
    private static final int ENOUGH = 15;
    private static final int FOLDERS = 4;
    private static final Set<String> COMMON =
            Set.of(
                    "",
                    "tmp",
                    "log",
                    "txt",
                    "json",
                    "xml",
                    "dll",
                    "exe",
                    "db",
                    "dat",
                    "bin",
                    "bak",
                    "cache",
                    "ini",
                    "js",
                    "css",
                    "html",
                    "png",
                    "jpg",
                    "etl",
                    "evtx",
                    "pf",
                    "mui",
                    "pyc",
                    "class",
                    "ps1",
                    "psm1",
                    "psd1",
                    "lnk",
                    "docx",
                    "xlsx",
                    "pdf",
                    "zip",
                    "nupkg",
                    "manifest",
                    "cat",
                    "cab",
                    "msi",
                    "inf",
                    "sys",
                    "crdownload",
                    "partial",
                    "old",
                    "gz",
                    "csv",
                    "ldb",
                    "7z");

    private MassChange() {}

    static void judge(Work work, EntityKey process) {
        Map<String, Set<String>> byEnding = new HashMap<>();
        Map<String, Set<String>> notes = new HashMap<>();
        TelemetryEvent last = null;
        for (TelemetryEvent row : work.inquiry().acts(process)) {
            boolean changed =
                    row.kind() == EventKind.FILE_RENAMED
                            || row.kind() == EventKind.FILE_CREATED
                            || row.kind() == EventKind.FILE_MODIFIED;
            Entity.File file = changed ? Rows.entity(row, LinkRole.TARGET, Entity.File.class).orElse(null) : null;
            if (file == null) {
                continue;
            }
            last = row;
            String path = Canonical.path(file.fullPath());
            String name = path.substring(path.lastIndexOf('/') + 1);
            byEnding.computeIfAbsent(FileRules.extension(name), _ -> new HashSet<>()).add(path);
            if (FileRules.ransomNote(name)) {
                notes.computeIfAbsent(name, _ -> new HashSet<>()).add(path);
            }
        }
        for (Map.Entry<String, Set<String>> ending : new java.util.TreeMap<>(byEnding).entrySet()) {
            if (last != null && ending.getValue().size() >= ENOUGH && !COMMON.contains(ending.getKey())) {
                work.find(
                        process,
                        "process.mass-change",
                        "mass",
                        "Gave %d files the ending %s"
                                .formatted(ending.getValue().size(), Text.quote("." + ending.getKey())),
                        new Technique("T1486", "Data Encrypted for Impact"),
                        last);
            }
        }
        for (Map.Entry<String, Set<String>> note : new java.util.TreeMap<>(notes).entrySet()) {
            if (last != null && note.getValue().size() >= FOLDERS) {
                work.find(
                        process,
                        "process.mass-change",
                        "mass",
                        "Left the note %s in %d folders".formatted(Text.quote(note.getKey()), note.getValue().size()),
                        new Technique("T1486", "Data Encrypted for Impact"),
                        last);
            }
        }
    }
}
