package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphShelfTest {
    @TempDir Path folder;

    private GraphShelf shelf() {
        return new GraphShelf(folder.resolve("view.json"));
    }

    @Test
    void whatWasArrangedIsThereAgainAfterARestart() {
        GraphEdits edits =
                GraphEdits.NONE
                        .withLayout("RADIAL", "device:a")
                        .hiding(Set.of("file:b"))
                        .pinning(Map.of("user:c", new GraphEdits.Place(12.5, -3)))
                        .focusing(Set.of("device:a"), 2)
                        .unfolding(Set.of("fold:d"))
                        .switching("MALICIOUS");
        shelf().keep("one", edits);
        shelf().keep("two", GraphEdits.NONE.hiding(Set.of("x")));
        assertThat(shelf().graph("one")).isEqualTo(edits);
        assertThat(shelf().graph("two").hidden()).containsExactly("x");
        assertThat(shelf().graph("three")).isEqualTo(GraphEdits.NONE);
        shelf().keep("one", GraphEdits.NONE);
        assertThat(shelf().graph("one")).isEqualTo(GraphEdits.NONE);
    }

    @Test
    void aFileThatCannotBeReadIsPassedOverAndWrittenAnew() throws Exception {
        for (String bad :
                new String[] {"", "{", "[]", "{\"graphs\":null}", "{\"graphs\":{\"one\":{\"reach\":\"x\"}}}"}) {
            Files.writeString(folder.resolve("view.json"), bad);
            GraphShelf shelf = shelf();
            assertThat(shelf.graph("one")).as(bad).isEqualTo(GraphEdits.NONE);
            shelf.keep("one", GraphEdits.NONE.hiding(Set.of("x")));
            assertThat(shelf().graph("one").hidden()).containsExactly("x");
        }
        Files.writeString(folder.resolve("view.json"), "{\"graphs\":{\"one\":{\"hidden\":[\"x\"]}}}");
        assertThat(shelf().graph("one"))
                .as("absent parts are the usual ones")
                .isEqualTo(GraphEdits.NONE.hiding(Set.of("x")));
    }

    @Test
    void editsOfTooManyMarksAreNotKept() {
        Set<String> many = IntStream.range(0, 6_000).mapToObj(Integer::toString).collect(Collectors.toSet());
        shelf().keep("one", GraphEdits.NONE.hiding(many));
        assertThat(shelf().graph("one")).isEqualTo(GraphEdits.NONE);
    }
}
