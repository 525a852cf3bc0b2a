package dupin.service;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the program finds its things: the samples it ships (`dupin.home`) and the folder of the person who uses it
/// (`DUPIN_DATA`, else `.dupin` in the home folder) with settings, cases and the log.
public record Places(Path home, Path data) {

    public static Places ofThisProcess() {
        String home = System.getProperty("dupin.home", "assets");
        String data = System.getenv("DUPIN_DATA");
        Path own =
                data == null || data.isBlank()
                        ? Path.of(System.getProperty("user.home", "."), ".dupin")
                        : Path.of(data);
        return new Places(Path.of(home).toAbsolutePath().normalize(), own.toAbsolutePath().normalize());
    }

    public Path samples() {
        return home.resolve("samples");
    }

    public Path cases() {
        return data.resolve("cases");
    }

    /// Who may use this console.
    public Path operators() {
        return data.resolve("operators.json");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /// A folder for a new case that does not exist yet: the name, or the name and a number.
    public Path freeCase(String name) {
        String clean = name.replaceAll("[^\\p{L}\\p{N} ._-]", "-").strip();
        Path path = cases().resolve(clean + CaseFolder.SUFFIX);
        for (int i = 2; Files.exists(path); i++) {
            path = cases().resolve(clean + " " + i + CaseFolder.SUFFIX);
        }
        return path;
    }
}
