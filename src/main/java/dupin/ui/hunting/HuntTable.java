package dupin.ui.hunting;

import dupin.model.EntityKind;
import dupin.model.LinkRole;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntQuery;
import dupin.model.hunt.HuntSource.Rows;
import dupin.service.HuntRow;
import dupin.ui.fx.Columns;
import dupin.ui.fx.EmptyState;
import dupin.ui.fx.Frame;
import dupin.ui.fx.Icon;
import dupin.ui.fx.Messages;
import dupin.ui.fx.TablePane;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.TableColumn;

/// The table for the rows of a query: a column for each field of its source, named as the language names it, of which the
/// usual ones and those that the query speaks of are shown. FX thread.
final class HuntTable {
    private static final String WHAT = "what";

    private static final Set<HuntField> EVENTS =
            Set.of(
                    HuntField.TIME,
                    HuntField.DEVICE,
                    HuntField.ACTION,
                    HuntField.USER,
                    HuntField.PROCESS,
                    HuntField.COMMAND_LINE);
    private static final Set<HuntField> ALERTS =
            Set.of(
                    HuntField.TIME,
                    HuntField.SEVERITY,
                    HuntField.TITLE,
                    HuntField.CATEGORY,
                    HuntField.STATUS,
                    HuntField.DEVICE,
                    HuntField.USER,
                    HuntField.INCIDENT);
    private static final Set<HuntField> ENTITIES =
            Set.of(HuntField.KIND, HuntField.NAME, HuntField.VERDICT, HuntField.DEVICE, HuntField.INCIDENT);

    private HuntTable() {}

    static TablePane<HuntRow> of(Frame frame, HuntQuery query) {
        Rows rows = query.source().rows();
        List<String> shown = shown(query);
        var columns = new ArrayList<TableColumn<HuntRow, ?>>();
        for (HuntField field : HuntField.list(rows)) {
            if (field == HuntField.ANY || field == HuntField.ENTITY) {
                continue;
            }
            TableColumn<HuntRow, ?> column = column(field);
            column.setVisible(shown.contains(field.word()));
            columns.add(column);
            if (field == HuntField.ACTION) {
                columns.add(Columns.mono(WHAT, Messages.text("hunting.what"), 220, HuntRow::what));
            }
        }
        for (String name : query.attributes()) {
            columns.add(Columns.mono("[" + name + "]", "[" + name + "]", 160, row -> attribute(row, name)));
        }
        var empty = new EmptyState(Icon.HUNTING, Messages.text("hunting.none"), Messages.text("hunting.noneHelp"));
        var pane = new TablePane<HuntRow>(frame, "hunt.csv", HuntRow::id, empty, columns);
        pane.table().setAccessibleText(Messages.text("hunting.rows"));
        return pane;
    }

    /// What tells the columns for one query from those for another: the usual ones, and those that the query speaks of.
    static List<String> shown(HuntQuery query) {
        Set<HuntField> shown = EnumSet.copyOf(usual(query.source().rows()));
        shown.addAll(query.fields());
        return Stream.concat(shown.stream().map(HuntField::word), query.attributes().stream().map("[%s]"::formatted))
                .toList();
    }

    private static Set<HuntField> usual(Rows rows) {
        return switch (rows) {
            case EVENTS -> EVENTS;
            case ALERTS -> ALERTS;
            case ENTITIES -> ENTITIES;
        };
    }

    private static TableColumn<HuntRow, ?> column(HuntField field) {
        String word = field.word();
        return switch (field) {
            case TIME -> Columns.time(word, word, HuntRow::time);
            case DEVICE, REMOTE_DEVICE, PROCESS, PARENT, ACTION, CATEGORY, KIND, TABLE, PRODUCT ->
                    Columns.text(word, word, 140, row -> row.value(field));
            case SEVERITY, STATUS, VERDICT, INCIDENT, PID, PORT ->
                    Columns.text(word, word, 100, row -> row.value(field));
            case TITLE, NAME, SUBJECT -> Columns.text(word, word, 300, row -> row.value(field));
            case COMMAND_LINE, PARENT_COMMAND_LINE -> Columns.mono(word, word, 340, row -> row.value(field));
            default -> Columns.mono(word, word, 200, row -> row.value(field));
        };
    }

    private static String attribute(HuntRow row, String name) {
        return row.attributes().entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(java.util.Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /// The entity that a cell shows, if it shows one.
    static Optional<HuntRow.Part> entity(HuntRow row, String column) {
        if (column.equals(WHAT) || column.equals(HuntField.NAME.word())) {
            return row.entities().stream()
                    .filter(part -> row.what().equals(part.label()) || row.entities().size() == 1)
                    .findFirst();
        }
        Optional<HuntField> field = HuntField.named(column);
        return field.isEmpty() ? Optional.empty() : entity(row, field.get());
    }

    private static Optional<HuntRow.Part> entity(HuntRow row, HuntField field) {
        return switch (field) {
            case DEVICE -> first(row, List.of(EntityKind.DEVICE), Set.of(LinkRole.DEVICE));
            case REMOTE_DEVICE -> first(row, List.of(EntityKind.DEVICE), Set.of(LinkRole.REMOTE_DEVICE));
            case USER -> first(row, List.of(EntityKind.USER), Set.of(LinkRole.ACCOUNT));
            case TARGET_USER -> first(row, List.of(EntityKind.USER), Set.of(LinkRole.TARGET_ACCOUNT));
            case PROCESS, COMMAND_LINE, PROCESS_PATH, PID ->
                    first(row, List.of(EntityKind.PROCESS), Set.of(LinkRole.TARGET))
                            .or(() -> first(row, List.of(EntityKind.PROCESS), Set.of(LinkRole.ACTOR)));
            case FILE, PATH, SHA256, HASH -> first(row, List.of(EntityKind.FILE), Set.of());
            case IP -> first(row, List.of(EntityKind.IP_ADDRESS), Set.of());
            case URL -> first(row, List.of(EntityKind.URL), Set.of());
            case DOMAIN -> first(row, List.of(EntityKind.DOMAIN), Set.of());
            case REGISTRY_KEY, REGISTRY_VALUE, REGISTRY_DATA ->
                    first(row, List.of(EntityKind.REGISTRY_VALUE, EntityKind.REGISTRY_KEY), Set.of());
            case MAILBOX -> first(row, List.of(EntityKind.MAILBOX), Set.of());
            case SENDER, RECIPIENT, SUBJECT -> first(row, List.of(EntityKind.MAIL_MESSAGE), Set.of());
            default -> Optional.empty();
        };
    }

    private static Optional<HuntRow.Part> first(HuntRow row, List<EntityKind> kinds, Set<LinkRole> roles) {
        return row.entities().stream()
                .filter(part -> kinds.contains(part.key().kind()))
                .filter(part -> roles.isEmpty() || roles.contains(part.role()))
                .findFirst();
    }
}
