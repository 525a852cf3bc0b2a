package dupin.service;

import dupin.intake.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Every imported file, content-addressed by SHA-256 and read-only: `originals/ab/abcd…`.
final class Originals {
    private final Path folder;

    Originals(Path folder) {
        this.folder = folder;
    }

    Path path(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    boolean holds(String sha256) {
        return Files.isRegularFile(path(sha256));
    }

    /// Copies the file in and makes it durable; a file that is there already is left alone.
    void keep(Source source) throws IOException {
        Path target = path(source.sha256());
        if (Files.exists(target)) {
            return;
        }
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), "part-", "");
        try {
            try (InputStream in = source.open()) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            target.toFile().setReadOnly();
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
