package dupin.ui.fx;

import dupin.service.Window;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// A window as the rows of a table: holds the pages that were looked at last and reads others in the background. A row
/// that is not there yet is null until its page arrives. FX thread.
final class WindowList<T> extends ObservableListBase<T> {
    static final int PAGE = 128;
    private static final int KEPT = 64;

    /// Pages that were scrolled over meanwhile are not worth reading.
    private static final int WAITING = 4;

    private final Window<T> window;
    private final ChangePump pump;
    private final Runnable arrived;
    private final Map<Integer, List<@Nullable T>> pages =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, List<@Nullable T>> eldest) {
                    return size() > KEPT;
                }
            };
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private int reading = -1;

    /// @param arrived a page has come
    WindowList(Window<T> window, ChangePump pump, Runnable arrived) {
        this.window = window;
        this.pump = pump;
        this.arrived = arrived;
    }

    Window<T> window() {
        return window;
    }

    /// Pages that were read ahead, by number.
    void take(Map<Integer, List<@Nullable T>> read) {
        pages.putAll(read);
    }

    @Override
    public int size() {
        return window.size();
    }

    @Override
    public @Nullable T get(int place) {
        T atHand = window.atHand(place);
        if (atHand != null) {
            return atHand;
        }
        List<@Nullable T> page = pages.get(place / PAGE);
        if (page == null) {
            want(place / PAGE);
            return null;
        }
        return page.get(place % PAGE);
    }

    /// Only among rows that are here: nothing is read for it.
    @Override
    public int indexOf(@Nullable Object row) {
        for (int page = 0; row != null && page * PAGE < size(); page++) {
            if (pages.containsKey(page) || window.atHand(page * PAGE) != null) {
                for (int at = page * PAGE; at < Math.min(size(), (page + 1) * PAGE); at++) {
                    if (row.equals(get(at))) {
                        return at;
                    }
                }
            }
        }
        return -1;
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return indexOf(row) >= 0;
    }

    private void want(int page) {
        if (page == reading || waiting.contains(page)) {
            return;
        }
        waiting.addFirst(page);
        while (waiting.size() > WAITING) {
            waiting.removeLast();
        }
        if (reading < 0) {
            read();
        }
    }

    private void read() {
        Integer next = waiting.pollFirst();
        if (next == null) {
            reading = -1;
            return;
        }
        reading = next;
        int from = next * PAGE;
        int to = Math.min(size(), from + PAGE);
        pump.once(() -> window.rows(from, to), rows -> took(next, rows));
    }

    private void took(int page, List<@Nullable T> rows) {
        pages.put(page, rows);
        read();
        beginChange();
        for (int i = 0; i < rows.size(); i++) {
            nextUpdate(page * PAGE + i);
        }
        endChange();
        arrived.run();
    }
}
