package dupin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.Investigation;
import dupin.model.RemediationAction;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EntryCodecTest {

    static Stream<Class<?>> entryTypes() {
        return Stream.of(Entry.class.getPermittedSubclasses()).filter(Entry.class::isAssignableFrom);
    }

    static Stream<Class<?>> entityTypes() {
        return Stream.of(Entity.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("entryTypes")
    void everyEntryComesBackAsItWas(Class<? extends Entry> type) {
        var random = new RandomModel(type.getName().hashCode());
        for (int i = 0; i < 60; i++) {
            Entry entry = random.make(type);
            String json = EntryCodec.write((Record) entry);
            Entry back = EntryCodec.entry(EntryCodec.type(entry), json);
            assertThat(back).isEqualTo(entry);
            assertThat(EntryCodec.write((Record) back)).isEqualTo(json);
            assertSortedAndWhole(new JsonMapper().readTree(json));
        }
    }

    @ParameterizedTest
    @MethodSource("entityTypes")
    void everyEntityComesBackAsItWas(Class<? extends Entity> type) {
        var random = new RandomModel(type.getName().hashCode());
        for (int i = 0; i < 60; i++) {
            Entity entity = random.make(type);
            String json = EntryCodec.write(entity);
            assertThat(EntryCodec.entity(json)).isEqualTo(entity);
            assertThat(EntryCodec.write((Record) entity)).isEqualTo(json);
            JsonNode tree = new JsonMapper().readTree(json);
            assertThat(tree.get("kind").asString()).isEqualTo(entity.key().kind().word());
            assertThat(entity.kind()).isEqualTo(entity.key().kind());
            assertSortedAndWhole(tree);
        }
    }

    @Test
    void rowsOfTheStoreComeBackToo() {
        var random = new RandomModel(7);
        for (Class<? extends Record> type : List.of(Alert.class, Investigation.class, RemediationAction.class)) {
            for (int i = 0; i < 40; i++) {
                Record row = random.make(type);
                assertThat(EntryCodec.read(EntryCodec.write(row), type)).isEqualTo(row);
            }
        }
    }

    @Test
    void timesKeepHundredNanoseconds() {
        var received =
                new Entry.StepFinished(
                        "INV-1",
                        new dupin.model.StepRecord(
                                0,
                                "a",
                                "b",
                                "",
                                "",
                                dupin.model.StepRecord.Status.COMPLETED,
                                1,
                                2,
                                Instant.parse("2026-03-01T10:00:00.1234567Z"),
                                null));
        assertThat(EntryCodec.write((Record) received))
                .contains("\"2026-03-01T10:00:00.123456700Z\"")
                .doesNotContain("endedDateTime");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> EntryCodec.entry("timeTravelled", "{}"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("timeTravelled");
        assertThatThrownBy(() -> EntryCodec.entry("actionExpired", "{\"actionId\":\"a\",\"newMember\":1}"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("newMember");
        assertThatThrownBy(() -> EntryCodec.entity("{\"kind\":\"teapot\"}"))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("teapot");
        assertThatThrownBy(() -> EntryCodec.entity("{\"kind\":\"url\",\"url\":\"a\",\"url\":\"b\"}"))
                .isInstanceOf(JournalException.class);
        assertThatThrownBy(() -> EntryCodec.entity("[".repeat(5000))).isInstanceOf(JournalException.class);
    }

    @Test
    void whatIsAbsentIsEmpty() {
        assertThat(EntryCodec.entity("{\"kind\":\"device\"}")).isEqualTo(Entity.Device.named(""));
        assertThat(EntryCodec.read("{}", dupin.model.ProviderIncident.class).alertIds()).isEmpty();
    }

    private static void assertSortedAndWhole(JsonNode node) {
        if (node.isObject()) {
            assertThat(List.copyOf(node.propertyNames())).isSorted();
        }
        assertThat(node.isFloatingPointNumber()).isFalse();
        node.forEach(EntryCodecTest::assertSortedAndWhole);
    }
}
