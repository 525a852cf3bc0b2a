package dupin.engine.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import static dupin.engine.EngineCase.at;

import dupin.model.Canonical;
import dupin.model.EventKind;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Names, folders, registry values, addresses and intervals.
class NamesTest {
    @ParameterizedTest
    @CsvSource({
        "svchost.exe, C:\\Users\\ann\\svchost.exe, true",
        "svch0st.exe, C:\\Windows\\System32\\svch0st.exe, true",
        "lsass.exe, C:\\Windows\\Temp\\lsass.exe, true",
        "svchost.exe, C:\\Windows\\System32\\svchost.exe, false",
        "svchost.exe, C:\\Windows\\SysWOW64\\svchost.exe, false",
        "agent.exe, C:\\Users\\ann\\agent.exe, false",
        "explorer.exe, C:\\Windows\\explorer.exe, false"
    })
    void masquerade(String name, String path, boolean expected) {
        assertThat(FileRules.masquerades(name, path)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "invoice.pdf.exe, true",
        "scan.docx.lnk, true",
        "setup.x64.exe, false",
        "archive.tar.gz, false",
        "report.pdf, false",
        "my.notes.txt, false"
    })
    void doubleExtension(String name, boolean expected) {
        assertThat(FileRules.doubleExtension(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "HOW_TO_DECRYPT_FILES.txt, true",
        "RESTORE-MY-FILES.html, true",
        "readme.txt, false",
        "instructions.txt, false",
        "help.html, false"
    })
    void ransomNotes(String name, boolean expected) {
        assertThat(FileRules.ransomNote(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            textBlock =
                    """
                    pc|hkcu\\software\\microsoft\\windows\\currentversion\\run|x; C:\\Users\\a\\AppData\\Roaming\\x.exe; registry.run-odd
                    pc|hklm\\software\\microsoft\\windows\\currentversion\\run|x; "C:\\Program Files\\V\\x.exe" /tray; registry.run
                    pc|hkcu\\software\\classes\\ms-settings\\shell\\open\\command|; cmd.exe; registry.uac
                    pc|hklm\\system\\currentcontrolset\\control\\securityproviders\\wdigest|uselogoncredential; 1; registry.wdigest
                    pc|hklm\\system\\currentcontrolset\\control\\securityproviders\\wdigest|uselogoncredential; 0; -
                    pc|hklm\\software\\microsoft\\windows nt\\currentversion\\winlogon|shell; explorer.exe; -
                    pc|hklm\\software\\microsoft\\windows nt\\currentversion\\winlogon|userinit; C:\\Windows\\system32\\userinit.exe,; -
                    pc|hklm\\software\\microsoft\\windows nt\\currentversion\\winlogon|userinit; C:\\Users\\Public\\u.exe; registry.hijack
                    pc|hklm\\system\\currentcontrolset\\services\\x|imagepath; \\??\\C:\\Windows\\System32\\drivers\\x.sys; -
                    pc|hklm\\software\\vendor|path; C:\\Users\\a\\AppData\\Roaming\\x.exe; -
                    """)
    void registry(String path, String data, @Nullable String weightId) {
        String program = Canonical.path(PersistenceAnalyzer.program(data));
        RegistryRules.Rule rule = RegistryRules.of(path, CommandLine.of(data).text(), program);
        assertThat(Optional.ofNullable(rule).map(RegistryRules.Rule::weightId).orElse(null)).isEqualTo(weightId);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, true",
        "192.168.0.9, true",
        "172.20.0.1, true",
        "100.64.0.1, true",
        "127.0.0.1, true",
        "fd00::1, true",
        "8.8.4.4, false",
        "198.51.100.7, false",
        "2001:db8::1, false",
        "not-an-address, false"
    })
    void ownNetwork(String ip, boolean expected) {
        assertThat(Addresses.internal(ip)).isEqualTo(expected);
    }

    @Test
    void regularIntervalsAreABeacon() {
        assertThat(Beacon.of(connections(0, 60, 121, 180, 242, 300, 360))).isPresent();
        assertThat(Beacon.of(connections(0, 5, 200, 210, 900, 2000, 2001, 5000))).isEmpty();
        assertThat(Beacon.of(connections(0, 60, 120))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "harbourline, harbour1ine, true",
        "harbourline, harbourlines, true",
        "harbourline, harbourline, false",
        "lake, bake, true",
        "lake, mountain, false"
    })
    void near(String a, String b, boolean expected) {
        assertThat(Brands.near(a, b)).isEqualTo(expected);
    }

    private static List<TelemetryEvent> connections(long... seconds) {
        var rows = new ArrayList<TelemetryEvent>();
        for (long second : seconds) {
            rows.add(
                    new TelemetryEvent(
                            EventKind.NETWORK_CONNECTION,
                            "t",
                            "",
                            at(second),
                            List.of(),
                            Map.of(),
                            "",
                            new RowRef("f", second)));
        }
        return rows;
    }
}
