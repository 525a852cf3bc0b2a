package dupin.intake.sigma;

import dupin.model.sigma.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Reads the rule files (`.yml`, `.yaml`) of a folder and its subfolders, in the order of their names.
public final class RuleFolder {
    private static final int MAX_FILES = 50_000;
    private static final int MAX_DEPTH = 16;

    private RuleFolder() {}

    /// @param path a folder, or one rule file
    /// @throws IOException when the folder cannot be listed
    public static RulePack read(Path path) throws IOException {
        var files = new RuleFiles();
        List<Path> found = files(path);
        if (found.size() > MAX_FILES) {
            files.refuse(path.toString(), "Only the first " + MAX_FILES + " files of the folder were read");
            found = found.subList(0, MAX_FILES);
        }
        for (Path file : found) {
            String name =
                    Files.isDirectory(path) ? path.relativize(file).toString() : String.valueOf(file.getFileName());
            try (InputStream in = Files.newInputStream(file)) {
                files.file(name.replace('\\', '/'), in);
            } catch (IOException e) {
                files.refuse(name, "The file cannot be read: " + e.getMessage());
            }
        }
        return files.pack(String.valueOf(path.toAbsolutePath().normalize().getFileName()));
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.walk(path, MAX_DEPTH)) {
            return new ArrayList<>(inside.filter(RuleFolder::isRules).sorted().limit(MAX_FILES + 1L).toList());
        }
    }

    private static boolean isRules(Path file) {
        return RuleFiles.isRules(file.toString()) && Files.isRegularFile(file);
    }

    /// The pack of what a reader holds.
    ///
    /// @param digests SHA-256 of each file
    static RulePack pack(String name, RuleReader reader, TreeSet<String> digests, int files) {
        MessageDigest all = sha256();
        digests.forEach(digest -> all.update(digest.getBytes(StandardCharsets.US_ASCII)));
        return new RulePack(
                name,
                HexFormat.of().formatHex(all.digest()),
                files,
                reader.rules(),
                reader.correlations(),
                reader.filters(),
                reader.placeholders(),
                reader.refused());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
