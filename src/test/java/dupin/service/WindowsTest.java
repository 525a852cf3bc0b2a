package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class WindowsTest {
    private final Window<String> rows = Window.of(List.of("a", "b", "c", "d", "e"), Function.identity());

    @Test
    void turnedIsTheSameFromTheOtherEnd() {
        Window<String> turned = rows.turned();
        assertThat(turned.rows(0, 5)).containsExactly("e", "d", "c", "b", "a");
        assertThat(turned.rows(1, 3)).containsExactly("d", "c");
        assertThat(turned.places(List.of("a", "d", "z"))).containsExactly(1, 4);
        assertThat(turned.atHand(0)).isEqualTo("e");
        assertThat(turned.turned()).isSameAs(rows);
    }

    @Test
    void theFirstFewAreNoMoreThanThere() {
        Window<String> first = rows.first(3);
        assertThat(first.size()).isEqualTo(3);
        assertThat(first.rows(1, 3)).containsExactly("b", "c");
        assertThat(first.places(List.of("b", "e"))).containsExactly(1);
        assertThat(rows.first(9)).isSameAs(rows);
        assertThat(first.turned().rows(0, 3)).containsExactly("c", "b", "a");
    }
}
