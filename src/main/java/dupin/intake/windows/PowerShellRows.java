package dupin.intake.windows;

import dupin.model.EventKind;
import dupin.model.LinkRole;

/// PowerShell's two logs. The process that wrote an event is the one that ran the script; the older log does not name it.
final class PowerShellRows {
    private PowerShellRows() {}

    static void map(Draft draft) {
        String data = draft.text("ContextInfo", "Data", "Message");
        String host = line(data, "HostApplication=", "Host Application = ");
        switch (draft.record.eventId()) {
            case 4104 -> draft.is(EventKind.SCRIPT, "ScriptBlock");
            case 4103 -> draft.is(EventKind.SCRIPT, "CommandInvoked");
            case 800 -> draft.is(EventKind.SCRIPT, "PipelineExecuted");
            case 400 -> draft.is(EventKind.SCRIPT, "EngineStarted");
            case 403 -> draft.is(EventKind.DEVICE_OTHER, "EngineStopped");
            case 600 -> draft.is(EventKind.DEVICE_OTHER, "ProviderStarted");
            case 4105 -> draft.is(EventKind.DEVICE_OTHER, "ScriptBlockStarted");
            case 4106 -> draft.is(EventKind.DEVICE_OTHER, "ScriptBlockStopped");
            default -> {}
        }
        String user = line(data, "UserId=", "User = ");
        draft.link(LinkRole.ACTOR, draft.process(draft.record.processId(), program(host), host, user));
        draft.link(LinkRole.ACCOUNT, user.isEmpty() ? Draft.named(draft.record.userSid()) : Draft.named(user));
        String path = draft.text("Path");
        if (path.isEmpty()) {
            path = line(data, "ScriptName=", "Script Name = ");
        }
        if (!path.isEmpty() && draft.kind == EventKind.SCRIPT) {
            draft.link(LinkRole.TARGET, draft.file(path));
        }
        draft.attribute("HostApplication", host);
        draft.keep("ScriptBlockText", "ScriptBlockId", "MessageNumber", "MessageTotal", "Payload", "Path");
    }

    /// The rest of the line behind one of the names.
    private static String line(String text, String... names) {
        for (String name : names) {
            int start = text.indexOf(name);
            if (start >= 0) {
                int from = start + name.length();
                int end = from;
                while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                    end++;
                }
                return text.substring(from, end).strip();
            }
        }
        return "";
    }

    /// The program at the head of a command line, when it bears its folder.
    private static String program(String command) {
        if (command.startsWith("\"")) {
            int end = command.indexOf('"', 1);
            return end < 0 ? "" : command.substring(1, end);
        }
        int blank = command.indexOf(' ');
        String first = blank < 0 ? command : command.substring(0, blank);
        return first.indexOf('\\') > 0 ? first : "";
    }
}
