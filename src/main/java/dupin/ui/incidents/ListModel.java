package dupin.ui.incidents;

import dupin.model.row.WordCount;
import dupin.service.Window;
import dupin.ui.fx.ChangePump;
import dupin.ui.fx.Live;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;

/// The rows of a list that the store filters and sorts, kept fresh. Knows no control; FX thread.
///
/// @param <Q> what is asked for
/// @param <W> fields that have words to filter by
public class ListModel<T, Q, W> implements AutoCloseable {
    private final ReadOnlyObjectWrapper<Window<T>> rows;
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper(-1);
    private final Reads<T, Q, W> reads;
    private final int whole;
    private final Live<Answer<T, W>> live;
    private Map<W, List<WordCount>> words = Map.of();

    /// What the case is asked, in the background.
    ///
    /// @param total rows of the case, filtered or not
    /// @param words what filters can be set to
    /// @param id tells a row from its newer version
    record Reads<T, Q, W>(
            Function<Q, Window<T>> rows,
            IntSupplier total,
            Supplier<Map<W, List<WordCount>>> words,
            Function<T, ?> id) {}

    /// @param beside shows what else was read
    private record Answer<T, W>(Window<T> rows, int total, Map<W, List<WordCount>> words, Runnable beside) {}

    /// @param whole so many rows are read at once: they are there as soon as they are asked for
    ListModel(ChangePump pump, ReadOnlyObjectProperty<Q> query, Reads<T, Q, W> reads, int whole) {
        this.reads = reads;
        this.whole = whole;
        rows = new ReadOnlyObjectWrapper<>(Window.of(List.of(), reads.id()));
        live = pump.live(() -> ask(query.get()), this::show);
        query.addListener((_, _, next) -> live.replace(() -> ask(next)));
    }

    /// Reads only while the node, which shows the list, can be seen. FX thread.
    public void whileShown(Node list) {
        live.whileShown(list);
    }

    /// Something has changed that the list tells of; from any thread.
    public void invalidate() {
        live.invalidate();
    }

    public ReadOnlyObjectProperty<Window<T>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// What passes the filters.
    public Window<T> rows() {
        return rows.get();
    }

    /// Rows of the case, filtered or not; -1 until the first answer.
    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// What the filters can be set to.
    Map<W, List<WordCount>> words() {
        return words;
    }

    @Override
    public void close() {
        live.dispose();
    }

    private Answer<T, W> ask(Q query) {
        Window<T> found = reads.rows().apply(query);
        if (found.size() > 0 && found.size() <= whole) {
            found = Window.of(found.rows(0, found.size()).stream().filter(Objects::nonNull).toList(), reads.id());
        }
        return new Answer<>(found, reads.total().getAsInt(), reads.words().get(), beside());
    }

    /// Reads what else the view shows of the same changes, in the background.
    ///
    /// @return shows it, on the FX thread together with the rows: an answer of its own would be a frame of its own
    Runnable beside() {
        return () -> {};
    }

    private void show(Answer<T, W> answer) {
        words = answer.words();
        total.set(Math.max(answer.total(), answer.rows().size()));
        rows.set(answer.rows());
        answer.beside().run();
    }
}
