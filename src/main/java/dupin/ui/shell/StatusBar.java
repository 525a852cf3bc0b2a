package dupin.ui.shell;

import dupin.service.CaseStatus;
import dupin.service.Job;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What the case holds and what is under way; long works can be cancelled here. FX thread.
final class StatusBar extends HBox {
    private final Label counts = new Label();
    private final Label running = new Label("", Icon.RUNNING.node("icon-small"));
    private final Hyperlink failed = new Hyperlink();
    private final ProgressBar progress = new ProgressBar();
    private final Label work = new Label();
    private final Button cancel = new Button("", Icon.CLOSE.node("icon-small"));
    private final MenuButton others = new MenuButton();
    private final NoticeBell bell = new NoticeBell();
    private @Nullable Job shown;

    StatusBar(Commands commands) {
        getStyleClass().add("status-bar");
        counts.setMinWidth(0);
        running.getStyleClass().add("state-running");
        running.setMinWidth(Region.USE_PREF_SIZE);
        failed.getStyleClass().add("danger-text");
        failed.setMinWidth(Region.USE_PREF_SIZE);
        failed.setOnAction(_ -> commands.failed());
        progress.setPrefWidth(140);
        progress.setMinWidth(60);
        work.setMinWidth(40);
        work.setMaxWidth(360);
        cancel.getStyleClass().add("quiet");
        cancel.setAccessibleText(Messages.text("shell.cancelJob"));
        cancel.setTooltip(new Tooltip(Messages.text("shell.cancelJob")));
        cancel.setOnAction(_ -> {
            if (shown != null) {
                shown.cancel();
            }
        });
        others.getStyleClass().add("quiet");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var zone = new Label(Messages.text("shell.zone"));
        zone.setTooltip(new Tooltip(Messages.text("shell.zoneHelp")));
        zone.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(counts, running, failed, space, work, progress, cancel, others, bell, zone);
        noCase();
        jobs(List.of());
    }

    void noCase() {
        counts.setText(Messages.text("shell.noCase"));
        show(running, false);
        show(failed, false);
        bell.clear();
    }

    void tell(List<NoticeBell.Notice> notices) {
        bell.tell(notices);
    }

    void show(CaseStatus status) {
        counts.setText(
                Messages.text("shell.counts", status.entries(), status.incidents(), status.alerts(), status.events()));
        running.setText(Messages.text("shell.investigating", status.running(), status.queued()));
        show(running, status.running() + status.queued() > 0);
        failed.setText(Messages.text("shell.failed", status.failedInvestigations()));
        show(failed, status.failedInvestigations() > 0);
    }

    void jobs(List<Job> jobs) {
        Job job = jobs.isEmpty() ? null : jobs.getFirst();
        shown = job;
        show(work, job != null);
        show(progress, job != null);
        show(cancel, job != null);
        show(others, jobs.size() > 1);
        if (job != null) {
            Job.Reading reading = job.reading();
            String what =
                    reading.what().isEmpty() ? job.title() : Messages.text("shell.job", job.title(), reading.what());
            work.setText(job.cancelled() ? Messages.text("shell.cancelling", job.title()) : Elide.oneLine(what));
            progress.setProgress(reading.fraction());
            progress.setAccessibleText(work.getText());
        }
        others.setText(Messages.text("shell.moreJobs", Math.max(0, jobs.size() - 1)));
        others.getItems().setAll(jobs.stream().skip(1).map(StatusBar::item).toList());
    }

    private static MenuItem item(Job job) {
        var item = new MenuItem(Messages.text("shell.cancelNamed", job.title()), Icon.CLOSE.node("icon-small"));
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> job.cancel());
        return item;
    }

    private static void show(javafx.scene.Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }
}
