package dupin.intake.windows;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.LogRecord;

import org.junit.jupiter.api.Test;

/// What rules read of each shape.
class WindowsLogsTest {
    private static final String XML =
            """
            {"Event":{"#attributes":{"xmlns":"x"},"System":{"Provider":{"#attributes":{"Name":"Microsoft-Windows-Sysmon",
            "Guid":"5770385F"}},"EventID":7,"Level":4,"TimeCreated":{"#attributes":{"SystemTime":"2025-11-27T07:40:10.165324Z"}},
            "EventRecordID":571146,"Execution":{"#attributes":{"ProcessID":3544,"ThreadID":4272}},
            "Channel":"Microsoft-Windows-Sysmon/Operational","Computer":"pc-1","Security":{"#attributes":{"UserID":"S-1-5-18"}}},
            "EventData":{"UtcTime":"2025-11-27 07:40:10.132","Image":"C:\\\\a.exe","Signed":true}}}
            """;
    private static final String BEAT =
            """
            {"@timestamp":"2024-01-02T03:04:05.678Z","winlog":{"channel":"Security","provider_name":"Microsoft-Windows-Security-Auditing",
            "event_id":"4688","computer_name":"pc-2","record_id":7,"event_data":{"NewProcessName":"C:\\\\b.exe","ParentProcessName":"C:\\\\p.exe"}}}
            """;
    private static final String FLAT =
            """
            {"SourceName":"PowerShell","Channel":"Windows PowerShell","Hostname":"pc-3","EventID":400,
            "Message":"HostApplication=powershell -nop","TimeCreated":"2023-08-18T09:04:47.291Z"}
            """;

    private static LogRecord read(String raw) {
        return WindowsLogs.record(raw).orElseThrow();
    }

    @Test
    void xmlTurnedIntoJson() {
        LogRecord log = read(XML);
        assertThat(log.product()).isEqualTo("windows");
        assertThat(log.service()).isEqualTo("sysmon");
        assertThat(log.provider()).isEqualTo("Microsoft-Windows-Sysmon");
        assertThat(log.eventId()).isEqualTo(7);
        assertThat(log.fields())
                .containsEntry("Image", "C:\\a.exe")
                .containsEntry("Signed", "true")
                .containsEntry("Computer", "pc-1")
                .containsEntry("Provider_Name", "Microsoft-Windows-Sysmon")
                .containsEntry("EventID", "7");
    }

    @Test
    void beats() {
        LogRecord log = read(BEAT);
        assertThat(log.service()).isEqualTo("security");
        assertThat(log.eventId()).isEqualTo(4688);
        assertThat(log.fields()).containsEntry("Image", "C:\\b.exe").containsEntry("ParentImage", "C:\\p.exe");
    }

    @Test
    void flatRowsWithoutEventDataOfferTheirMessage() {
        LogRecord log = read(FLAT);
        assertThat(log.service()).isEqualTo("powershell-classic");
        assertThat(log.field("Data")).isEqualTo("HostApplication=powershell -nop");
        assertThat(log.field("CommandLine")).isNull();
    }

    @Test
    void unnamedDataStandsInLinesAndNestedDataUnderItsLeaves() {
        LogRecord log =
                read(
                        """
                        {"Event":{"System":{"Provider_attributes":{"Name":"Microsoft-Windows-Eventlog"},
                        "EventID":{"#text":104,"#attributes":{"Qualifiers":0}},"Channel":"System","Computer":"pc"},
                        "EventData":{"Data":{"#text":["a","b"]}},
                        "UserData":{"LogFileCleared":{"#attributes":{"xmlns":"y"},"SubjectUserName":"eve","Channel":"Security"}}}}
                        """);
        assertThat(log.eventId()).isEqualTo(104);
        assertThat(log.channel()).isEqualTo("System");
        assertThat(log.fields())
                .containsEntry("Data", "a\nb")
                .containsEntry("SubjectUserName", "eve")
                .containsEntry("Channel", "Security");
    }

    @Test
    void otherTextIsNoWindowsEvent() {
        assertThat(WindowsLogs.record("{\"eventName\":\"GetObject\"}")).isEmpty();
        assertThat(WindowsLogs.record("a,b,c")).isEmpty();
        assertThat(WindowsLogs.record("")).isEmpty();
    }
}
