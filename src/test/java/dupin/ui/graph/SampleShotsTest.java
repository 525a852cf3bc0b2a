package dupin.ui.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.InvestigationGraph;
import dupin.service.Cases;
import dupin.service.IncidentQuery;
import dupin.service.Progress;
import dupin.service.Sample;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.UiTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shipped samples as pictures, in a pane as large as the workspace gives it.
@Tag("slow")
class SampleShotsTest extends UiTest {
    private GraphCanvas graph;

    @Override
    protected Parent view() {
        graph =
                new GraphCanvas(
                        new ChangePump(
                                Runnable::run,
                                Runnable::run,
                                (_, task) -> task.run(),
                                System::nanoTime,
                                Duration.ZERO,
                                e -> {
                                    throw new IllegalStateException(e);
                                }));
        return new StackPane(graph);
    }

    @Override
    protected double width() {
        return 820;
    }

    @Override
    protected double height() {
        return 480;
    }

    @Test
    void everyIncidentIsAPicture(@TempDir Path folder) throws InterruptedException, IOException {
        for (Sample sample : Sample.all(Path.of("assets", "samples"))) {
            try (var session = new Cases(Clock.systemUTC(), 1).open(folder.resolve(sample.id()), Progress.NONE)) {
                session.imports()
                        .commit(session.imports().plan(sample.files(), Progress.NONE), "analyst", Progress.NONE);
                session.awaitIdle();
                for (var incident : session.desk().incidents(IncidentQuery.ALL)) {
                    InvestigationGraph picture = session.desk().incident(incident.id()).orElseThrow().graph();
                    onFx(() -> {
                        graph.setGraph(picture);
                        graph.layout();
                        graph.fit();
                        graph.layout();
                    });
                    assertThat(graph.getGraph()).isEqualTo(picture);
                    assertThat(shot("sample-" + sample.id() + "-" + incident.id())).isNotEmptyFile();
                    Figures.note(
                            "%s %s: %d marks, %d edges"
                                    .formatted(
                                            sample.id(),
                                            incident.id(),
                                            picture.nodes().size(),
                                            picture.edges().size()));
                }
            }
        }
    }
}
