package dupin.intake.windows;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;

/// The system log: services installed and changed, logs cleared, and the rest as it is.
final class SystemRows {
    private SystemRows() {}

    static void map(Draft draft) {
        draft.keep("param1", "param2", "param3", "param4");
        boolean services =
                draft.record.provider().toLowerCase(java.util.Locale.ROOT).contains("service control manager");
        switch (draft.record.eventId()) {
            case 7045 -> {
                draft.is(EventKind.SERVICE_INSTALLED, "ServiceInstalled");
                draft.link(LinkRole.ACCOUNT, Draft.named(draft.record.userSid()));
                Things.service(draft, draft.text("ServiceName"), draft.text("ImagePath", "ServiceFileName"));
                draft.keep("ServiceName", "ServiceType", "StartType", "AccountName");
            }
            case 104 -> {
                draft.is(EventKind.DEVICE_OTHER, "LogCleared");
                Entity.User who = draft.user("Subject");
                draft.link(LinkRole.ACCOUNT, who != null ? who : Draft.named(draft.record.userSid()));
                // In flat rows the field of the cleared log is lost behind the log's own.
                draft.attribute("ClearedChannel", draft.text("Channel"));
            }
            default -> {
                draft.action = services ? word(draft.record.eventId()) : "";
                draft.link(LinkRole.ACCOUNT, Draft.named(draft.record.userSid()));
                if (services) {
                    Things.service(draft, draft.text("param4", "param1"), "");
                }
            }
        }
    }

    private static String word(int id) {
        return switch (id) {
            case 7034 -> "ServiceCrashed";
            case 7035 -> "ServiceControlSent";
            case 7036 -> "ServiceStateChanged";
            case 7040 -> "ServiceStartTypeChanged";
            case 7000, 7009, 7023, 7024, 7031 -> "ServiceFailed";
            default -> "";
        };
    }
}
