package dupin.intake.archive;

import dupin.intake.BadContentException;
import dupin.intake.Head;
import dupin.intake.Source;
import java.io.IOException;

/// How an archive is packed, told by its first bytes.
enum Packing {
    NONE,
    /// One file, packed.
    GZIP,
    ZIP,
    TAR,
    TAR_GZIP;

    private static final int TAR_MAGIC = 257;

    static Packing of(Head head) {
        byte[] b = head.bytes();
        if (b.length > 2 && (b[0] & 0xFF) == 0x1F && (b[1] & 0xFF) == 0x8B) {
            return GZIP;
        }
        if (b.length > 4 && b[0] == 'P' && b[1] == 'K' && b[2] == 3 && b[3] == 4) {
            return ZIP;
        }
        return isTar(b) ? TAR : NONE;
    }

    /// Looks into a gzip, which may hold a tar.
    static Packing of(Source source) throws IOException {
        Packing outer = of(Head.of(source));
        if (outer != GZIP) {
            return outer;
        }
        try {
            return isTar(Head.of(new Member(source, source.name(), GZIP, 0)).bytes()) ? TAR_GZIP : GZIP;
        } catch (BadContentException _) {
            // What is wrong with it is said when it is read.
            return GZIP;
        }
    }

    private static boolean isTar(byte[] b) {
        return b.length > TAR_MAGIC + 5
                && b[TAR_MAGIC] == 'u'
                && b[TAR_MAGIC + 1] == 's'
                && b[TAR_MAGIC + 2] == 't'
                && b[TAR_MAGIC + 3] == 'a'
                && b[TAR_MAGIC + 4] == 'r';
    }
}
