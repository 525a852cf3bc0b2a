package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.Window;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WindowedTableTest extends UiTest {
    private static final int MANY = 1_000_000;

    /// What the background would do; done when the test says so.
    private final ArrayDeque<Runnable> background = new ArrayDeque<>();

    private final List<String> read = new ArrayList<>();
    private final List<Integer> told = new ArrayList<>();
    private TableView<Integer> table;
    private WindowedTable<Integer> windowed;

    /// A million numbers, none of which is at hand.
    private final class Numbers implements Window<Integer> {
        @Override
        public int size() {
            return MANY;
        }

        @Override
        public List<@Nullable Integer> rows(int from, int to) {
            read.add(from + "-" + to);
            return List.copyOf(IntStream.range(from, to).boxed().toList());
        }

        @Override
        public int[] places(Collection<?> ids) {
            return ids.stream().mapToInt(id -> (Integer) id).sorted().toArray();
        }
    }

    @Override
    protected Parent view() {
        var pump =
                new ChangePump(
                        background::add,
                        Runnable::run,
                        (_, task) -> task.run(),
                        System::nanoTime,
                        Duration.ZERO,
                        e -> {
                            throw new AssertionError(e);
                        });
        table = Tables.of(new Pane(), Columns.number("n", "Number", 120, n -> n));
        windowed = new WindowedTable<>(table, pump, n -> n);
        windowed.onSelect(told::add);
        windowed.show(new Numbers());
        work();
        return table;
    }

    private void work() {
        while (!background.isEmpty()) {
            background.poll().run();
        }
    }

    private String text(int place) {
        return robot().from(table).lookup(".table-row-cell").queryAll().stream()
                .map(javafx.scene.control.TableRow.class::cast)
                .filter(row -> row.getIndex() == place)
                .map(row -> ((javafx.scene.control.TableCell<?, ?>) row.getChildrenUnmodifiable().getFirst()).getText())
                .findFirst()
                .orElse("none");
    }

    @Test
    void anAnswerThatComesAfterAnotherQuestionIsNotShown() throws Exception {
        fx(() -> {
            windowed.show(new Numbers(), 500_000);
            windowed.show(Window.of(List.of(7, 8), n -> n));
            work();
            return true;
        });
        assertThat(table.getItems()).containsExactly(7, 8);
        fx(() -> {
            windowed.show(Window.of(List.of(9), n -> n));
            windowed.show(new Numbers(), 500_000);
            work();
            return true;
        });
        assertThat(table.getItems()).hasSize(MANY);
        assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo(500_000);
        assertThat(told).as("nobody has moved there").isEmpty();
        fx(() -> {
            windowed.begin(new Numbers());
            work();
            return true;
        });
        assertThat(table.getSelectionModel().getSelectedItem()).isNull();
        assertThat(Scrolls.of(table).first()).isZero();
    }

    @Test
    void placeholdersStandUntilThePageComesAndOnlySeenPagesAreRead() {
        onFx(this::work);
        assertThat(text(3)).isEqualTo("3");
        onFx(() -> table.scrollTo(500_000));
        assertThat(text(500_003)).as("not read yet").isEmpty();
        onFx(this::work);
        assertThat(text(500_003)).isEqualTo("500,003");
        for (int i = 0; i < 40; i++) {
            int to = i * 20_000;
            onFx(() -> table.scrollTo(to));
        }
        read.clear();
        onFx(this::work);
        assertThat(read).as("pages that were only passed are not read").hasSizeLessThan(8);
        assertThat(text(780_003)).isEqualTo("780,003");
    }

    @Test
    void allAreChosenAtOnceAsAFrozenSet() {
        onFx(table::requestFocus);
        onFx(() -> table.getSelectionModel().clearAndSelect(7));
        robot().push(KeyCode.CONTROL, KeyCode.A);
        assertThat(windowed.chosen().size()).isEqualTo(MANY);
        assertThat(table.getSelectionModel().getSelectedIndices()).isEmpty();
        var seen = new int[1];
        windowed.chosen().each(page -> seen[0] += page.size());
        assertThat(seen[0]).isEqualTo(MANY);
        onFx(() -> table.getSelectionModel().clearAndSelect(9));
        assertThat(windowed.chosen().size()).isEqualTo(1);
    }

    @Test
    void aNewerWindowKeepsSelectionAndScrollAndTellsNobody() {
        onFx(() -> table.scrollTo(400_000));
        onFx(this::work);
        onFx(() -> table.getSelectionModel().clearAndSelect(400_004));
        int before = fx(() -> Scrolls.of(table).first());
        onFx(() -> {
            windowed.show(new Numbers());
            work();
        });
        assertThat(fx(() -> Scrolls.of(table).first())).isEqualTo(before);
        assertThat(table.getSelectionModel().getSelectedItems()).containsExactly(400_004);
        assertThat(told).containsExactly(400_004);
        assertThat(text(400_004)).isEqualTo("400,004");
    }
}
