package dupin.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.policy.DecisionMatrix;
import dupin.intake.Content;
import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.Entity;
import dupin.model.Indicator;
import dupin.model.Policy;
import dupin.model.Verdict;
import dupin.model.policy.CellKey;
import dupin.model.policy.PastDecision;
import dupin.model.policy.Place;
import dupin.model.policy.Subject;
import dupin.respond.Deeds;
import dupin.service.Arming;
import dupin.service.ResponderProfile;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Overlay;
import dupin.ui.fx.ScriptedDialogs;
import dupin.ui.fx.UiTest;
import java.lang.reflect.Proxy;
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
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
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

    @Test
    void aCellOfTheMatrixListsTheDecisionsThatFellIntoIt() throws Exception {
        Policy policy = Content.shipped().policy();
        var full = new CellKey(Verdict.MALICIOUS, AutomationLevel.FULL, Place.OTHER, Subject.FILE);
        var semi = new CellKey(Verdict.MALICIOUS, AutomationLevel.SEMI_ANY, Place.OTHER, Subject.FILE);
        List<PastDecision> past =
                List.of(
                        new PastDecision(full, Deeds.action("ran", ActionType.QUARANTINE_FILE, Deeds.FILE, null), 1),
                        new PastDecision(semi, Deeds.action("asked", ActionType.QUARANTINE_FILE, Deeds.FILE, null), 2));
        ReviewDeeds deeds =
                (ReviewDeeds)
                        Proxy.newProxyInstance(
                                ReviewDeeds.class.getClassLoader(),
                                new Class<?>[] {ReviewDeeds.class},
                                (_, method, _) -> method.getName().equals("matrix") ? DecisionMatrix.of(policy) : past);
        onFx(() -> root.setCenter(new MatrixPane(new PolicyModel(policy), deeds, frame)));
        TableView<?> matrix = robot().lookup("#decision-matrix").query();
        TableView<?> list = robot().lookup("#past-decisions").query();
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> list.getItems().size() == 2);
        // The room that the smallest window leaves beside the rail and the page's margins.
        onFx(() -> {
            matrix.setMaxWidth(880);
            matrix.getScene().getRoot().applyCss();
            matrix.getScene().getRoot().layout();
        });
        assertThat(matrix.getColumns().stream().mapToDouble(TableColumn::getWidth).sum())
                .as("all levels are in sight")
                .isLessThanOrEqualTo(880);
        onFx(() -> matrix.scrollTo(0));
        robot().clickOn(
                        robot().lookup("#decision-matrix .table-cell").queryAllAs(TableCell.class).stream()
                                .filter(cell -> cell.getTableColumn() != null)
                                .filter(cell -> "FULL".equals(cell.getTableColumn().getId()))
                                .filter(cell -> cell.getText() != null && cell.getText().endsWith("· 1"))
                                .findFirst()
                                .orElseThrow());
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> list.getItems().size() == 1);
        assertThat(((PastDecision) list.getItems().getFirst()).action().id()).isEqualTo("ran");
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
