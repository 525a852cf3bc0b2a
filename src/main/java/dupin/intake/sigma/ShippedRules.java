package dupin.intake.sigma;

import dupin.model.sigma.RulePack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The rules that come with the program. A fault in them is a fault of the program.
public final class ShippedRules {
    public static final String NAME = "Rules of the house";
    private static final String[] FILES = {
        "windows.yml", "techniques.yml", "cloud.yml", "directory.yml", "signins.yml"
    };

    private ShippedRules() {}

    /// Reading them takes a part of a second.
    private static final class Held {
        static final RulePack PACK = fromFiles();
    }

    /// The pack, read when it is first asked for and held as long as the process lives.
    public static RulePack read() {
        return Held.PACK;
    }

    private static RulePack fromFiles() {
        var files = new RuleFiles();
        for (String name : FILES) {
            try (InputStream in = ShippedRules.class.getResourceAsStream("/dupin/intake/sigma/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("The program lacks its rules " + name);
                }
                files.file(name, in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files.pack(NAME);
    }
}
