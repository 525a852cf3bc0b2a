package dupin.ui.fx;

import dupin.service.Chosen;
import dupin.service.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/// What every table does with rows, few or a million: shows a window of them, keeps selection and scroll position when a
/// newer one comes, and takes the choice of very many as a frozen set. FX thread; long windows are read in the background.
public final class WindowedTable<T> {
    /// So many rows can be looked through while a frame is drawn.
    private static final int FEW = 20_000;

    /// Up to so many rows are selected one by one; more are frozen as a stretch.
    private static final int SELECTED = 2_000;

    /// So many rows stand above one that is brought into view.
    private static final int ABOVE = 2;

    private static final PseudoClass FROZEN = PseudoClass.getPseudoClass("frozen");

    private final TableView<T> table;
    private final ChangePump pump;
    private final Function<? super T, ?> id;
    private final ReadOnlyObjectWrapper<@Nullable Chosen<T>> frozen = new ReadOnlyObjectWrapper<>();
    private final Live<Ready<T>> live;
    private Window<T> shown;

    /// What was asked for last: an answer that comes after another question is not shown.
    private Window<T> wanted;

    private Consumer<T> selected = _ -> {};
    private boolean silent;

    /// What was read before a window is shown.
    private record Ready<T>(Window<T> window, Map<Integer, List<@Nullable T>> pages, int[] places, int top) {}

    /// What somebody looks at, to be found again in another window.
    private record Look(List<Object> ids, @Nullable Object top, int first, int rows) {}

    public WindowedTable(TableView<T> table, ChangePump pump, Function<? super T, ?> id) {
        this.table = table;
        this.pump = pump;
        this.id = id;
        shown = Window.of(List.of(), id);
        wanted = shown;
        live = pump.live(() -> new Ready<>(shown, Map.of(), new int[0], -1), this::put);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((_, _, row) -> {
                    if (!silent && row != null) {
                        selected.accept(row);
                    }
                });
        table.getSelectionModel()
                .getSelectedIndices()
                .subscribe(() -> {
                    if (!silent) {
                        frozen.set(null);
                    }
                });
        frozen.addListener((_, _, some) -> table.pseudoClassStateChanged(FROZEN, some != null && all(some)));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    /// The row that the user moves to; not rows that are refreshed or selected by [#select].
    public void onSelect(Consumer<T> consumer) {
        selected = consumer;
    }

    /// Very many rows that were chosen at once; null while rows are selected one by one.
    public ReadOnlyObjectProperty<@Nullable Chosen<T>> frozenProperty() {
        return frozen.getReadOnlyProperty();
    }

    /// What a deed is done to: the frozen set, or the selected rows.
    public Chosen<T> chosen() {
        Chosen<T> some = frozen.get();
        return some != null
                ? some
                : Chosen.of(table.getSelectionModel().getSelectedItems().stream().filter(r -> r != null).toList());
    }

    /// All rows as a frozen set.
    public void chooseAll() {
        freeze(0, shown.size());
    }

    /// Lets go of a frozen set: what is shown is about to be something else.
    public void thaw() {
        frozen.set(null);
    }

    public Window<T> shown() {
        return shown;
    }

    /// Shows the window: at once when its rows are at hand, else as soon as those that will be seen were read.
    public void show(Window<T> window) {
        boolean atHand = window.size() == 0 || window.atHand(0) != null;
        Look look = look();
        wanted = window;
        if (atHand && (window.size() <= FEW || look.ids.isEmpty())) {
            put(ready(window, look));
        } else {
            live.replace(() -> ready(window, look));
        }
    }

    /// Shows other rows from their beginning, with none selected.
    public void begin(Window<T> window) {
        showAt(window, 0);
    }

    /// Shows other rows with one of them selected and in view, without telling anybody.
    public void show(Window<T> window, int place) {
        showAt(window, Math.max(0, place - ABOVE), place);
    }

    private void showAt(Window<T> window, int top, int... chosen) {
        var look = new Look(List.of(), null, top, rows());
        wanted = window;
        live.replace(() -> new Ready<>(window, ready(window, look).pages, chosen, top));
    }

    /// Selects the row of the id without telling anybody.
    ///
    /// @param found told whether there is such a row
    public void select(Object rowId, Consumer<Boolean> found) {
        Window<T> window = shown;
        boolean atHand = window.size() == 0 || window.atHand(0) != null;
        if (atHand) {
            found.accept(mark(window.places(List.of(rowId))));
        } else {
            pump.once(() -> window.places(List.of(rowId)), places -> found.accept(window == shown && mark(places)));
        }
    }

    private boolean mark(int[] places) {
        if (places.length == 0) {
            return false;
        }
        if (table.getSelectionModel().getSelectedIndex() != places[0]
                || table.getSelectionModel().getSelectedIndices().size() > 1) {
            silently(() -> table.getSelectionModel().clearAndSelect(places[0]));
        }
        if (!Scrolls.visible(table, places[0])) {
            table.scrollTo(Math.max(0, places[0] - ABOVE));
        }
        return true;
    }

    void silently(Runnable act) {
        boolean before = silent;
        silent = true;
        act.run();
        silent = before;
    }

    private Look look() {
        Scrolls.Place place = Scrolls.of(table);
        var ids = new ArrayList<Object>();
        for (T row : List.copyOf(new ArrayList<>(table.getSelectionModel().getSelectedItems()))) {
            if (row != null) {
                ids.add(id.apply(row));
            }
        }
        Object top = place.first() > 0 && place.row() != null ? idOf(place.row()) : null;
        return new Look(ids, top, Math.max(0, place.first()), rows());
    }

    /// How many can be seen at once.
    private int rows() {
        return Math.max(1, (int) Math.ceil(table.getHeight() / Math.max(1, table.getFixedCellSize())) + 1);
    }

    @SuppressWarnings("unchecked")
    private Object idOf(Object row) {
        return id.apply((T) row);
    }

    private Ready<T> ready(Window<T> window, Look look) {
        int top = look.first;
        if (look.top != null) {
            int[] now = window.places(List.of(look.top));
            top = now.length > 0 ? now[0] : Math.min(top, window.size() - 1);
        }
        var pages = new HashMap<Integer, List<@Nullable T>>();
        if (window.size() > 0 && window.atHand(0) == null) {
            int last = Math.min(window.size() - 1, top + look.rows);
            for (int page = Math.max(0, top) / WindowList.PAGE; page <= last / WindowList.PAGE; page++) {
                int from = page * WindowList.PAGE;
                pages.put(page, window.rows(from, Math.min(window.size(), from + WindowList.PAGE)));
            }
        }
        return new Ready<>(window, pages, window.places(look.ids), look.first > 0 ? top : -1);
    }

    private void put(Ready<T> ready) {
        if (!ready.window.equals(wanted)) {
            return;
        }
        shown = ready.window;
        var list = new WindowList<>(ready.window, pump, this::arrived);
        list.take(ready.pages);
        silently(() -> {
            Tables.replace(table, list);
            var model = table.getSelectionModel();
            model.clearSelection();
            int[] places = ready.places;
            if (places.length > 0) {
                model.selectIndices(places[0], Arrays.copyOfRange(places, 1, places.length));
            }
            if (ready.top >= 0 && Scrolls.of(table).first() != ready.top) {
                table.scrollTo(ready.top);
            }
        });
    }

    /// A row may have been walked to before it was there.
    private void arrived() {
        var model = table.getSelectionModel();
        int at = model.getSelectedIndex();
        if (at >= 0 && at < table.getItems().size() && model.getSelectedItem() == null) {
            if (table.getItems().get(at) != null) {
                model.clearAndSelect(at);
            }
        }
    }

    private void freeze(int from, int to) {
        silently(() -> table.getSelectionModel().clearSelection());
        frozen.set(new Chosen<>(shown, from, to));
    }

    private boolean all(Chosen<T> some) {
        return some.size() == some.window().size();
    }

    private void pressed(KeyEvent e) {
        int rows = shown.size();
        if (rows <= SELECTED) {
            return;
        }
        int at = Math.max(0, table.getFocusModel().getFocusedIndex());
        if (e.isShortcutDown() && e.getCode() == KeyCode.A) {
            chooseAll();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE && frozen.get() != null) {
            frozen.set(null);
            e.consume();
        } else if (e.isShiftDown() && e.getCode() == KeyCode.END && rows - at > SELECTED) {
            freeze(at, rows);
            e.consume();
        } else if (e.isShiftDown() && e.getCode() == KeyCode.HOME && at > SELECTED) {
            freeze(0, at + 1);
            e.consume();
        }
    }

    private void pressed(MouseEvent e) {
        int at = table.getFocusModel().getFocusedIndex();
        int to = Scrolls.rowAt(e.getTarget());
        if (e.isShiftDown() && at >= 0 && to >= 0 && Math.abs(to - at) > SELECTED) {
            freeze(Math.min(at, to), Math.max(at, to) + 1);
            e.consume();
        } else if (to >= 0 && e.isPrimaryButtonDown()) {
            frozen.set(null);
        }
    }
}
