package dupin.intake.hunting;

import dupin.intake.csv.Columns;
import dupin.intake.csv.Row;
import dupin.model.Entity;
import org.jspecify.annotations.Nullable;

/// The account columns of a row: `Account…`, or with a prefix such as `InitiatingProcess` or `Target`.
final class Accounts {
    private final int upn;
    private final int name;
    private final int domain;
    private final int sid;
    private final int objectId;
    private final int displayName;
    private String lastName = "";
    private String lastDomain = "";
    private String lastText = "";

    Accounts(Columns columns, String prefix) {
        this.upn = columns.of(prefix + "AccountUpn");
        this.name = columns.of(prefix + "AccountName");
        this.domain = columns.of(prefix + "AccountDomain");
        this.sid = columns.of(prefix + "AccountSid");
        this.objectId = columns.of(prefix + "AccountObjectId");
        this.displayName = columns.of(prefix + "AccountDisplayName");
    }

    /// Null when the row names no account.
    Entity.@Nullable User of(Row row) {
        var user =
                new Entity.User(
                        row.text(upn),
                        row.text(name),
                        row.text(domain),
                        row.text(sid),
                        row.text(objectId),
                        row.text(displayName));
        return isNone(user) ? null : user;
    }

    static boolean isNone(Entity.User user) {
        return user.userPrincipalName().isEmpty()
                && user.accountName().isEmpty()
                && user.userSid().isEmpty()
                && user.azureAdUserId().isEmpty()
                && user.displayName().isEmpty();
    }

    /// `domain\name` as process entities show their account; "" when there is none.
    String text(Row row) {
        String accountName = row.text(name);
        String accountDomain = row.text(domain);
        if (!accountName.equals(lastName) || !accountDomain.equals(lastDomain)) {
            lastName = accountName;
            lastDomain = accountDomain;
            lastText =
                    accountName.isEmpty() || accountDomain.isEmpty() ? accountName : accountDomain + "\\" + accountName;
        }
        return lastText;
    }
}
