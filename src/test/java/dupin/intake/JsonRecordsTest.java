package dupin.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Imported;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest {
    private final Collected sink = new Collected();
    private final List<String> ids = new ArrayList<>();
    private final List<Long> rows = new ArrayList<>();

    private void read(String text) throws IOException, ImportRefusedException {
        read(Texts.of(text));
    }

    private void read(Source source) throws IOException, ImportRefusedException {
        JsonRecords.read(
                source,
                sink,
                record -> {
                    ids.add(record.fields().text("id"));
                    rows.add(record.index());
                    return List.of();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1}\n{\"id\":2}\n{\"id\":3}",
                "{\"id\":1}\r\n\r\n{\"id\":2}\r\n{\"id\":3},\r\n",
                "[{\"id\":1},{\"id\":2},{\"id\":3}]",
                "[\n{\"id\":1},\n{\"id\":2},\n{\"id\":3},\n]",
                "{\"@odata.context\":\"x\",\"value\":[{\"id\":1},{\"id\":2},{\"id\":3},],\"@odata.nextLink\":\"y\"}",
                "{\"records\":[{\"id\":1},{\"id\":2},{\"id\":3}]}",
                "{\"schema\":[{\"name\":\"id\"}],\"results\":[{\"id\":1},{\"id\":2},{\"id\":3}]}",
                "{\"Stats\":{},\"Schema\":[],\"Results\":[{\"id\":1},{\"id\":2},{\"id\":3}]}",
                "{\"count\":3,\"alerts\":[{\"id\":1},{\"id\":2},{\"id\":3}]}",
                "{\"incidents\":[{\"id\":1},{\"id\":2},{\"id\":3}]}",
                "{\n \"id\": 1\n}\n{\n \"id\": 2\n}\n{\"id\":3}",
                "{\"id\":1}{\"id\":2} {\"id\":3}",
                "\uFEFF[{\"id\":1},{\"id\":2},{\"id\":3}]",
                "\uFEFF{\"id\":1}\n{\"id\":2}\n{\"id\":3}",
                "{\"records\":[{\"id\":1},{\"id\":2}]}\n{\"records\":[{\"id\":3}]}\n",
                "[\"{\\\"id\\\":1}\",{\"id\":2},{\"id\":3}]",
                "\u001E{\"id\":1}\n\u001E{\"id\":2}\n\u001E{\"id\":3}\n"
            })
    void everyWrappingGivesTheSameRecords(String text) throws Exception {
        read(text);
        assertThat(ids).containsExactly("1", "2", "3");
        assertThat(rows).containsExactly(0L, 1L, 2L);
        assertThat(sink.rejects()).isEmpty();
    }

    @Test
    void fieldsBehindALongListAreNotTakenForPartOfARecord() throws Exception {
        String record = "{\"id\":1,\"text\":\"" + "x".repeat(1_000_000) + "\"},";
        read("{\"value\":[" + record.repeat(70) + "{\"id\":2}],\"@odata.nextLink\":\"y\",\"more\":{\"a\":[1]}}");
        assertThat(ids).hasSize(71).endsWith("2");
        assertThat(sink.rejects()).isEmpty();
    }

    @Test
    void anIncidentWhoseAlertsStandFirstIsARecord() throws Exception {
        read("{\"alerts\":[{\"id\":\"a\"}],\"id\":\"i\",\"severity\":\"low\"}");
        assertThat(ids).containsExactly("i");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void readsWideText(String charset) throws Exception {
        for (String mark : List.of("", "\uFEFF")) {
            read(new Texts("wide.json", (mark + "{\"id\":\"a😀\"}\n{\"id\":2}\n").getBytes(charset)));
        }
        assertThat(ids).containsExactly("a😀", "2", "a😀", "2");
    }

    @Test
    void anObjectThatNamesItselfIsARecordThoughItHoldsAList() throws Exception {
        read("{\"id\":\"i\",\"value\":[{\"id\":\"no\"}]}");
        assertThat(ids).containsExactly("i");
    }

    @Test
    void aMalformedLineIsRejectedAndTheNextIsRead() throws Exception {
        read("{\"id\":1}\n{\"id\":oops}\n{\"id\":3}\n{\"id\":4\n{\"id\":5}\n");
        assertThat(ids).containsExactly("1", "3", "5");
        assertThat(rows).containsExactly(0L, 2L, 4L);
        assertThat(sink.rejects()).extracting(Imported.Rejected::place).containsExactly("line 2", "line 4");
        assertThat(sink.rejects().getFirst().offset()).isEqualTo(9);
        assertThat(sink.rejects().getFirst().reason()).startsWith("The line is not valid JSON: ").contains("oops");
    }

    @Test
    void aMalformedFirstLineIsRejectedToo() throws Exception {
        read("\"tail of a line\"}\n{\"id\":2}\n{\"id\":3}\n");
        assertThat(ids).containsExactly("2", "3");
        assertThat(sink.rejects()).extracting(Imported.Rejected::place).containsExactly("line 1");
    }

    @Test
    void malformedJsonInAListEndsTheFileAndKeepsWhatCameBefore() throws Exception {
        read("{\"value\":[{\"id\":1},\n{\"id\":2},\n{\"id\":}]}");
        assertThat(ids).containsExactly("1", "2");
        assertThat(sink.rejects())
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.place()).startsWith("line 3, column ");
                    assertThat(reject.offset()).isBetween(30L, 45L);
                    assertThat(reject.reason()).contains("The 2 records before it were kept");
                });
    }

    @Test
    void aFileWithoutOneReadableRecordIsRefused() {
        assertThatThrownBy(() -> read("{\"id\":"))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageStartingWith("test.json holds no record");
        assertThatThrownBy(() -> read("{\"id\":x}\n{\"id\":y}\n"))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void aDeepRecordIsRejectedInLinesAndEndsAList() throws Exception {
        String deep = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
        read("{\"id\":1}\n" + deep + "\n{\"id\":3}\n");
        assertThat(ids).containsExactly("1", "3");
        assertThat(sink.rejects()).singleElement().satisfies(reject -> assertThat(reject.reason()).contains("depth"));
        read("[{\"id\":4}," + deep + ",{\"id\":6}]");
        assertThat(ids).containsExactly("1", "3", "4");
        assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(ImportRefusedException.class);
    }

    @Test
    void aStringOfFiftyMegabytesIsRejected() throws Exception {
        byte[] text =
                ("{\"id\":1}\n{\"id\":\"" + "x".repeat(50_000_000) + "\"}\n{\"id\":3}\n")
                        .getBytes(StandardCharsets.US_ASCII);
        read(new Texts("long.json", text));
        assertThat(ids).containsExactly("1", "3");
        assertThat(sink.rejects()).singleElement().satisfies(reject -> assertThat(reject.reason()).contains("length"));
    }

    @Test
    void aLineWithoutEndIsSkipped() throws Exception {
        String text = "{\"id\":1}\n{\"id\":2}\n{\"id\":\"" + "x".repeat(70_000_000) + "\"}\n{\"id\":4}\n";
        read(new Texts("endless.json", text.getBytes(StandardCharsets.US_ASCII)));
        assertThat(ids).containsExactly("1", "2", "4");
        assertThat(sink.rejects()).extracting(Imported.Rejected::place).containsExactly("line 3");
    }

    @Test
    void aRecordOfTooManyValuesIsLeftOutAndTheNextIsRead() throws Exception {
        read("[{\"id\":1},{\"a\":[" + "[1,2],".repeat(Json.MAX_RECORD_NODES / 3 + 1) + "0]},{\"id\":3}]");
        assertThat(ids).containsExactly("1", "3");
        assertThat(sink.rejects())
                .singleElement()
                .satisfies(reject -> {
                    assertThat(reject.place()).isEqualTo("record 2");
                    assertThat(reject.reason()).contains("more than");
                });
    }

    @Test
    void aReaderThatStumblesRejectsItsRecordOnly() throws Exception {
        JsonRecords.read(
                Texts.of("[{\"id\":1},{\"id\":2},{\"id\":3}]"),
                sink,
                record -> {
                    if (record.index() == 0) {
                        throw new BadRecordException("No.");
                    }
                    if (record.index() == 1) {
                        throw new IndexOutOfBoundsException();
                    }
                    return List.of(new Imported.Rejected(0, "x", "read"));
                });
        assertThat(sink.rejects())
                .extracting(Imported.Rejected::reason)
                .containsExactly("No.", "The record is not in the expected shape (IndexOutOfBoundsException).", "read");
    }

    @Test
    void cancellationAndFaultsOfTheSinkPassThrough() {
        var cancelled =
                new Sink() {
                    @Override
                    public void accept(Imported record) {
                        throw new IllegalStateException("store is gone");
                    }

                    @Override
                    public void progress(long bytesRead) {
                        throw new CancellationException();
                    }
                };
        assertThatThrownBy(() -> JsonRecords.read(Texts.of("{\"id\":1}"), cancelled, _ -> List.of()))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() ->
                        JsonRecords.read(
                                Texts.of("{\"id\":1}"), cancelled, _ -> List.of(new Imported.Rejected(0, "", ""))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theFirstOfTwoPropertiesOfOneNameStays() throws Exception {
        read("{\"id\":null,\"id\":\"first\",\"id\":{\"x\":[1,2]}}");
        assertThat(ids).containsExactly("first");
    }
}
