package dupin.intake.intel;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.PackArchive;
import dupin.model.Entity;
import dupin.model.Pack;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Real feeds, where they are at hand.
class SharedIntelTest {
    private static final Path DATA = Path.of("../shared/data/intel");

    @Test
    void everyFileLoadsOrSaysWhyNot() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "Skipped: the shared data is not here");
        var builder = new IntelBuilder();
        Map<Pack.Kind, PackReading> readings = new EnumMap<>(Pack.Kind.class);
        var skipped = new TreeSet<String>();
        for (PackArchive.Member member : PackArchive.files(DATA)) {
            Optional<Pack.Kind> kind = PackKinds.of(member.file());
            if (kind.isEmpty()) {
                skipped.add(member.path());
                continue;
            }
            try (InputStream in = Files.newInputStream(member.file())) {
                builder.file(
                        kind.get(),
                        kind.get().label(),
                        member.path(),
                        in,
                        readings.computeIfAbsent(kind.get(), _ -> new PackReading()));
            }
        }
        Intel intel = builder.build();

        assertThat(skipped).allMatch(path -> path.contains("LICENSE"));
        assertThat(readings.keySet())
                .containsExactlyInAnyOrder(Pack.Kind.STIX, Pack.Kind.ATTACK, Pack.Kind.LOLBAS, Pack.Kind.WARNING_LISTS);
        assertThat(reading(readings, Pack.Kind.STIX).items()).isGreaterThan(270);
        assertThat(reading(readings, Pack.Kind.ATTACK).items()).isGreaterThan(1_500);
        assertThat(reading(readings, Pack.Kind.LOLBAS).items()).isGreaterThan(200);
        assertThat(reading(readings, Pack.Kind.WARNING_LISTS).items()).isGreaterThan(200_000);
        assertThat(intel.attackName("T1003.001")).isEqualTo("LSASS Memory");
        assertThat(intel.livingOffTheLand("certutil.exe")).isPresent();
        assertThat(intel.listing(Entity.IpAddress.of("8.8.8.8"))).isPresent();
    }

    private static PackReading reading(Map<Pack.Kind, PackReading> readings, Pack.Kind kind) {
        return java.util.Objects.requireNonNull(readings.get(kind));
    }
}
