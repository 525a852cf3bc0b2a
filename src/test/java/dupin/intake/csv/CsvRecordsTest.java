package dupin.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvRecordsTest {

    private record Read(Columns columns, List<List<String>> rows, List<String> problems, List<Long> lines) {}

    private static Read read(String text) throws IOException {
        return read(text, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Read read(String text, InputStream in) throws IOException {
        var rows = new ArrayList<List<String>>();
        var problems = new ArrayList<String>();
        var lines = new ArrayList<Long>();
        try (var records = new CsvRecords(in, CsvDialect.of(text, name -> false))) {
            while (records.next()) {
                lines.add(records.line());
                if (!records.problem().isEmpty()) {
                    problems.add(records.problem());
                    continue;
                }
                var cells = new ArrayList<String>();
                for (int i = 0; i < records.columns().size(); i++) {
                    cells.add(records.text(i));
                }
                rows.add(cells);
            }
            return new Read(records.columns(), rows, problems, lines);
        }
    }

    /// Hands out one byte at a time, so that every cut between two reads occurs.
    private static InputStream slowly(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(1, length));
            }
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|", "❖", "^", "~", "\u0001", "\u001F", "😀"})
    void anyCharacterMaySeparate(String delimiter) throws IOException {
        String text = "A;Name;B\n1;\"x;\"\"y\"\"\n z\";é\n;;\n".replace(";", delimiter);
        for (Read read : List.of(read(text), read(text, slowly(text)))) {
            assertThat(read.columns().names()).containsExactly("A", "Name", "B");
            assertThat(read.rows())
                    .containsExactly(List.of("1", "x" + delimiter + "\"y\"\n z", "é"), List.of("", "", ""));
            assertThat(read.lines()).containsExactly(2L, 4L);
            assertThat(read.problems()).isEmpty();
        }
    }

    @Test
    void lineEndsOfEverySystemAndNoneAtTheEnd() throws IOException {
        assertThat(read("A,B\r\n1,2\r\n\r\n3,4").rows()).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(read("A,B\r1,2\r3,4\r").rows()).containsExactly(List.of("1", "2"), List.of("3", "4"));
        assertThat(read("\n\nA,B\n1,\n").rows()).containsExactly(List.of("1", ""));
    }

    @Test
    void aQuoteInsideAnUnquotedCellIsTextAndBlanksAroundQuotesAreNone() throws IOException {
        assertThat(read("A,B\ncmd \"x\" /c, \"a,b\" \n").rows()).containsExactly(List.of("cmd \"x\" /c", "a,b"));
    }

    @Test
    void linesThatDescribeTheFileAreSkipped() throws IOException {
        assertThat(read("sep=;\nA;B\n1,5;2\n").rows()).containsExactly(List.of("1,5", "2"));
        assertThat(read("#TYPE System.Object\n\"A\",\"B\"\n\"1\",\"2\"\n").columns().names()).containsExactly("A", "B");
    }

    @Test
    void badRowsAreToldByLineAndDoNotSwallowTheirNeighbours() throws IOException {
        Read read = read("A,B\n1\n2,3\n\"4\"x,5\n6,7,8\n\"open,9\n10,11\n");
        assertThat(read.problems())
                .containsExactly(
                        "it has 1 cell where the header has 2",
                        "text follows a closing quote in its cell 1",
                        "it has 3 cells where the header has 2",
                        "a quote is opened in it and never closed");
        assertThat(read.rows()).containsExactly(List.of("2", "3"), List.of("10", "11"));
        assertThat(read.lines()).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    void theRowAsItStoodAndItsNumber() throws IOException {
        String text = "A,B\n\"x\ny\",2\r\nz,3\n";
        try (var records = new CsvRecords(slowly(text), CsvDialect.of(text, name -> false))) {
            assertThat(records.next()).isTrue();
            assertThat(records.raw()).isEqualTo("\"x\ny\",2");
            assertThat(records.record()).isZero();
            assertThat(records.offset()).isEqualTo(4);
            assertThat(records.next()).isTrue();
            assertThat(records.raw()).isEqualTo("z,3");
            assertThat(records.record()).isEqualTo(1);
            assertThat(records.line()).isEqualTo(4);
            assertThat(records.offset()).isEqualTo(13);
            assertThat(records.text(-1)).isEmpty();
            assertThat(records.text(7)).isEmpty();
            assertThat(records.next()).isFalse();
        }
    }

    @Test
    void rowsAndColumnsBeyondTheBoundsAreBadOrLeftOut() throws IOException {
        String huge = "x".repeat(CsvRecords.MAX_ROW + 10);
        Read long1 = read("A,B\n" + huge + ",1\n2,3\n");
        assertThat(long1.problems()).singleElement().asString().contains("longer than");
        assertThat(long1.rows()).containsExactly(List.of("2", "3"));
        String cell = "y".repeat(CsvRecords.MAX_CELL + 1);
        Read long2 = read("A,B\n1," + cell + "\n2,3\n");
        assertThat(long2.problems()).singleElement().asString().contains("column B");
        assertThat(long2.rows()).containsExactly(List.of("2", "3"));
        Read wide = read("A,B\n" + ",".repeat(CsvRecords.MAX_COLUMNS) + "\n2,3\n");
        assertThat(wide.problems()).singleElement().asString().contains("more than");
        assertThat(wide.rows()).containsExactly(List.of("2", "3"));
        Read open = read("A,B\n\"" + "z\n".repeat(CsvRecords.MAX_ROW / 2 + 10) + "2,3\n");
        assertThat(open.problems().getFirst()).contains("longer than");
        assertThat(open.rows()).containsExactly(List.of("2", "3"));
    }

    @Test
    void manyColumnsAreRead() throws IOException {
        var header = new StringBuilder("C0");
        var row = new StringBuilder("0");
        for (int i = 1; i < 500; i++) {
            header.append(",C").append(i);
            row.append(',').append(i);
        }
        Read read = read(header + "\n" + row + "\n", slowly(header + "\n" + row + "\n"));
        assertThat(read.rows().getFirst()).hasSize(500).endsWith("499");
    }

    @Test
    void theDelimiterOfKnownNamesWinsOverTheMoreFrequent() {
        String header = "Timestamp;Device, a, b, c;FileName";
        assertThat(CsvDialect.of(header, List.of("Timestamp", "FileName")::contains).delimiter()).isEqualTo(';');
        assertThat(CsvDialect.of("A|B|C", name -> false).delimiter()).isEqualTo('|');
        assertThat(CsvDialect.of("OnlyOne", name -> false).delimiter()).isEqualTo(',');
    }

    @Test
    void columnsAreFoundWhateverTheirSpelling() {
        var columns = new Columns(List.of("\u200BTimestamp [UTC]", "Device Name", "SHA1", "sha1", "Count (UTC+2)"));
        assertThat(columns.of("timestamp")).isZero();
        assertThat(columns.of("DeviceName")).isEqualTo(1);
        assertThat(columns.of("Sha1")).isEqualTo(2);
        assertThat(columns.of("Count")).isEqualTo(4);
        assertThat(columns.of("Absent", "SHA1")).isEqualTo(2);
        assertThat(columns.of("Absent")).isEqualTo(-1);
    }
}
