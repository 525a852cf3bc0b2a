package dupin.engine.hunt;

import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntQuery;
import dupin.model.hunt.HuntTerm;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The order that a query asks for: rows without a value first, numbers before text; equal rows by time, then by where they
/// stand, from the end where the latest comes first. Pure.
public final class HuntOrder implements Comparator<HuntOrder.Placed> {
    private static final Comparator<Instant> TIMES = Comparator.nullsFirst(Comparator.naturalOrder());

    /// A row and what it is sorted by, read once.
    public record Placed(HuntSubject row, List<Key> keys) {}

    /// One value to sort by.
    ///
    /// @param rank 0 without a value, 1 for numbers and times, 2 for text
    record Key(int rank, BigDecimal number, String text) {}

    private static final Key NONE = new Key(0, BigDecimal.ZERO, "");

    private final List<HuntQuery.Sort> sort;
    private final boolean latestFirst;

    public HuntOrder(List<HuntQuery.Sort> sort) {
        this.sort = sort;
        latestFirst = !sort.isEmpty() && sort.getLast().descending() && sort.getLast().term().field() == HuntField.TIME;
    }

    public Placed place(HuntSubject row) {
        var keys = new ArrayList<Key>(sort.size());
        for (HuntQuery.Sort by : sort) {
            keys.add(key(row, by.term()));
        }
        return new Placed(row, keys);
    }

    private static Key key(HuntSubject row, HuntTerm term) {
        if (term.field() == HuntField.TIME) {
            Instant time = row.time();
            return time == null
                    ? NONE
                    : new Key(
                            1,
                            BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)),
                            "");
        }
        List<String> values = HuntReading.values(row, term);
        if (values.isEmpty()) {
            return NONE;
        }
        Optional<BigDecimal> number = HuntFilter.number(values.getFirst());
        return number.isPresent() ? new Key(1, number.get(), "") : new Key(2, BigDecimal.ZERO, values.getFirst());
    }

    @Override
    public int compare(Placed a, Placed b) {
        for (int i = 0; i < sort.size(); i++) {
            int order = compare(a.keys().get(i), b.keys().get(i));
            if (order != 0) {
                return sort.get(i).descending() ? -order : order;
            }
        }
        int byTime = TIMES.compare(a.row().time(), b.row().time());
        if (byTime != 0) {
            return byTime;
        }
        int byPlace = a.row().id().compareTo(b.row().id());
        return latestFirst ? -byPlace : byPlace;
    }

    private static int compare(Key a, Key b) {
        int byRank = Integer.compare(a.rank(), b.rank());
        if (byRank != 0) {
            return byRank;
        }
        int byNumber = a.number().compareTo(b.number());
        return byNumber != 0 ? byNumber : String.CASE_INSENSITIVE_ORDER.compare(a.text(), b.text());
    }
}
