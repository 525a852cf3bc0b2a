package dupin.store;

import dupin.model.Incident;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The table of incidents and the questions of the incident list.
final class IncidentRows {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final int MAX_WORDS = 20;

    private IncidentRows() {}

    /// @param titles of alerts, by id
    /// @return how many of them are new
    static int put(Handle handle, List<Incident> incidents, Map<String, String> titles) {
        if (incidents.isEmpty()) {
            return 0;
        }
        int fresh = Rows.missing(handle, "incident", incidents.stream().map(Incident::id).toList());
        var merge =
                handle.prepareBatch(
                        "MERGE INTO incident (id, name_key, severity, status, verdict, investigation_state, categories, active_alerts, alerts,"
                                + " impacted_assets, pending_actions, service_sources, detection_sources, first_activity, last_activity, last_update,"
                                + " assigned_to, classification, tags, search_text) KEY (id)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (Incident i : incidents) {
            int assets = i.devices().size() + i.users().size() + i.mailboxes().size();
            merge.add(
                    i.id(),
                    lower(i.name()),
                    i.severity().ordinal(),
                    i.status().ordinal(),
                    i.verdict() == null ? -1 : i.verdict().ordinal(),
                    i.investigationState() == null ? -1 : i.investigationState().ordinal(),
                    list(i.categories()),
                    i.activeAlerts(),
                    i.alertIds().size(),
                    assets,
                    i.pendingActions(),
                    list(i.serviceSources()),
                    list(i.detectionSources()),
                    Ticks.of(i.firstActivity()),
                    Ticks.of(i.lastActivity()),
                    Ticks.of(i.lastUpdate()),
                    lower(i.assignedTo()),
                    lower(i.classification()),
                    list(i.tags()),
                    searchText(i, AlertRows.titles(handle, i.alertIds(), titles)));
        }
        merge.execute();
        return fresh;
    }

    /// @return how many there were
    static int remove(Handle handle, List<String> ids) {
        int gone = 0;
        for (String id : ids) {
            gone += handle.execute("DELETE FROM incident WHERE id = ?", id);
        }
        return gone;
    }

    private static String searchText(Incident i, String titles) {
        return lower(i.id())
                + "\n"
                + lower(i.name())
                + list(i.devices())
                + list(i.users())
                + list(i.mailboxes())
                + list(i.tags())
                + titles;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// The items in lower case, each between line feeds, so that a whole item can be found.
    private static String list(Collection<String> items) {
        return items.isEmpty()
                ? ""
                : items.stream().map(i -> lower(i).replace('\n', ' ')).collect(Collectors.joining("\n", "\n", "\n"));
    }

    static List<String> ids(Handle handle, IncidentFilter filter, IncidentSort sort, boolean ascending) {
        var where = new ArrayList<String>();
        var values = new ArrayList<Object>();
        any(where, values, "severity", filter.severities());
        any(where, values, "status", filter.statuses());
        any(where, values, "verdict", filter.verdicts());
        any(where, values, "investigation_state", filter.investigationStates());
        anyItem(where, values, filter.categories(), "categories");
        anyItem(where, values, filter.sources(), "service_sources", "detection_sources");
        anyItem(where, values, filter.tags(), "tags");
        String assignee = filter.assignedTo();
        if (assignee != null) {
            where.add("assigned_to = ?");
            values.add(lower(assignee));
        }
        if (filter.pendingActions()) {
            where.add("pending_actions > 0");
        }
        if (filter.activeFrom() != null) {
            where.add("last_activity >= ?");
            values.add(Ticks.of(filter.activeFrom()));
        }
        if (filter.activeTo() != null) {
            where.add("last_activity < ?");
            values.add(Ticks.of(filter.activeTo()));
        }
        SPACE.splitAsStream(lower(filter.text().strip()))
                .filter(w -> !w.isEmpty())
                .limit(MAX_WORDS)
                .forEach(word -> {
                    where.add("LOCATE(?, search_text) > 0");
                    values.add(word);
                });
        String direction = ascending ? "" : " DESC";
        String order = sort == IncidentSort.ID ? "id" + direction : sort.column() + direction + ", id" + direction;
        String condition = where.isEmpty() ? "" : " WHERE " + String.join(" AND ", where);
        return handle.select("SELECT id FROM incident" + condition + " ORDER BY " + order, values.toArray())
                .mapTo(String.class)
                .list();
    }

    private static void any(
            List<String> where, List<Object> values, String column, Collection<? extends Enum<?>> wanted) {
        if (!wanted.isEmpty()) {
            where.add(column + " IN (" + "?, ".repeat(wanted.size() - 1) + "?)");
            wanted.stream().map(Enum::ordinal).sorted().forEach(values::add);
        }
    }

    private static void anyItem(List<String> where, List<Object> values, Collection<String> wanted, String... columns) {
        var options = new ArrayList<String>();
        for (String item : wanted.stream().sorted().toList()) {
            for (String column : columns) {
                options.add("LOCATE(?, " + column + ") > 0");
                values.add("\n" + lower(item) + "\n");
            }
        }
        if (!options.isEmpty()) {
            where.add("(" + String.join(" OR ", options) + ")");
        }
    }
}
