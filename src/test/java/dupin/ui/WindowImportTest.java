package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.javafx.tk.TKClipboard;
import dupin.model.Incident;
import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Progress;
import dupin.service.Sample;
import dupin.ui.fx.Choosers;
import dupin.ui.fx.Dialogs;
import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Exports come in through the window: dropped, chosen, as a folder; shown before, told after, or not taken at all.
class WindowImportTest extends WindowTest {
    private List<Path> files = List.of();

    @Override
    protected CaseSession openCase() {
        var places = OpenSample.places(data);
        return new Console(data, OpenSample.CLOCK, 1).open(places.freeCase("New case"), Progress.NONE);
    }

    private Sample sample() {
        return Sample.all(OpenSample.places(data).samples()).stream()
                .filter(s -> s.id().equals("false-positive"))
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void choose() {
        fx(() -> {
            workbench.window().root().choosers(new Chosen());
            return true;
        });
    }

    /// Gives what the test has laid ready.
    private final class Chosen implements Choosers {
        @Override
        public void openFiles(Window owner, String title, List<Dialogs.FileKind> kinds, Consumer<List<Path>> chosen) {
            assertThat(owner).isSameAs(scene.getWindow());
            chosen.accept(files);
        }

        @Override
        public void openFolder(Window owner, String title, Consumer<Path> chosen) {
            chosen.accept(files.getFirst());
        }

        @Override
        public void saveFile(
                Window owner, String title, String suggestedName, List<Dialogs.FileKind> kinds, Consumer<Path> chosen) {
            throw new AssertionError("nothing is saved here");
        }
    }

    private List<Incident> incidents() {
        TableView<Incident> list = find(".incident-list .table-view");
        return fx(() -> List.copyOf(list.getItems()));
    }

    private void previewed() throws Exception {
        until(() -> workbench.window().root().dialogShown());
    }

    private String said() {
        return fx(() ->
                Stream.of(".label", ".text-area", ".table-cell")
                        .flatMap(kind -> scene.getRoot().lookupAll(".dialog-box " + kind).stream())
                        .map(node -> node instanceof TextArea area ? area.getText() : ((Labeled) node).getText())
                        .collect(Collectors.joining("\n")));
    }

    private void commit() throws Exception {
        previewed();
        String first = sample().files().getFirst().getFileName().toString();
        until(() -> said().contains("Can be imported") && said().contains(first));
        assertThat(session.desk().imports()).as("a preview changes nothing").isEmpty();
        robot.clickOn(".dialog-box .accent");
        until(() -> workbench.window().root().dialogShown() && said().contains("SHA-256"));
        int imported = session.desk().imports().size();
        assertThat(said()).contains(imported + " file").contains("imported");
        robot.clickOn(".dialog-box .accent");
        session.awaitIdle();
        until(() -> !incidents().isEmpty() && incidents().size() == session.desk().status().incidents());
    }

    @Test
    void filesThatAreDroppedAreShownThenTakenThenListed() throws Exception {
        drop(sample().files());
        commit();
        assertThat(session.desk().imports()).hasSize(sample().files().size());
    }

    @Test
    void filesThatAreChosenByKeyComeInToo() throws Exception {
        files = sample().files();
        key(KeyCode.O);
        commit();
    }

    @Test
    void aFolderIsTakenWithAllItsFiles() throws Exception {
        files = List.of(sample().files().getFirst().getParent());
        fx(() -> {
            workbench.chooseImportFolder();
            return true;
        });
        previewed();
        String first = sample().files().getFirst().getFileName().toString();
        until(() -> said().contains("Can be imported") && said().contains(first));
        robot.clickOn(".dialog-box .accent");
        until(() -> session.desk().imports().size() >= sample().files().size());
    }

    @Test
    void aBadFileIsRefusedWithASentenceAndNothingIsKept() throws Exception {
        Path bad = Files.writeString(data.resolve("holiday.json"), "{\"photos\": [1, 2, 3]}");
        drop(List.of(bad));
        previewed();
        String sentence = session.imports().plan(List.of(bad), Progress.NONE).items().getFirst().refusal();
        assertThat(sentence).endsWith(".");
        until(() -> said().contains("Refused") && said().contains(sentence));
        Button go = robot.lookup(".dialog-box .accent").queryButton();
        assertThat(go.isDisabled()).isTrue();
        robot.type(KeyCode.ESCAPE);
        until(() -> !workbench.window().root().dialogShown());
        assertThat(session.desk().imports()).isEmpty();
        assertThat(Files.exists(session.folder().resolve("originals").resolve("ab"))).isFalse();
    }

    @Test
    void whoCancelsKeepsNothing() throws Exception {
        long lines = journal();
        drop(sample().files());
        previewed();
        robot.clickOn(".dialog-box .buttons .button");
        until(() -> !workbench.window().root().dialogShown());
        session.awaitIdle();
        assertThat(session.desk().imports()).isEmpty();
        assertThat(incidents()).isEmpty();
        assertThat(journal()).isEqualTo(lines);
    }

    private long journal() throws Exception {
        Path journal = session.folder().resolve("journal.ndjson");
        try (var lines = Files.lines(journal)) {
            return lines.count();
        }
    }

    /// What the system sends while files are dragged over the window and dropped.
    private void drop(List<Path> dropped) throws Exception {
        Dragboard board = fx(() -> board(dropped.stream().map(Path::toFile).toList()));
        for (EventType<DragEvent> type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
            fx(() -> {
                var target = workbench.window().root();
                Event.fireEvent(
                        target,
                        new DragEvent(
                                null, target, type, board, 400, 300, 400, 300, TransferMode.COPY, null, target, null));
                return true;
            });
        }
    }

    /// A dragboard that holds files, as one that came from the desktop.
    private static Dragboard board(List<File> dragged) throws Exception {
        var clipboard =
                (TKClipboard)
                        Proxy.newProxyInstance(
                                WindowImportTest.class.getClassLoader(),
                                new Class<?>[] {TKClipboard.class},
                                (_, method, arguments) ->
                                        switch (method.getName()) {
                                            case "getContentTypes" -> Set.of(DataFormat.FILES);
                                            case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                                            case "getContent" -> DataFormat.FILES.equals(arguments[0]) ? dragged : null;
                                            case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                                            case "putContent" -> true;
                                            default -> null;
                                        });
        Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(TKClipboard.class);
        made.setAccessible(true);
        return made.newInstance(clipboard);
    }
}
