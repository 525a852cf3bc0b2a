package dupin.engine.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In which channel, under which event id, a rule's log source stands.
class LogSourcesTest {

    private static RuleSet rule(String source, String detection) {
        RuleSet set =
                Rules.set(
                        """
                        title: Rule
                        id: r
                        logsource: {%s}
                        detection:
                            sel: {%s}
                            condition: sel
                        """
                                .formatted(source, detection));
        assertThat(set.refused()).isEmpty();
        return set;
    }

    @ParameterizedTest
    @CsvSource({
        "windefend, Microsoft-Windows-Windows Defender/Operational",
        "bitlocker, Microsoft-Windows-BitLocker/BitLocker Management",
        "ntfs, Microsoft-Windows-Ntfs/Operational",
        "application-experience, Microsoft-Windows-Application-Experience/Program-Telemetry",
        "application-experience, Microsoft-Windows-Application-Experience/Program-Compatibility-Assistant",
        "kernel-shimengine, Microsoft-Windows-Kernel-ShimEngine/Diagnostic",
        "kernel-event-tracing, Microsoft-Windows-Kernel-EventTracing",
        "hyper-v-worker, Microsoft-Windows-Hyper-V-Worker",
        "hyper-v-worker, microsoft-windows-hyper-v-worker/admin",
        "applocker, Microsoft-Windows-AppLocker/MSI and Script"
    })
    void aServiceIsItsChannelsInAnyCase(String service, String channel) {
        RuleSet set = rule("product: windows, service: " + service, "A: x");
        assertThat(set.matcher().match(Rules.event(channel, 5, "A", "x"))).hasSize(1);
        assertThat(set.matcher().match(Rules.event(channel, 5, "A", "y"))).isEmpty();
        assertThat(set.matcher().match(Rules.event("Setup", 5, "A", "x"))).isEmpty();
    }

    @Test
    void rulesForAnyAntivirusReadTheOneThatWindowsHas() {
        RuleSet set = rule("category: antivirus", "Signature|contains: mimi, Filename|endswith: '\\a.exe'");
        String channel = "Microsoft-Windows-Windows Defender/Operational";
        String[] found = {"Threat Name", "HackTool:Win32/Mimikatz", "Path", "file:_C:\\Users\\eve\\a.exe"};
        assertThat(set.matcher().match(Rules.event(channel, 1116, found))).hasSize(1);
        assertThat(set.matcher().match(Rules.event(channel, 1117, found))).as("the same threat again").isEmpty();
        assertThat(set.matcher().match(Rules.event(channel, 5007, found))).as("a changed setting").isEmpty();
        assertThat(set.matcher().match(Rules.event("Application", 1116, found))).isEmpty();
        assertThat(set.matcher().match(Rules.event(channel, 1116, "Threat Name", "Mimikatz"))).isEmpty();
    }
}
