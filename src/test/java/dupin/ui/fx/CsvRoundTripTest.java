package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.Window;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CsvRoundTripTest {
    private static final String HARD = "=+-@\t\r\n'\",; aü";

    /// Cells as RFC 4180 reads them.
    private static List<List<String>> read(String csv) {
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    lines.add(List.copyOf(line));
                    line.clear();
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return lines;
    }

    @Test
    void whatIsWrittenIsReadBackAndNoCellIsAFormula() throws Exception {
        var random = new Random(9);
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 2_500; i++) {
            rows.add(List.of(hard(random), hard(random)));
        }
        var first = Columns.<List<String>>text("a", "First", 100, List::getFirst);
        var last = Columns.<List<String>>text("b", "Last, of all", 100, List::getLast);
        var out = new StringWriter();
        int written = CsvExport.write(out, List.of(first, last), Window.of(rows, row -> row));
        List<List<String>> back = read(out.toString());

        assertThat(written).isEqualTo(rows.size());
        assertThat(back.getFirst()).containsExactly("First", "Last, of all");
        assertThat(back.subList(1, back.size())).allMatch(row -> row.stream().allMatch(CsvRoundTripTest::harmless));
        assertThat(back.stream().skip(1).map(row -> row.stream().map(Csv::unguard).toList()).toList()).isEqualTo(rows);
    }

    private static boolean harmless(String cell) {
        return cell.isEmpty() || "=+-@\t\r\n".indexOf(cell.charAt(0)) < 0;
    }

    private static String hard(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(HARD.charAt(random.nextInt(HARD.length())));
        }
        return text.toString();
    }
}
