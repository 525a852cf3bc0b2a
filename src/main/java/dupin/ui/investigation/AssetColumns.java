package dupin.ui.investigation;

import dupin.model.row.DeviceRow;
import dupin.model.row.MailboxRow;
import dupin.model.row.UserRow;
import dupin.ui.fx.Columns;
import dupin.ui.fx.DataColumn;
import dupin.ui.fx.Face;
import dupin.ui.fx.Messages;
import java.util.List;

/// Columns of the tabs Devices, Users and Mailboxes. FX thread.
public final class AssetColumns {
    private AssetColumns() {}

    public static List<DataColumn<DeviceRow, ?>> devices() {
        return Columns.filters(
                Shown.first(
                        List.of(
                                Columns.text(
                                        "device",
                                        Messages.text("investigation.column.device"),
                                        140,
                                        r -> r.device().label()),
                                Columns.badge(
                                        "verdict",
                                        Messages.text("investigation.column.verdict"),
                                        150,
                                        DeviceRow::verdict,
                                        Face::of),
                                Columns.badge(
                                        "remediation",
                                        Messages.text("investigation.column.remediation"),
                                        150,
                                        DeviceRow::remediation,
                                        Face::of),
                                Columns.badge(
                                        "risk",
                                        Messages.text("investigation.column.risk"),
                                        110,
                                        DeviceRow::risk,
                                        Face::of),
                                Columns.number(
                                        "alerts", Messages.text("investigation.column.alerts"), 60, DeviceRow::alerts),
                                Columns.list("users", Messages.text("investigation.column.users"), 140, r -> r.users()),
                                Columns.text(
                                        "level",
                                        Messages.text("investigation.column.level"),
                                        220,
                                        DeviceRow::remediationLevel),
                                Columns.text(
                                        "group", Messages.text("investigation.column.group"), 140, DeviceRow::group),
                                Columns.text(
                                        "os",
                                        Messages.text("investigation.column.os"),
                                        120,
                                        r -> r.device().osPlatform()),
                                Columns.mono(
                                        "ip",
                                        Messages.text("investigation.column.ip"),
                                        120,
                                        r -> r.device().ipAddress()),
                                Columns.number(
                                        "investigations",
                                        Messages.text("investigation.column.investigations"),
                                        100,
                                        DeviceRow::investigations),
                                Columns.time(
                                        "lastInvestigated",
                                        Messages.text("investigation.column.lastInvestigated"),
                                        DeviceRow::lastInvestigated),
                                Columns.time(
                                        "first",
                                        Messages.text("investigation.column.firstActivity"),
                                        DeviceRow::firstActivity),
                                Columns.time(
                                        "last",
                                        Messages.text("investigation.column.lastActivity"),
                                        DeviceRow::lastActivity),
                                Columns.list(
                                        "dataSensitivity",
                                        Messages.text("investigation.column.dataSensitivity"),
                                        130,
                                        DeviceRow::dataSensitivity),
                                Columns.list(
                                        "tags",
                                        Messages.text("investigation.column.tags"),
                                        120,
                                        r -> r.device().tags())),
                        "dataSensitivity",
                        "investigations",
                        "lastInvestigated",
                        "first",
                        "tags"),
                "verdict",
                "remediation",
                "risk",
                "group",
                "os",
                "level",
                "dataSensitivity",
                "tags",
                "last");
    }

    public static List<DataColumn<UserRow, ?>> users() {
        return Columns.filters(
                Shown.first(
                        List.of(
                                Columns.text(
                                        "user",
                                        Messages.text("investigation.column.userName"),
                                        210,
                                        r -> r.user().label()),
                                Columns.text(
                                        "display",
                                        Messages.text("investigation.column.displayName"),
                                        140,
                                        r -> r.user().displayName()),
                                Columns.badge(
                                        "verdict",
                                        Messages.text("investigation.column.verdict"),
                                        150,
                                        UserRow::verdict,
                                        Face::of),
                                Columns.badge(
                                        "remediation",
                                        Messages.text("investigation.column.remediation"),
                                        150,
                                        UserRow::remediation,
                                        Face::of),
                                Columns.badge(
                                        "risk",
                                        Messages.text("investigation.column.risk"),
                                        110,
                                        UserRow::risk,
                                        Face::of),
                                Columns.number(
                                        "alerts", Messages.text("investigation.column.alerts"), 60, UserRow::alerts),
                                Columns.mono(
                                        "account", Messages.text("investigation.column.account"), 150, r -> account(r)),
                                Columns.mono(
                                        "sid", Messages.text("investigation.column.sid"), 200, r -> r.user().userSid()),
                                Columns.mono(
                                        "entra",
                                        Messages.text("investigation.column.entraId"),
                                        200,
                                        r -> r.user().azureAdUserId()),
                                Columns.time(
                                        "first",
                                        Messages.text("investigation.column.firstActivity"),
                                        UserRow::firstActivity),
                                Columns.time(
                                        "last",
                                        Messages.text("investigation.column.lastActivity"),
                                        UserRow::lastActivity)),
                        "sid",
                        "entra",
                        "first"),
                "verdict",
                "remediation",
                "risk",
                "last");
    }

    public static List<DataColumn<MailboxRow, ?>> mailboxes() {
        return Columns.filters(
                Shown.first(
                        List.of(
                                Columns.text(
                                        "address",
                                        Messages.text("investigation.column.mailbox"),
                                        220,
                                        r -> r.mailbox().primaryAddress()),
                                Columns.text(
                                        "display",
                                        Messages.text("investigation.column.displayName"),
                                        140,
                                        r -> r.mailbox().displayName()),
                                Columns.badge(
                                        "verdict",
                                        Messages.text("investigation.column.verdict"),
                                        150,
                                        MailboxRow::verdict,
                                        Face::of),
                                Columns.badge(
                                        "remediation",
                                        Messages.text("investigation.column.remediation"),
                                        150,
                                        MailboxRow::remediation,
                                        Face::of),
                                Columns.badge(
                                        "risk",
                                        Messages.text("investigation.column.risk"),
                                        110,
                                        MailboxRow::risk,
                                        Face::of),
                                Columns.text(
                                        "activities",
                                        Messages.text("investigation.column.riskyActivities"),
                                        320,
                                        r -> String.join(" · ", r.riskyActivities())),
                                Columns.text(
                                        "upn", Messages.text("investigation.column.upn"), 200, r -> r.mailbox().upn())),
                        "upn"),
                "verdict",
                "remediation",
                "risk");
    }

    private static String account(UserRow row) {
        String domain = row.user().domainName();
        return domain.isEmpty() ? row.user().accountName() : domain + "\\" + row.user().accountName();
    }
}
