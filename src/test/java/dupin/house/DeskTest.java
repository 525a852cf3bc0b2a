package dupin.house;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The desk on which all view tests run does what a real one does; first to be looked at when JavaFX is upgraded.
@ExtendWith(ApplicationExtension.class)
class DeskTest {
    private final List<String> heard = new ArrayList<>();
    private TableView<String> table;
    private Pane canvas;
    private SplitPane split;

    @Start
    void start(Stage stage) {
        table = new TableView<>();
        canvas = new Pane();
        split = new SplitPane(table, canvas);
        var column = new TableColumn<String, String>("Name");
        column.setCellValueFactory(row -> new SimpleStringProperty(row.getValue()));
        table.getColumns().add(column);
        table.getItems().addAll("carol", "alice", "bob");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        var item = new MenuItem("Isolate");
        item.setOnAction(_ -> heard.add("isolate"));
        table.setContextMenu(new ContextMenu(item));
        canvas.setStyle("-fx-background-color: #336699");
        canvas.setOnMouseDragged(e -> heard.add("drag " + e.isPrimaryButtonDown() + " " + e.getButton()));
        canvas.setOnScroll(e -> heard.add("scroll " + e.getDeltaY() + " " + e.isControlDown()));
        stage.setScene(new Scene(split, 1440, 900));
        stage.show();
    }

    @Test
    void aClickOnAHeaderSorts(FxRobot robot) {
        robot.clickOn("Name");
        assertThat(table.getItems()).containsExactly("alice", "bob", "carol");
    }

    @Test
    void controlAndShiftClicksSelectMore(FxRobot robot) {
        robot.clickOn("carol").press(KeyCode.CONTROL).clickOn("bob").release(KeyCode.CONTROL);
        assertThat(table.getSelectionModel().getSelectedItems()).containsExactly("carol", "bob");
        robot.clickOn("carol").press(KeyCode.SHIFT).clickOn("bob").release(KeyCode.SHIFT);
        assertThat(table.getSelectionModel().getSelectedItems()).containsExactly("carol", "alice", "bob");
    }

    @Test
    void aRightClickSelectsTheRowAndOpensItsMenu(FxRobot robot) {
        robot.rightClickOn("alice").clickOn("Isolate");
        assertThat(table.getSelectionModel().getSelectedItem()).isEqualTo("alice");
        assertThat(heard).containsExactly("isolate");
    }

    @Test
    void aDragCarriesItsButton(FxRobot robot) {
        robot.drag(canvas, MouseButton.PRIMARY).dropBy(40, 0);
        assertThat(heard).isNotEmpty().containsOnly("drag true PRIMARY");
    }

    @Test
    void aDividerCanBeDragged(FxRobot robot) {
        double before = split.getDividerPositions()[0];
        robot.drag(".split-pane-divider").dropBy(-200, 0);
        assertThat(split.getDividerPositions()[0]).isLessThan(before - 0.1);
    }

    @Test
    void theWheelCarriesKeys(FxRobot robot) {
        robot.moveTo(canvas).press(KeyCode.CONTROL).scroll(1).release(KeyCode.CONTROL);
        assertThat(heard).containsExactly("scroll -40.0 true");
    }

    @Test
    void theWholeScreenCanBeCaptured(FxRobot robot) throws TimeoutException {
        var middle = robot.point(canvas).query();
        var blue = Color.web("#336699");
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> blue.equals(pixel(middle)));
    }

    private static Color pixel(Point2D point) {
        return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> new Robot().getPixelColor(point));
    }
}
