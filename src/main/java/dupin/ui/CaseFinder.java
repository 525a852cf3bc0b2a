package dupin.ui;

import dupin.model.Incident;
import dupin.service.Desk;
import dupin.service.Found;
import dupin.service.IncidentQuery;
import dupin.service.Window;
import dupin.ui.fx.Icon;
import dupin.ui.shell.Palette;
import java.util.ArrayList;
import java.util.Objects;

/// What the command palette finds in the open case by words: incidents, then entities. Background.
final class CaseFinder {
    private static final int INCIDENTS = 8;
    private static final int ENTITIES = 20;

    private final Desk desk;
    private final CaseNavigation navigation;

    CaseFinder(Desk desk, CaseNavigation navigation) {
        this.desk = desk;
        this.navigation = navigation;
    }

    Found<Palette.Item> find(String words) {
        var found = new ArrayList<Palette.Item>();
        Window<Incident> named = desk.window(IncidentQuery.ALL.searched(words));
        named.rows(0, Math.min(INCIDENTS, named.size())).stream()
                .filter(Objects::nonNull)
                .forEach(i ->
                        found.add(
                                new Palette.Item(Icon.INCIDENT, i.name(), i.id(), () -> navigation.incident(i.id()))));
        Found<Desk.Hit> entities = desk.search(words, ENTITIES);
        entities.things()
                .forEach(hit ->
                        found.add(
                                new Palette.Item(
                                        Icon.of(hit.entity().kind()),
                                        hit.label(),
                                        hit.entity().kind().label(),
                                        () -> navigation.asset(hit.entity()))));
        return new Found<>(found, entities.whole());
    }
}
