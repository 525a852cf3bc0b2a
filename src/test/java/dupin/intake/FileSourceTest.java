package dupin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.intake.archive.ArchiveImporter;
import dupin.intake.defender.GraphSecurityImporter;
import dupin.intake.formats.Formats;
import dupin.model.Alert;
import dupin.model.Imported;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
    private static final String ALERT =
            """
            {"@odata.type":"#microsoft.graph.security.alert","id":"%s","title":"T","evidence":[]}\
            """;

    @TempDir Path folder;

    @Test
    void aFileKnowsItsDigestAndSizeAndOpensAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("abc.json"), "abc");
        FileSource source = FileSource.of(file);
        assertThat(source.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(source.size()).isEqualTo(3);
        assertThat(source.name()).isEqualTo("abc.json");
        for (int i = 0; i < 2; i++) {
            try (var in = source.open()) {
                assertThat(in.readAllBytes()).isEqualTo("abc".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    @Test
    void whatWasLearnedOfTheContentIsRemembered() throws Exception {
        FileSource source = FileSource.of(Files.writeString(folder.resolve("abc.json"), "abc"));
        String looked = source.once(String.class, () -> "first");
        assertThat(source.once(String.class, () -> "again")).isSameAs(looked);
        assertThat(source.once("member", String.class, () -> "another")).isEqualTo("another");
        assertThat(Texts.of("{}").once(String.class, () -> "each time")).isEqualTo("each time");
    }

    @Test
    void whatIsNoFileIsRefusedWithASentence() throws Exception {
        refused(folder, "is a folder");
        refused(folder.resolve("none.json"), "none.json does not exist");
        refused(Files.createFile(folder.resolve("empty.json")), "empty.json is empty");
        Path loop = folder.resolve("loop.json");
        Files.createSymbolicLink(loop, loop);
        refused(loop, "loop.json is a symbolic link");
        refused(Path.of("/dev/null"), "is a device");
    }

    private static void refused(Path path, String why) {
        assertThatThrownBy(() -> FileSource.of(path))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining(why)
                .hasMessageEndingWith(".");
    }

    @Test
    void aLinkToAFileIsFollowed() throws Exception {
        Path file = Files.writeString(folder.resolve("a.json"), "{}");
        Path link = Files.createSymbolicLink(folder.resolve("b.json"), file);
        assertThat(FileSource.of(link).sha256()).isEqualTo(FileSource.of(file).sha256());
    }

    @Test
    void aRefusalNamesTheFileWhatItIsAndWhatIsRead() {
        for (String text :
                List.of(
                        "%PDF-1.7",
                        "<html>",
                        "hello",
                        "{\"a\":1}",
                        "[]",
                        "MZ\u0000",
                        "{\"access_token\":\"x\",\"token_type\":\"Bearer\"}")) {
            assertThatThrownBy(() -> Records.of(text))
                    .isInstanceOf(ImportRefusedException.class)
                    .hasMessageStartingWith("test.json: this ")
                    .hasMessageContaining("Dupin reads: Microsoft Graph security");
        }
    }

    @Test
    void aGzipIsReadAsTheFileInIt() throws Exception {
        Records records =
                Records.of(new Texts("a.json.gz", gzip(ALERT.formatted("g").getBytes(StandardCharsets.UTF_8))));
        assertThat(records.alert().id()).isEqualTo("g");
    }

    @Test
    void aZipIsReadMemberByMember() throws Exception {
        Records records =
                Records.of(
                        new Texts(
                                "all.zip",
                                zip(
                                        "d/one.json",
                                        ALERT.formatted("1"),
                                        "note.txt",
                                        "hello",
                                        "two.json",
                                        ALERT.formatted("2"))));
        assertThat(records.alerts()).extracting(Alert::id).containsExactly("1", "2");
        assertThat(records.alerts()).extracting(alert -> alert.row().row()).containsExactly(0L, 2_000_000_000L);
        assertThat(records.all(Imported.Rejected.class))
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason()).startsWith("note.txt: "));
    }

    @Test
    void anArchiveOfNothingUsefulIsRefused() {
        for (byte[] bytes :
                List.of(
                        zip("a.txt", "hello"),
                        zip(),
                        zip("in.zip", new String(zip("x", "y"), StandardCharsets.ISO_8859_1)))) {
            assertThatThrownBy(() -> Records.of(new Texts("a.zip", bytes))).isInstanceOf(ImportRefusedException.class);
        }
    }

    @Test
    void aBombIsStopped() {
        byte[] zeroes = new byte[100 << 20];
        Arrays.fill(zeroes, (byte) ' ');
        zeroes[0] = '{';
        byte[] bomb = gzip(zeroes);
        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> Records.of(new Texts("bomb.gz", bomb))).isInstanceOf(ImportRefusedException.class);
        byte[] start = (ALERT.formatted("1") + "\n" + ALERT.formatted("2") + "\n").getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, zeroes, 0, start.length);
        var sink = new Collected();
        assertThat(readQuietly(new Texts("bomb.gz", gzip(zeroes)), sink)).isTrue();
        assertThat(sink.all(Imported.OfAlert.class)).hasSize(2);
        assertThat(sink.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason()).contains("250 times its size"));
    }

    private static boolean readQuietly(Source source, Sink sink) {
        try {
            Formats.all().choose(source).read(source, sink);
            return true;
        } catch (IOException | ImportRefusedException e) {
            return false;
        }
    }

    @Test
    void aTruncatedArchiveKeepsWhatCameBefore() throws Exception {
        var lines = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            lines.append(ALERT.formatted("a" + i * 7919 % 20_011)).append('\n');
        }
        byte[] whole = gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
        var sink = new Collected();
        var source = new Texts("cut.gz", Arrays.copyOf(whole, whole.length / 2));
        new ArchiveImporter(new Importers(List.of(new GraphSecurityImporter()))).read(source, sink);
        assertThat(sink.all(Imported.OfAlert.class)).hasSizeGreaterThan(1_000);
        assertThat(sink.rejects().getLast().reason()).contains("damaged");
    }

    private static byte[] gzip(byte[] bytes) {
        try {
            var out = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(String... namesAndTexts) {
        try {
            var out = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(out)) {
                for (int i = 0; i < namesAndTexts.length; i += 2) {
                    zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                    zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
