package dupin.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.Test;

class MarkdownTest extends UiTest {
    @Override
    protected Parent view() {
        return new VBox();
    }

    private static String words(Node node) {
        return switch (node) {
            case Text text -> text.getText();
            case Label label -> label.getText();
            case Parent parent ->
                    parent.getChildrenUnmodifiable().stream().map(MarkdownTest::words).collect(Collectors.joining());
            default -> "";
        };
    }

    private static String kind(Node node) {
        return node instanceof HBox ? "item" : String.join(" ", node.getStyleClass());
    }

    @Test
    void headingsListsQuotesAndCodeStandOnLinesOfTheirOwn() {
        VBox box =
                Markdown.of(
                        """
                        ## What I saw
                        First line
                        second line

                        * **client4** ran `powershell -enc`
                        2. then it stopped
                        > never again
                        ```
                        whoami /all
                          dir
                        ```
                        """);
        List<Node> parts = box.getChildren();
        assertThat(parts)
                .extracting(MarkdownTest::words)
                .containsExactly(
                        "What I saw",
                        "First line\nsecond line",
                        "•client4 ran powershell -enc",
                        "2.then it stopped",
                        "never again",
                        "whoami /all\n  dir");
        assertThat(kind(parts.getFirst())).contains("markdown-heading");
        assertThat(kind(parts.get(2))).isEqualTo("item");
        assertThat(kind(parts.get(4))).contains("markdown-quote");
        assertThat(kind(parts.get(5))).contains("mono");
        var bold = (Text) ((TextFlow) ((HBox) parts.get(2)).getChildren().get(1)).getChildren().getFirst();
        assertThat(bold.getStyleClass()).contains("markdown-bold");
    }

    @Test
    void markupOfOthersStaysTextAndLinksShowWhereTheyLead() {
        VBox box = Markdown.of("<img src=x onerror=y> [bank](http://evil.example/x) \u202Egpj.exe");
        assertThat(words(box)).isEqualTo("<img src=x onerror=y> bank (http://evil.example/x)  gpj.exe");
    }

    @Test
    void aVeryLongCommentIsCut() {
        assertThat(words(Markdown.of("x".repeat(100_000)))).hasSizeLessThan(31_000).endsWith("…");
        assertThat(Markdown.of("* y\n".repeat(10_000)).getChildren()).hasSizeLessThanOrEqualTo(2_000);
    }
}
