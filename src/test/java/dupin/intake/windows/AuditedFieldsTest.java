package dupin.intake.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditedFieldsTest {

    private static Map<String, String> added(int eventId, Map<String, String> given) {
        var fields = new HashMap<>(given);
        AuditedFields.add(eventId, fields);
        return fields;
    }

    @Test
    void aValueIsSpelledAsTheSensorSpellsIt() {
        assertThat(
                        added(
                                4657,
                                Map.of(
                                        "ObjectName", "\\REGISTRY\\MACHINE\\SOFTWARE\\Vendor",
                                        "ObjectValueName", "Start",
                                        "OperationType", "%%1905",
                                        "NewValueType", "%%1876",
                                        "NewValue", "010",
                                        "ProcessName", "C:\\Windows\\regedit.exe")))
                .containsEntry("TargetObject", "HKLM\\SOFTWARE\\Vendor\\Start")
                .containsEntry("Details", "DWORD (0x0000000a)")
                .containsEntry("EventType", "SetValue")
                .containsEntry("Image", "C:\\Windows\\regedit.exe");
        assertThat(added(4657, Map.of("ObjectName", "k", "OperationType", "%%1906", "NewValue", "-")))
                .containsEntry("EventType", "DeleteValue")
                .doesNotContainKey("Details");
    }

    @Test
    void aConnectionHasADirectionAndADrive() {
        assertThat(
                        added(
                                5156,
                                Map.of(
                                        "Application", "\\device\\harddiskvolume2\\windows\\system32\\svchost.exe",
                                        "Direction", "%%14593",
                                        "DestAddress", "203.0.113.9",
                                        "DestPort", "443",
                                        "Protocol", "6")))
                .containsEntry("Image", "C:\\windows\\system32\\svchost.exe")
                .containsEntry("Initiated", "true")
                .containsEntry("DestinationIp", "203.0.113.9")
                .containsEntry("DestinationPort", "443")
                .containsEntry("Protocol", "tcp");
        assertThat(added(5156, Map.of("Direction", "%%14592"))).containsEntry("Initiated", "false");
    }
}
