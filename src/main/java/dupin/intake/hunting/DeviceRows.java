package dupin.intake.hunting;

import dupin.intake.Fields;
import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `DeviceProcessEvents`, `DeviceFileEvents`, `DeviceImageLoadEvents`, `DeviceNetworkEvents`, `DeviceRegistryEvents`,
/// `DeviceLogonEvents` and `DeviceEvents`, told apart by the action type where the columns do not.
///
/// Links: `DEVICE`; `ACTOR`, `ACTOR_IMAGE`, `PARENT` from `InitiatingProcess…`; `ACCOUNT` is who logged on, or whom the
/// created process runs as, or the initiating account. `TARGET` is the created, accessed or named process (with
/// `TARGET_IMAGE`), file, registry value or key, service, driver or task. Of connections the remote address and URL are
/// `DESTINATION`, or `SOURCE` when they came in. Account columns of other `DeviceEvents` are `TARGET_ACCOUNT`.
///
/// Attributes beside these: integrity level, elevation, signature status and signer type, original file names, remote
/// sessions, origin and previous names of files, ports, protocols and address types, previous registry data, logon type,
/// failure reason and local administration; for `DeviceEvents` the simple values of `AdditionalFields` too.
final class DeviceRows implements RowMapper {
    private final String table;
    private final boolean tableCertain;
    private final int action;
    private final int timestamp;
    private final int additionalFields;
    private final Hosts hosts;
    private final Initiator initiator;
    private final Accounts account;
    private final Accounts requester;
    private final FileColumns file;
    private final DeviceTargets targets;
    private final int remoteIp;
    private final int remoteUrl;
    private final int remoteDevice;
    private final int originUrl;
    private final int originIp;
    private final int requestIp;
    private final Attributes attributes;

    /// @param tableCertain whether the source said of which table the rows are
    DeviceRows(Columns columns, String table, boolean tableCertain) {
        this.table = table;
        this.tableCertain = tableCertain;
        this.action = columns.of("ActionType");
        this.timestamp = columns.of("Timestamp", "TimeGenerated");
        this.additionalFields = columns.of("AdditionalFields");
        this.hosts = new Hosts(columns);
        this.initiator = new Initiator(columns);
        this.account = new Accounts(columns, "");
        this.requester = new Accounts(columns, "Request");
        this.file = new FileColumns(columns, "");
        this.targets = new DeviceTargets(columns, initiator, account, file);
        this.remoteIp = columns.of("RemoteIP");
        this.remoteUrl = columns.of("RemoteUrl");
        this.remoteDevice = columns.of("RemoteDeviceName");
        this.originUrl = columns.of("FileOriginUrl");
        this.originIp = columns.of("FileOriginIP");
        this.requestIp = columns.of("RequestSourceIP");
        this.attributes =
                new Attributes(
                        columns,
                        "ProcessIntegrityLevel",
                        "ProcessTokenElevation",
                        "ProcessVersionInfoOriginalFileName",
                        "ProcessRemoteSessionIP",
                        "InitiatingProcessIntegrityLevel",
                        "InitiatingProcessTokenElevation",
                        "InitiatingProcessSignatureStatus",
                        "InitiatingProcessSignerType",
                        "InitiatingProcessVersionInfoOriginalFileName",
                        "InitiatingProcessRemoteSessionIP",
                        "FileOriginUrl",
                        "FileOriginReferrerUrl",
                        "PreviousFileName",
                        "PreviousFolderPath",
                        "RequestProtocol",
                        "ShareName",
                        "SensitivityLabel",
                        "SensitivitySubLabel",
                        "LocalIP",
                        "LocalPort",
                        "LocalIPType",
                        "RemotePort",
                        "RemoteIPType",
                        "Protocol",
                        "PreviousRegistryKey",
                        "PreviousRegistryValueName",
                        "PreviousRegistryValueData",
                        "LogonType",
                        "LogonId",
                        "FailureReason",
                        "IsLocalAdmin");
    }

    @Override
    public TelemetryEvent event(Row row, RowRef ref) {
        String word = row.text(action);
        EventKind kind = DeviceActions.kind(table, word);
        var links = new Links();
        Hosts.Host host = hosts.of(row);
        String device = host == null ? "" : host.device();
        links.host(host);
        initiator.link(row, device, links);
        String home = tableCertain ? table : DeviceActions.table(word, table);
        boolean mixed = home.equals(DeviceActions.EVENTS);
        Fields extras = Extras.of(mixed ? row.text(additionalFields) : "");
        accounts(row, kind, mixed, links);
        targets.link(row, kind, device, extras, links);
        remote(row, kind, word, links);
        Map<String, String> values = extras.isEmpty() ? attributes.of(row) : withExtras(row, extras);
        return new TelemetryEvent(kind, home, word, row.time(timestamp), links.list(), values, row.raw(), ref);
    }

    private Map<String, String> withExtras(Row row, Fields extras) {
        var values = attributes.more(row);
        Extras.add(extras, values);
        return Collections.unmodifiableMap(values);
    }

    private void accounts(Row row, EventKind kind, boolean mixed, Links links) {
        Entity.@Nullable User named = account.of(row);
        switch (kind) {
            case PROCESS_CREATED -> links.add(LinkRole.ACCOUNT, named != null ? named : initiator.account(row));
            case LOGON, LOGON_FAILED -> {
                links.add(LinkRole.ACCOUNT, named);
                device(row, links);
            }
            default -> {
                Entity.@Nullable User remote = requester.of(row);
                links.add(LinkRole.ACCOUNT, remote != null ? remote : initiator.account(row));
                if (mixed) {
                    links.add(LinkRole.TARGET_ACCOUNT, named);
                    device(row, links);
                }
            }
        }
    }

    private void device(Row row, Links links) {
        String name = row.text(remoteDevice);
        if (!name.isEmpty()) {
            links.add(LinkRole.REMOTE_DEVICE, Hosts.named(name, "", "", "", ""));
        }
    }

    private void remote(Row row, EventKind kind, String word, Links links) {
        boolean cameIn = kind == EventKind.LOGON || kind == EventKind.LOGON_FAILED || DeviceActions.inbound(word);
        LinkRole end = cameIn ? LinkRole.SOURCE : LinkRole.DESTINATION;
        links.ip(end, row.text(remoteIp));
        links.url(end, row.text(remoteUrl));
        links.url(LinkRole.SOURCE, row.text(originUrl));
        links.ip(LinkRole.SOURCE, row.text(originIp));
        links.ip(LinkRole.SOURCE, row.text(requestIp));
    }

    /// The created process that a row is about, with the initiator as its parent.
    static Entity.Process created(
            Row row,
            String device,
            Entity.File image,
            long id,
            @Nullable Instant created,
            String commandLine,
            String account,
            Initiator parent) {
        return new Entity.Process(
                device,
                id,
                created,
                "",
                commandLine,
                image,
                account,
                parent.id(row),
                parent.created(row),
                parent.imagePath(row));
    }
}
