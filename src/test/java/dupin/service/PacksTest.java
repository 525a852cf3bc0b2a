package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.intake.ImportRefusedException;
import dupin.intake.PackArchive;
import dupin.model.Pack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacksTest {
    @TempDir Path folder;

    private static final Pack DRAFT =
            new Pack(Pack.Kind.RULES, "ours", "", "", "/rules", 2, 7, List.of(), 0, List.of());

    private Path files() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(rules.resolve("b.yml"), "two");
        Files.writeString(Files.createDirectories(rules.resolve("a")).resolve("c.yml"), "one");
        Files.writeString(rules.resolve(".hidden"), "no");
        return rules;
    }

    @Test
    void aPackIsKeptAndReadAgainAfterTheStoreIsGone() throws IOException, ImportRefusedException {
        var cases = new Cases(Clock.systemUTC(), 1);
        Path path = folder.resolve("x.dupin");
        List<PackArchive.Member> members = PackArchive.files(files());
        Pack added;
        try (CaseSession session = cases.open(path, Progress.NONE)) {
            added = session.packs().add(DRAFT, members, "tester");
            assertThat(session.packs().add(DRAFT, members, "tester")).isEqualTo(added);
            assertThat(session.packs().list()).containsExactly(added);
        }
        assertThat(added.sha256()).hasSize(64).startsWith(added.version());
        cases.rebuild(path, Progress.NONE);
        try (CaseSession session = cases.open(path, Progress.NONE)) {
            var seen = new ArrayList<String>();
            session.packs()
                    .read(
                            added,
                            (name, in) -> seen.add(name + "=" + new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            assertThat(seen).containsExactly("a/c.yml=one", "b.yml=two");
            session.packs().remove(Pack.Kind.RULES, "ours", "done", "tester");
            assertThat(session.packs().list(Pack.Kind.RULES)).isEmpty();
            assertThatThrownBy(() -> session.packs().remove(Pack.Kind.RULES, "ours", "", "tester"))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("no pack ours");
        }
    }

    @Test
    void aNewerVersionTakesThePlace() throws IOException, ImportRefusedException {
        try (CaseSession session = new Cases(Clock.systemUTC(), 1).open(folder.resolve("x.dupin"), Progress.NONE)) {
            Path rules = files();
            Pack first = session.packs().add(DRAFT, PackArchive.files(rules), "tester");
            Files.writeString(rules.resolve("b.yml"), "changed");
            Pack second = session.packs().add(DRAFT, PackArchive.files(rules), "tester");
            assertThat(second.sha256()).isNotEqualTo(first.sha256());
            assertThat(session.packs().list()).containsExactly(second);
        }
    }

    @Test
    void anEmptyFolderIsRefusedInASentence() {
        assertThatThrownBy(() -> PackArchive.files(folder))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("holds no files");
    }
}
