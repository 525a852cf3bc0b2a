package dupin.service;

import dupin.model.people.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// The operators as one small JSON file that only its owner may read. One that cannot be read stops the console from
/// opening: falling back to nobody would let everybody in.
final class OperatorFile {
    private static final int MAX_BYTES = 1 << 20;

    private final Path file;
    private final JsonMapper json =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
                                    .build())
                    .build();

    /// @param failures wrong passphrases since the last right one
    record Record(String name, Role role, KeyVault.Sealed vault, int failures, @Nullable Instant lockedUntil) {
        Record with(Role other) {
            return new Record(name, other, vault, failures, lockedUntil);
        }

        Record with(KeyVault.Sealed other) {
            return new Record(name, role, other, 0, null);
        }

        Record failed(int times, @Nullable Instant until) {
            return new Record(name, role, vault, times, until);
        }
    }

    record Content(List<Record> operators, int idleMinutes) {
        Content {
            operators = List.copyOf(operators);
        }
    }

    OperatorFile(Path file) {
        this.file = file;
    }

    /// @throws Problem when the file is there and cannot be read
    Content read() {
        if (!Files.exists(file)) {
            return new Content(List.of(), People.IDLE_MINUTES);
        }
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw broken(null);
            }
            Content content = json.readValue(Files.readString(file), Content.class);
            for (Record one : content.operators()) {
                boolean whole =
                        Objects.nonNull(one.name())
                                && Objects.nonNull(one.role())
                                && Objects.nonNull(one.vault())
                                && Objects.nonNull(one.vault().hardness())
                                && one.vault().hardness().sane();
                if (!whole) {
                    throw broken(null);
                }
            }
            return content;
        } catch (IOException | JacksonException | NullPointerException e) {
            throw broken(e);
        }
    }

    private Problem broken(@Nullable Exception cause) {
        String what = "The file of the operators, " + file + ", cannot be read.";
        String next = "Restore it from a backup; deleting it returns to one local administrator.";
        return cause == null
                ? new Problem(what, "Nobody can sign in.", next)
                : new Problem(what, "Nobody can sign in.", next, cause);
    }

    /// @throws Problem when the disk refuses
    void write(Content content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling(file.getFileName() + ".part");
            Files.deleteIfExists(part);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(part, json.writeValueAsString(content));
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Problem(
                    "The operators cannot be written to " + file + ": " + e.getMessage() + ".",
                    "They stay as they were.",
                    "Make room, or check who may write there.",
                    e);
        }
    }
}
