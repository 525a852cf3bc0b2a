package dupin.model.row;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// What rows are searched by: texts of neighbours joined, so that a word is looked for in long stretches. One thread at a
/// time writes, and none reads meanwhile.
public final class RowText {
    private static final int ROWS = 128;

    /// Ends every text; no word that is looked for has it.
    private static final char END = '\n';

    private final List<Chunk> chunks = new ArrayList<>();
    private final List<String> last = new ArrayList<>();

    /// @param ends where each text ends
    private record Chunk(String texts, int[] ends) {
        static Chunk of(List<String> rows) {
            var joined = new StringBuilder();
            int[] ends = new int[rows.size()];
            for (int i = 0; i < ends.length; i++) {
                joined.append(rows.get(i)).append(END);
                ends[i] = joined.length();
            }
            return new Chunk(joined.toString(), ends);
        }

        List<String> rows() {
            var rows = new ArrayList<String>(ends.length);
            int start = 0;
            for (int end : ends) {
                rows.add(texts.substring(start, end - 1));
                start = end;
            }
            return rows;
        }

        void find(String word, int first, BitSet found) {
            int row = 0;
            int at = texts.indexOf(word);
            while (at >= 0 && at < texts.length()) {
                while (ends[row] <= at) {
                    row++;
                }
                found.set(first + row);
                at = texts.indexOf(word, ends[row]);
            }
        }
    }

    /// Rows come in order; one that is there is replaced.
    public void set(int row, String text) {
        int chunk = row / ROWS;
        if (chunk < chunks.size()) {
            List<String> rows = chunks.get(chunk).rows();
            rows.set(row % ROWS, text);
            chunks.set(chunk, Chunk.of(rows));
            return;
        }
        if (row % ROWS < last.size()) {
            last.set(row % ROWS, text);
            return;
        }
        last.add(text);
        if (last.size() == ROWS) {
            chunks.add(Chunk.of(last));
            last.clear();
        }
    }

    /// Rows whose text has the word, which stands in lower case as they do.
    public BitSet find(String word) {
        var found = new BitSet();
        for (int i = 0; i < chunks.size(); i++) {
            chunks.get(i).find(word, i * ROWS, found);
        }
        for (int i = 0; i < last.size(); i++) {
            if (last.get(i).contains(word)) {
                found.set(chunks.size() * ROWS + i);
            }
        }
        return found;
    }
}
