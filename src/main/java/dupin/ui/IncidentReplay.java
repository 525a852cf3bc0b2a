package dupin.ui;

import dupin.model.row.LogLine;
import dupin.service.IncidentDetails;
import dupin.service.Replay;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Messages;
import dupin.ui.investigation.ReplayBar;
import dupin.ui.investigation.ReplayStop;
import dupin.ui.investigation.ReplayTrack;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/// The replay of an incident under its graph: on one track the whole workspace turns to earlier moments of the case, on the
/// other the graph of today lights what had happened by then. FX thread.
final class IncidentReplay {
    private static final String PAST = "past";

    private final BorderPane workspace;
    private final BorderPane stage;
    private final Viewpoint viewpoint;
    private final Replay replay;
    private final IncidentGraph picture;
    private final Frame frame;
    private final Runnable turned;
    private final ReplayBar bar = new ReplayBar(this::track, this::end);
    private List<LogLine> log = List.of();
    private boolean storyWaits;

    /// @param workspace wears the style class `past` while an earlier moment is shown
    /// @param stage has the bar at its bottom
    /// @param turned told after each turn of the viewpoint
    IncidentReplay(
            BorderPane workspace,
            BorderPane stage,
            Viewpoint viewpoint,
            Replay replay,
            IncidentGraph picture,
            Frame frame,
            Runnable turned) {
        this.workspace = workspace;
        this.stage = stage;
        this.viewpoint = viewpoint;
        this.replay = replay;
        this.picture = picture;
        this.frame = frame;
        this.turned = turned;
    }

    boolean running() {
        return stage.getBottom() != null;
    }

    /// Shows the case as it stood after the line of the log, or after the first one.
    void begin(List<LogLine> lines, @Nullable LogLine from) {
        if (!lines.isEmpty() && !running()) {
            stage.setBottom(bar);
            log = lines;
            journal(from == null ? 0 : Math.max(0, log.indexOf(from)));
        }
    }

    /// The other track begins at its first moment.
    private void track(ReplayTrack track) {
        if (track == ReplayTrack.JOURNAL) {
            journal(0);
        } else if (viewpoint.past()) {
            storyWaits = true;
            present();
        } else {
            story();
        }
    }

    /// The workspace shows these details. The story is told on the graph of today, which may have to come first.
    void shown(IncidentDetails details) {
        if (storyWaits && !viewpoint.past() && details.log().size() >= log.size()) {
            story();
        }
    }

    private void story() {
        storyWaits = false;
        List<ReplayStop> story = picture.story();
        if (story.isEmpty()) {
            frame.toasts().say(Messages.text("replay.noTimes"));
            journal(0);
        } else {
            bar.begin(ReplayTrack.ATTACK, story, 0);
        }
    }

    private void journal(int start) {
        picture.canvas().light(Set.of());
        workspace.getStyleClass().remove(PAST);
        workspace.getStyleClass().add(PAST);
        bar.begin(ReplayTrack.JOURNAL, log.stream().map(this::stop).toList(), start);
    }

    private ReplayStop stop(LogLine line) {
        String words = line.description().isEmpty() ? line.action() : line.action() + ": " + line.description();
        return new ReplayStop(line.timeCreated(), words, () -> seek(line));
    }

    private void seek(LogLine line) {
        storyWaits = false;
        Instant then = line.timeCreated();
        viewpoint.turnTo(replay.at(line.id()), then == null ? frame.clock().instant() : then);
        turned.run();
    }

    /// The case as it is, whatever was shown of its past.
    private void present() {
        workspace.getStyleClass().remove(PAST);
        if (viewpoint.past()) {
            viewpoint.turnToNow();
            frame.flyout().close();
            turned.run();
        }
    }

    /// Back to the case as it is; the bar goes.
    void end() {
        if (!running()) {
            return;
        }
        storyWaits = false;
        bar.pause();
        stage.setBottom(null);
        picture.canvas().light(Set.of());
        present();
        picture.canvas().requestFocus();
        frame.pump()
                .once(
                        () -> {
                            replay.forget();
                            return true;
                        },
                        _ -> {});
    }
}
