package dupin.intake.hunting;

import static dupin.intake.hunting.ReadRows.SHA256;
import static dupin.intake.hunting.ReadRows.events;
import static dupin.intake.hunting.ReadRows.key;
import static dupin.intake.hunting.ReadRows.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.intake.ImportRefusedException;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which table a row is of, and the ways in which rows are wrapped.
class HuntingTest {
    private static final String PROCESS =
            "Timestamp,DeviceId,DeviceName,ActionType,FileName,FolderPath,SHA256,ProcessId,ProcessCommandLine,"
                    + "ProcessCreationTime,AccountDomain,AccountName,AccountSid,InitiatingProcessFileName,InitiatingProcessFolderPath,InitiatingProcessId,"
                    + "InitiatingProcessCommandLine,InitiatingProcessCreationTime,InitiatingProcessParentId,InitiatingProcessParentFileName,"
                    + "InitiatingProcessParentCreationTime,ProcessIntegrityLevel\n";
    private static final String PROCESS_ROW =
            "2026-11-16T00:25:48.3109152Z,d1,ws1.corp.example,ProcessCreated,whoami.exe,C:\\Windows\\System32\\whoami.exe,"
                    + SHA256
                    + ",4242,\"whoami \"\"/all\"\"\",2026-11-16T00:25:48.2521885Z,CORP,jo,S-1-5-21-1-2-3-1001,cmd.exe,c:\\windows\\system32\\cmd.exe,77,"
                    + "cmd.exe /c x,2026-11-16T00:25:40Z,66,explorer.exe,2026-11-16T00:20:00Z,Medium\n";

    @Test
    void aCreatedProcessHasItsActorParentAndImages() throws Exception {
        var event = events("anything.csv", PROCESS + PROCESS_ROW).getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.PROCESS_CREATED);
        assertThat(event.table()).isEqualTo("DeviceProcessEvents");
        assertThat(event.time()).hasToString("2026-11-16T00:25:48.310915200Z");
        assertThat(event.links().getFirst().role()).isEqualTo(LinkRole.DEVICE);
        assertThat(key(event, LinkRole.DEVICE)).isEqualTo("device:ws1");
        assertThat(event.device().orElseThrow().deviceDnsName()).isEqualTo("ws1.corp.example");
        assertThat(key(event, LinkRole.TARGET)).isEqualTo("process:ws1|4242|1794788748252");
        assertThat(key(event, LinkRole.ACTOR)).isEqualTo("process:ws1|77|1794788740000");
        assertThat(key(event, LinkRole.PARENT)).isEqualTo("process:ws1|66|1794788400000");
        assertThat(key(event, LinkRole.TARGET_IMAGE)).isEqualTo("file:sha256-" + SHA256);
        assertThat(key(event, LinkRole.ACTOR_IMAGE)).isEqualTo("file:ws1|c:/windows/system32/cmd.exe");
        assertThat(key(event, LinkRole.ACCOUNT)).isEqualTo("user:corp\\jo");
        assertThat(event.target())
                .get()
                .isInstanceOfSatisfying(
                        Entity.Process.class,
                        process -> {
                            assertThat(process.processCommandLine()).isEqualTo("whoami \"/all\"");
                            assertThat(process.parentProcessId()).isEqualTo(77);
                            assertThat(process.account()).isEqualTo("CORP\\jo");
                            assertThat(process.parentImage()).isEqualTo("c:\\windows\\system32\\cmd.exe");
                        });
        assertThat(event.attribute("ProcessIntegrityLevel")).isEqualTo("Medium");
        assertThat(event.raw()).isEqualTo(PROCESS_ROW.strip());
        assertThat(event.row().row()).isZero();
    }

    @Test
    void theSameRowAsCsvJsonLinesEnvelopeAnswerAndCaseGivesTheSameEvent() throws Exception {
        String object =
                "{\"Timestamp\":\"2026-11-16T00:25:48.3109152Z\",\"DeviceId\":\"d1\",\"DeviceName\":\"ws1.corp.example\",\"ActionType\":\"ProcessCreated\","
                        + "\"FileName\":\"whoami.exe\",\"FolderPath\":\"C:\\\\Windows\\\\System32\\\\whoami.exe\",\"SHA256\":\""
                        + SHA256
                        + "\",\"ProcessId\":4242,"
                        + "\"ProcessCommandLine\":\"whoami \\\"/all\\\"\",\"ProcessCreationTime\":\"2026-11-16T00:25:48.2521885Z\",\"AccountDomain\":\"CORP\",\"AccountName\":\"jo\","
                        + "\"AccountSid\":\"S-1-5-21-1-2-3-1001\",\"InitiatingProcessFileName\":\"cmd.exe\",\"InitiatingProcessFolderPath\":\"c:\\\\windows\\\\system32\\\\cmd.exe\","
                        + "\"InitiatingProcessId\":77,\"InitiatingProcessCommandLine\":\"cmd.exe /c x\",\"InitiatingProcessCreationTime\":\"2026-11-16T00:25:40Z\","
                        + "\"InitiatingProcessParentId\":66,\"InitiatingProcessParentFileName\":\"explorer.exe\",\"InitiatingProcessParentCreationTime\":\"2026-11-16T00:20:00Z\","
                        + "\"ProcessIntegrityLevel\":\"Medium\",\"MD5\":null}";
        String envelope =
                "{\"time\":\"2026-11-16T00:26:00Z\",\"tenantId\":\"t\",\"operationName\":\"Publish\",\"category\":\"AdvancedHunting-DeviceProcessEvents\",\"properties\":"
                        + object
                        + "}";
        var csv = events("a.csv", PROCESS + PROCESS_ROW).getFirst();
        for (String text :
                List.of(
                        object + "\n" + object + "\n",
                        "[" + object + "," + object + "]",
                        envelope + "\n" + envelope,
                        "{\"records\":[" + envelope + "," + envelope + "]}",
                        "{\"schema\":[{\"name\":\"Timestamp\",\"type\":\"DateTime\"}],\"results\":["
                                + object
                                + ","
                                + object
                                + "]}",
                        "{\"Stats\":{},\"Schema\":[{\"Name\":\"Timestamp\",\"Type\":\"DateTime\"}],\"Results\":["
                                + object
                                + ","
                                + object
                                + "]}",
                        "{\"input\":{\"message\":" + quoted(envelope) + "},\"expected\":{\"a\":1}}")) {
            var events = events("a.json", text);
            assertThat(events).as(text).hasSizeBetween(1, 2);
            for (int i = 0; i < events.size(); i++) {
                var event = events.get(i);
                assertThat(event.links()).isEqualTo(csv.links());
                assertThat(event.attributes()).isEqualTo(csv.attributes());
                assertThat(event.kind()).isEqualTo(csv.kind());
                assertThat(event.time()).isEqualTo(csv.time());
                assertThat(event.table()).isEqualTo(csv.table());
                assertThat(event.row().row()).isEqualTo(i);
            }
        }
    }

    private static String quoted(String json) {
        return "\"" + json.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    @Test
    void someColumnsAreEnough() throws Exception {
        var process =
                events(
                                "q.csv",
                                "Timestamp [UTC];DeviceName;FileName;ProcessCommandLine\n\"7/4/2026, 10:35:00.593 PM\";ws1;a.exe;a -b\n")
                        .getFirst();
        assertThat(process.kind()).isEqualTo(EventKind.PROCESS_CREATED);
        assertThat(process.time()).hasToString("2026-07-04T22:35:00.593Z");
        assertThat(key(process, LinkRole.TARGET)).isEqualTo("process:ws1|a.exe|a -b");
        var network =
                events(
                                "q.csv",
                                "TimeGenerated,DeviceName,RemoteIP,RemotePort\n2026-07-04T22:35:00Z,ws1,203.0.113.9,443\n")
                        .getFirst();
        assertThat(network.kind()).isEqualTo(EventKind.NETWORK_CONNECTION);
        assertThat(key(network, LinkRole.DESTINATION)).isEqualTo("ipAddress:203.0.113.9");
        assertThat(network.attribute("RemotePort")).isEqualTo("443");
        var mixed =
                events(
                        "q.csv",
                        "Timestamp,DeviceName,ActionType,FileName,InitiatingProcessFileName\n2026-07-04T22:35:00Z,ws1,ImageLoaded,a.dll,b.exe\n"
                                + "2026-07-04T22:35:00Z,ws1,FileDeleted,a.dll,b.exe\n");
        assertThat(mixed)
                .extracting(TelemetryEvent::kind)
                .containsExactly(EventKind.IMAGE_LOADED, EventKind.FILE_DELETED);
        assertThat(mixed)
                .extracting(TelemetryEvent::table)
                .containsExactly("DeviceImageLoadEvents", "DeviceFileEvents");
    }

    @Test
    void aColumnMayNameEachRowsTable() throws Exception {
        var events =
                events(
                        "union.csv",
                        "$table,Timestamp,DeviceName,ActionType,RemoteIP,FileName\n"
                                + "DeviceNetworkEvents,2026-07-04T22:35:00Z,ws1,ConnectionSuccess,203.0.113.9,\n"
                                + "DeviceFileEvents,2026-07-04T22:35:00Z,ws1,FileCreated,,a.exe\nDeviceTvmInfoGathering,2026-07-04T22:35:00Z,ws1,,,\n");
        assertThat(events)
                .extracting(TelemetryEvent::table)
                .containsExactly("DeviceNetworkEvents", "DeviceFileEvents", "DeviceTvmInfoGathering");
        assertThat(events)
                .extracting(TelemetryEvent::kind)
                .containsExactly(EventKind.NETWORK_CONNECTION, EventKind.FILE_CREATED, EventKind.OTHER);
    }

    @Test
    void tablesWithoutAMappingAreOtherEvents() throws Exception {
        var tvm =
                events(
                                "x.json",
                                "{\"category\":\"AdvancedHunting-DeviceTvmSoftwareVulnerabilities\",\"operationName\":\"Publish\",\"properties\":"
                                        + "{\"DeviceId\":\"d1\",\"DeviceName\":\"ws1\",\"CveId\":\"CVE-2026-1\",\"SoftwareName\":\"x\"}}")
                        .getFirst();
        assertThat(tvm.kind()).isEqualTo(EventKind.OTHER);
        assertThat(tvm.table()).isEqualTo("DeviceTvmSoftwareVulnerabilities");
        assertThat(tvm.attribute("CveId")).isEqualTo("CVE-2026-1");
        assertThat(key(tvm, LinkRole.DEVICE)).isEqualTo("device:ws1");
        var unheard =
                events(
                                "x.json",
                                "{\"category\":\"AdvancedHunting-TableOfNextYear\",\"operationName\":\"Publish\",\"properties\":"
                                        + "{\"Timestamp\":\"2026-07-04T22:35:00Z\",\"AccountUpn\":\"jo@x.example\",\"Wonder\":1}}")
                        .getFirst();
        assertThat(unheard.table()).isEqualTo("TableOfNextYear");
        assertThat(key(unheard, LinkRole.ACCOUNT)).isEqualTo("user:jo@x.example");
    }

    @Test
    void whatTellsNoTableIsRefusedWithItsColumns() {
        assertThatThrownBy(() -> read("prices.csv", "Product,Price,Url\nx,1,y\n"))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("prices.csv")
                .hasMessageContaining("Product, Price, Url");
        assertThatThrownBy(() -> read("notes.csv", "a,b\n1,2\n")).isInstanceOf(ImportRefusedException.class);
    }

    @Test
    void rowsOfJoinedTablesAreToldByTheirFilledCells() throws Exception {
        String header =
                "Timestamp,DeviceName,ActionType,InitiatingProcessFileName,RemoteIP,ActivityObjects,AccountObjectId,"
                        + "NetworkMessageId,SenderFromAddress,RecipientEmailAddress,Subject\n";
        var events =
                events(
                        "search.csv",
                        header
                                + "2026-07-04T22:35:00Z,ws1,ConnectionSuccess,a.exe,203.0.113.9,,,,,,\n"
                                + "2026-07-04T22:35:00Z,,FileDownloaded,,,[],o1,,,,\n2026-07-04T22:35:00Z,,,,,,,n1,a@evil.example,jo@x.example,Hi\n");
        assertThat(events)
                .extracting(TelemetryEvent::kind)
                .containsExactly(EventKind.NETWORK_CONNECTION, EventKind.CLOUD_ACTIVITY, EventKind.MAIL_DELIVERED);
    }
}
