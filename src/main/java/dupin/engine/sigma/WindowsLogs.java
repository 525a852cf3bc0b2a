package dupin.engine.sigma;

import java.util.List;
import java.util.Set;

/// The words of rules for Windows logs: a category is some events of some channels.
final class WindowsLogs {
    private static final String SYSMON = "Microsoft-Windows-Sysmon/Operational";
    private static final String POWERSHELL = "Microsoft-Windows-PowerShell/Operational";
    private static final String CORE = "PowerShellCore/Operational";
    private static final String SECURITY = "Security";
    private static final String CLASSIC = "Windows PowerShell";
    private static final String DEFENDER = "Microsoft-Windows-Windows Defender/Operational";

    private WindowsLogs() {}

    /// @param provider whether `log` names a provider rather than a channel
    record Place(String log, boolean provider, Set<Integer> ids) {}

    /// Where events of a category stand; empty when it is not known.
    static List<Place> category(String category) {
        return switch (category) {
            case "process_creation" -> List.of(sysmon(1), new Place(SECURITY, false, Set.of(4688)));
            case "file_change" -> List.of(sysmon(2));
            case "network_connection" -> List.of(sysmon(3), new Place(SECURITY, false, Set.of(5156)));
            case "sysmon_status" -> List.of(sysmon(4, 16));
            case "process_termination" -> List.of(sysmon(5), new Place(SECURITY, false, Set.of(4689)));
            case "driver_load" -> List.of(sysmon(6));
            case "image_load" -> List.of(sysmon(7));
            case "create_remote_thread" -> List.of(sysmon(8));
            case "raw_access_thread" -> List.of(sysmon(9));
            case "process_access" -> List.of(sysmon(10));
            case "file_event" -> List.of(sysmon(11));
            case "registry_add", "registry_delete" -> List.of(sysmon(12));
            case "registry_set" -> List.of(sysmon(13), new Place(SECURITY, false, Set.of(4657)));
            case "registry_rename" -> List.of(sysmon(14));
            case "registry_event" -> List.of(sysmon(12, 13, 14), new Place(SECURITY, false, Set.of(4657)));
            case "create_stream_hash" -> List.of(sysmon(15));
            case "pipe_created" -> List.of(sysmon(17, 18));
            case "wmi_event" -> List.of(sysmon(19, 20, 21));
            case "dns_query" -> List.of(sysmon(22));
            case "file_delete" -> List.of(sysmon(23, 26));
            case "clipboard_capture", "clipboard_change" -> List.of(sysmon(24));
            case "process_tampering" -> List.of(sysmon(25));
            case "file_delete_detected" -> List.of(sysmon(26));
            case "file_block_executable", "file_block" -> List.of(sysmon(27));
            case "file_block_shredding" -> List.of(sysmon(28));
            case "file_executable_detected" -> List.of(sysmon(29));
            case "sysmon_error" -> List.of(sysmon(255));
            case "ps_script" -> List.of(channel(POWERSHELL, 4104), channel(CORE, 4104));
            case "ps_module" -> List.of(channel(POWERSHELL, 4103), channel(CORE, 4103));
            case "ps_classic_start" -> List.of(channel(CLASSIC, 400));
            case "ps_classic_provider_start" -> List.of(channel(CLASSIC, 600));
            case "ps_classic_script" -> List.of(channel(CLASSIC, 800));
            case "file_access", "file_rename" -> List.of(new Place("Microsoft-Windows-Kernel-File", true, Set.of()));
            // What names a threat; 1117 to 1119 repeat the threat of an earlier event with what was done about it.
            case "antivirus" ->
                    List.of(
                            new Place(
                                    DEFENDER,
                                    false,
                                    Set.of(1006, 1007, 1008, 1009, 1010, 1011, 1012, 1017, 1018, 1019, 1115, 1116)));
            default -> List.of();
        };
    }

    private static Place sysmon(Integer... ids) {
        return new Place(SYSMON, false, Set.of(ids));
    }

    private static Place channel(String log, int id) {
        return new Place(log, false, Set.of(id));
    }
}
