package dupin.intake.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dupin.intake.Collected;
import dupin.intake.ImportRefusedException;
import dupin.intake.Texts;
import dupin.intake.formats.Formats;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.Imported;
import dupin.model.LogRecord;
import dupin.model.TelemetryEvent;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Binary event logs, whole and damaged.
class EvtxTest {
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";

    private static Map<String, EvtxWriter.Value> types() {
        HexFormat hex = HexFormat.of();
        var all = new LinkedHashMap<String, EvtxWriter.Value>();
        all.put("Text", EvtxWriter.text("a \u00e4 b"));
        all.put("Ansi", new EvtxWriter.Value(2, new byte[] {'x', (byte) 0xE4, 0}));
        all.put("Byte", EvtxWriter.number(3, 1, -5));
        all.put("Unsigned", EvtxWriter.number(8, 4, 4_000_000_000L));
        all.put("Long", EvtxWriter.number(9, 8, -7));
        all.put("Truth", EvtxWriter.number(0x0D, 4, 1));
        all.put("Binary", new EvtxWriter.Value(0x0E, hex.parseHex("00ff10")));
        all.put(
                "Guid",
                new EvtxWriter.Value(0x0F, hex.parseHex("7d385770 2af2e043 bf4c06f5698ffbd9".replace(" ", ""))));
        all.put("Time", EvtxWriter.fileTime(0, 1));
        all.put("Sid", new EvtxWriter.Value(0x13, hex.parseHex("010200000000000520000000" + "20020000")));
        all.put("Hex", EvtxWriter.number(0x14, 4, 0x1FFFFF));
        all.put("Hex64", EvtxWriter.number(0x15, 8, 0x8020000000000000L));
        all.put("Nothing", new EvtxWriter.Value(0, new byte[0]));
        all.put("Texts", EvtxWriter.text("one\0two\0"));
        all.put("Numbers", new EvtxWriter.Value(0x88, hex.parseHex("0100000002000000")));
        all.replace("Texts", new EvtxWriter.Value(0x81, all.get("Texts").bytes()));
        return all;
    }

    private static byte[] log(int records) {
        var writer = new EvtxWriter();
        for (int i = 0; i < records; i++) {
            if (i > 0 && i % 40 == 0) {
                writer.nextChunk();
            }
            writer.record(SYSMON, 1, start(i));
        }
        return writer.bytes();
    }

    private static Map<String, EvtxWriter.Value> start(int number) {
        var data = new LinkedHashMap<String, EvtxWriter.Value>();
        data.put("UtcTime", EvtxWriter.text("2023-11-14 22:13:%02d.123".formatted(number % 60)));
        data.put("ProcessGuid", EvtxWriter.text("{57BE2C82-964B-64DF-9809-%012d}".formatted(number + 1)));
        data.put("ProcessId", EvtxWriter.number(8, 4, 100 + number));
        data.put("Image", EvtxWriter.text("C:\\Windows\\System32\\cmd.exe"));
        data.put("CommandLine", EvtxWriter.text("cmd /c whoami"));
        data.put("Hashes", EvtxWriter.text("MD5=0D698AF330FD17BEE3BF90011D49251D,IMPHASH=00"));
        data.put("ParentProcessId", EvtxWriter.number(8, 4, 7));
        data.put("ParentImage", EvtxWriter.text("C:\\Windows\\explorer.exe"));
        data.put("User", EvtxWriter.text("CORP\\eve"));
        return data;
    }

    private static Collected read(byte[] bytes) throws Exception {
        var source = new Texts("log.evtx", bytes);
        var sink = new Collected();
        Formats.all().choose(source).read(source, sink);
        return sink;
    }

    private static List<TelemetryEvent> events(Collected sink) {
        return sink.all(Imported.OfEvent.class).stream().map(Imported.OfEvent::event).toList();
    }

    @Test
    void everyTypeOfValue() throws Exception {
        Collected sink = read(new EvtxWriter().record("Application", 4711, types()).bytes());
        assertThat(sink.rejects()).isEmpty();
        LogRecord log = WindowsLogs.record(events(sink).getFirst().raw()).orElseThrow();
        assertThat(log.eventId()).isEqualTo(4711);
        assertThat(log.fields())
                .containsEntry("Text", "a \u00e4 b")
                .containsEntry("Ansi", "x\u00e4")
                .containsEntry("Byte", "-5")
                .containsEntry("Unsigned", "4000000000")
                .containsEntry("Long", "-7")
                .containsEntry("Truth", "true")
                .containsEntry("Binary", "00FF10")
                .containsEntry("Guid", "{7057387d-f22a-43e0-bf4c-06f5698ffbd9}")
                .containsEntry("Time", "1970-01-01T00:00:00.0000001Z")
                .containsEntry("Sid", "S-1-5-32-544")
                .containsEntry("Hex", "0x1fffff")
                .containsEntry("Hex64", "0x8020000000000000")
                .containsEntry("Nothing", "")
                .containsEntry("Texts", "one\ntwo")
                .containsEntry("Numbers", "1\n2");
        assertThat(events(sink).getFirst().time()).isEqualTo(Instant.parse("2023-11-14T22:13:21.123456700Z"));
    }

    @Test
    void recordsOfSeveralChunksShareTheirTemplates() throws Exception {
        Collected sink = read(log(100));
        assertThat(sink.rejects()).isEmpty();
        assertThat(events(sink)).hasSize(100);
        TelemetryEvent last = events(sink).getLast();
        assertThat(last.kind()).isEqualTo(EventKind.PROCESS_CREATED);
        assertThat(last.row().row()).isEqualTo(99);
        var child = (Entity.Process) last.target().orElseThrow();
        assertThat(child.key().value()).isEqualTo("pc|199|" + Instant.parse("2023-11-14T22:13:39.123Z").toEpochMilli());
        assertThat(child.aliases()).singleElement().satisfies(a -> assertThat(a.value()).contains("{57be2c82"));
        assertThat(child.imageFile().md5()).isEqualTo("0D698AF330FD17BEE3BF90011D49251D");
        assertThat(last.actor().orElseThrow().processId()).isEqualTo(7);
    }

    @Test
    void rowsOfSeveralChannelsInOneLogSpeakOfTheSameProcess() throws Exception {
        // The writer has one template, so all records bear the same names.
        var connection = start(0);
        connection.put("ProcessGuid", EvtxWriter.text(""));
        connection.put("ProcessID", EvtxWriter.number(8, 4, 100));
        connection.put("Application", EvtxWriter.text("\\device\\harddiskvolume1\\windows\\system32\\cmd.exe"));
        connection.put("DestAddress", EvtxWriter.text("203.0.113.9"));
        var started = new LinkedHashMap<>(connection);
        started.putAll(start(0));

        List<TelemetryEvent> events =
                events(read(new EvtxWriter().record("Security", 5156, connection).record(SYSMON, 1, started).bytes()));

        assertThat(events.getFirst().actor().orElseThrow().key())
                .isEqualTo(events.getLast().target().orElseThrow().key());
    }

    @Test
    void aDamagedRecordCostsOnlyItself() throws Exception {
        byte[] log = log(100);
        int record = EvtxWriter.HEAD + EvtxWriter.CHUNK + 512;
        int size = log[record + 4] & 0xFF | (log[record + 5] & 0xFF) << 8;
        Arrays.fill(log, record + size + 4, record + size + 44, (byte) 0xEE);
        Collected sink = read(log);
        assertThat(events(sink)).hasSize(99);
        assertThat(sink.rejects()).isNotEmpty().allSatisfy(r -> assertThat(r.reason()).contains("at byte "));
    }

    @Test
    void aChunkWithoutHeadAndAFileCutOffAreReadAsFarAsTheyGo() throws Exception {
        byte[] log = log(100);
        byte[] headless = log.clone();
        Arrays.fill(headless, EvtxWriter.HEAD, EvtxWriter.HEAD + 100, (byte) 1);
        assertThat(events(read(headless))).hasSize(100);
        Collected cut = read(Arrays.copyOf(log, EvtxWriter.HEAD + EvtxWriter.CHUNK + 5_000));
        assertThat(events(cut).size()).isBetween(41, 60);
        assertThat(cut.rejects()).hasSize(1);
    }

    @Tag("slow")
    @Test
    void hostileBytesGiveRejectsAndNothingElse() {
        byte[] whole = log(60);
        var random = new Random(20_231_114);
        for (int round = 0; round < 400; round++) {
            byte[] bytes =
                    round % 4 == 0 ? Arrays.copyOf(whole, 4_000 + random.nextInt(whole.length - 4_000)) : whole.clone();
            for (int flips = random.nextInt(60); flips > 0; flips--) {
                // The tail of a chunk is empty; what is read lies in front.
                int chunk = EvtxWriter.HEAD + random.nextInt(2) * EvtxWriter.CHUNK;
                int at = chunk + random.nextInt(round % 2 == 0 ? 3_000 : 30_000);
                if (at < bytes.length) {
                    bytes[at] = (byte) random.nextInt();
                }
            }
            assertThatCode(() -> readOrRefuse(bytes)).as("round " + round).doesNotThrowAnyException();
        }
    }

    private static void readOrRefuse(byte[] bytes) throws Exception {
        try {
            Collected sink = read(bytes);
            assertThat(sink.rejects()).allSatisfy(r -> assertThat(r.place()).startsWith("byte "));
        } catch (ImportRefusedException e) {
            assertThat(e.getMessage()).contains("holds no event that can be read");
        }
    }
}
