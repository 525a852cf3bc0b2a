package dupin.intake.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.sigma.RulePack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleReaderTest {
    private static final String GOOD =
            """
            title: Good
            id: g
            level: critical
            date: 2024-01-02
            tags: [attack.t1003.001]
            logsource: {product: windows, service: security}
            detection:
                sel: {EventID: 1}
                condition: sel
            """;

    private static RuleReader read(String text) {
        var reader = new RuleReader();
        reader.read("some/file.yml", text);
        return reader;
    }

    @Test
    void severalDocumentsAreSeveralRulesAndABadOneHarmsNoOther() {
        RuleReader reader = read(GOOD + "---\ntitle: Bad\n---\n" + GOOD.replace("id: g", "id: h"));
        assertThat(reader.rules()).extracting(rule -> rule.head().id()).containsExactly("g", "h");
        assertThat(reader.refused())
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.place()).isEqualTo("some/file.yml:11");
                    assertThat(refusal.title()).isEqualTo("Bad");
                    assertThat(refusal.reason()).contains("detection");
                });
    }

    @Test
    void hostileFilesAreRefused() {
        var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            bomb.append(
                    "a%d: &a%d [*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d]\n"
                            .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        String[] hostile = {
            "",
            "- just\n- a list",
            "title: [unclosed",
            "title: x\ntitle: y",
            "{".repeat(20_000),
            "[".repeat(20_000),
            "title: T\nlogsource: {product: windows, service: x}\ndetection:\n  sel: *nothing\n  condition: sel",
            bomb + "title: T\nlogsource: {product: p}\ndetection: {sel: {F: *a11}, condition: sel}",
            "title: T\nlogsource: {}\ndetection: {sel: {F: x}, condition: sel}",
            "title: T\ndetection: {sel: {F: x}, condition: sel}",
            "action: global\ntitle: T",
            "!!java.net.URL [\"http://x\"]",
            "title: T\nlogsource: {product: p}\ndetection: {sel: {F: x}, condition: \"" + "(".repeat(5_000) + "\"}",
        };
        for (String text : hostile) {
            RuleReader reader = read(text);
            assertThat(reader.rules()).as(text.length() < 100 ? text : text.substring(0, 100)).isEmpty();
            assertThat(reader.refused()).isNotEmpty();
        }
    }

    @Test
    void aFolderHasOneDigestWhateverItsFilesAreCalled(@TempDir Path one, @TempDir Path two) throws IOException {
        Files.writeString(one.resolve("a.yml"), GOOD);
        Files.writeString(one.resolve("b.yaml"), GOOD.replace("id: g", "id: h"));
        Files.writeString(one.resolve("notes.txt"), "nothing");
        Files.createDirectories(two.resolve("sub"));
        Files.writeString(two.resolve("sub/z.yml"), GOOD);
        Files.writeString(two.resolve("b.yml"), GOOD.replace("id: g", "id: h"));
        RulePack first = RuleFolder.read(one);
        assertThat(first.digest()).isEqualTo(RuleFolder.read(two).digest());
        assertThat(first.size()).isEqualTo(2);
        Files.writeString(two.resolve("c.yml"), GOOD.replace("id: g", "id: i"));
        assertThat(first.digest()).isNotEqualTo(RuleFolder.read(two).digest());
    }
}
