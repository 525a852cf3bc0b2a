package dupin.intake.windows;

import dupin.intake.Instants;
import dupin.model.Canonical;
import dupin.model.sigma.WindowsServices;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the sensor's rows of one file say of its machines, gathered before the rows are mapped: which process had a PID
/// when, and how far the sensor's clock stands from the log's. Then rows of other logs, which name a PID only, speak of
/// the same processes at the same times. Bounded; one thread.
final class Sensor {
    private static final int MOST_PROCESSES = 300_000;
    private static final int MOST_SAMPLES = 101;
    private static final int FEWEST_SAMPLES = 5;
    private static final Duration SLACK = Duration.ofSeconds(3);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// One process, as far as it is known.
    static final class Known {
        final String guid;
        final String image;

        /// By the sensor's clock; null when its start was not seen.
        @Nullable Instant created;

        /// First and last moment by the log's clock, null when not seen.
        @Nullable Instant from;

        @Nullable Instant until;

        Known(String guid, String image) {
            this.guid = guid;
            this.image = image;
        }
    }

    private final Map<String, Known> byGuid = new HashMap<>();
    private final Map<String, List<Known>> byPid = new HashMap<>();
    private final Map<String, List<Known>> byName = new HashMap<>();
    private final Map<String, List<Long>> samples = new HashMap<>();
    private final Map<String, Duration> offsets = new HashMap<>();

    /// Takes a row; rows of other logs are passed over.
    void look(WindowsRecord row) {
        if (!WindowsServices.service(row.channel()).equals(Channels.SYSMON)) {
            return;
        }
        String device = Canonical.host(row.computer());
        int id = row.eventId();
        if (id == 8 || id == 10) {
            process(device, row, guid(row.text("SourceProcessGuid", "SourceProcessGUID")), "Source");
            process(device, row, guid(row.text("TargetProcessGuid", "TargetProcessGUID")), "Target");
        } else {
            Known known = process(device, row, guid(row.text("ProcessGuid")), "");
            if (known != null && id == 1) {
                known.created = Instants.parse(row.text("UtcTime"));
                known.from = row.timeCreated();
            } else if (known != null && id == 5) {
                known.until = row.timeCreated();
            }
            if (id == 1) {
                process(device, row, guid(row.text("ParentProcessGuid")), "Parent");
            }
        }
        if (!timedApart(id)) {
            sample(device, row);
        }
    }

    /// Connections and name queries bear a time of their own, which drifts.
    private static boolean timedApart(int id) {
        return id == 3 || id == 22;
    }

    private void sample(String device, WindowsRecord row) {
        Instant created = row.timeCreated();
        List<Long> all = samples.computeIfAbsent(device, _ -> new ArrayList<>());
        Instant own = created == null || all.size() >= MOST_SAMPLES ? null : Instants.parse(row.text("UtcTime"));
        if (own != null && created != null) {
            all.add(Duration.between(created, own).toMillis());
        }
    }

    private @Nullable Known process(String device, WindowsRecord row, String guid, String prefix) {
        if (guid.isEmpty()) {
            return null;
        }
        String key = device + "|" + guid;
        Known known = byGuid.get(key);
        if (known == null && byGuid.size() < MOST_PROCESSES) {
            long pid = row.number(prefix + "ProcessId");
            known = new Known(guid, row.text(prefix + "Image"));
            byGuid.put(key, known);
            byPid.computeIfAbsent(device + "|" + pid, _ -> new ArrayList<>(2)).add(known);
            byName.computeIfAbsent(device + "|" + name(known.image), _ -> new ArrayList<>(2)).add(known);
        }
        return known;
    }

    /// In braces and small letters, whatever tool wrote the row; "" for the GUID of nothing.
    static String guid(String text) {
        if (text.isEmpty()) {
            return "";
        }
        String lower = text.toLowerCase(Locale.ROOT);
        String braced = lower.startsWith("{") ? lower : "{" + lower + "}";
        return braced.startsWith("{00000000-0000-0000-0000") ? "" : braced;
    }

    private static String name(String image) {
        return Canonical.fileName(image).toLowerCase(Locale.ROOT);
    }

    /// The process that had the PID at the time of the row; without a PID the only one of that name. Null unless the rows
    /// leave but one.
    ///
    /// @param image may be empty, else its name must be the process's
    @Nullable Known find(String device, long pid, String image, @Nullable Instant time) {
        String name = name(image);
        List<Known> all =
                pid > 0
                        ? byPid.get(Canonical.host(device) + "|" + pid)
                        : name.isEmpty() ? null : byName.get(Canonical.host(device) + "|" + name);
        if (all == null) {
            return null;
        }
        Known found = null;
        for (Known known : all) {
            boolean fits = name.isEmpty() || name.equals(name(known.image));
            if (!fits || !alive(known, time)) {
                continue;
            }
            boolean later =
                    found != null && known.from != null && (found.from == null || known.from.isAfter(found.from));
            if (found != null && (pid <= 0 || !later && (known.from == null) == (found.from == null))) {
                return null;
            }
            found = found == null || later ? known : found;
        }
        return found;
    }

    private static boolean alive(Known known, @Nullable Instant time) {
        return time == null
                || (known.from == null || !time.isBefore(known.from.minus(SLACK)))
                        && (known.until == null || !time.isAfter(known.until.plus(SLACK)));
    }

    /// The process that began then; null when the sensor saw none begin.
    @Nullable Known started(String device, long pid, String image, @Nullable Instant time) {
        Known known = find(device, pid, image, time);
        return known != null
                        && known.from != null
                        && time != null
                        && Duration.between(known.from, time).abs().compareTo(SLACK) <= 0
                ? known
                : null;
    }

    /// How far the sensor's clock is ahead of the log's on the machine; zero when they agree within a minute, or too little
    /// is known. Close to whole minutes it is a shipper's mistake, and taken as whole minutes.
    Duration offset(String device) {
        return offsets.computeIfAbsent(Canonical.host(device), this::median);
    }

    private Duration median(String device) {
        List<Long> all = samples.getOrDefault(device, List.of());
        if (all.size() < FEWEST_SAMPLES) {
            return Duration.ZERO;
        }
        long middle = all.stream().sorted().skip(all.size() / 2).findFirst().orElse(0L);
        long minutes = Math.round(middle / (double) MINUTE.toMillis());
        long rest = Math.abs(middle - minutes * MINUTE.toMillis());
        if (minutes == 0) {
            return Duration.ZERO;
        }
        return rest <= 2 * SLACK.toMillis() ? Duration.ofMinutes(minutes) : Duration.ofMillis(middle);
    }
}
