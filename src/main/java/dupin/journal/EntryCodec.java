package dupin.journal;

import dupin.model.Entity;
import dupin.model.Entry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/// Model records as canonical JSON and back (see the package's description of the text). Thread-safe, stateless.
///
/// What is empty or unset is not written, and what is absent is read as empty: a journal stays readable when records gain
/// components. A member or type that this version does not know stops the reading: skipping it would lose evidence.
public final class EntryCodec {

    private static final JsonMapper JSON = CanonicalJson.mapper();
    private static final ObjectWriter ENTITY_WRITER = JSON.writerFor(Entity.class);
    private static final ObjectReader ENTITY_READER = JSON.readerFor(Entity.class);

    private static final Map<String, Class<? extends Entry>> TYPES =
            Arrays.stream(Entry.class.getPermittedSubclasses())
                    .filter(Entry.class::isAssignableFrom)
                    .collect(
                            Collectors.toMap(
                                    EntryCodec::name, type -> type.asSubclass(Entry.class), (a, b) -> a, TreeMap::new));

    private EntryCodec() {}

    /// The entry's tag, for example `alertReceived`.
    public static String type(Entry entry) {
        return name(entry.getClass());
    }

    private static String name(Class<?> type) {
        String name = type.getSimpleName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /// Any record of the model (entity, alert, entry, finding …) as canonical JSON.
    public static String write(Record value) {
        return CanonicalJson.escapeLoneSurrogates(JSON.writeValueAsString(value));
    }

    public static String write(Entity value) {
        return CanonicalJson.escapeLoneSurrogates(ENTITY_WRITER.writeValueAsString(value));
    }

    /// A text as JSON, with its quotes.
    static String quote(String text) {
        return CanonicalJson.escapeLoneSurrogates(JSON.writeValueAsString(text));
    }

    /// @throws JournalException when the type is unknown or the text does not fit it
    public static Entry entry(String type, String json) {
        return read(json, known(type));
    }

    /// @param to where the entry ends in the line, exclusive
    static Entry entry(String type, byte[] line, int from, int to) {
        return JSON.readValue(line, from, to - from, known(type));
    }

    /// A text that stands as JSON, with its quotes, in a line.
    static String text(byte[] line, int from, int to) {
        return JSON.readValue(line, from, to - from, String.class);
    }

    private static Class<? extends Entry> known(String type) {
        Class<? extends Entry> known = TYPES.get(type);
        if (known == null) {
            throw new JournalException("entries of type \"" + type + "\" are unknown to this version of Dupin");
        }
        return known;
    }

    /// @throws JournalException when the text is no entity
    public static Entity entity(String json) {
        try {
            return ENTITY_READER.readValue(json);
        } catch (JacksonException e) {
            throw new JournalException("not a readable entity: " + e.getOriginalMessage(), e);
        }
    }

    /// @throws JournalException when the text does not fit the type
    public static <T> T read(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JacksonException e) {
            throw new JournalException("not a readable " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
        }
    }
}
