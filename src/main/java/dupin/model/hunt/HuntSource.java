package dupin.model.hunt;

import dupin.model.EventKind;
import dupin.model.Telemetry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a query looks at.
///
/// @param kinds of telemetry; empty for all kinds, and for what is no telemetry
/// @param what in a few words, for people who choose
public record HuntSource(String word, Rows rows, Set<EventKind> kinds, String what) {
    private static final Map<String, HuntSource> ALL = all();

    /// What its rows are.
    public enum Rows {
        EVENTS,
        ENTITIES,
        ALERTS
    }

    public HuntSource {
        kinds = Set.copyOf(kinds);
    }

    /// All sources, the broad ones first.
    public static List<HuntSource> list() {
        return List.copyOf(ALL.values());
    }

    /// @param word without regard to case
    public static Optional<HuntSource> of(String word) {
        return Optional.ofNullable(ALL.get(word.toLowerCase(Locale.ROOT)));
    }

    /// The kind's word, for example `processCreated`.
    public static String word(EventKind kind) {
        return camel(kind.name());
    }

    private static Map<String, HuntSource> all() {
        var sources = new ArrayList<HuntSource>();
        sources.add(new HuntSource("events", Rows.EVENTS, Set.of(), "all telemetry"));
        sources.add(new HuntSource("entities", Rows.ENTITIES, Set.of(), "what alerts and telemetry speak of"));
        sources.add(new HuntSource("alerts", Rows.ALERTS, Set.of(), "alerts and their evidence"));
        for (Telemetry group : Telemetry.values()) {
            Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
            Arrays.stream(EventKind.values()).filter(kind -> kind.source() == group).forEach(kinds::add);
            // What a process did is one story, however it is filed.
            if (group == Telemetry.PROCESS) {
                kinds.add(EventKind.PROCESS_ENDED);
            }
            sources.add(new HuntSource(camel(group.name()), Rows.EVENTS, kinds, group.label()));
        }
        for (EventKind kind : EventKind.values()) {
            sources.add(new HuntSource(word(kind), Rows.EVENTS, Set.of(kind), "only this kind of event"));
        }
        var byWord = new LinkedHashMap<String, HuntSource>();
        sources.forEach(source -> byWord.putIfAbsent(source.word().toLowerCase(Locale.ROOT), source));
        return byWord;
    }

    private static String camel(String constant) {
        var word = new StringBuilder();
        for (String part : constant.split("_", -1)) {
            String lower = part.toLowerCase(Locale.ROOT);
            word.append(word.isEmpty() ? lower : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
        }
        return word.toString();
    }
}
