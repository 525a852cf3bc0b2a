package dupin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProblemsTest {
    private static IllegalStateException fault(int round) {
        return new IllegalStateException("round " + round);
    }

    @Test
    void theSameFaultHasTheSameCodeWhereverItIsCaught() {
        String code = Problems.code(fault(1));
        assertThat(code).matches("DUP-[0-9A-F]{6}");
        assertThat(Problems.code(new RuntimeException("wrapped", fault(2)))).isEqualTo(code);
        assertThat(Problems.code(new IllegalArgumentException("another"))).isNotEqualTo(code);
    }

    @Test
    void theLastHundredAreKeptTheNewestFirst() {
        var problems = new Problems();
        IntStream.range(0, 150).forEach(i -> problems.add("DUP-000000", "number " + i, ""));
        assertThat(problems.told()).hasSize(100);
        assertThat(problems.told().getFirst().sentence()).isEqualTo("number 149");
    }
}
