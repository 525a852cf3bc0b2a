package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Entry;
import dupin.model.Finding;
import dupin.model.Technique;
import dupin.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SharingTest {
    private final Sharing sharing = new Sharing();

    @Test
    void equalEntriesBecomeOneTextOneKeyOneCitation() {
        Entry.FindingRecorded one = sharing.share(finding(3));
        Entry.FindingRecorded two = sharing.share(finding(5));
        assertThat(one).isEqualTo(finding(3));
        assertThat(two).isEqualTo(finding(5));
        assertThat(two.finding().text()).isSameAs(one.finding().text());
        assertThat(two.finding().entity()).isSameAs(one.finding().entity());
        assertThat(two.finding().citations()).isSameAs(one.finding().citations());
        assertThat(two.investigationId()).isSameAs(one.investigationId());
    }

    @Test
    void whatIsMadeOfSharedPartsIsSharedAsAWhole() {
        Finding one = finding(3).finding();
        Finding two = finding(5).finding();
        for (Object part : List.of(one.entity(), one.citations(), one.text())) {
            assertThat(sharing.latest(part)).isSameAs(part);
        }
        assertThat(sharing.latest(two.entity())).isSameAs(one.entity());
        assertThat(sharing.latest(two.citations())).isSameAs(one.citations());
        assertThat(sharing.latest(two.text())).isSameAs(one.text());
        assertThat(sharing.latest(one)).isSameAs(one);
        assertThat(sharing.latest(two)).isSameAs(two);
    }

    @Test
    void whatIsUnsetStaysUnset() {
        var mail =
                new Entity.MailMessage(
                        text("id"),
                        "",
                        "",
                        text("a@b.example"),
                        "",
                        "",
                        "",
                        null,
                        "",
                        "",
                        List.of(text("u")),
                        List.of());
        var verdict = new Entry.VerdictReached(text("INV"), mail, Verdict.MALICIOUS, -3, 20, List.of(text("gap")));
        assertThat(sharing.share(verdict)).isEqualTo(verdict);
    }

    @Test
    void theTableNeverGrows() {
        var random = new Random(3);
        for (int i = 0; i < 300_000; i++) {
            String text = "text " + random.nextInt(500_000);
            assertThat(sharing.share(text)).isEqualTo(text);
        }
    }

    @Test
    void aSortedArrayIsASortedSet() {
        var random = new Random(5);
        for (int round = 0; round < 50; round++) {
            var array = new SortedArray<String>(Comparator.naturalOrder());
            var set = new TreeMap<String, String>();
            for (int i = 0; i < 60; i++) {
                String item = "i" + random.nextInt(40);
                if (random.nextInt(4) == 0) {
                    array.remove(item);
                    set.remove(item);
                } else {
                    array.add(item);
                    set.putIfAbsent(item, item);
                }
                assertThat(array.list()).isEqualTo(new ArrayList<>(set.keySet()));
            }
            SortedArray<String> copy = array.copy();
            copy.add("z");
            assertThat(array.list()).doesNotContain("z");
            assertThat(copy.list()).contains("z");
        }
    }

    private static Entry.FindingRecorded finding(int weight) {
        return new Entry.FindingRecorded(
                text("INV-1"),
                new Finding(
                        text("id"),
                        text("Files"),
                        new EntityKey(EntityKind.FILE, text("sha256-1")),
                        text("w"),
                        weight,
                        text("cause"),
                        text("The file lies in a strange place"),
                        List.of(new Citation(Citation.Kind.ALERT, text("a"), text("t"))),
                        Technique.NONE));
    }

    /// An object of its own.
    private static String text(String value) {
        return new StringBuilder(value).toString();
    }
}
