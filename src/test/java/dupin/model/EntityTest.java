package dupin.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Entity.Device;
import dupin.model.Entity.File;
import dupin.model.Entity.MailCluster;
import dupin.model.Entity.Process;
import dupin.model.Entity.User;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntityTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.1234567Z");

    private static String key(Entity entity) {
        return entity.key().toString();
    }

    @Test
    void aDeviceIsItsHostNameAndIsAlsoKnownByItsIds() {
        var device = new Device("", "PC7.Example.net", "ABC", "DEF", "", "", "", "", "", List.of());
        assertThat(key(device)).isEqualTo("device:pc7");
        assertThat(device.aliases())
                .extracting(EntityKey::toString)
                .containsExactly("device:mde-abc", "device:aad-def");
        assertThat(Device.ofMdeId("ABC").key()).isEqualTo(device.aliases().getFirst());
    }

    @Test
    void aUserIsItsPrincipalNameElseItsAccount() {
        assertThat(key(User.ofUpn("Jo@Example.net"))).isEqualTo("user:jo@example.net");
        assertThat(key(User.ofAccount("corp.example.net", "Jo"))).isEqualTo("user:corp\\jo");
        assertThat(key(User.ofAccount("", "CORP\\Jo"))).isEqualTo("user:corp\\jo");
        var whole = new User("jo@example.net", "jo", "CORP", "S-1-5-21-1", "77", "Jo");
        assertThat(whole.aliases())
                .extracting(EntityKey::toString)
                .containsExactly("user:corp\\jo", "user:sid-s-1-5-21-1", "user:aad-77");
    }

    @Test
    void accountsOfTheSystemAreWellKnownByNameAndBySid() {
        assertThat(User.ofAccount("NT AUTHORITY", "SYSTEM").wellKnown()).isTrue();
        assertThat(new User("", "", "", "S-1-5-18", "", "").wellKnown()).isTrue();
        assertThat(new User("", "x", "", "S-1-5-32-544", "", "").wellKnown()).isTrue();
        assertThat(new User("", "jo", "CORP", "S-1-5-21-1-2-3-500", "", "").wellKnown()).isFalse();
    }

    @Test
    void aFileIsItsStrongestHashElseItsPlace() {
        String sha256 = "AB".repeat(32);
        var file = new File("x.exe", "C:\\Temp", sha256, "cd".repeat(20), "", 0, "", "", "", "PC7.example.net");
        assertThat(key(file)).isEqualTo("file:sha256-" + "ab".repeat(32));
        assertThat(file.aliases()).extracting(EntityKey::toString).containsExactly("file:sha1-" + "cd".repeat(20));
        assertThat(key(new File("x.exe", "C:\\Temp", "", "", "", 0, "", "", "", "PC7.example.net")))
                .isEqualTo("file:pc7|c:/temp/x.exe");
        assertThat(key(File.of("C:\\Temp\\X.exe", "", "pc7"))).isEqualTo("file:pc7|c:/temp/x.exe");
        assertThat(new File("x.exe", "C:\\Temp\\x.exe", "", "", "", 0, "", "", "", "").fullPath())
                .isEqualTo("C:\\Temp\\x.exe");
        assertThat(new File("x", "/usr/bin", "", "", "", 0, "", "", "", "").fullPath()).isEqualTo("/usr/bin/x");
    }

    @Test
    void aProcessIsDeviceNumberAndStartSoThatNumbersMayComeAgain() {
        File image = File.of("C:\\x.exe", "", "PC7");
        var first = new Process("PC7", 4, NOON, "{GUID}", "x", image, "", 0, null, "");
        var second = new Process("PC7", 4, NOON.plusSeconds(60), "", "x", image, "", 0, null, "");
        assertThat(first.key()).isNotEqualTo(second.key());
        assertThat(first.aliases()).extracting(EntityKey::toString).containsExactly("process:pc7|{guid}");
        assertThat(key(new Process("PC7", 0, null, "{GUID}", "x", image, "", 0, null, "")))
                .isEqualTo("process:pc7|{guid}");
        assertThat(key(new Process("PC7", 0, null, "", "x  -A", image, "", 0, null, "")))
                .isEqualTo("process:pc7|c:/x.exe|x  -A");
    }

    @Test
    void aClusterIsWhatItWasClusteredByOnlyWithTheValue() {
        var valued = new MailCluster("u1", "Subject", "Hi", "q", 1, List.of(), "", List.of(), List.of());
        var unvalued = new MailCluster("u2", "Subject", "", "", 1, List.of(), "", List.of(), List.of());
        assertThat(key(valued)).isEqualTo("mailCluster:subject=hi");
        assertThat(key(unvalued)).isEqualTo("mailCluster:u2");
    }

    @Test
    void keysReadBackWhatTheyWrite() {
        for (EntityKind kind : EntityKind.values()) {
            var key = new EntityKey(kind, "a:b|c");
            assertThat(EntityKey.parse(key.toString())).isEqualTo(key);
        }
        assertThatThrownBy(() -> EntityKey.parse("nonsense")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void longKeysAreCutAndStayDifferent() {
        var one = new EntityKey(EntityKind.URL, "http://x/" + "a".repeat(5_000) + "1");
        var other = new EntityKey(EntityKind.URL, "http://x/" + "a".repeat(5_000) + "2");
        assertThat(one.value()).hasSize(EntityKey.MAX);
        assertThat(one).isNotEqualTo(other);
        assertThat(EntityKey.parse(one.toString())).isEqualTo(one);
        String pairs = "😀".repeat(600);
        assertThat(new EntityKey(EntityKind.FILE, pairs).value()).doesNotMatch("(?s).*[\\uD800-\\uDBFF]#.*");
        assertThat(new EntityKey(EntityKind.FILE, "x" + pairs).value()).doesNotMatch("(?s).*[\\uD800-\\uDBFF]#.*");
    }
}
