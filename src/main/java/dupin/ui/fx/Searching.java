package dupin.ui.fx;

import dupin.service.Found;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// What is typed, searched for in the background: only the last words are answered, and the answer is asked for again until
/// it is whole. FX thread.
public final class Searching<T> {
    private final Function<String, Found<T>> find;
    private final Live<Found<T>> live;

    /// @param find called in the background with stripped words that are not empty
    /// @param show told each answer; nothing found for no words
    public Searching(ChangePump pump, Function<String, Found<T>> find, Consumer<Found<T>> show) {
        this.find = find;
        live = pump.live(() -> Found.whole(List.of()), found -> show(found, show));
    }

    public void ask(String typed) {
        String words = typed.strip();
        live.replace(() -> words.isEmpty() ? Found.whole(List.of()) : find.apply(words));
    }

    private void show(Found<T> found, Consumer<Found<T>> show) {
        show.accept(found);
        if (!found.whole()) {
            live.invalidate();
        }
    }

    /// No answer comes any more.
    public void dispose() {
        live.dispose();
    }
}
