package dupin.engine.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.Facts;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Rarity decides whether a file leads to other devices.
class ElsewhereAnalyzerTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Signatures.Signature SIGNED =
            new Signatures.Signature(Signatures.Standing.TRUSTED, "Tools Ltd");
    private static final Signatures.Signature UNSIGNED = new Signatures.Signature(Signatures.Standing.UNSIGNED, "");

    private static Facts.Seen seen(int devices, Duration lasting) {
        List<EntityKey> keys = IntStream.range(0, devices).mapToObj(i -> Entity.Device.named("PC" + i).key()).toList();
        return new Facts.Seen(100, 1, keys, START, START.plus(lasting));
    }

    private static boolean everybodys(Verdict verdict, Signatures.Signature signature, int devices, Duration lasting) {
        return ElsewhereAnalyzer.everybodys(verdict, signature, seen(devices, lasting), 12);
    }

    @Test
    void aSignedToolThatEverybodyHasLeadsNowhere() {
        assertThat(everybodys(Verdict.SUSPICIOUS, SIGNED, 9, Duration.ofDays(3))).isTrue();
    }

    @Test
    void whatIsRareFreshUnsignedOrMaliciousLeadsOn() {
        assertThat(everybodys(Verdict.SUSPICIOUS, SIGNED, 2, Duration.ofDays(3))).as("rare").isFalse();
        assertThat(everybodys(Verdict.SUSPICIOUS, SIGNED, 9, Duration.ofHours(1))).as("fast").isFalse();
        assertThat(everybodys(Verdict.SUSPICIOUS, UNSIGNED, 9, Duration.ofDays(3))).as("unsigned").isFalse();
        assertThat(everybodys(Verdict.MALICIOUS, SIGNED, 9, Duration.ofDays(3))).as("malicious").isFalse();
    }
}
