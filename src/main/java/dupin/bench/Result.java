package dupin.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What one labelled case came to.
///
/// @param kind what sort of truth it was; tallies and sums of one kind are added up
/// @param figures further figures by name, in the order in which they are shown
/// @param notes what a reader has to know, sentences
public record Result(
        String kind, String name, List<Tally> tallies, Map<String, Double> figures, List<String> notes, long millis) {
    /// Truth of an intrusion over telemetry.
    static final String INTRUSION = "intrusion";

    static final String INCIDENTS = "incidents";
    static final String MAIL = "mail";
    static final String TECHNIQUES = "techniques";
    static final String ACTIONS = "actions";

    public Result {
        tallies = List.copyOf(tallies);
        figures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(figures));
        notes = List.copyOf(notes);
    }
}
