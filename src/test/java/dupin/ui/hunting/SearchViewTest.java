package dupin.ui.hunting;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.service.Desk;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.UiTest;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/// What the page says before, while and after it searches.
class SearchViewTest extends UiTest {
    private final Queue<Runnable> asked = new ArrayDeque<>();

    @Override
    protected Parent view() {
        var desk =
                (Desk)
                        Proxy.newProxyInstance(
                                Desk.class.getClassLoader(),
                                new Class<?>[] {Desk.class},
                                (_, method, arguments) ->
                                        switch (method.getName()) {
                                            case "search" ->
                                                    arguments[0].equals("here")
                                                            ? List.of(
                                                                    new Desk.Hit(
                                                                            new EntityKey(EntityKind.FILE, "here.exe"),
                                                                            "here.exe",
                                                                            "7"))
                                                            : List.of();
                                            case "searchNote" -> "";
                                            default -> throw new UnsupportedOperationException(method.getName());
                                        });
        var pump =
                new ChangePump(
                        asked::add,
                        Runnable::run,
                        (_, task) -> task.run(),
                        () -> 0,
                        Duration.ZERO,
                        fault -> {
                            throw new AssertionError(fault);
                        });
        return new SearchView(desk, pump, _ -> {}, _ -> {});
    }

    private List<String> said() {
        return robot().lookup(".empty-state .why").queryAllAs(Labeled.class).stream().map(Labeled::getText).toList();
    }

    private SearchView page() {
        return (SearchView) scene.getRoot();
    }

    private void answer() {
        onFx(() -> {
            while (!asked.isEmpty()) {
                asked.remove().run();
            }
        });
    }

    @Test
    void itSaysThatItSearchesUntilTheAnswerComes() {
        assertThat(said()).containsExactly("Search all entities of this case");
        onFx(() -> page().search("nowhere"));
        assertThat(said()).containsExactly("Searching…");
        answer();
        assertThat(said()).containsExactly("Nothing in this case holds these words");
        onFx(() -> page().search("here"));
        assertThat(said()).as("the old answer is not the new one").containsExactly("Searching…");
        answer();
        assertThat(robot().lookup("here.exe").tryQuery()).isPresent();
        onFx(() -> page().search(""));
        answer();
        assertThat(said()).containsExactly("Search all entities of this case");
    }
}
