package dupin.intake.intel;

import dupin.model.Pack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the reading of one pack has given so far: entries by sort, refusals with place and reason, the newest date.
public final class PackReading {
    private static final int MAX_TEXT = 240;

    private final TreeMap<String, Long> counts = new TreeMap<>();
    private final List<Pack.Refusal> refusals = new ArrayList<>();
    private String file = "";
    private String version = "";
    private @Nullable Instant newest;
    private long refused;
    private long items;

    void at(String path) {
        file = path;
    }

    void count(String what) {
        counts.merge(what, 1L, Long::sum);
        items++;
    }

    void refuse(String place, String reason) {
        refused++;
        if (refusals.size() < Pack.MAX_LISTED) {
            refusals.add(new Pack.Refusal(cut(place.isEmpty() ? file : file + ", " + place), cut(reason)));
        }
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "…" : text;
    }

    void changed(@Nullable Instant time) {
        if (time != null && (newest == null || time.isAfter(newest))) {
            newest = time;
        }
    }

    void version(String given) {
        if (given.length() <= 40
                && (given.length() > version.length()
                        || given.length() == version.length() && given.compareTo(version) > 0)) {
            version = given;
        }
    }

    public long items() {
        return items;
    }

    public long refused() {
        return refused;
    }

    public List<Pack.Refusal> refusals() {
        return List.copyOf(refusals);
    }

    public List<Pack.Count> counts() {
        return counts.entrySet().stream().map(e -> new Pack.Count(e.getKey(), e.getValue())).toList();
    }

    /// The source's version, else the day of its newest entry, else "".
    public String version() {
        return !version.isEmpty() ? version : newest == null ? "" : newest.toString().substring(0, 10);
    }
}
