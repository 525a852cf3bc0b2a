package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.Locale;

/// What only domain controllers and federation servers ask of the directory: the replication of passwords, and the key
/// that protects the token-signing certificate.
final class DirectoryRights {
    /// Control access rights of the directory's schema: get changes, get all changes, get changes in a filtered set.
    private static final String CHANGES = "1131f6aa-9c07-11d1-f79f-00c04fc2dcd2";

    private static final String ALL_CHANGES = "1131f6ad-9c07-11d1-f79f-00c04fc2dcd2";
    private static final String FILTERED = "89e95b76-444d-4c62-991a-0facbeda640c";

    /// The attribute (thumbnailPhoto) and the class (contact) of the object in which federation servers keep their key.
    private static final String KEY_ATTRIBUTE = "8d3bca50-1d7e-11d0-a081-00aa006c33ed";

    private static final String KEY_CLASS = "5cb41ed0-0e4c-11d0-a286-00aa003049e2";
    private static final String KEY_PLACE = "cn=adfs,cn=microsoft,cn=program data";

    private static final Technique SYNC = new Technique("T1003.006", "DCSync");
    private static final Technique KEYS = new Technique("T1552.004", "Private Keys");

    private DirectoryRights() {}

    static void judge(Work work, Entity.User user) {
        String name = user.accountName().isEmpty() ? user.userPrincipalName() : user.accountName();
        if (machine(name)) {
            return;
        }
        var query =
                Facts.Query.of(user.key())
                        .in(LinkRole.ACCOUNT)
                        .kinds(EventKind.IDENTITY_QUERY, EventKind.IDENTITY_CHANGED, EventKind.CLOUD_ACTIVITY)
                        .limit(3_000);
        for (TelemetryEvent row : work.facts().events(query)) {
            String properties = Rows.lowerAttribute(row, "Properties");
            boolean secrets = properties.contains(ALL_CHANGES) || replication(row);
            if (secrets || properties.contains(CHANGES) || properties.contains(FILTERED)) {
                // Accounts that synchronise a directory with the cloud bear these names and have the right.
                boolean synchronises = name.toLowerCase(Locale.ROOT).matches("(msol_|aad_)[0-9a-f]{8,}.*");
                work.find(
                        user.key(),
                        secrets && !synchronises ? "account.replication" : "account.replication-part",
                        "replication",
                        secrets
                                ? "Had a domain controller replicate the passwords of accounts, which only domain controllers do"
                                : "Used a right by which domain controllers replicate the directory",
                        SYNC,
                        row);
            }
            if (properties.contains(KEY_ATTRIBUTE)
                    && (properties.contains(KEY_CLASS) || Rows.lowerAttribute(row, "ObjectType").contains(KEY_CLASS))) {
                work.find(
                        user.key(),
                        "account.token-key",
                        "token-key",
                        "Read from the directory what protects the key that signs tokens of a federation server",
                        KEYS,
                        row);
            }
        }
    }

    /// Searches of a process that is no federation server for that key.
    static void searches(Work work, Entity.Process process) {
        if (Binaries.name(process).startsWith("microsoft.identityserver")) {
            return;
        }
        for (TelemetryEvent row : work.inquiry().acts(process.key())) {
            boolean search = row.actionType().equalsIgnoreCase("LdapSearch");
            String place = search ? Rows.lowerAttribute(row, "DistinguishedName", "SearchBase") : "";
            String asked = search ? Rows.lowerAttribute(row, "AttributeList", "SearchFilter") : "";
            if (place.contains(KEY_PLACE) && asked.contains("thumbnailphoto")) {
                work.find(
                        process.key(),
                        "process.token-key",
                        "token-key",
                        "Searched the directory for what protects the key that signs tokens of a federation server",
                        KEYS,
                        row);
                return;
            }
        }
    }

    /// The identity sensor's word for the same, seen on the wire.
    private static boolean replication(TelemetryEvent row) {
        return row.actionType().equalsIgnoreCase("Directory Services replication");
    }

    private static boolean machine(String name) {
        int at = name.indexOf('@');
        return (at < 0 ? name : name.substring(0, at)).endsWith("$");
    }
}
