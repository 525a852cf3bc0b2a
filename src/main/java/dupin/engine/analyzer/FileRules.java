package dupin.engine.analyzer;

import dupin.model.Canonical;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What the name of a file says.
final class FileRules {
    static final Set<String> EXECUTABLE =
            Set.of(
                    "exe", "dll", "scr", "com", "pif", "cpl", "sys", "ocx", "msi", "jar", "bat", "cmd", "ps1", "vbs",
                    "vbe", "js", "jse", "wsf", "wsh", "hta", "lnk", "xll", "elf", "sh", "py", "one", "chm", "url",
                    "iso", "img", "vhd", "vhdx");
    static final Set<String> SCRIPT =
            Set.of("ps1", "vbs", "vbe", "js", "jse", "wsf", "wsh", "hta", "bat", "cmd", "lnk", "sct", "chm");
    static final Set<String> MACRO =
            Set.of("docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "ppam", "xll", "xlsb", "doc", "xls");
    static final Set<String> CONTAINER =
            Set.of("iso", "img", "vhd", "vhdx", "zip", "rar", "7z", "cab", "ace", "gz", "tar");
    private static final Set<String> DOCUMENT =
            Set.of(
                    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "txt", "rtf", "jpg", "jpeg", "png", "gif",
                    "csv", "html", "htm", "mp3", "mp4", "zip");
    private static final Set<String> RUNS =
            Set.of(
                    "exe", "scr", "com", "pif", "bat", "cmd", "js", "jse", "vbs", "vbe", "hta", "lnk", "wsf", "cpl",
                    "msi", "ps1", "iso", "img");
    private static final Pattern NOTE =
            Pattern.compile(
                    "(?:how|read|restore|recover|decrypt|unlock|your|help|ransom|return|contact|warning|attention)[a-z0-9_ !-]{0,40}(?:decrypt|recover|restore|files|readme|read_?me|instructions?|note|data|back|unlock|info)[a-z0-9_ !-]{0,20}\\.(?:txt|html?|hta|rtf)");
    private static final Pattern STORE =
            Pattern.compile("/(?:ntds\\.dit|(?:sam|security)(?:\\.(?:sav|save|hiv|hive|bak|old))?)$");
    private static final Map<Character, Character> ALIKE =
            Map.of(
                    '0', 'o', '1', 'l', '5', 's', '3', 'e', '\u043E', 'o', '\u0430', 'a', '\u0435', 'e', '\u0455', 's',
                    '\u0441', 'c');

    private FileRules() {}

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /// `invoice.pdf.exe`
    static boolean doubleExtension(String name) {
        String[] parts = name.toLowerCase(Locale.ROOT).split("\\.", -1);
        return parts.length >= 3
                && RUNS.contains(parts[parts.length - 1])
                && DOCUMENT.contains(parts[parts.length - 2].strip());
    }

    /// A sign that turns the direction of writing, so that the name reads otherwise than it is.
    static boolean turned(String name) {
        return name.chars().anyMatch(c -> c == 0x202E || c == 0x202D || c == 0x2066 || c == 0x2067);
    }

    /// Name of a Windows process in a folder where Windows has none.
    static boolean masquerades(String name, String path) {
        String canonical = Canonical.path(path);
        boolean placed = canonical.contains("/") && canonical.contains(":/");
        if (!placed) {
            return false;
        }
        boolean elsewhere = !Places.inWindows(canonical) || Places.droppable(canonical);
        return Binaries.SYSTEM.contains(name)
                        && elsewhere
                        && !Places.inProgramFiles(canonical)
                        && !canonical.contains("/windows.old/")
                        && !canonical.contains("/$windows.~bt/")
                || looksLikeSystem(name);
    }

    /// `svch0st.exe`: a Windows name but for a sign that looks alike.
    static boolean looksLikeSystem(String name) {
        var plain = new StringBuilder(name.length());
        name.chars().forEach(c -> plain.append(ALIKE.getOrDefault((char) c, (char) c)));
        String text = plain.toString();
        return !text.equals(name)
                && !Binaries.SYSTEM.contains(name)
                && !Binaries.ofWindows(name)
                && Binaries.SYSTEM.stream().anyMatch(s -> text.equals(s) || text.equals(s.replace('1', 'l')));
    }

    /// A driver in a folder where neither Windows nor installers put drivers.
    static boolean driverElsewhere(String path) {
        String canonical = Canonical.path(path);
        return canonical.contains("/")
                // Services name drivers from the folder of Windows on: system32/drivers/…
                && !canonical.startsWith("system32/")
                && !canonical.contains("/system32/")
                && !canonical.contains("/driverstore/")
                && !Places.inProgramFiles(canonical)
                && !canonical.contains("/programdata/microsoft/");
    }

    /// The accounts' hive or the directory's database, outside of the folders where Windows keeps and repairs them.
    static boolean credentialStore(String path) {
        String canonical = Canonical.path(path);
        return STORE.matcher(canonical).find()
                && !canonical.contains("/windows/system32/config/")
                && !canonical.contains("/windows/ntds/")
                && !canonical.contains("/winsxs/")
                && !canonical.contains("/windows/repair/")
                && !canonical.contains("/windows/system32/ntds.dit");
    }

    static boolean ransomNote(String name) {
        return NOTE.matcher(name.toLowerCase(Locale.ROOT)).find();
    }
}
