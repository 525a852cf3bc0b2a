package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

class TablePaneTest extends UiTest {
    private record Row(int id, String name, int count) {}

    @TempDir private Path folder;

    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final List<Integer> told = new ArrayList<>();
    private TablePane<Row> pane;

    @Override
    protected Parent view() {
        var overlay = new Overlay(new javafx.scene.layout.Pane());
        var frame =
                new Frame(
                        ChangePump.onScreen(
                                Runnable::run,
                                e -> {
                                    throw new AssertionError(e);
                                }),
                        dialogs,
                        overlay.toasts(),
                        overlay.flyout(),
                        InstantSource.system());
        pane =
                new TablePane<>(
                        frame,
                        "rows.csv",
                        Row::id,
                        new EmptyState(Icon.FILE, "No file here", ""),
                        Columns.text("name", "Name", 200, Row::name),
                        Columns.number("count", "Count", 80, Row::count));
        pane.onSelect(row -> told.add(row.id()));
        pane.show(rows(5_000, 0));
        return pane;
    }

    private static List<Row> rows(int n, int count) {
        return IntStream.range(0, n).mapToObj(i -> new Row(i, "file-" + i, count)).toList();
    }

    private static int top(TableView<?> table) {
        return Scrolls.of(table).first();
    }

    @Test
    void aRefreshKeepsSelectionAndScrollAndTellsNobody() {
        onFx(() -> pane.table().scrollTo(3_000));
        onFx(() -> pane.table().getSelectionModel().clearAndSelect(3_004));
        int before = fx(() -> top(pane.table()));
        assertThat(told).containsExactly(3_004);
        long start = System.nanoTime();
        onFx(() -> pane.show(rows(5_000, 7)));
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(fx(() -> top(pane.table()))).isEqualTo(before);
        assertThat(pane.table().getSelectionModel().getSelectedItems()).containsExactly(new Row(3_004, "file-3004", 7));
        assertThat(told).containsExactly(3_004);
        assertThat(millis).as("milliseconds for 5,000 rows").isLessThan(1_000);
    }

    @Test
    void theOrderStaysWhenRowsAreRefreshedAndASecondClickTurnsItAround() {
        robot().clickOn("Name");
        assertThat(pane.table().getItems().get(1).name()).isEqualTo("file-1");
        assertThat(pane.table().getSortOrder()).extracting(c -> c.getId()).containsExactly("name");
        robot().clickOn("Name");
        assertThat(pane.table().getItems().getFirst().name()).isEqualTo("file-999");
        onFx(() -> pane.show(rows(4_000, 1)));
        assertThat(pane.table().getItems().getFirst()).isEqualTo(new Row(999, "file-999", 1));
        assertThat(pane.table().getSortOrder()).extracting(c -> c.getId()).containsExactly("name");
    }

    @Test
    void aFilterThatHidesAllSaysSoAndARowThatIsAskedForComesBack() {
        onFx(pane.table()::requestFocus);
        robot().write("/");
        robot().write("nothing");
        assertThat(robot().lookup("No row matches the filter").tryQuery()).isPresent();
        assertThat(robot().lookup("0 of 5,000 rows").tryQuery()).isPresent();
        assertThat(fx(() -> pane.select(77))).isTrue();
        assertThat(pane.table().getSelectionModel().getSelectedItem().id()).isEqualTo(77);
        assertThat(told).as("not the user's choice").isEmpty();
        robot().push(KeyCode.ESCAPE);
    }

    @Test
    void whatIsShownIsWrittenAsCsv() throws Exception {
        Path file = folder.resolve("out.csv");
        dialogs.files(file);
        onFx(() -> {
            pane.show(List.of(new Row(1, "=cmd", 2), new Row(2, "plain", 3)));
        });
        robot().clickOn(robot().from(pane).lookup(".button.quiet").queryButton());
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> Files.exists(file) && Files.size(file) > 0);
        assertThat(Files.readString(file)).isEqualTo("Name,Count\r\n'=cmd,2\r\nplain,3\r\n");
    }
}
