package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.service.CaseSession;
import dupin.service.TimelineRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The rows beneath the picture of a timeline: all of them, however many are in sight.
class WindowTimelineTest extends WindowTest {
    @Override
    protected CaseSession openCase() throws Exception {
        return OpenSample.in(data, 0);
    }

    private TableView<TimelineRow> rows() {
        return find(".timeline-page .table-view");
    }

    private Node canvas() {
        return find(".timeline-page .first-focus");
    }

    private boolean filtered() throws Exception {
        return fx(() -> this.<TextField>find(".timeline-page .table-pane .filter").isVisible());
    }

    private int size() throws Exception {
        return fx(() -> rows().getItems().size());
    }

    private @Nullable TimelineRow selected() throws Exception {
        return fx(() -> rows().getSelectionModel().getSelectedItem());
    }

    private Instant time(@Nullable TimelineRow row) {
        return Objects.requireNonNull(Objects.requireNonNull(row).time());
    }

    @Test
    void allRowsInSightAreListedAndOneIsFoundByItsMoment() throws Exception {
        until(() -> view.settled());
        String incident = fx(() -> view.incident());
        fx(() -> {
            view.go().timelineOf(incident);
            return true;
        });
        until(() -> view.go().timelineSettled());
        fx(() -> {
            canvas().requestFocus();
            return true;
        });
        robot.type(KeyCode.F);
        until(() -> rows() != null && size() > 1_000 && rows().getItems().getFirst() != null);
        assertThat(filtered()).as("so many are narrowed in the picture").isFalse();
        int all = size();

        fx(() -> {
            rows().requestFocus();
            rows().getSelectionModel().clearAndSelect(0);
            return true;
        });
        Instant first = time(selected());
        robot.type(KeyCode.END);
        until(() -> selected() != null && fx(() -> rows().getSelectionModel().getSelectedIndex()) == all - 1);
        Instant last = time(selected());
        assertThat(last).isAfter(first);

        robot.clickOn(canvas());
        until(() -> selected() != null && time(selected()).isBefore(last) && time(selected()).isAfter(first));
        TimelineRow there = Objects.requireNonNull(selected());
        fx(() -> {
            canvas().requestFocus();
            return true;
        });
        robot.write("m", 1);
        until(() -> size() < 1_000 && filtered());
        assertThat(
                        fx(() ->
                                rows().getItems().stream()
                                        .allMatch(row ->
                                                Duration.between(time(row), time(there)).abs().toMinutes() <= 5)))
                .isTrue();
    }
}
