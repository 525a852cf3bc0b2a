package dupin.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The rows of a table and what is filtered from them. Knows no control; FX thread, or any one thread without a toolkit.
public final class Rows<T> {
    private final Function<T, String> haystack;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<List<T>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private List<T> all = List.of();
    private Predicate<T> only = _ -> true;

    /// @param haystack all that the text filter searches in
    public Rows(Function<T, String> haystack) {
        this.haystack = haystack;
        text.addListener((_, _, _) -> filter());
    }

    public void set(List<T> rows) {
        all = List.copyOf(rows);
        total.set(all.size());
        filter();
    }

    /// A filter besides the text.
    public void only(Predicate<T> predicate) {
        only = predicate;
        filter();
    }

    /// Words that a row must all contain, in any case; defanged ones match too.
    public StringProperty textProperty() {
        return text;
    }

    /// All rows, filtered or not.
    public List<T> all() {
        return all;
    }

    public ReadOnlyIntegerProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /// The rows that pass the filters; replaced as a whole.
    public ReadOnlyObjectProperty<List<T>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public List<T> shown() {
        return shown.get();
    }

    /// Whether rows exist and the filters hide all of them.
    public boolean hidden() {
        return !all.isEmpty() && shown.get().isEmpty();
    }

    private void filter() {
        List<String> words = words(text.get());
        var kept = new ArrayList<T>();
        for (T row : all) {
            if (only.test(row) && matches(row, words)) {
                kept.add(row);
            }
        }
        shown.set(List.copyOf(kept));
    }

    private boolean matches(T row, List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        String hay = haystack.apply(row).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(hay::contains);
    }

    private static List<String> words(String text) {
        String plain = Defang.refang(text).toLowerCase(Locale.ROOT).strip();
        return plain.isEmpty() ? List.of() : List.of(plain.split("\\s+"));
    }
}
