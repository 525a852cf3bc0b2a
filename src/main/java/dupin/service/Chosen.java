package dupin.service;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Rows chosen for one deed, frozen with their exact number: rows that come later are not among them. Thread-safe.
///
/// @param to exclusive
public record Chosen<T>(Window<T> window, int from, int to) {
    private static final int PAGE = 1_000;

    public static <T> Chosen<T> all(Window<T> window) {
        return new Chosen<>(window, 0, window.size());
    }

    public static <T> Chosen<T> of(List<T> rows) {
        return all(Window.of(List.copyOf(rows), row -> row));
    }

    public int size() {
        return to - from;
    }

    /// Reads them page by page; rows that are no more are left out. In the background.
    public void each(Consumer<List<T>> page) {
        for (int at = from; at < to; at += PAGE) {
            page.accept(window.rows(at, Math.min(at + PAGE, to)).stream().filter(Objects::nonNull).toList());
        }
    }
}
