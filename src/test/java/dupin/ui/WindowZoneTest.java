package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.ui.fx.Times;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Every time on the screen is in the zone of the settings and says so.
class WindowZoneTest extends WindowTest {
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[ T]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)? ?(\\S*)");

    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    @AfterEach
    void inUtcAgain() {
        Times.show(ZoneOffset.UTC);
    }

    /// The zones behind all times that the case's pages write now.
    private List<String> zones() {
        return fx(() ->
                Stream.of(".label", ".table-cell", ".badge")
                        .flatMap(kind -> scene.getRoot().lookupAll(".pages " + kind).stream())
                        .filter(Labeled.class::isInstance)
                        .map(node -> ((Labeled) node).getText())
                        .filter(text -> text != null && !text.startsWith("Now: "))
                        .flatMap(text -> TIME.matcher(text).results())
                        .map(found -> found.group(3))
                        .toList());
    }

    @Test
    void anotherZoneReachesEveryPageAtOnce() throws Exception {
        key(KeyCode.DIGIT2);
        until(() -> workbench.settled() && !zones().isEmpty());
        assertThat(zones()).containsOnly("Z");
        String incident = fx(() -> workbench.caseView().incident());
        robot.clickOn("#page-settings");
        ComboBox<String> zone = find("#zone");
        robot.clickOn(zone.getEditor()).eraseText(3).write("Mars/Base", 1);
        assertThat(((Labeled) find("#zone-now")).getText()).contains("no time zone Mars/Base");
        fx(() -> {
            zone.getEditor().setText("Asia/Kolkata");
            return true;
        });
        assertThat(((Labeled) find("#zone-now")).getText()).endsWith("+05:30");
        assertThat(workbench.preferences().get().zone()).as("a preview applies nothing").isEqualTo("UTC");
        robot.type(KeyCode.ENTER);
        until(() -> workbench.preferences().get().zone().equals("Asia/Kolkata"));
        view = workbench.caseView();
        key(KeyCode.DIGIT2);
        until(() -> workbench.settled() && zones().size() > 1);
        assertThat(zones()).containsOnly("+05:30");
        assertThat(fx(() -> workbench.caseView().incident())).isEqualTo(incident);
    }
}
