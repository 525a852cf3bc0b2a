package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.InvestigationState;
import dupin.model.RemediationStatus;
import dupin.model.Severity;
import dupin.model.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// All parts of ui.fx in one window: what they do, and a picture in each theme.
class GalleryTest extends UiTest {
    private record Row(
            int n, String name, String path, Severity severity, Verdict verdict, ActionState state, Instant time) {}

    private static final Instant NOW = Instant.parse("2026-11-21T17:24:05.123Z");

    private Overlay overlay;
    private WindowDialogs dialogs;
    private TableView<Row> table;
    private final List<Row> opened = new ArrayList<>();

    @Override
    protected Parent view() {
        table =
                Tables.of(
                        new EmptyState(
                                Icon.INCIDENT,
                                "No incidents yet",
                                "Open a case or drop an export here.",
                                "Open a case…",
                                () -> {}),
                        Columns.text("name", "Name", 170, Row::name),
                        Columns.badge("severity", "Severity", 110, Row::severity, Face::of),
                        Columns.badge("verdict", "Verdict", 140, Row::verdict, Face::of),
                        Columns.badge("state", "Status", 140, Row::state, Face::of),
                        Columns.mono("path", "Path", 180, Row::path),
                        Columns.number("n", "Alerts", 60, Row::n),
                        Columns.countdown("expires", "Expires in", InstantSource.fixed(NOW), Row::time),
                        Columns.time("time", "Last activity", Row::time));
        Tables.onOpen(table, opened::add);
        Tables.show(table, rows(9), Row::name);
        var flow = new FlowPane(8, 8);
        for (Severity s : Severity.values()) {
            flow.getChildren().add(Badge.pill(Face.of(s)));
        }
        for (Verdict v : Verdict.values()) {
            flow.getChildren().add(Badge.pill(Face.of(v)));
        }
        for (RemediationStatus s : RemediationStatus.values()) {
            flow.getChildren().add(Badge.pill(Face.of(s)));
        }
        for (InvestigationState s : InvestigationState.values()) {
            flow.getChildren().add(new Badge(Face.of(s)));
        }
        var danger = new Button("Reject");
        danger.getStyleClass().add("danger-outline");
        var approve = new Button("Approve 3 actions", Icon.APPROVE.node());
        approve.getStyleClass().add("accent");
        var search = new TextField();
        search.setPromptText("Search incidents");
        var combo = new ComboBox<String>();
        combo.getItems().addAll("High", "Medium");
        combo.setPromptText("Severity");
        var bar = new HBox(8, search, combo, new CheckBox("Only mine"), danger, approve, new ColumnChooser(table));
        bar.getStyleClass().add("toolbar");
        var title = new Label("Multi-stage incident on 3 devices");
        title.getStyleClass().add("title");
        var tabs = new TabPane(new Tab("Alerts (9)", table), new Tab("Devices (3)"), new Tab("Key findings (12)"));
        VBox.setVgrow(tabs, Priority.ALWAYS);
        var page = new VBox(8, title, flow, bar, tabs);
        page.setPadding(new Insets(16));
        page.getStyleClass().add("panel");
        overlay = new Overlay(page);
        dialogs = new WindowDialogs(overlay);
        return overlay;
    }

    private static List<Row> rows(int count) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < count; i++) {
            rows.add(
                    new Row(
                            i * 137,
                            "Incident " + i,
                            "C:\\Users\\someone\\AppData\\Local\\Temp\\stage" + i + "\\payload-with-a-long-name.exe",
                            Severity.values()[4 - i % 5],
                            i % 5 == 4 ? null : Verdict.values()[3 - i % 4],
                            ActionState.values()[i % 10],
                            i % 4 == 3 ? null : NOW.plusSeconds(3_600L * 13 * (i + 1))));
        }
        return rows;
    }

    @Test
    void aPictureInEachTheme() {
        for (Theme theme : Theme.values()) {
            onFx(() -> {
                theme.applyTo(scene);
                table.getSelectionModel().select(1);
            });
            assertThat(shot("gallery-" + theme.name().toLowerCase(java.util.Locale.ROOT))).isNotEmptyFile();
        }
    }

    @Test
    void fontsAreBundled() {
        assertThat(Font.getFamilies()).contains("Inter", "Inter Medium", "Inter Semi Bold", "JetBrains Mono");
        for (String file :
                List.of(
                        "Inter-Regular.otf",
                        "Inter-Medium.otf",
                        "Inter-SemiBold.otf",
                        "Inter-Bold.otf",
                        "JetBrainsMono-Regular.ttf")) {
            var in = GalleryTest.class.getResourceAsStream("/dupin/ui/fonts/" + file);
            assertThat(Font.loadFont(in, 13)).as(file).isNotNull();
        }
        Label title = robot().lookup(".title").query();
        assertThat(title.getFont().getFamily()).isEqualTo("Inter Semi Bold");
    }

    @Test
    void jAndKWalkEnterOpensAndRowsAre28High() {
        onFx(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        robot().type(KeyCode.J, KeyCode.J, KeyCode.K, KeyCode.ENTER);
        assertThat(opened).extracting(Row::name).containsExactly("Incident 1");
        assertThat(table.getFixedCellSize()).isEqualTo(28);
    }

    @Test
    void freshRowsKeepTheSelection() {
        onFx(() -> {
            table.getSelectionModel().clearAndSelect(2);
            table.getSelectionModel().select(4);
            var turned = new ArrayList<>(rows(12));
            java.util.Collections.reverse(turned);
            Tables.show(table, turned, Row::name);
        });
        assertThat(table.getSelectionModel().getSelectedItems())
                .extracting(Row::name)
                .containsExactlyInAnyOrder("Incident 2", "Incident 4");
    }

    @Test
    void copyIsRawOrDefangedAndCsvIsWhatIsShown() throws Exception {
        onFx(() -> {
            Tables.show(
                    table,
                    List.of(new Row(1, "http://evil.example", "=cmd", Severity.HIGH, null, ActionState.PENDING, null)),
                    Row::name);
            table.getColumns().subList(1, 4).forEach(c -> c.setVisible(false));
            table.getColumns().get(6).setVisible(false);
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0);
        });
        robot().push(KeyCode.CONTROL, KeyCode.C);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("http://evil.example\t=cmd\t1\t");
        robot().push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).startsWith("hxxp[:]//evil[.]example");
        var csv = new java.io.StringWriter();
        CsvExport.write(csv, Tables.shown(table), dupin.service.Window.of(table.getItems(), Row::name));
        assertThat(csv.toString()).isEqualTo("Name,Path,Alerts,Last activity\r\nhttp://evil.example,'=cmd,1,\r\n");
    }

    @Test
    void anEmptyTableSaysWhy() {
        onFx(() -> Tables.show(table, List.of(), Row::name));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot().lookup("No incidents yet").tryQuery()).isPresent();
        shot("empty");
    }

    @Test
    void aDisruptiveActAsksAndEscapeDismisses() {
        var done = new ArrayList<String>();
        var ask =
                new Dialogs.Confirmation(
                        "Isolate 3 devices?",
                        "They lose the network at once. It can be undone.",
                        "Isolate 3 devices",
                        Dialogs.Danger.DISRUPTIVE,
                        "");
        onFx(() -> dialogs.confirm(ask, () -> done.add("isolated")));
        shot("confirm");
        robot().push(KeyCode.ESCAPE);
        assertThat(done).isEmpty();
        onFx(() -> dialogs.confirm(ask, () -> done.add("isolated")));
        robot().clickOn("Isolate 3 devices");
        assertThat(done).containsExactly("isolated");
        assertThat(overlay.dialogShown()).isFalse();
    }

    @Test
    void aRequiredCommentMustBeGivenAndTypedWordsMustMatch() {
        var done = new ArrayList<String>();
        onFx(() -> dialogs.ask(new Dialogs.Question("Reject", "", "Why?", "Reject", Dialogs.Need.REQUIRED), done::add));
        robot().push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(done).isEmpty();
        robot().write("known tool").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(done).containsExactly("known tool");
        onFx(() ->
                dialogs.confirm(
                        new Dialogs.Confirmation(
                                "Reset?", "No undo.", "Reset password", Dialogs.Danger.DISRUPTIVE, "bob"),
                        () -> done.add("reset")));
        robot().clickOn("Reset password");
        assertThat(done).hasSize(1);
        robot().clickOn(".dialog-box .text-field").write("bob").clickOn("Reset password");
        assertThat(done).contains("reset");
    }

    @Test
    void aNameIsOneLineAndEnterGivesIt() {
        var done = new ArrayList<String>();
        onFx(() -> dialogs.ask(new Dialogs.Question("New case", "", "Name", "Create", Dialogs.Need.NAME), done::add));
        robot().push(KeyCode.ENTER);
        assertThat(done).as("no name").isEmpty();
        robot().write("night shift").push(KeyCode.ENTER);
        assertThat(done).containsExactly("night shift");
    }

    @Test
    void oneToastAtATimeWithAWayBackAndAFlyoutThatLeavesTheFocus() {
        var undone = new ArrayList<String>();
        onFx(() -> {
            table.requestFocus();
            overlay.toasts().say("Imported 12 alerts");
            overlay.toasts().say("3 actions approved", "Undo", () -> undone.add("undone"));
            overlay.flyout().show("Quarantine file", new Label("All of the row"), new Button("Approve"));
        });
        shot("toast-and-flyout");
        assertThat(robot().lookup(".toast").queryAll()).hasSize(1);
        assertThat(scene.getFocusOwner()).isSameAs(table);
        robot().clickOn("Undo");
        assertThat(undone).containsExactly("undone");
        robot().push(KeyCode.ESCAPE);
        assertThat(overlay.flyout().isOpen()).isFalse();
    }

    @Test
    void anErrorCanBeCopied() {
        onFx(() ->
                dialogs.error(
                        new Dialogs.Problem("case.json was not imported", "Row 12 is no JSON.", "java.lang.X: y")));
        robot().clickOn("Copy details");
        assertThat(fx(() -> Clipboard.getSystemClipboard().getString())).contains("Row 12").contains("java.lang.X");
    }
}
