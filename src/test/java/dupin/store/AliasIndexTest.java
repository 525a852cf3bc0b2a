package dupin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AliasIndexTest {

    private static final String SHA256 = "a".repeat(64);
    private static final String OTHER_SHA256 = "b".repeat(64);
    private static final String SHA1 = "c".repeat(40);
    private static final String MD5 = "d".repeat(32);

    private static Entity.File file(String sha256, String sha1, String md5) {
        return new Entity.File("x.exe", "C:\\Temp", sha256, sha1, md5, 0, "", "", "", "ws01");
    }

    private static Entity.Device device(String host, String mde) {
        return new Entity.Device(host, "", mde, "", "", "", "", "", "", List.of());
    }

    private static Entity.User user(String upn, String account, String domain, String sid) {
        return new Entity.User(upn, account, domain, sid, "", "");
    }

    private static AliasIndex learned(List<? extends Entity> entities) {
        var index = new AliasIndex();
        entities.forEach(index::learn);
        return index;
    }

    @Test
    void whatAnotherHasLearnedIsAsGoodAsLearnedHere() {
        var sightings =
                new ArrayList<Entity>(
                        List.of(
                                device("WS01.contoso.com", "abc"),
                                user("ann@contoso.com", "", "", "S-1-5-21-1-2-3-1104"),
                                user("", "ann", "CONTOSO", "S-1-5-21-1-2-3-1104"),
                                file(SHA256, "", MD5),
                                file(OTHER_SHA256, "", MD5),
                                file("", SHA1, MD5)));
        AliasIndex direct = learned(sightings);
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(sightings, new Random(round));
            AliasIndex index = learned(sightings.subList(0, round % 6));
            AliasIndex check = learned(sightings);
            index.learn(check);
            assertThat(check.takeFresh()).isEmpty();
            for (Entity sighting : sightings) {
                assertThat(index.members(sighting.key())).isEqualTo(direct.members(sighting.key()));
            }
        }
    }

    @Test
    void joinsOverAnyChainOfKeysInAnyOrder() {
        var sightings =
                new ArrayList<Entity>(
                        List.of(
                                device("WS01.contoso.com", "abc"),
                                user("ann@contoso.com", "", "", "S-1-5-21-1-2-3-1104"),
                                user("", "ann", "CONTOSO", "S-1-5-21-1-2-3-1104"),
                                file(SHA256, "", MD5),
                                file("", SHA1, MD5)));
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(sightings, new Random(round));
            var index = learned(sightings);
            assertThat(index.resolve(Entity.Device.ofMdeId("ABC").key()))
                    .isEqualTo(new EntityKey(EntityKind.DEVICE, "ws01"));
            assertThat(index.resolve(Entity.User.ofAccount("contoso", "ANN").key()))
                    .isEqualTo(new EntityKey(EntityKind.USER, "ann@contoso.com"));
            assertThat(index.resolve(new EntityKey(EntityKind.FILE, "sha1-" + SHA1)))
                    .isEqualTo(new EntityKey(EntityKind.FILE, "sha256-" + SHA256));
            assertThat(index.members(new EntityKey(EntityKind.FILE, "md5-" + MD5)))
                    .extracting(EntityKey::value)
                    .containsExactly("sha256-" + SHA256, "sha1-" + SHA1, "md5-" + MD5);
        }
    }

    @Test
    void filesThatShareAWeakHashStayApart() {
        var index = learned(List.of(file(SHA256, "", MD5), file(OTHER_SHA256, "", MD5)));
        var first = new EntityKey(EntityKind.FILE, "sha256-" + SHA256);
        var second = new EntityKey(EntityKind.FILE, "sha256-" + OTHER_SHA256);
        assertThat(index.resolve(first)).isEqualTo(first);
        assertThat(index.resolve(second)).isEqualTo(second);
        assertThat(index.resolve(new EntityKey(EntityKind.FILE, "md5-" + MD5))).isEqualTo(first);
        assertThat(index.members(second)).containsExactly(second);
    }

    @Test
    void idsOfNothingAndSharedIdsJoinNothing() {
        var zeros = learned(List.of(device("ws01", "00000000"), device("ws02", "00000000")));
        assertThat(zeros.resolve(device("ws02", "").key()).value()).isEqualTo("ws02");
        var cloned = new AliasIndex();
        for (int i = 0; i < 9; i++) {
            cloned.learn(device("ws0" + i, "same"));
        }
        assertThat(cloned.resolve(device("ws05", "").key()).value()).isEqualTo("ws05");
        assertThat(cloned.resolve(Entity.Device.ofMdeId("same").key()).value()).isEqualTo("ws00");
        var system =
                learned(List.of(user("", "WS01$", "CONTOSO", "S-1-5-18"), user("", "WS02$", "CONTOSO", "S-1-5-18")));
        assertThat(system.resolve(Entity.User.ofAccount("contoso", "ws01$").key()).value()).isEqualTo("contoso\\ws01$");
    }

    @Test
    void anEntityTakesTheIdentityOfItsCanonicalKey() {
        var start = Instant.parse("2026-03-01T10:00:00.123Z");
        var image = file(SHA256, "", "");
        var byGuid = new Entity.Process("ws01", 0, null, "{GUID-1}", "cmd /c x", image, "", 0, null, "");
        var whole = new Entity.Process("ws01", 42, start, "{guid-1}", "", image, "", 0, null, "");
        var index =
                learned(
                        List.of(
                                whole,
                                device("WS01", "abc"),
                                user("ann@contoso.com", "", "", "S-1-5-21-9"),
                                file(SHA256, SHA1, "")));
        Entity.Process process = (Entity.Process) index.resolve((Entity) byGuid);
        assertThat(process.key()).isEqualTo(whole.key());
        assertThat(process.processCommandLine()).isEqualTo("cmd /c x");
        for (Entity alias : List.of(Entity.Device.ofMdeId("abc"), user("", "", "", "S-1-5-21-9"), file("", SHA1, ""))) {
            Entity resolved = index.resolve(alias);
            assertThat(resolved.key()).isEqualTo(index.resolve(alias.key())).isNotEqualTo(alias.key());
        }
        assertThat(index.resolve((Entity) whole)).isSameAs(whole);
    }

    @Test
    void theFullestSightingDoesNotDependOnOrder() {
        var random = new dupin.journal.RandomModel(4);
        for (Class<?> type : Entity.class.getPermittedSubclasses()) {
            for (int i = 0; i < 30; i++) {
                Entity a = (Entity) random.make(type);
                Entity b = (Entity) random.make(type);
                assertThat(Sighting.fullest(a, b)).isEqualTo(Sighting.fullest(b, a));
                assertThat(Sighting.fullest(a, a)).isEqualTo(a);
            }
        }
        var bare = new Entity.File("x.exe", "", SHA256, "", "", 0, "", "", "", "");
        var signed = new Entity.File("x.exe", "C:\\Temp", SHA256, SHA1, "", 9, "Contoso", "", "", "ws01");
        assertThat(Sighting.fullest(bare, signed)).isEqualTo(signed);
    }
}
