package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Policy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeverTouchTest {
    private static final EntityKey PC1 = Entity.Device.named("PC1").key();
    private static final Policy POLICY = EngineCase.policy();

    private static boolean refused(ActionType type, Entity target, @Nullable EntityKey device, Policy policy) {
        return NeverTouch.refuses(type, target, device, policy).isPresent();
    }

    @Test
    void theListHoldsForTargetsTheirAliasesAndTheirDevices() {
        var file =
                new Entity.File(
                        "a.exe", "C:\\Users\\ann\\a.exe", Story.sha(1), "a".repeat(40), "", 0, "", "", "", "PC1");
        EntityKey sha1 = file.aliases().getFirst();
        for (EntityKey listed : List.of(file.key(), sha1, PC1)) {
            assertThat(refused(ActionType.QUARANTINE_FILE, file, PC1, POLICY.withNeverTouch(List.of(listed))))
                    .as(listed.toString())
                    .isTrue();
        }
        assertThat(refused(ActionType.QUARANTINE_FILE, file, PC1, POLICY)).isFalse();
        assertThat(
                        refused(
                                ActionType.ISOLATE_DEVICE,
                                Entity.Device.named("pc1.corp.example"),
                                PC1,
                                POLICY.withNeverTouch(List.of(PC1))))
                .isTrue();
    }

    @Test
    void excludedFoldersAreLeftAlone() {
        Policy policy = POLICY.withFolders(List.of(), List.of(), List.of("C:\\Lab\\*"));
        assertThat(refused(ActionType.QUARANTINE_FILE, Story.file("PC1", "c:\\lab\\x.exe", ""), PC1, policy)).isTrue();
        var process =
                new Entity.Process(
                        "PC1", 7, Story.at(0), "", "", Story.file("PC1", "C:\\LAB\\x.exe", ""), "", 0, null, "");
        assertThat(refused(ActionType.STOP_PROCESS, process, PC1, policy)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C:\\Windows\\System32\\cmd.exe | true",
                "C:\\Windows\\Temp\\x.exe | true",
                "\\\\?\\C:\\WINDOWS\\x.exe | true",
                "C:\\Users\\..\\Windows\\x.exe | true",
                "%SystemRoot%\\x.exe | true",
                "/usr/bin/bash | true",
                "C:\\Users\\ann\\x.exe | false",
                "C:\\Program Files\\App\\x.exe | false",
                "C:\\WindowsX\\x.exe | false",
            })
    void noFileOfTheSystemIsQuarantined(String path, boolean refused) {
        assertThat(refused(ActionType.QUARANTINE_FILE, Story.file("PC1", path, Story.sha(1)), PC1, POLICY))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "C:\\Windows\\System32\\lsass.exe | true",
                "C:\\Windows\\System32\\csrss.exe | true",
                "lsass.exe | true",
                "C:\\Users\\ann\\lsass.exe | false",
                "C:\\Windows\\System32\\svchost.exe | false",
                "C:\\Windows\\System32\\cmd.exe | false",
            })
    void whatTheSystemLivesOnIsNotStopped(String image, boolean refused) {
        var process =
                new Entity.Process("PC1", 700, Story.at(0), "", "", Story.file("PC1", image, ""), "", 0, null, "");
        assertThat(refused(ActionType.STOP_PROCESS, process, PC1, POLICY)).isEqualTo(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3,true", "172.31.0.1,true", "192.168.0.9,true", "127.0.0.1,true", "169.254.1.1,true", "100.64.0.1,true",
                "224.0.0.1,true", "0.0.0.0,true",
        "255.255.255.255,true", "::1,true", "fe80::1,true", "fd00::1,true", "::ffff:10.0.0.1,true", "nonsense,true",
                "8.8.8.8,false", "203.0.113.9,false",
        "2001:4860:4860::8888,false", "172.32.0.1,false",
    })
    void onlyPublicAddressesAreBlocked(String ip, boolean refused) {
        assertThat(refused(ActionType.BLOCK_IP, Entity.IpAddress.of(ip), null, POLICY)).isEqualTo(refused);
    }

    @Test
    void accountsOfTheSystemAndItsServicesStay() {
        var system = new Entity.User("", "", "", "S-1-5-18", "", "");
        assertThat(refused(ActionType.DISABLE_USER, system, null, POLICY)).isTrue();
        assertThat(refused(ActionType.DISABLE_USER, Entity.User.ofUpn("ann@corp.example"), null, POLICY)).isFalse();
        assertThat(refused(ActionType.STOP_SERVICE, new Entity.Service("PC1", "EventLog", "", ""), PC1, POLICY))
                .isTrue();
        assertThat(refused(ActionType.STOP_SERVICE, new Entity.Service("PC1", "evil", "", ""), PC1, POLICY)).isFalse();
    }
}
