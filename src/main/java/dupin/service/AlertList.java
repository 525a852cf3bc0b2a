package dupin.service;

import dupin.engine.AlertRows;
import dupin.engine.CaseState;
import dupin.model.Alert;
import dupin.model.row.AlertField;
import dupin.model.row.AlertQuery;
import dupin.model.row.AlertRow;
import dupin.model.row.WordCount;
import dupin.store.AlertIndex;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The list of all alerts: read from the fold when it is first asked for, and brought up to it before each answer by what
/// has changed since. Changes are only noted, so that an investigation does not pay for a list that nobody looks at.
/// Thread-safe; answers may take a while, background only.
final class AlertList {
    /// So many are read in one go: whoever writes waits no longer for it.
    private static final int STRETCH = 1_000;

    /// A menu cannot show more.
    private static final int MOST_WORDS = 200;

    private final CaseReads live;
    private final AlertIndex index = new AlertIndex();
    private final Object news = new Object();

    /// What has changed since the index was brought up; guarded by [#news].
    private Set<String> alerts = new HashSet<>();

    private Set<String> incidents = new HashSet<>();
    private boolean listening;

    AlertList(CaseReads live) {
        this.live = live;
    }

    /// From the committing thread.
    void changed(Change change) {
        synchronized (news) {
            if (listening) {
                alerts.addAll(change.alerts());
                incidents.addAll(change.incidents());
            }
        }
    }

    Window<AlertRow> window(AlertQuery query) {
        bringUp();
        return new AlertWindow(live, index.find(query));
    }

    /// What the alerts say, for filters.
    Map<AlertField, List<WordCount>> words() {
        bringUp();
        var words = new EnumMap<AlertField, List<WordCount>>(AlertField.class);
        Arrays.stream(AlertField.values())
                .filter(field -> field.kind() == AlertField.Kind.WORDS)
                .forEach(field -> words.put(field, index.words(field, MOST_WORDS)));
        return words;
    }

    private synchronized void bringUp() {
        Set<String> stale;
        Set<String> whole;
        boolean first;
        synchronized (news) {
            first = !listening;
            listening = true;
            stale = alerts;
            whole = incidents;
            alerts = new HashSet<>();
            incidents = new HashSet<>();
        }
        // What changes from here on is noted again: it may be read twice, but never missed.
        take(live.read(state -> first ? ids(state.alerts()) : ids(state, stale, whole)));
    }

    private static List<String> ids(CaseState state, Set<String> alerts, Set<String> incidents) {
        var ids = new TreeSet<>(alerts);
        incidents.forEach(incident -> ids.addAll(ids(state.alertsOf(incident))));
        return List.copyOf(ids);
    }

    private static List<String> ids(Collection<Alert> alerts) {
        return alerts.stream().map(Alert::id).toList();
    }

    private void take(List<String> ids) {
        for (int from = 0; from < ids.size(); from += STRETCH) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + STRETCH));
            var gone = new ArrayList<String>();
            List<AlertRow> rows = live.read(state -> rows(state, some, gone));
            index.put(rows, gone);
        }
    }

    private static List<AlertRow> rows(CaseState state, List<String> ids, List<String> gone) {
        var rows = new ArrayList<AlertRow>(ids.size());
        for (String id : ids) {
            AlertRows.of(state, id).ifPresentOrElse(rows::add, () -> gone.add(id));
        }
        return rows;
    }
}
