package dupin.ui.investigation;

import dupin.model.Entity;
import dupin.model.EntityKind;
import dupin.model.row.EntityRow;
import dupin.model.row.EntitySummary;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Columns of the Evidence tab and of the views of the Entities tab: verdict and remediation first, then the kind's own.
/// FX thread.
public final class EntityColumns {
    private EntityColumns() {}

    public static List<DataColumn<EntityRow, ?>> evidence() {
        return Columns.filters(
                Shown.first(
                        List.of(
                                Columns.text(
                                        "entity",
                                        Messages.text("investigation.column.entity"),
                                        210,
                                        r -> r.entity().label()),
                                Columns.text(
                                        "kind",
                                        Messages.text("investigation.column.entityType"),
                                        110,
                                        r -> r.entity().kind().label()),
                                verdict(),
                                remediation(),
                                Columns.time(
                                        "firstSeen",
                                        Messages.text("investigation.column.firstSeen"),
                                        EntityRow::firstSeen),
                                Columns.text(
                                        "details",
                                        Messages.text("investigation.column.statusDetails"),
                                        260,
                                        EntityRow::statusDetails),
                                Columns.list(
                                        "assets",
                                        Messages.text("investigation.column.impactedAssets"),
                                        160,
                                        r -> r.impactedAssets()),
                                Columns.text(
                                        "origin",
                                        Messages.text("investigation.column.detectionOrigin"),
                                        130,
                                        EntityRow::detectionOrigin),
                                Columns.text(
                                        "threats",
                                        Messages.text("investigation.column.threats"),
                                        120,
                                        EntityRow::threats),
                                score(),
                                Columns.text(
                                        "provider",
                                        Messages.text("investigation.column.providerVerdict"),
                                        130,
                                        EntityRow::providerVerdict),
                                Columns.list("roles", Messages.text("investigation.column.roles"), 120, r -> r.roles()),
                                Columns.number(
                                        "alerts", Messages.text("investigation.column.alerts"), 60, EntityRow::alerts),
                                Columns.mono(
                                        "key",
                                        Messages.text("investigation.column.key"),
                                        260,
                                        r -> r.entity().key().value())),
                        "score",
                        "provider",
                        "roles",
                        "alerts",
                        "key"),
                "kind",
                "verdict",
                "remediation",
                "firstSeen",
                "assets",
                "origin",
                "threats");
    }

    public static List<DataColumn<EntitySummary, ?>> summary() {
        return List.of(
                Columns.text("kind", Messages.text("investigation.column.entityType"), 160, s -> s.kind().plural()),
                Columns.number("total", Messages.text("investigation.column.total"), 70, EntitySummary::total),
                Columns.number(
                        "malicious", Messages.text("investigation.column.malicious"), 80, EntitySummary::malicious),
                Columns.number(
                        "suspicious", Messages.text("investigation.column.suspicious"), 90, EntitySummary::suspicious),
                Columns.number(
                        "clean", Messages.text("investigation.column.noThreats"), 130, EntitySummary::noThreatsFound),
                Columns.number(
                        "unknown",
                        Messages.text("investigation.column.notEvaluable"),
                        100,
                        EntitySummary::notEvaluable),
                Columns.number(
                        "remediated", Messages.text("investigation.column.remediated"), 90, EntitySummary::remediated),
                Columns.number(
                        "unremediated",
                        Messages.text("investigation.column.unremediated"),
                        105,
                        EntitySummary::unremediated),
                Columns.number("pending", Messages.text("investigation.column.pending"), 130, EntitySummary::pending),
                Columns.number(
                        "partly",
                        Messages.text("investigation.column.partiallyRemediated"),
                        140,
                        EntitySummary::partiallyRemediated),
                Columns.number(
                        "notFound", Messages.text("investigation.column.notFound"), 90, EntitySummary::notFound));
    }

    public static List<DataColumn<EntityRow, ?>> of(EntityKind kind) {
        var columns = new ArrayList<DataColumn<EntityRow, ?>>();
        columns.add(verdict());
        columns.add(remediation());
        columns.addAll(own(kind));
        columns.add(
                Columns.text(
                        "details", Messages.text("investigation.column.statusDetails"), 260, EntityRow::statusDetails));
        columns.add(score());
        columns.add(
                Columns.text(
                        "provider",
                        Messages.text("investigation.column.providerVerdict"),
                        130,
                        EntityRow::providerVerdict));
        columns.add(Columns.list("seenOn", Messages.text("investigation.column.seenOn"), 160, r -> r.devices()));
        columns.add(
                Columns.number("findings", Messages.text("investigation.column.findings"), 80, EntityRow::findings));
        columns.add(Columns.time("firstSeen", Messages.text("investigation.column.firstSeen"), EntityRow::firstSeen));
        return Columns.filters(
                Shown.first(columns, "provider", "findings"),
                "verdict",
                "remediation",
                "firstSeen",
                "device",
                "seenOn");
    }

    private static List<DataColumn<EntityRow, ?>> own(EntityKind kind) {
        return switch (kind) {
            case DEVICE -> MoreEntityColumns.device();
            case USER -> MoreEntityColumns.user();
            case MAILBOX -> MoreEntityColumns.mailbox();
            case MAIL_MESSAGE -> MailColumns.message();
            case MAIL_CLUSTER -> MailColumns.cluster();
            case MAIL_SUBMISSION -> MailColumns.submission();
            case FILE -> MoreEntityColumns.file();
            case PROCESS -> MoreEntityColumns.process();
            case SERVICE -> MoreEntityColumns.service();
            case DRIVER -> MoreEntityColumns.driver();
            case REGISTRY_KEY, REGISTRY_VALUE -> MoreEntityColumns.registry();
            case SCHEDULED_TASK -> MoreEntityColumns.task();
            case IP_ADDRESS, URL, DOMAIN -> MoreEntityColumns.address();
            default -> MoreEntityColumns.other();
        };
    }

    static <E extends Entity> Function<EntityRow, String> at(Class<E> type, Function<E, String> value) {
        return row -> type.isInstance(row.entity()) ? value.apply(type.cast(row.entity())) : "";
    }

    private static DataColumn<EntityRow, ?> verdict() {
        return Columns.badge(
                "verdict", Messages.text("investigation.column.verdict"), 150, EntityRow::verdict, Face::of);
    }

    private static DataColumn<EntityRow, ?> remediation() {
        return Columns.badge(
                "remediation",
                Messages.text("investigation.column.remediation"),
                150,
                EntityRow::remediation,
                Face::of);
    }

    private static DataColumn<EntityRow, ?> score() {
        return Columns.number("score", Messages.text("investigation.column.score"), 80, EntityRow::score);
    }
}
