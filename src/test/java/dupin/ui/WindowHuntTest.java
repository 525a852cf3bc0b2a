package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.ui.shell.Page;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
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
            workbench.window().go(Page.SEARCH);
            area().requestFocus();
            return true;
        });
    }

    private TextArea area() {
        return find("#hunt-query");
    }

    @Test
    void whatIsWrongIsUnderlinedAndSaid() throws Exception {
        editor();
        fx(() -> {
            view.search("process where comandLine contains x");
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
            view.search("exe");
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
