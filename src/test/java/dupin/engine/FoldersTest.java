package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Content;
import dupin.model.FolderClass;
import dupin.model.Policy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldersTest {
    private static final Policy POLICY = Content.shipped().policy();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "C:\\Windows\\System32\\cmd.exe | CORE",
                "c:/windows/system32/cmd.exe | CORE",
                "D:\\WINDOWS\\x.exe | CORE",
                "C:\\Windows\\Temp\\x.exe | CORE",
                "C:\\Program Files\\App\\x.exe | CORE",
                "C:\\PROGRA~1\\App\\x.exe | CORE",
                "C:\\PROGRA~2\\App\\x.exe | CORE",
                "C:\\PROGRA~9\\App\\x.exe | CORE",
                "C:\\HIDDEN~1\\x.exe | CORE",
                "\\\\?\\C:\\Windows\\x.exe | CORE",
                "\\??\\C:\\Windows\\x.exe | CORE",
                "\\Device\\HarddiskVolume3\\Windows\\x.exe | CORE",
                "\\SystemRoot\\System32\\x.exe | CORE",
                "%SystemRoot%\\System32\\x.exe | CORE",
                "%windir%\\x.exe | CORE",
                "C:\\Users\\ann\\AppData\\Local\\Temp\\..\\..\\..\\..\\..\\Windows\\x.exe | CORE",
                "C:\\Users\\..\\Windows\\x.exe | CORE",
                "C:\\Windows.\\System32\\x.exe | CORE",
                "\\\\srv\\admin$\\x.exe | CORE",
                "\\\\srv\\c$\\Windows\\x.exe | CORE",
                "%temp%\\x.exe | CORE",
                "x.exe | CORE",
                "`` | CORE",
                "..\\x.exe | CORE",
                "/usr/bin/python3 | CORE",
                "/etc/cron.d/x | CORE",
                "C:\\Users\\ann\\AppData\\Local\\Temp\\x.exe | TEMP",
                "C:\\Users\\Ann\\Downloads\\a\\b\\x.exe | TEMP",
                "\\\\srv\\c$\\Users\\ann\\Downloads\\x.exe | TEMP",
                "/tmp/x | TEMP",
                "C:\\Users\\ann\\Documents\\x.exe | OTHER",
                "C:\\ProgramData\\x.exe | OTHER",
                "C:\\Windows2\\x.exe | OTHER",
                "C:\\Users\\ann\\windows\\x.exe | OTHER",
                "\\\\srv\\share\\x.exe | OTHER",
                "/home/ann/x | OTHER",
            })
    void aPathHasOneClass(String path, FolderClass expected) {
        assertThat(Folders.classify(path, POLICY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C:\\lab\\* | C:\\Lab\\a\\b.exe | true",
                "C:\\lab | C:\\Lab\\b.exe | true",
                "C:\\lab\\ | C:\\Lab2\\b.exe | false",
                "C:\\lab? | C:\\Lab2\\b.exe | true",
                "C:\\lab? | C:\\Lab22\\b.exe | false",
                "\\lab\\* | E:\\lab\\b.exe | true",
                "*\\build\\* | C:\\a\\build\\c\\x.obj | true",
                "*.log | C:\\a\\b\\c.log | true",
                "/srv/* | C:\\srv\\x | false",
            })
    void exclusionsTakePatterns(String pattern, String path, boolean excluded) {
        Policy policy = POLICY.withFolders(List.of(), List.of(), List.of(pattern));
        assertThat(Folders.isExcluded(path, policy)).isEqualTo(excluded);
    }

    @Test
    void aHostilePatternIsNoTrap() {
        Policy policy = POLICY.withFolders(List.of("*a*a*a*a*a*a*a*a*a*a*b"), List.of(), List.of());
        assertThat(Folders.classify("C:\\" + "a".repeat(5_000), policy)).isEqualTo(FolderClass.OTHER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"C:\\Program Files\\A\\a.exe\" -x | C:\\Program Files\\A\\a.exe",
                "C:\\Program Files\\A\\a.exe -x | C:\\Program Files\\A\\a.exe",
                "C:\\a.exe | C:\\a.exe",
                "a | a",
            })
    void theProgramOfACommandLine(String command, String image) {
        assertThat(Folders.image(command)).isEqualTo(image);
    }
}
