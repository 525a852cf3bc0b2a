package dupin.story;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.cli.CommandLineMain;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Finding;
import dupin.service.CaseSession;
import dupin.service.Cases;
import dupin.service.Desk;
import dupin.service.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A case with packs: they speak by name and version, once each, and are silent where a thing is known to be harmless.
class IntelStoryTest {
    private static final String SAMPLE = "phishing-to-lateral-movement";

    @TempDir Path folder;

    private Desk.VerdictRow row(CaseSession session, EntityKey key) {
        return session.desk().verdicts().stream().filter(r -> r.entity().key().equals(key)).findFirst().orElseThrow();
    }

    private static Stream<Finding> said(Desk.VerdictRow row) {
        return Stream.concat(row.ledger().counted().stream(), row.ledger().uncounted().stream())
                .filter(f -> f.cause().startsWith("intel:"));
    }

    /// An address of the sample about which nothing bad is known without packs.
    private EntityKey quiet() throws InterruptedException {
        try (CaseSession session = Story.named(SAMPLE).investigated(folder.resolve("plain.dupin"))) {
            return session.desk().verdicts().stream()
                    .filter(r -> r.entity().kind() == EntityKind.IP_ADDRESS)
                    .min(
                            java.util.Comparator.comparingInt((Desk.VerdictRow r) -> Math.abs(r.ledger().score() + 18))
                                    .thenComparing(r -> r.entity().key()))
                    .orElseThrow()
                    .entity()
                    .key();
        }
    }

    private Path feed(String name, String... lines) throws IOException {
        Path feed = Files.createDirectories(folder.resolve(name));
        Files.write(feed.resolve("list.txt"), List.of(lines));
        return feed;
    }

    private String run(String name, int workers, List<Path> packs) throws InterruptedException {
        try (CaseSession session = Story.open(folder.resolve(name), workers)) {
            packs.forEach(pack -> session.intel().add(pack, "tester", Progress.NONE));
            Story.named(SAMPLE).investigate(session);
            return session.desk().verdictDigest();
        }
    }

    @Tag("slow")
    @Test
    void aFeedSpeaksOnceByNameAndVersionAndTheCaseRemembersIt() throws Exception {
        EntityKey key = quiet();
        Path feed = feed("feedone", key.value(), key.value(), key.value() + "/24");
        String digest = run("a.dupin", 1, List.of(feed));
        assertThat(run("b.dupin", 4, List.of(feed))).isEqualTo(digest);

        new Cases(Clock.fixed(Story.NOW, ZoneOffset.UTC), 1).rebuild(folder.resolve("a.dupin"), Progress.NONE);
        try (CaseSession session = Story.open(folder.resolve("a.dupin"), 1)) {
            assertThat(session.desk().verdictDigest()).isEqualTo(digest);
            String pack = session.intel().list().getFirst().label();
            Desk.VerdictRow row = row(session, key);
            assertThat(said(row))
                    .isNotEmpty()
                    .allSatisfy(f -> {
                        assertThat(f.cause()).isEqualTo("intel:" + pack);
                        assertThat(f.text()).contains(pack);
                    });
            assertThat(row.ledger().counted().stream().filter(f -> f.cause().startsWith("intel:"))).hasSize(1);
        }
    }

    @Test
    void whatIsKnownToBeHarmlessIsNotIncriminated() throws Exception {
        EntityKey key = quiet();
        Path feed = feed("feedone", key.value());
        Path lists = Files.createDirectories(folder.resolve("lists"));
        Files.writeString(
                lists.resolve("ours.json"),
                """
                {"name":"Our own servers","description":"","version":1,"type":"cidr","matching_attributes":["ip-dst"],\
                "list":["%s"]}\
                """
                        .formatted(key.value()));
        run("c.dupin", 1, List.of(feed, lists));
        try (CaseSession session = Story.open(folder.resolve("c.dupin"), 1)) {
            Desk.VerdictRow row = row(session, key);
            assertThat(said(row))
                    .singleElement()
                    .satisfies(f -> {
                        assertThat(f.weight()).isZero();
                        assertThat(f.text()).contains("Our own servers");
                    });
            assertThat(row.ledger().verdict().incriminates()).isFalse();
        }
    }

    @Test
    void theCommandLineAddsListsAndRemoves() throws Exception {
        Path feed = feed("feedone", "203.0.113.9", "no indicator");
        Path target = folder.resolve("d.dupin");
        assertThat(dupin("packs", target.toString(), "--add", feed.toString()))
                .startsWith("1 ")
                .contains("Indicator list", "feedone", "1 entries, 1 refused", "line 2");
        assertThat(dupin("packs", target.toString())).startsWith("0 ").contains("feedone");
        assertThat(dupin("packs", target.toString(), "--remove", "feedone")).doesNotContain("feedone");
        assertThat(dupin("packs", target.toString(), "--remove", "feedone")).startsWith("3 ");
    }

    private static String dupin(String... args) {
        var out = new StringWriter();
        int code = CommandLineMain.run(new PrintWriter(out), new PrintWriter(out), args);
        return code + " " + out;
    }
}
