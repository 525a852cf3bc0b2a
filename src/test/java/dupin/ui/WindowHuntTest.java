package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.hunt.HuntField;
import dupin.service.CaseSession;
import dupin.service.HuntRow;
import dupin.ui.shell.Page;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A hunt through the window: a query is typed and completed, run, its rows are read and an entity is followed.
class WindowHuntTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private void editor() throws Exception {
        until(() -> view.settled());
        fx(() -> {
            workbench.window().go(Page.HUNTING);
            area().requestFocus();
            return true;
        });
    }

    private TextArea area() {
        return find("#hunt-query");
    }

    private TableView<HuntRow> rows() {
        return find(".hunting-page .table-pane .table-view");
    }

    @Test
    void aQueryIsCompletedRunReadAndFollowed() throws Exception {
        editor();
        robot.write("process where comma", 1);
        ListView<?> list = find("#hunt-completions");
        until(list::isVisible);
        robot.type(KeyCode.TAB);
        assertThat(area().getText()).isEqualTo("process where commandLine ");
        robot.write("contains powershell | sort time desc", 1);
        assertThat(area().getText()).isEqualTo("process where commandLine contains powershell | sort time desc");
        key(KeyCode.ENTER);
        until(() -> robot.lookup("#hunt-said").queryLabeled().getText().contains("looked at"));
        assertThat(robot.lookup("#hunt-said").queryLabeled().getText()).doesNotStartWith("0 rows");
        until(() -> rows() != null && !rows().getItems().isEmpty());
        assertThat(rows().getItems())
                .allMatch(row -> row.value(HuntField.COMMAND_LINE).toLowerCase(Locale.ROOT).contains("powershell"));
        assertThat(robot.lookup("#hunt-said").queryLabeled().getText()).contains("looked at");

        fx(() -> {
            rows().requestFocus();
            rows().getSelectionModel().clearAndSelect(0);
            return true;
        });
        robot.type(KeyCode.ENTER);
        until(() -> workbench.window().root().flyout().isOpen());
        until(() -> robot.lookup(".flyout .raw").tryQuery().isPresent());
        robot.clickOn(".flyout .sheet-link");
        until(() -> robot.lookup("#hunt-for").tryQuery().isPresent());
        robot.clickOn("#hunt-for");
        until(() -> area().getText().startsWith("events where "));
        until(() -> robot.lookup("#hunt-said").queryLabeled().getText().contains("looked at"));
        assertThat(rows().getItems()).isNotEmpty();
        assertThat(fx(() -> workbench.window().root().flyout().isOpen())).isFalse();
    }

    @Test
    void allTelemetryIsReadAsItComesIntoView() throws Exception {
        editor();
        fx(() -> {
            view.pages().hunting().hunt("events | sort time desc");
            return true;
        });
        until(() -> find("#hunt-window") != null && first() != null);
        TableView<HuntRow> table = find("#hunt-window");
        int all = fx(() -> table.getItems().size());
        assertThat(all).isGreaterThan(2 * 1_024);
        assertThat(robot.lookup("#hunt-said").queryLabeled().getText()).startsWith("%,d rows fit.".formatted(all));
        HuntRow newest = first();

        fx(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
            return true;
        });
        robot.type(KeyCode.END);
        until(() ->
                table.getSelectionModel().getSelectedItem() != null
                        && table.getSelectionModel().getSelectedIndex() == all - 1);
        HuntRow oldest = fx(() -> table.getSelectionModel().getSelectedItem());
        assertThat(oldest.time()).isBefore(newest.time());
        fx(() -> {
            TableColumn<HuntRow, ?> time = table.getSortOrder().getFirst();
            time.setSortType(TableColumn.SortType.ASCENDING);
            return true;
        });
        until(() -> oldest.equals(first()));
        assertThat(fx(() -> table.getSelectionModel().getSelectedItem())).as("still chosen").isEqualTo(oldest);

        key(KeyCode.A);
        until(() ->
                robot.lookup(".table-tools .caption").queryAllAs(Label.class).stream()
                        .anyMatch(label -> label.getText().startsWith("%,d chosen".formatted(all))));
        robot.clickOn("#hunt-as-timeline");
        until(() -> robot.lookup(".hunt-modes .caption").queryLabeled().getText().startsWith("The first 1,000 of"));
    }

    private @Nullable HuntRow first() throws Exception {
        return fx(() -> {
            List<HuntRow> rows = this.<TableView<HuntRow>>find("#hunt-window").getItems();
            return rows.isEmpty() ? null : rows.getFirst();
        });
    }

    @Test
    void whatIsWrongIsUnderlinedAndSaid() throws Exception {
        editor();
        fx(() -> {
            view.go().search("process where comandLine contains x");
            return true;
        });
        until(() -> robot.lookup(".query-fault").tryQuery().isPresent());
        assertThat(robot.lookup("#hunt-said").queryLabeled().getText()).contains("commandLine");
        key(KeyCode.ENTER);
        assertThat(fx(() -> area().getSelectedText())).isEqualTo("comandLine");
    }

    @Test
    void otherTextIsSearchedForAsWords() throws Exception {
        editor();
        fx(() -> {
            view.go().search("exe");
            return true;
        });
        TableView<?> words = find(".word-results .table-view");
        until(() -> !words.getItems().isEmpty());
        fx(() -> {
            area().requestFocus();
            return true;
        });
        robot.type(KeyCode.ENTER);
        assertThat(fx(words::isFocused)).isTrue();
        robot.type(KeyCode.ENTER);
        until(() -> workbench.window().root().flyout().isOpen());
    }
}
