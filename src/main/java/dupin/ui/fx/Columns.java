package dupin.ui.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/// The kinds of columns that tables are made of. FX thread.
public final class Columns {
    private Columns() {}

    /// One line of text; the whole of it stands in the tooltip when it is cut.
    public static <T> DataColumn<T, String> text(String id, String title, double width, Function<T, String> value) {
        var column = new DataColumn<T, String>(id, title, width, value, value);
        column.setComparator(String.CASE_INSENSITIVE_ORDER);
        column.setCellFactory(_ -> new WordCell<>(false));
        return column.growing();
    }

    /// Several things in one line, with commas between them.
    public static <T> DataColumn<T, String> list(
            String id, String title, double width, Function<T, List<String>> values) {
        return Columns.<T>text(id, title, width, row -> String.join(", ", values.apply(row))).saying(values);
    }

    /// Offers what stands in the columns of these ids as filters of the table.
    public static <T> List<DataColumn<T, ?>> filters(List<DataColumn<T, ?>> columns, String... ids) {
        Set<String> offered = Set.of(ids);
        columns.stream().filter(column -> offered.contains(column.getId())).forEach(DataColumn::offer);
        return columns;
    }

    /// Paths, hashes, command lines: mono, cut in the middle.
    public static <T> DataColumn<T, String> mono(String id, String title, double width, Function<T, String> value) {
        var column = new DataColumn<T, String>(id, title, width, value, value);
        column.setComparator(String.CASE_INSENSITIVE_ORDER);
        column.getStyleClass().add("mono");
        column.setCellFactory(_ -> new WordCell<>(true));
        return column.growing();
    }

    public static <T> DataColumn<T, Long> number(String id, String title, double width, ToLongFunction<T> value) {
        var column =
                new DataColumn<T, Long>(
                        id, title, width, row -> value.applyAsLong(row), row -> Long.toString(value.applyAsLong(row)));
        column.getStyleClass().add("number");
        column.keyed(Long::longValue);
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable Long item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(item == null || empty ? "" : String.format(Locale.ROOT, "%,d", item));
                    }
                });
        return column;
    }

    /// UTC to the millisecond; unset times are blank and sort first.
    public static <T> DataColumn<T, Instant> time(String id, String title, Function<T, @Nullable Instant> value) {
        var column = new DataColumn<T, Instant>(id, title, 190, value::apply, row -> Times.full(value.apply(row)));
        column.setComparator(Comparator.nullsFirst(Comparator.naturalOrder()));
        column.keyed(time -> nanos(time, Long.MIN_VALUE + 1));
        column.getStyleClass().add("time");
        column.telling();
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable Instant item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty ? "" : Times.full(item));
                    }
                });
        return column;
    }

    /// Anything that has a [Face]; sorts by `order`, null first.
    ///
    /// Example: `Columns.badge("verdict", "Verdict", 150, Row::verdict, Face::of)`
    public static <T, V extends Comparable<? super V>> DataColumn<T, V> badge(
            String id, String title, double width, Function<T, @Nullable V> value, Function<@Nullable V, Face> face) {
        var column = new DataColumn<T, V>(id, title, width, value::apply, row -> face.apply(value.apply(row)).label());
        column.setComparator(Comparator.nullsFirst(Comparator.naturalOrder()));
        column.setCellFactory(_ ->
                new TableCell<>() {
                    private final Badge badge = new Badge();

                    {
                        setGraphic(badge);
                    }

                    @Override
                    protected void updateItem(@Nullable V item, boolean empty) {
                        super.updateItem(item, empty);
                        badge.setVisible(!empty && item != null);
                        if (badge.isVisible()) {
                            badge.show(face.apply(item));
                        }
                    }
                });
        return column;
    }

    /// How long something took; blank when it took none. Sorts by length.
    public static <T> DataColumn<T, Duration> span(String id, String title, Function<T, Duration> value) {
        var column = new DataColumn<T, Duration>(id, title, 128, value, row -> span(value.apply(row)));
        column.setComparator(Comparator.naturalOrder());
        column.keyed(Duration::toMillis);
        column.getStyleClass().add("number");
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable Duration item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(item == null || empty ? "" : span(item));
                    }
                });
        return column;
    }

    private static String span(Duration duration) {
        return duration.isZero() ? "" : Times.duration(duration);
    }

    /// Time left; turns amber in the last three days and red in the last. The view refreshes the table as time goes by.
    public static <T> DataColumn<T, Instant> countdown(
            String id, String title, InstantSource clock, Function<T, @Nullable Instant> expires) {
        var column =
                new DataColumn<T, Instant>(
                        id, title, 110, expires::apply, row -> Times.countdown(expires.apply(row), clock.instant()));
        column.setComparator(Comparator.nullsLast(Comparator.naturalOrder()));
        column.keyed(time -> nanos(time, Long.MAX_VALUE));
        column.getStyleClass().add("number");
        column.setCellFactory(_ ->
                new TableCell<>() {
                    private final Tip tip = new Tip(this, "");

                    @Override
                    protected void updateItem(@Nullable Instant item, boolean empty) {
                        super.updateItem(item, empty);
                        Instant now = clock.instant();
                        String style = empty ? "" : Urgency.of(item, now).style();
                        Styles.one(this, style, Urgency.SOON.style(), Urgency.URGENT.style());
                        setText(empty ? "" : Times.countdown(item, now));
                        tip.say(empty || item == null ? "" : Times.full(item));
                    }
                });
        return column;
    }

    /// Times beyond the years that nanoseconds can count are equal to the last of them.
    private static long nanos(@Nullable Instant time, long unset) {
        if (time == null) {
            return unset;
        }
        long seconds = Math.clamp(time.getEpochSecond(), -9_000_000_000L, 9_000_000_000L);
        return seconds * 1_000_000_000 + time.getNano();
    }

    /// Text of one line whose tooltip has the whole; `middle` cuts in the middle by the width of mono characters.
    private static final class WordCell<T> extends TableCell<T, String> {
        private static final double MONO_WIDTH = 7.2;
        private final boolean middle;
        private final Tip tip = new Tip(this, "");

        WordCell(boolean middle) {
            this.middle = middle;
            if (middle) {
                widthProperty().addListener((_, _, _) -> fit());
            }
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null || item.isEmpty()) {
                setText("");
                tip.say("");
                return;
            }
            tip.say(Elide.middle(item, 2_000));
            fit();
        }

        private void fit() {
            String item = getItem();
            if (item == null || isEmpty()) {
                return;
            }
            setText(
                    middle
                            ? Elide.middle(item, (int) Math.max(4, (getWidth() - 17) / MONO_WIDTH))
                            : Elide.middle(item, 400));
        }
    }
}
