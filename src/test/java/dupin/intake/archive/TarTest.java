package dupin.intake.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.intake.Collected;
import dupin.intake.ImportRefusedException;
import dupin.intake.Texts;
import dupin.intake.formats.Formats;
import dupin.model.Imported;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/// Tar, plain and packed.
class TarTest {
    private static final String EVENT =
            """
            {"Channel":"Security","SourceName":"Microsoft-Windows-Security-Auditing","EventID":%d,"Hostname":"pc"}
            """;

    private static byte[] tar(Object... namesAndTexts) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                byte[] bytes = namesAndTexts[i + 1].toString().getBytes(StandardCharsets.UTF_8);
                var entry = new TarArchiveEntry(namesAndTexts[i].toString());
                entry.setSize(bytes.length);
                tar.putArchiveEntry(entry);
                tar.write(bytes);
                tar.closeArchiveEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static Collected read(String name, byte[] bytes) throws Exception {
        var source = new Texts(name, bytes);
        var sink = new Collected();
        Formats.all().choose(source).read(source, sink);
        return sink;
    }

    @Test
    void membersAreReadAndNumberedApart() throws Exception {
        byte[] tar =
                tar(
                        "logs/",
                        "",
                        "logs/a.json",
                        EVENT.formatted(4624).repeat(2),
                        "n.txt",
                        "hi",
                        "b",
                        EVENT.formatted(1));
        for (byte[] bytes : new byte[][] {tar, gzip(tar)}) {
            Collected sink = read("logs.tar.gz", bytes);
            assertThat(sink.all(Imported.OfEvent.class))
                    .extracting(e -> e.event().row().row())
                    .containsExactly(1_000_000_000L, 1_000_000_001L, 3_000_000_000L);
            assertThat(sink.rejects()).singleElement().satisfies(r -> assertThat(r.reason()).startsWith("n.txt"));
        }
    }

    @Test
    void aCutTarKeepsWhatCameBefore() throws Exception {
        byte[] tar = tar("a.json", EVENT.formatted(4624).repeat(3_000));
        Object outcome = null;
        try {
            outcome = read("cut.tar", Arrays.copyOf(tar, tar.length / 2)).all(Imported.OfEvent.class).size();
        } catch (ImportRefusedException e) {
            outcome = e.getMessage();
        }
        assertThat(outcome.toString()).contains("cannot be unpacked");
    }

    @Test
    void aNameWithoutEndIsNotKept() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(out)) {
            var name = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            name.setSize(3 << 20);
            tar.putArchiveEntry(name);
            tar.write("x".repeat(3 << 20).getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
        }
        assertThatThrownBy(() -> read("long.tar", out.toByteArray()))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("head of one of its entries is too long");
    }
}
