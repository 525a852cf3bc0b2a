package dupin.service;

import dupin.engine.hunt.HuntFilter;
import dupin.engine.hunt.HuntOrder;
import dupin.engine.hunt.HuntSubject;
import dupin.model.hunt.HuntQuery;
import dupin.store.Passed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/// Takes the rows of one hunt as they come and keeps those that fit, never more than the query takes. For one thread.
final class Gathering implements Passed {
    static final int USUAL = 1_000;
    private static final long MOST_LOOKED = 5_000_000;
    private static final int PULSE = 1_024;

    private final HuntFilter filter;
    private final HuntOrder order;
    private final boolean sorted;
    private final int limit;
    private final Progress progress;
    private final PriorityQueue<HuntOrder.Placed> best;
    private final Set<String> unknown;
    private long looked;
    private long pulse = PULSE;
    private long matched;
    private boolean more;

    /// @param sorted whether rows come in the query's order already, so that the first are the ones to keep
    Gathering(HuntQuery query, Instant now, boolean sorted, Progress progress) {
        filter = new HuntFilter(query.where(), now);
        order = new HuntOrder(query.sort());
        this.sorted = sorted;
        this.progress = progress;
        limit = query.take() == 0 ? USUAL : query.take();
        best = new PriorityQueue<>(Collections.reverseOrder(order));
        unknown = new TreeSet<>(query.attributes());
    }

    /// @return whether further rows are wanted
    /// @throws java.util.concurrent.CancellationException when the hunt is called off
    boolean take(HuntSubject row) {
        rows(1);
        if (!unknown.isEmpty()) {
            row.attributes().keySet().forEach(this::attribute);
        }
        if (filter.fits(row)) {
            if (sorted && best.size() == limit) {
                more = true;
                return false;
            }
            matched++;
            best.add(order.place(row));
            if (best.size() > limit) {
                best.poll();
            }
        }
        if (looked >= MOST_LOOKED) {
            more = true;
            return false;
        }
        return true;
    }

    @Override
    public void attribute(String name) {
        unknown.removeIf(name::equalsIgnoreCase);
    }

    /// Rows that were looked at, the last ones without reading them.
    @Override
    public void rows(int count) {
        looked += count;
        if (looked >= pulse) {
            pulse = looked + PULSE;
            progress.check();
            progress.report("", looked, 0);
        }
    }

    /// What is kept, in order.
    List<HuntSubject> rows() {
        var rows = new ArrayList<>(best);
        rows.sort(order);
        return rows.stream().map(HuntOrder.Placed::row).toList();
    }

    long looked() {
        return looked;
    }

    long matched() {
        return matched;
    }

    boolean more() {
        return more;
    }

    List<String> unknown() {
        return List.copyOf(unknown);
    }
}
