package dupin.intake.windows;

import dupin.model.EventKind;
import dupin.model.LinkRole;

/// The antivirus's log: what it found where, in which process, and what it did; and changes of its settings.
final class DefenderRows {
    private static final String[] PLACES = {"containerfile:_", "file:_", "process:_", "webfile:_", "amsi:_"};

    private DefenderRows() {}

    static void map(Draft draft) {
        draft.is(EventKind.DEVICE_OTHER, word(draft.record.eventId()));
        String user = draft.text("Detection User", "User", "Remediation User");
        draft.link(LinkRole.ACCOUNT, Draft.named(user));
        String process = draft.text("Process Name");
        if (process.indexOf('\\') > 0) {
            draft.link(LinkRole.ACTOR, draft.process(draft.record.number("Process ID"), process, "", ""));
        }
        String path = place(draft.text("Path", "Target"));
        if (path.indexOf('\\') > 0) {
            draft.link(LinkRole.TARGET, draft.file(path));
        }
        draft.keep("Threat Name", "Threat ID", "Severity Name", "Category Name", "Action Name", "Source Name", "Path");
        draft.keep("Error Code", "Error Description", "New Value", "Old Value", "Detection ID", "Status Description");
    }

    private static String word(int id) {
        return switch (id) {
            case 1006, 1015, 1116 -> "AntivirusDetection";
            case 1007, 1008, 1117, 1118, 1119 -> "AntivirusAction";
            case 1121, 1122 -> "AttackSurfaceReduction";
            case 5001 -> "RealTimeProtectionDisabled";
            case 5004, 5007 -> "AntivirusSettingsChanged";
            case 5010, 5012 -> "AntivirusScanningDisabled";
            case 5013 -> "AntivirusSettingsChangeBlocked";
            default -> "";
        };
    }

    /// The first path of a list such as `containerfile:_C:\a.zip; file:_C:\a.zip->b.exe`.
    private static String place(String places) {
        String first = places.indexOf(';') < 0 ? places : places.substring(0, places.indexOf(';'));
        for (String kind : PLACES) {
            if (first.startsWith(kind)) {
                first = first.substring(kind.length());
            }
        }
        int inner = first.indexOf("->");
        return (inner < 0 ? first : first.substring(0, inner)).strip();
    }
}
