package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Finding;
import dupin.model.Indicator;
import dupin.model.Ledger;
import dupin.model.Technique;
import dupin.model.Verdict;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllowAndBlockTest {
    private static final EntityKey SHA256 = new EntityKey(EntityKind.FILE, "sha256-" + "a".repeat(64));
    private static final EntityKey SHA1 = new EntityKey(EntityKind.FILE, "sha1-" + "b".repeat(40));
    private static final EntityKey MD5 = new EntityKey(EntityKind.FILE, "md5-" + "c".repeat(32));

    private static Indicator allow(EntityKey key) {
        return new Indicator(key, Indicator.Action.ALLOW, "ours");
    }

    private static Indicator block(EntityKey key) {
        return new Indicator(key, Indicator.Action.BLOCK, "theirs");
    }

    @Test
    void theLongerDigestWins() {
        assertThat(new AllowAndBlock(List.of(allow(SHA1), block(SHA256))).of(List.of(SHA1, SHA256)))
                .contains(block(SHA256));
        assertThat(new AllowAndBlock(List.of(block(MD5), allow(SHA1))).of(List.of(MD5, SHA256, SHA1)))
                .contains(allow(SHA1));
        assertThat(new AllowAndBlock(List.of(block(MD5))).of(List.of(SHA256))).isEmpty();
    }

    @Test
    void ofEquallySpecificEntriesAllowWins() {
        assertThat(new AllowAndBlock(List.of(allow(SHA1), block(SHA1))).of(List.of(SHA1))).contains(allow(SHA1));
        assertThat(new AllowAndBlock(List.of(block(SHA1), allow(SHA1))).of(List.of(SHA1))).contains(allow(SHA1));
    }

    @Test
    void aDomainStandsForItsHostsAndTheirLinksUnlessOneOfThemSaysOtherwise() {
        EntityKey domain = new Entity.Domain("example.net").key();
        EntityKey host = new Entity.Domain("cdn.example.net").key();
        EntityKey link = new Entity.Url("https://cdn.example.net/a").key();
        var blocked = new AllowAndBlock(List.of(block(domain)));
        assertThat(blocked.of(List.of(host))).contains(block(domain));
        assertThat(blocked.of(List.of(link))).contains(block(domain));
        assertThat(blocked.of(List.of(new Entity.Domain("otherexample.net").key()))).isEmpty();
        assertThat(new AllowAndBlock(List.of(block(domain), allow(host))).of(List.of(link))).contains(allow(host));
        assertThat(new AllowAndBlock(List.of(allow(host), block(link))).of(List.of(link))).contains(block(link));
        EntityKey ip = Entity.IpAddress.of("203.0.113.7").key();
        assertThat(new AllowAndBlock(List.of(block(ip))).of(List.of(new Entity.Url("http://203.0.113.7:8080/x").key())))
                .contains(block(ip));
    }

    @Test
    void anExpiredEntryOverridesNothing() {
        var soon = Instant.parse("2026-03-01T00:00:00Z");
        var entry = new Indicator(SHA1, Indicator.Action.BLOCK, "", soon);
        var spelling = List.of(SHA1);
        var before = new AllowAndBlock(List.of(entry, allow(MD5)), soon.minusSeconds(1));
        assertThat(before.of(spelling)).contains(entry);
        assertThat(before.expired(spelling)).isEmpty();
        var after = new AllowAndBlock(List.of(entry, allow(MD5)), soon);
        assertThat(after.of(spelling)).isEmpty();
        assertThat(after.expired(spelling)).contains(entry);
        assertThat(after.of(List.of(MD5))).contains(allow(MD5));
        assertThat(after.expired(List.of(MD5))).isEmpty();
        var domain =
                new Indicator(new Entity.Domain("example.net").key(), Indicator.Action.ALLOW, "", soon.minusSeconds(5));
        assertThat(
                        new AllowAndBlock(List.of(domain), soon)
                                .expired(List.of(new Entity.Url("https://a.example.net/x").key())))
                .as("through its domain")
                .contains(domain);
    }

    @Test
    void theLedgerShowsTheOverrideAndWhatItSetAside() {
        var url = new Entity.Url("https://cdn.example.net/a");
        var entry = allow(new Entity.Domain("example.net").key());
        var bad =
                new Finding("x", "Test", url.key(), "intel.url", 60, "intel:feed 1", "bad", List.of(), Technique.NONE);
        Ledger ledger =
                VerdictWeigher.weigh(
                        url.key(),
                        EntityKind.URL,
                        List.of(bad),
                        List.of(),
                        new AllowAndBlock(List.of(entry)).of(List.of(url.key())),
                        TestWeights.shipped());
        assertThat(ledger.verdict()).isEqualTo(Verdict.NO_THREATS_FOUND);
        assertThat(ledger.uncounted()).containsExactly(bad);
        assertThat(ledger.counted())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.analyzer()).isEqualTo(VerdictWeigher.INDICATORS);
                    assertThat(f.text()).contains("allow list").contains("through example.net").contains("ours");
                });
        assertThat(ledger.score())
                .isEqualTo(ledger.prior() + ledger.counted().stream().mapToInt(Finding::weight).sum());
    }

    @Test
    void ofEntriesForOneThingAllowComesFirstThenWarnThenWhatBlocks() {
        var audit = new Indicator(SHA1, Indicator.Action.AUDIT, "");
        var warn = new Indicator(SHA1, Indicator.Action.WARN, "");
        var remediate = new Indicator(SHA1, Indicator.Action.BLOCK_AND_REMEDIATE, "");
        assertThat(new AllowAndBlock(List.of(audit, remediate, block(SHA1))).of(List.of(SHA1))).contains(remediate);
        assertThat(new AllowAndBlock(List.of(remediate, warn)).of(List.of(SHA1))).contains(warn);
        assertThat(new AllowAndBlock(List.of(warn, allow(SHA1), audit)).of(List.of(SHA1))).contains(allow(SHA1));
    }

    @Test
    void whatIsAuditedOrWarnedOfKeepsItsVerdictAndTheLedgerSaysSo() {
        var url = new Entity.Url("https://cdn.example.net/a");
        var bad =
                new Finding("x", "Test", url.key(), "intel.url", 60, "intel:feed 1", "bad", List.of(), Technique.NONE);
        for (Indicator.Action action : List.of(Indicator.Action.AUDIT, Indicator.Action.WARN)) {
            for (List<Finding> found : List.of(List.of(bad), List.<Finding>of())) {
                Ledger ledger =
                        VerdictWeigher.weigh(
                                url.key(),
                                EntityKind.URL,
                                found,
                                List.of(),
                                java.util.Optional.of(new Indicator(url.key(), action, "watched")),
                                TestWeights.shipped());
                assertThat(ledger.verdict()).isEqualTo(found.isEmpty() ? Verdict.NO_THREATS_FOUND : Verdict.MALICIOUS);
                assertThat(ledger.counted())
                        .anySatisfy(f -> assertThat(f.text()).contains("watched").contains("not changed"));
            }
        }
    }
}
