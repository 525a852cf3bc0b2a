package dupin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A regular file of bounded size. Its digest is computed once, streaming, when it is opened for import.
public final class FileSource implements Source {
    /// The largest file that is read: 4 GiB.
    public static final long MAX_BYTES = 4L << 30;

    private final Path path;
    private final String name;
    private final long size;
    private final String sha256;
    private final Map<String, Object> learned = new ConcurrentHashMap<>();

    private FileSource(Path path, String name, long size, String sha256) {
        this.path = path;
        this.name = name;
        this.size = size;
        this.sha256 = sha256;
    }

    /// Follows symbolic links and reads the whole file once for its digest.
    ///
    /// @throws ImportRefusedException when the path is no readable regular file of acceptable size
    public static FileSource of(Path path) throws IOException, ImportRefusedException {
        Path last = path.getFileName();
        return of(path, last == null ? path.toString() : last.toString());
    }

    /// The same under another name, for a copy that does not bear its own.
    public static FileSource of(Path path, String name) throws IOException, ImportRefusedException {
        Path real = resolve(path, name);
        var attributes = Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (attributes.isDirectory()) {
            throw new ImportRefusedException(name + " is a folder. Choose the exported files in it instead.");
        }
        if (!attributes.isRegularFile()) {
            throw new ImportRefusedException(name + " is a device, pipe or socket and not a file; it is not read.");
        }
        if (!Files.isReadable(real)) {
            throw new ImportRefusedException(name + " cannot be read with the rights of this user.");
        }
        if (attributes.size() == 0) {
            throw new ImportRefusedException(name + " is empty; there is nothing to import.");
        }
        if (attributes.size() > MAX_BYTES) {
            throw new ImportRefusedException(
                    name
                            + " has "
                            + attributes.size()
                            + " bytes; files up to "
                            + MAX_BYTES
                            + " bytes (4 GiB) are read. Export it in parts.");
        }
        return new FileSource(real, name, attributes.size(), digest(real));
    }

    private static Path resolve(Path path, String name) throws ImportRefusedException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new ImportRefusedException(name + " does not exist.");
        }
        try {
            return path.toRealPath();
        } catch (IOException e) {
            throw new ImportRefusedException(
                    name + " is a symbolic link that leads nowhere, in a circle or out of reach; it is not read.", e);
        }
    }

    private static String digest(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            var digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /// Where the bytes lie, links resolved.
    public Path path() {
        return path;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sha256() {
        return sha256;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public <T> T once(Class<T> kind, Look<T> look) throws IOException, ImportRefusedException {
        return once(kind.getName(), kind, look);
    }

    /// The same for one of the files that this file is an archive of.
    public <T> T once(String name, Class<T> kind, Look<T> look) throws IOException, ImportRefusedException {
        Object known = learned.get(name);
        if (known != null) {
            return kind.cast(known);
        }
        T fresh = look.look();
        learned.put(name, fresh);
        return fresh;
    }

    @Override
    public InputStream open() throws IOException {
        return Files.newInputStream(path);
    }
}
