package dupin.intake.sigma;

import dupin.model.sigma.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeSet;

/// Collects rule files, wherever their bytes come from, into a pack. For one thread.
public final class RuleFiles {
    static final int MAX_BYTES = 2_000_000;

    private final RuleReader reader = new RuleReader();
    private final TreeSet<String> digests = new TreeSet<>();
    private int files;

    /// Whether a file of that name is taken for rules.
    public static boolean isRules(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".yml") || lower.endsWith(".yaml");
    }

    /// Reads one file; what is no rule is kept as a refusal.
    public void file(String path, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        files++;
        if (bytes.length > MAX_BYTES) {
            refuse(path, "The file is larger than " + MAX_BYTES + " bytes");
            return;
        }
        if (isPlaceholders(path)) {
            reader.readPlaceholders(path, new String(bytes, StandardCharsets.UTF_8));
        } else {
            reader.read(path, new String(bytes, StandardCharsets.UTF_8));
        }
        digests.add(HexFormat.of().formatHex(RuleFolder.sha256().digest(bytes)));
    }

    /// Whether the file gives values to the placeholders of the pack's rules: `placeholders.yml`, name → values.
    private static boolean isPlaceholders(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.equals("placeholders.yml") || name.equals("placeholders.yaml");
    }

    void refuse(String path, String reason) {
        reader.refuse(path, reason);
    }

    public RulePack pack(String name) {
        return RuleFolder.pack(name, reader, digests, files);
    }
}
