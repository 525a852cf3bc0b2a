package dupin.intake.archive;

import dupin.intake.ImportRefusedException;
import dupin.intake.Source;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// The files of an archive in their order. Small ones are kept by the batch, so that an archive of thousands is unpacked
/// a few times and not once for each. One thread.
final class Members {
    /// A file up to so many bytes is kept.
    static final int SMALL = 4 << 20;

    /// Bytes of one batch.
    private static final long BATCH = 48L << 20;

    /// @param size unpacked, in bytes
    record Listed(Member member, long size) {
        boolean large() {
            return size > SMALL;
        }
    }

    /// A small file with its bytes, numbered as its place in the archive says.
    private record Kept(Member member, byte[] bytes) implements Source {
        @Override
        public String name() {
            return member.name();
        }

        @Override
        public String sha256() {
            return member.sha256();
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public long firstRow() {
            return member.firstRow();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public <T> T once(Class<T> kind, Look<T> look) throws IOException, ImportRefusedException {
            return member.once(kind, look);
        }
    }

    private final List<Listed> all;
    private final ArrayDeque<Source> kept = new ArrayDeque<>();
    private int at;

    Members(List<Listed> all) {
        this.all = List.copyOf(all);
    }

    /// A file whose size nobody told.
    static Listed unknown(Member member) {
        return new Listed(member, Long.MAX_VALUE);
    }

    int size() {
        return all.size();
    }

    boolean hasNext() {
        return !kept.isEmpty() || at < all.size();
    }

    Source next() throws IOException {
        if (kept.isEmpty()) {
            if (all.get(at).large()) {
                return all.get(at++).member();
            }
            keep();
        }
        return kept.removeFirst();
    }

    /// Reads the files from here to the next large one, as many as a batch takes.
    private void keep() throws IOException {
        var wanted = new ArrayList<Listed>();
        for (long bytes = 0; at < all.size() && !all.get(at).large() && bytes < BATCH; at++) {
            wanted.add(all.get(at));
            bytes += all.get(at).size();
        }
        Member first = wanted.getFirst().member();
        try (Entries entries = Entries.open(first.archive(), first.packing())) {
            int place = 0;
            for (Listed one : wanted) {
                while (entries.next() && place++ < one.member().place()) {
                    entries.content().transferTo(OutputStream.nullOutputStream());
                }
                kept.add(new Kept(one.member(), entries.content().readNBytes(SMALL)));
                entries.content().transferTo(OutputStream.nullOutputStream());
            }
        }
    }
}
