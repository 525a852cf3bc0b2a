package dupin.intake.windows;

import dupin.model.EventKind;
import dupin.model.LinkRole;

/// Remote desktop: the connection that was let in, and the sessions that began, were left and came back.
final class SessionRows {
    private SessionRows() {}

    static void map(Draft draft) {
        switch (draft.record.eventId()) {
            case 1149 -> {
                draft.is(EventKind.LOGON, "RemoteConnectionAuthenticated");
                draft.link(LinkRole.ACCOUNT, Draft.user(draft.text("Param2"), draft.text("Param1"), ""));
                draft.address(LinkRole.SOURCE, draft.text("Param3"));
                draft.attribute("LogonType", "10");
            }
            case 21 -> session(draft.is(EventKind.LOGON, "SessionLogon"), true);
            case 25 -> session(draft.is(EventKind.LOGON, "SessionReconnected"), true);
            case 22 -> session(draft.is(EventKind.DEVICE_OTHER, "SessionShellStarted"), false);
            case 23 -> session(draft.is(EventKind.DEVICE_OTHER, "SessionLogoff"), false);
            case 24 -> session(draft.is(EventKind.DEVICE_OTHER, "SessionDisconnected"), false);
            default -> session(draft, false);
        }
    }

    private static void session(Draft draft, boolean logon) {
        draft.link(LinkRole.ACCOUNT, Draft.named(draft.text("User")));
        draft.address(LinkRole.SOURCE, draft.text("Address"));
        boolean remote = draft.has(LinkRole.SOURCE);
        if (logon) {
            draft.attribute("LogonType", remote ? "10" : "2");
        }
        draft.keep("SessionID", "Address");
    }
}
