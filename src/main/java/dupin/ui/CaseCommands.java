package dupin.ui;

import dupin.model.Incident;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.investigation.AlertOrders;
import dupin.ui.shell.Palette;
import java.util.ArrayList;
import java.util.List;

/// What can be done with the open case by name, from the command palette. FX thread.
final class CaseCommands {
    private final CasePages pages;
    private final CaseNavigation navigation;
    private final ListDeeds deeds;

    CaseCommands(CasePages pages, ListDeeds deeds) {
        this.pages = pages;
        navigation = pages.navigation();
        this.deeds = deeds;
    }

    /// What the command palette offers of the open case.
    List<Palette.Item> items() {
        IncidentWorkspace workspace = pages.workspace();
        var items = new ArrayList<Palette.Item>();
        for (Incident.Status status :
                List.of(Incident.Status.ACTIVE, Incident.Status.IN_PROGRESS, Incident.Status.RESOLVED)) {
            items.add(
                    item(
                            Icon.INCIDENT,
                            Messages.text("window.setStatus", status.label()),
                            () -> deeds.setStatus(workspace.chosen(), status)));
        }
        items.add(item(Icon.USER, Messages.text("window.assignToMe"), () -> deeds.assignToMe(workspace.chosen())));
        items.add(
                item(
                        Icon.INVESTIGATION,
                        Messages.text("window.initiate"),
                        () -> deeds.initiateInvestigation(workspace.chosen())));
        items.add(item(Icon.EDIT, Messages.text("window.manageAlert"), () -> navigation.onAlert(AlertOrders::manage)));
        items.add(item(Icon.LINK, Messages.text("window.linkAlert"), () -> navigation.onAlert(AlertOrders::link)));
        items.add(item(Icon.FILTER, Messages.text("window.tuneAlert"), () -> navigation.onAlert(AlertOrders::tune)));
        items.add(item(Icon.LINK, Messages.text("window.merge"), () -> deeds.merge(workspace.chosenRows())));
        items.add(
                item(
                        Icon.UNDO,
                        Messages.text("window.unmerge"),
                        () -> workspace.chosenRows().stream().limit(1).forEach(deeds::unmerge)));
        items.add(
                item(
                        Icon.FILTER,
                        Messages.text("window.clearFilters"),
                        () -> navigation.onIncidents(pages.incidents().filters()::clear)));
        workspace
                .commands()
                .all()
                .forEach(one ->
                        items.add(
                                new Palette.Item(
                                        one.icon(),
                                        one.name(),
                                        one.letter(),
                                        () -> navigation.onIncidents(one.act()))));
        items.add(item(Icon.IMAGE, Messages.text("graph.export", "PNG"), workspace.export()::png));
        items.add(item(Icon.EXPORT, Messages.text("graph.export", "SVG"), workspace.export()::svg));
        workspace
                .graph()
                .commands()
                .forEach(c ->
                        items.add(
                                new Palette.Item(
                                        c.icon(),
                                        Messages.text("window.graphCommand", c.text()),
                                        c.keys(),
                                        () -> navigation.onIncidents(c.act()))));
        return items;
    }

    private static Palette.Item item(Icon icon, String label, Runnable act) {
        return new Palette.Item(icon, label, "", act);
    }
}
