package dupin.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            quoteCharacter = '~',
            textBlock =
                    """
                    C:\\Windows\\System32\\CMD.exe => c:/windows/system32/cmd.exe
                    "C:\\Program Files\\a b.exe" => c:/program files/a b.exe
                    \\\\?\\C:\\Temp\\x => c:/temp/x
                    \\\\.\\C:\\Temp\\x => c:/temp/x
                    \\??\\C:\\Temp\\x => c:/temp/x
                    \\Device\\HarddiskVolume3\\Windows\\x => c:/windows/x
                    \\SystemRoot\\System32\\drivers\\x.sys => c:/windows/system32/drivers/x.sys
                    %SystemRoot%\\x => c:/windows/x
                    %ProgramFiles(x86)%\\x => c:/program files (x86)/x
                    C:\\Users\\..\\Windows\\.\\x => c:/windows/x
                    C:\\..\\..\\x => c:/x
                    C:\\\\Temp\\\\x => c:/temp/x
                    \\\\Server\\Share\\x => //server/share/x
                    \\\\?\\UNC\\Server\\Share\\x => //server/share/x
                    \\??\\UNC\\Server\\Share\\x => //server/share/x
                    /usr/bin/../lib/X => /usr/lib/x
                    /tmp/.hidden => /tmp/.hidden
                    """)
    void pathsHaveOneSpelling(String spelt, String path) {
        assertThat(Canonical.path(spelt)).isEqualTo(path);
        assertThat(Canonical.path(Canonical.path(spelt))).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "192[.]0[.]2[.]1, 192.0.2.1",
        "192.0.2.1:443, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:DB8::1, 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1], 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]:8080, 2001:db8:0:0:0:0:0:1",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:1",
        "Host.Example, host.example"
    })
    void addressesHaveOneSpelling(String spelt, String address) {
        assertThat(Canonical.ip(spelt)).isEqualTo(address);
        assertThat(Canonical.ip(Canonical.ip(spelt))).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "hxxps://Bad[.]Example[:]443/Path?Q=1#frag, https://bad.example/Path?Q=1",
        "HXXP://bad(dot)example, http://bad.example/",
        "http://bad[DOT]example/, http://bad.example/",
        "http://bad.example:80, http://bad.example/",
        "http://bad.example./a, http://bad.example/a",
        "ftp://Bad.Example:80/a, ftp://bad.example:80/a",
        "Bad.Example/Path, bad.example/Path",
        "Bad.Example, bad.example"
    })
    void urlsHaveOneSpelling(String spelt, String url) {
        assertThat(Canonical.url(spelt)).isEqualTo(url);
        assertThat(Canonical.url(Canonical.url(spelt))).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "https://user:pw@Bad.Example:8443/a, bad.example",
        "http://[2001:DB8::1]:80/, 2001:db8:0:0:0:0:0:1",
        "http://192.0.2.1/, 192.0.2.1",
        "https://good.example@bad.example/, bad.example",
        "mailto:a@b.c, ''",
        "'', ''"
    })
    void theHostOfAUrlIsWhereItLeads(String url, String host) {
        assertThat(Canonical.urlHost(url)).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " => ",
            nullValues = "-",
            textBlock =
                    """
                    HKEY_LOCAL_MACHINE => SOFTWARE\\A => hklm\\software\\a
                    LocalMachine => SOFTWARE\\A\\ => hklm\\software\\a
                    - => HKLM\\SOFTWARE\\A => hklm\\software\\a
                    - => HKLM:\\SOFTWARE\\A => hklm\\software\\a
                    - => \\REGISTRY\\MACHINE\\SOFTWARE\\A => hklm\\software\\a
                    - => \\REGISTRY\\USER\\S-1-5-21\\A => hku\\s-1-5-21\\a
                    - => Computer\\HKEY_CURRENT_USER\\A => hkcu\\a
                    HKEY_CURRENT_USER => HKEY_CURRENT_USER\\A => hkcu\\a
                    HKLM => \\SYSTEM\\ControlSet001\\Services\\x => hklm\\system\\currentcontrolset\\services\\x
                    HKLM => SYSTEM\\ControlSet001 => hklm\\system\\currentcontrolset
                    HKLM => SYSTEM\\ControlSet0011\\x => hklm\\system\\controlset0011\\x
                    HKLM => - => hklm
                    HKLM => USERS\\x => hklm\\users\\x
                    - => Foo/Bar => foo\\bar
                    """)
    void registryKeysHaveOneSpelling(String hive, String key, String path) {
        assertThat(Canonical.registry(hive, key)).isEqualTo(path);
        assertThat(Canonical.registry("", path)).isEqualTo(path);
    }

    @ParameterizedTest
    @CsvSource({
        "PC7.corp.Example.net, pc7",
        "PC7, pc7",
        "192.0.2.1, 192.0.2.1",
        "2001:db8::1, 2001:db8::1",
        "'', ''",
        "1.2.3, 1",
        "1.2.3.4.5, 1"
    })
    void aHostIsItsFirstLabel(String name, String host) {
        assertThat(Canonical.host(name)).isEqualTo(host);
    }

    @Test
    void hashesAreHexOfAKnownLength() {
        assertThat(Canonical.hash(" " + "AB".repeat(32) + "\u200b")).isEqualTo("ab".repeat(32));
        for (String bad : List.of("", "ab", "zz".repeat(32), "ab".repeat(33), "string")) {
            assertThat(Canonical.hash(bad)).isEmpty();
        }
    }

    @Test
    void textLosesWhatIsInvisibleOrCannotBeStored() {
        assertThat(Canonical.text("\uFEFF a\u200bb \u00ad")).isEqualTo("ab");
        assertThat(Canonical.text("a\u0000b")).isEqualTo("a\uFFFDb");
        assertThat(Canonical.text("a\uD83Db\uDE00")).isEqualTo("a\uFFFDb\uFFFD");
        assertThat(Canonical.text("a😀\u200bb")).isEqualTo("a😀b");
        assertThat(Canonical.text("é¬ ®")).as("what lies beside the invisible ones").isEqualTo("é¬ ®");
        assertThat(Canonical.text(null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\",
                "/",
                "\\hkey_users",
                "hkcu\\",
                ".",
                "../",
                "[.]",
                "(",
                "%",
                "a@",
                ":",
                "::",
                "http://",
                "~1"
            })
    void nothingThrowsAndNothingTakesLong(String piece) {
        String hostile = piece.repeat(100_000);
        long begin = System.nanoTime();
        for (String text : List.of(hostile, hostile + "x", "http://" + hostile, "c:/" + hostile)) {
            assertThat(Canonical.path(text)).isNotNull();
            assertThat(Canonical.url(text)).isNotNull();
            assertThat(Canonical.urlHost(text)).isNotNull();
            assertThat(Canonical.ip(text)).isNotNull();
            assertThat(Canonical.domain(text)).isNotNull();
            assertThat(Canonical.host(text)).isNotNull();
            assertThat(Canonical.registry(text, text)).isNotNull();
            assertThat(Canonical.hash(text)).isNotNull();
        }
        assertThat((System.nanoTime() - begin) / 1_000_000_000.0).as("seconds").isLessThan(20);
    }

    @Test
    void randomTextNeverThrowsAndOnePassIsEnough() {
        var random = new Random(7);
        String letters = "aZ0.:/\\[]()%~?#@ hk{}x\u200b\uD83D\uDE00";
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder();
            for (int n = random.nextInt(24); n > 0; n--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            String spelt = text.toString();
            assertThat(Canonical.lower(Canonical.lower(spelt))).isEqualTo(Canonical.lower(spelt));
            String registry = Canonical.registry("", spelt);
            assertThat(Canonical.registry("", registry)).as(spelt).isEqualTo(registry);
            assertThat(Canonical.path(spelt)).isNotNull();
            assertThat(Canonical.url(spelt)).isNotNull();
        }
    }
}
