package dupin.model.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RowIndexTest {
    private record Row(int id, String name, long size) {}

    private final List<Row> rows = rows(3_000);
    private final RowIndex<Row> index = new RowIndex<>(rows);

    private static List<Row> rows(int count) {
        var random = new Random(5);
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(i, "Name " + random.nextInt(70) + "\n" + i % 17, random.nextLong()))
                .toList();
    }

    private static RowIndex.Key<Row> name(boolean ascending) {
        return new RowIndex.Key<>(
                "name", list -> RowIndex.places(list, Row::name, String.CASE_INSENSITIVE_ORDER), ascending);
    }

    private static RowIndex.Key<Row> size(boolean ascending) {
        return new RowIndex.Key<>("size", list -> list.stream().mapToLong(Row::size).toArray(), ascending);
    }

    private List<Row> found(int[] order) {
        return Arrays.stream(order).mapToObj(rows::get).toList();
    }

    @Test
    void ordersAsAListWould() {
        Comparator<Row> byName = Comparator.comparing(Row::name, String.CASE_INSENSITIVE_ORDER);
        Comparator<Row> bySize = Comparator.comparingLong(Row::size);
        assertThat(found(index.find(List.of(), Row::name, 1, null, List.of(name(true), size(false)))))
                .isEqualTo(sorted(byName.thenComparing(bySize.reversed())));
        assertThat(found(index.find(List.of(), Row::name, 1, null, List.of(size(true))))).isEqualTo(sorted(bySize));
        assertThat(found(index.find(List.of(), Row::name, 1, null, List.of(name(false)))))
                .isEqualTo(sorted(byName.reversed()));
    }

    private List<Row> sorted(Comparator<Row> order) {
        return rows.stream().sorted(order).toList();
    }

    @Test
    void findsWhatAScanWould() {
        for (String word : List.of("name 7", "name", "16", "6", "nothing")) {
            List<Row> expected =
                    rows.stream()
                            .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(word) && row.id() % 3 != 0)
                            .toList();
            assertThat(found(index.find(List.of(word), Row::name, 1, row -> row.id() % 3 != 0, List.of())))
                    .as(word)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aTextThatIsReplacedIsFoundAndTheOldOneNot() {
        var text = new RowText();
        var plain = new ArrayList<String>();
        var random = new Random(3);
        for (int i = 0; i < 700; i++) {
            plain.add("row " + random.nextInt(90));
            text.set(i, plain.get(i));
        }
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(plain.size());
            plain.set(at, "new " + random.nextInt(90) + " ü");
            text.set(at, plain.get(at));
        }
        for (String word : List.of("new 4", "row 4", "ü", "")) {
            assertThat(text.find(word).stream().boxed().toList())
                    .isEqualTo(
                            IntStream.range(0, plain.size()).filter(i -> plain.get(i).contains(word)).boxed().toList());
        }
    }

    @Test
    void stretchesThatAreInOrderAreMergedAndEqualRowsKeepTheirOrder() {
        var random = new Random(5);
        for (int stretches : new int[] {0, 1, 2, 3, 7, 64}) {
            int[] values = new int[stretches * 20];
            for (int i = 0; i < values.length; i++) {
                values[i] = i % 20 == 0 ? random.nextInt(5) : values[i - 1] + random.nextInt(3);
            }
            List<Integer> expected =
                    IntStream.range(0, values.length)
                            .boxed()
                            .sorted(Comparator.comparingInt(row -> values[row]))
                            .toList();
            int[] rows = IntStream.range(0, values.length).toArray();
            assertThat(RowSort.by(rows, (a, b) -> Integer.compare(values[a], values[b])))
                    .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
        }
    }

    @Test
    void keysOfAllSizesAreInOrder() {
        long[] keys = {5, Long.MIN_VALUE, -1, Long.MAX_VALUE, 0, -1, 1L << 40};
        int[] order = RowSort.byKeys(new int[] {0, 1, 2, 3, 4, 5, 6}, keys);
        assertThat(order).containsExactly(1, 2, 5, 4, 0, 6, 3);
    }
}
