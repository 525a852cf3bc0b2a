package dupin.model;

/// Where a record came from: the original's SHA-256 (hex) and the record's place in it, counted from 0. Stable across
/// rebuilds, so citations use it. `text()` is `first 12 digits:row`.
public record RowRef(String file, long row) implements Comparable<RowRef> {
    public static final RowRef NONE = new RowRef("", 0);

    public String text() {
        return (file.length() > 12 ? file.substring(0, 12) : file) + ":" + row;
    }

    @Override
    public int compareTo(RowRef other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Long.compare(row, other.row);
    }
}
