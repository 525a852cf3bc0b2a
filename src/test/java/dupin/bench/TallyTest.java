package dupin.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void countsAsUsual() {
        var tally = new Tally("process", 6, 2, 3, List.of("a"), List.of("b"));
        assertThat(tally.precision()).isEqualTo(0.75);
        assertThat(tally.recall()).isEqualTo(6.0 / 9, within(1e-9));
        assertThat(tally.f1()).isEqualTo(12.0 / 17, within(1e-9));
    }

    @Test
    void casesAddUp() {
        Tally sum =
                new Tally("file", 1, 0, 1, List.of(), List.of("m"))
                        .plus(new Tally("file", 2, 3, 0, List.of("w"), List.of()));
        assertThat(sum).isEqualTo(new Tally("file", 3, 3, 1, List.of("w"), List.of("m")));
    }

    @Test
    void nothingToFindAndNothingSaidIsPerfect() {
        assertThat(Tally.none("ip").f1()).isEqualTo(1);
        assertThat(Tally.none("ip").any()).isFalse();
    }
}
