package dupin.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// The files of a pack as one archive: a zip, sorted by path, uncompressed and without times, so that the same files give
/// the same digest on any machine, and anyone can look into it.
public final class PackArchive {
    /// The most files and bytes that a folder of packs may hold, and the largest file of it.
    public static final int MAX_FILES = 50_000;

    public static final long MAX_BYTES = 2L << 30;
    public static final long MAX_FILE_BYTES = 512L << 20;

    private static final int MAX_DEPTH = 12;

    private PackArchive() {}

    /// A file of a folder.
    ///
    /// @param path below the folder, with `/`
    public record Member(String path, Path file) {}

    /// Takes the files of an archive one after the other, in the order of their paths.
    public interface Visitor {
        /// @param in the file's bytes; need not be read to its end nor closed
        void file(String path, InputStream in) throws IOException;
    }

    /// The regular files under a folder by path; a file stands for itself. Links are not followed, hidden files left out.
    ///
    /// @throws ImportRefusedException when there is nothing, or more than the bounds allow
    public static List<Member> files(Path folder) throws IOException, ImportRefusedException {
        if (Files.isRegularFile(folder)) {
            return List.of(new Member(String.valueOf(folder.getFileName()), folder));
        }
        if (!Files.isDirectory(folder)) {
            throw new ImportRefusedException(folder + " does not exist.");
        }
        var members = new ArrayList<Member>();
        long bytes = 0;
        try (Stream<Path> walk = Files.walk(folder, MAX_DEPTH)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                        || path.startsWith(".")
                        || path.contains("/.")) {
                    continue;
                }
                members.add(new Member(path, file));
                bytes += Files.size(file);
                if (members.size() > MAX_FILES || bytes > MAX_BYTES) {
                    throw new ImportRefusedException(
                            "%s holds more than %d files or %d bytes; choose a folder below it."
                                    .formatted(folder, MAX_FILES, MAX_BYTES));
                }
            }
        }
        if (members.isEmpty()) {
            throw new ImportRefusedException(folder + " holds no files.");
        }
        members.sort(Comparator.comparing(Member::path));
        return List.copyOf(members);
    }

    /// @throws ZipException when a file changes while it is read
    public static void write(List<Member> members, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Member member : members.stream().sorted(Comparator.comparing(Member::path)).toList()) {
                var entry = new ZipEntry(member.path());
                entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
                long size = Files.size(member.file());
                entry.setSize(size);
                entry.setCompressedSize(size);
                entry.setCrc(crc(member.file()));
                zip.putNextEntry(entry);
                Files.copy(member.file(), zip);
                zip.closeEntry();
            }
        }
    }

    private static long crc(Path file) throws IOException {
        try (var in = new CheckedInputStream(Files.newInputStream(file), new CRC32())) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getChecksum().getValue();
        }
    }

    public static void read(Path archive, Visitor visitor) throws IOException {
        try (var zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                visitor.file(entry.getName(), new Shielded(zip));
            }
        }
    }

    /// Whoever reads one file must not close them all.
    private static final class Shielded extends java.io.FilterInputStream {
        Shielded(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The archive goes on.
        }
    }
}
