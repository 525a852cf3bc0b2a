package dupin.service;

import dupin.model.RemediationAction;
import dupin.respond.runbook.Runbook;
import dupin.respond.runbook.RunbookSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Writes actions as a signed plan for a person. Blocks (disk).
public final class Runbooks {
    private final Runbook runbook = new Runbook();
    private final RunbookSigner signer;

    Runbooks(Path home) {
        signer = new RunbookSigner(home);
    }

    /// Writes `runbook.md`, `runbook.cacao.json`, `runbook.ps1`, their digests, the signature over these and the key to check
    /// it with.
    ///
    /// @return the files, the readable one first
    /// @throws Problem when a file cannot be written
    public List<Path> write(String title, List<RemediationAction> actions, Instant at, Path folder) {
        Map<String, String> files = runbook.files("runbook", title, actions, at, false);
        var written = new ArrayList<Path>();
        try {
            Files.createDirectories(folder);
            String digests = "";
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.writeString(path, file.getValue(), StandardCharsets.UTF_8);
                written.add(path);
                digests = file.getValue();
            }
            Path signature = folder.resolve("runbook.sha256.sig");
            Files.writeString(signature, signer.sign(digests) + "\n");
            Path key = folder.resolve("runbook.pub");
            Files.writeString(key, signer.publicKey() + "\n");
            written.add(signature);
            written.add(key);
            return written;
        } catch (IOException e) {
            throw new Problem(
                    "The runbook cannot be written to " + folder + ": " + e.getMessage() + ".",
                    "The actions are as they were.",
                    "Choose a folder that you may write to.",
                    e);
        }
    }
}
