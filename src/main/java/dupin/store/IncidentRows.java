package dupin.store;

import dupin.model.Incident;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/// The table of incidents.
final class IncidentRows {

    private IncidentRows() {}

    /// Columns in the order of their values; the id first, the text that is searched last.
    static final List<String> COLUMNS =
            List.of(
                    "id",
                    "name_key",
                    "severity",
                    "status",
                    "verdict",
                    "investigation_state",
                    "categories",
                    "active_alerts",
                    "alerts",
                    "impacted_assets",
                    "pending_actions",
                    "service_sources",
                    "detection_sources",
                    "first_activity",
                    "last_activity",
                    "last_update",
                    "assigned_to",
                    "classification",
                    "tags",
                    "device_groups",
                    "platforms",
                    "threats",
                    "policies",
                    "subscriptions",
                    "data_sensitivity",
                    "search_text");

    /// @param titles of alerts, by id
    static List<Object[]> values(Handle handle, List<Incident> incidents, Map<String, String> titles) {
        return incidents.stream().map(i -> values(i, AlertRows.titles(handle, i.alertIds(), titles))).toList();
    }

    /// @return how many of them are new
    static int put(Handle handle, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return 0;
        }
        int fresh = Rows.missing(handle, "incident", rows.stream().map(row -> (String) row[0]).toList());
        var merge =
                handle.prepareBatch(
                        "MERGE INTO incident ("
                                + String.join(", ", COLUMNS)
                                + ") KEY (id) VALUES ("
                                + "?, ".repeat(COLUMNS.size() - 1)
                                + "?)");
        rows.forEach(merge::add);
        merge.execute();
        return fresh;
    }

    private static Object[] values(Incident i, String titles) {
        return new Object[] {
            i.id(),
            lower(i.name()),
            i.severity().ordinal(),
            i.status().ordinal(),
            i.verdict() == null ? -1 : i.verdict().ordinal(),
            i.investigationState() == null ? -1 : i.investigationState().ordinal(),
            list(i.categories()),
            i.activeAlerts(),
            i.alertIds().size(),
            i.devices().size() + i.users().size() + i.mailboxes().size(),
            i.pendingActions(),
            list(i.serviceSources()),
            list(i.detectionSources()),
            Ticks.of(i.firstActivity()),
            Ticks.of(i.lastActivity()),
            Ticks.of(i.lastUpdate()),
            i.assignedTo(),
            i.classification(),
            list(i.tags()),
            list(i.facets().deviceGroups()),
            list(i.facets().platforms()),
            list(i.facets().threats()),
            list(i.facets().policies()),
            list(i.facets().subscriptions()),
            list(i.facets().dataSensitivity()),
            searchText(i, titles)
        };
    }

    /// Ids of the incidents with the newest activity: a first sight of a long list, in the order of an index.
    static List<String> newest(Handle handle, int limit) {
        return handle.select("SELECT id FROM incident ORDER BY last_activity DESC, id DESC LIMIT ?", limit)
                .mapTo(String.class)
                .list();
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
        return lower(
                i.id()
                        + "\n"
                        + i.name()
                        + list(i.devices())
                        + list(i.users())
                        + list(i.mailboxes())
                        + list(i.tags())
                        + titles);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// The items, each between line feeds, so that a whole item can be found.
    private static String list(Collection<String> items) {
        return items.isEmpty()
                ? ""
                : items.stream().map(i -> i.replace('\n', ' ')).collect(Collectors.joining("\n", "\n", "\n"));
    }
}
