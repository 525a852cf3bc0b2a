package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import java.util.List;

/// The tables by name: which one rows are of, and who maps them.
final class HuntingTables {
    static final String ALERT_INFO = "AlertInfo";
    static final String ALERT_EVIDENCE = "AlertEvidence";
    static final String EMAIL = "EmailEvents";
    static final String EMAIL_URL = "EmailUrlInfo";
    static final String EMAIL_ATTACHMENT = "EmailAttachmentInfo";
    static final String EMAIL_POST_DELIVERY = "EmailPostDeliveryEvents";
    static final String URL_CLICK = "UrlClickEvents";
    static final String IDENTITY_LOGON = "IdentityLogonEvents";
    static final String IDENTITY_DIRECTORY = "IdentityDirectoryEvents";
    static final String IDENTITY_QUERY = "IdentityQueryEvents";
    static final String CERTIFICATE = "DeviceFileCertificateInfo";
    static final String CLOUD_PROCESS = "CloudProcessEvents";
    static final String CLOUD_DNS = "CloudDnsEvents";

    private HuntingTables() {}

    /// The table whose columns these are; "" when they tell none.
    static String told(Columns columns) {
        for (TableMarks.Mark mark : TableMarks.ALL) {
            if (mark.fits(columns)) {
                return mark.table();
            }
        }
        return "";
    }

    /// Whether several tables were joined into one whose rows leave the others' columns empty.
    static boolean isUnion(Columns columns) {
        return TableMarks.APART.stream().filter(columns::has).count() > 1;
    }

    /// The table of rows with these columns.
    ///
    /// @param stated what the source says it is, "" when it says nothing
    static Choice choose(Columns columns, String stated) {
        String known = named(stated);
        List<TableMarks.Mark> own = TableMarks.ALL.stream().filter(mark -> mark.table().equals(known)).toList();
        boolean agrees = !known.isEmpty() && (own.isEmpty() || own.stream().anyMatch(mark -> mark.fits(columns)));
        String told = told(columns);
        if (agrees || told.isEmpty() && !stated.isEmpty()) {
            return new Choice(known.isEmpty() ? stated : known, true);
        }
        return new Choice(told, false);
    }

    /// @param certain whether the source stated the table and the columns agree
    record Choice(String table, boolean certain) {}

    /// The known table's name in its own spelling; "" when none is called so.
    static String named(String name) {
        for (TableMarks.Mark mark : TableMarks.ALL) {
            if (mark.table().equalsIgnoreCase(name)) {
                return mark.table();
            }
        }
        return TableMarks.NAMES.stream().filter(known -> known.equalsIgnoreCase(name)).findFirst().orElse("");
    }

    /// The table that a file's name begins with or holds as a word; "" when it holds none.
    static String inFileName(String fileName) {
        for (String word : fileName.split("[^A-Za-z0-9]+")) {
            String table = named(word);
            if (!table.isEmpty()) {
                return table;
            }
        }
        return "";
    }

    static boolean knows(String column) {
        String plain = Columns.plain(column);
        return TableMarks.KNOWN.contains(plain) || plain.startsWith("initiatingprocess");
    }

    static RowMapper mapper(Columns columns, String table, boolean certain) {
        return switch (table) {
            case DeviceActions.PROCESS,
                    DeviceActions.FILE,
                    DeviceActions.IMAGE,
                    DeviceActions.NETWORK,
                    DeviceActions.REGISTRY,
                    DeviceActions.LOGON,
                    DeviceActions.EVENTS ->
                    new DeviceRows(columns, table, certain);
            case EMAIL,
                    EMAIL_URL,
                    EMAIL_ATTACHMENT,
                    EMAIL_POST_DELIVERY,
                    URL_CLICK,
                    "MessageEvents",
                    "MessagePostDeliveryEvents",
                    "MessageUrlInfo" ->
                    new MailRows(columns, table);
            case IDENTITY_LOGON, IDENTITY_DIRECTORY, IDENTITY_QUERY, "IdentityEvents" ->
                    new IdentityRows(columns, table);
            case "EntraIdSignInEvents",
                    "EntraIdSpnSignInEvents",
                    "AADSignInEventsBeta",
                    "AADSpnSignInEventsBeta",
                    "SigninLogs",
                    "AADNonInteractiveUserSignInLogs",
                    "AADServicePrincipalSignInLogs",
                    "AADManagedIdentitySignInLogs" ->
                    new SignInRows(columns, table);
            case "DeviceInfo", "DeviceNetworkInfo", "IdentityInfo", "IdentityAccountInfo", CERTIFICATE ->
                    new InfoRows(columns, table);
            case "CloudAppEvents", "OfficeActivity" -> new CloudRows(columns, table);
            case "CloudAuditEvents",
                    "CloudStorageAggregatedEvents",
                    CLOUD_PROCESS,
                    CLOUD_DNS,
                    "CloudPolicyEnforcementEvents",
                    "GraphAPIAuditEvents" ->
                    new ResourceRows(columns, table);
            case AuditLogRows.TABLE -> new AuditLogRows(columns);
            case SecurityEventRows.TABLE -> new SecurityEventRows(columns);
            default -> new OtherRows(columns, table);
        };
    }
}
