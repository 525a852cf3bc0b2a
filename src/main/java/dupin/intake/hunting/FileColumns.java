package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import org.jspecify.annotations.Nullable;

/// The file columns of a row: `FileName`, `FolderPath`, hashes; or those of the initiating process's image.
final class FileColumns {
    private final int name;
    private final int folder;
    private final int sha256;
    private final int sha1;
    private final int md5;
    private final int size;
    private final int company;

    FileColumns(Columns columns, String prefix) {
        String version = prefix.isEmpty() ? "Process" : prefix;
        this.name = columns.of(prefix + "FileName");
        this.folder = columns.of(prefix + "FolderPath");
        this.sha256 = columns.of(prefix + "SHA256");
        this.sha1 = columns.of(prefix + "SHA1");
        this.md5 = columns.of(prefix + "MD5");
        this.size = columns.of(prefix + "FileSize");
        this.company = columns.of(version + "VersionInfoCompanyName");
    }

    /// The file, without anything when the row names none.
    Entity.File of(Row row, String device) {
        return new Entity.File(
                row.text(name),
                row.text(folder),
                row.text(sha256),
                row.text(sha1),
                row.text(md5),
                row.number(size),
                "",
                "",
                row.text(company),
                device);
    }

    /// Folder and name together.
    String path(Row row) {
        return new Entity.File(row.text(name), row.text(folder), "", "", "", 0, "", "", "", "").fullPath();
    }

    /// Null when the row names no file.
    Entity.@Nullable File orNull(Row row, String device) {
        Entity.File file = of(row, device);
        return isNone(file) ? null : file;
    }

    static boolean isNone(Entity.File file) {
        return file.fileName().isEmpty()
                && file.filePath().isEmpty()
                && file.sha256().isEmpty()
                && file.sha1().isEmpty()
                && file.md5().isEmpty();
    }
}
