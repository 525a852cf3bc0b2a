package dupin.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Content;
import dupin.model.Entity;
import dupin.model.Indicator;
import dupin.service.Arming;
import dupin.service.ResponderProfile;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.ScriptedDialogs;
import dupin.ui.fx.UiTest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// Tabs of the Policies page by themselves.
class SectionsTest extends UiTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2019-03-02T09:00:00Z"));

    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private BorderPane root;
    private Frame frame;

    @Override
    protected Parent view() {
        root = new BorderPane();
        var overlay = new Overlay(root);
        frame =
                new Frame(
                        ChangePump.onScreen(workers, faults::add),
                        new ScriptedDialogs(),
                        overlay.toasts(),
                        overlay.flyout(),
                        CLOCK);
        return overlay;
    }

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    @Test
    void whetherAnEntryHasExpiredIsAskedOfTheClockOfTheCase() {
        var key = Entity.IpAddress.of("203.0.113.9").key();
        var later = new Indicator(key, Indicator.Action.ALLOW, "ours", Instant.parse("2019-06-01T00:00:00Z"));
        var model = new PolicyModel(Content.shipped().policy().withIndicators(List.of(later)));
        onFx(() -> root.setCenter(new ListsSection(model, CLOCK)));
        assertThat(robot().lookup("2019-05-31").queryAll()).as("long ago today, not yet in the case").isNotEmpty();
    }

    @Test
    void aTestThatFailsUnexpectedlyEndsAndIsToldToTheWindow() throws Exception {
        var section = fx(() -> new RespondersSection(new Broken(), () -> {}, () -> {}, frame));
        onFx(() -> root.setCenter(section));
        TableView<?> profiles = robot().lookup("#responder-profiles").query();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !profiles.getItems().isEmpty());
        onFx(() -> profiles.getSelectionModel().select(0));
        robot().clickOn("#responder-test");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> !faults.isEmpty());
        assertThat(faults).hasOnlyElementsOfType(IllegalStateException.class);
        assertThat(((Labeled) robot().lookup("#responder-answer").query()).getText()).isEmpty();
    }

    private static final class Broken implements ResponderDeeds {
        @Override
        public Known responders() {
            var profile =
                    new ResponderProfile("Night shift", ResponderProfile.Kind.RUNBOOK, Map.of("folder", "/nowhere"));
            return new Known(new Arming.State("Simulated estate", false, null, "", 0), List.of(profile), "");
        }

        @Override
        public Arming.Probe test(ResponderProfile profile, char[] passphrase) {
            throw new IllegalStateException("no such thing");
        }

        @Override
        public void arm(ResponderProfile profile, char[] passphrase, String comment) {}

        @Override
        public void disarm(String comment) {}

        @Override
        public void keep(ResponderProfile profile, char[] secret, char[] passphrase) {}

        @Override
        public void forget(ResponderProfile profile) {}
    }
}
