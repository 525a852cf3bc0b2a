package dupin.journal;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.MutableConfigOverride;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;

/// How Jackson is set up so that one value has exactly one text.
final class CanonicalJson {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 64 << 20;

    private CanonicalJson() {}

    static JsonMapper mapper() {
        var factory =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(MAX_DEPTH)
                                        .maxStringLength(MAX_TEXT)
                                        .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES, JsonWriteFeature.WRITE_HEX_UPPER_CASE)
                        .build();
        return JsonMapper.builder(factory)
                .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS, DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING, EnumFeature.READ_ENUMS_USING_TO_STRING)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultVisibility(v ->
                        v.withFieldVisibility(Visibility.ANY)
                                .withGetterVisibility(Visibility.NONE)
                                .withIsGetterVisibility(Visibility.NONE))
                .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.NON_EMPTY))
                .withConfigOverride(String.class, CanonicalJson::absentIsEmpty)
                .withConfigOverride(List.class, CanonicalJson::absentIsEmpty)
                .withConfigOverride(Map.class, CanonicalJson::absentIsEmpty)
                .addMixIn(Entity.class, Tagged.class)
                .registerSubtypes(entityTypes())
                .addMixIn(EntityKey.class, KeyText.class)
                .addMixIn(EntityKind.class, KindWord.class)
                .build();
    }

    private static void absentIsEmpty(MutableConfigOverride config) {
        config.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    /// Entities tell their kind in a member that is sorted among the others.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.EXISTING_PROPERTY, property = "kind")
    private interface Tagged {
        @JsonProperty("kind")
        EntityKind kind();
    }

    private static NamedType[] entityTypes() {
        Map<String, String> words =
                Arrays.stream(EntityKind.values())
                        .collect(Collectors.toMap(k -> k.word().toLowerCase(Locale.ROOT), EntityKind::word));
        return Stream.of(Entity.class.getPermittedSubclasses())
                .map(type -> new NamedType(type, words.get(type.getSimpleName().toLowerCase(Locale.ROOT))))
                .toArray(NamedType[]::new);
    }

    /// A key is written as `kind:value`.
    private interface KeyText {
        @JsonCreator
        static EntityKey parse(String text) {
            throw new UnsupportedOperationException("stands for EntityKey.parse: " + text);
        }

        @Override
        @JsonValue
        String toString();
    }

    private interface KindWord {
        @JsonValue
        String word();
    }

    /// Half of a surrogate pair has no UTF-8; hostile input may hold one, and it must come back as it was.
    static String escapeLoneSurrogates(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                return escapeFrom(json, i);
            }
        }
        return json;
    }

    private static String escapeFrom(String json, int start) {
        var out = new StringBuilder(json.length() + 16).append(json, 0, start);
        for (int i = start; i < json.length(); i++) {
            char c = json.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < json.length() && Character.isLowSurrogate(json.charAt(i + 1))) {
                out.append(c).append(json.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                out.append("\\u").append(Integer.toHexString(c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
