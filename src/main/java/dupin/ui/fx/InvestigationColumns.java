package dupin.ui.fx;

import dupin.model.Investigation;
import dupin.model.row.InvestigationRow;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The columns of investigations, those of one incident and those of the whole case. FX thread.
public final class InvestigationColumns {
    private static final Set<String> HIDDEN =
            Set.of(
                    "incident",
                    "detection",
                    "devices",
                    "groups",
                    "categories",
                    "tags",
                    "comments",
                    "threats",
                    "playbook",
                    "startedBy",
                    "ended",
                    "waiting");
    private static final Set<String> HIDDEN_IN_ALL =
            Set.of("service", "devices", "groups", "categories", "tags", "comments", "threats", "ended", "waiting");

    private InvestigationColumns() {}

    /// For those of one incident.
    public static List<DataColumn<InvestigationRow, ?>> ofIncident(InstantSource clock) {
        return hide(all(clock), HIDDEN);
    }

    /// For those of the whole case.
    public static List<DataColumn<InvestigationRow, ?>> ofCase(InstantSource clock) {
        return hide(all(clock), HIDDEN_IN_ALL);
    }

    private static List<DataColumn<InvestigationRow, ?>> hide(
            List<DataColumn<InvestigationRow, ?>> columns, Set<String> hidden) {
        columns.forEach(column -> column.setVisible(!hidden.contains(column.getId())));
        return Columns.filters(
                columns,
                "started",
                "title",
                "state",
                "service",
                "detection",
                "devices",
                "groups",
                "categories",
                "tags",
                "comments",
                "playbook",
                "startedBy");
    }

    private static List<DataColumn<InvestigationRow, ?>> all(InstantSource clock) {
        return List.of(
                Columns.text("title", Messages.text("investigations.trigger"), 300, of(Investigation::title)),
                Columns.mono("id", Messages.text("investigations.id"), 150, of(Investigation::id)),
                Columns.badge("state", Messages.text("investigations.status"), 170, r -> r.run().state(), Face::of),
                Columns.text("service", Messages.text("investigations.service"), 200, r -> names(r.serviceSources())),
                Columns.text(
                        "detection", Messages.text("investigations.detection"), 130, r -> names(r.detectionSources())),
                Columns.mono("incident", Messages.text("investigations.incident"), 120, of(Investigation::incidentId)),
                Columns.time("started", Messages.text("investigations.started"), r -> r.run().startedDateTime()),
                duration("duration", Messages.text("investigations.duration"), clock, InvestigationClock::elapsed),
                duration("pending", Messages.text("investigations.pending"), clock, InvestigationClock::pending),
                Columns.number(
                        "entities", Messages.text("investigations.entities"), 80, r -> r.run().entities().size()),
                Columns.number("actions", Messages.text("investigations.actions"), 80, InvestigationRow::actions),
                Columns.text(
                        "playbook",
                        Messages.text("investigations.playbook"),
                        150,
                        r -> CamelCase.sentence(r.run().playbookId())),
                Columns.text("startedBy", Messages.text("investigations.startedBy"), 120, of(Investigation::startedBy)),
                Columns.time("ended", Messages.text("investigations.ended"), r -> r.run().endedDateTime()),
                Columns.number("waiting", Messages.text("investigations.waiting"), 110, InvestigationRow::pending),
                Columns.number("threats", Messages.text("investigations.threats"), 80, InvestigationRow::threats),
                Columns.list("devices", Messages.text("investigations.devices"), 180, InvestigationRow::devices),
                Columns.list("groups", Messages.text("investigations.groups"), 150, InvestigationRow::groups),
                Columns.list(
                        "categories",
                        Messages.text("investigations.categories"),
                        150,
                        InvestigationColumns::categories),
                Columns.list("tags", Messages.text("investigations.tags"), 140, InvestigationRow::tags),
                Columns.number("comments", Messages.text("investigations.comments"), 90, InvestigationRow::comments));
    }

    /// Blank while there is nothing to tell, so that what took long is seen.
    private static DataColumn<InvestigationRow, Duration> duration(
            String id, String title, InstantSource clock, Function<InvestigationClock, Duration> part) {
        return Columns.span(id, title, row -> part.apply(InvestigationClock.of(row.run(), clock.instant())));
    }

    private static List<String> categories(InvestigationRow row) {
        return row.categories().stream().map(CamelCase::sentence).toList();
    }

    private static String names(List<String> sources) {
        return sources.stream().map(CamelCase::name).collect(Collectors.joining(", "));
    }

    private static Function<InvestigationRow, String> of(Function<Investigation, String> word) {
        return row -> word.apply(row.run());
    }
}
