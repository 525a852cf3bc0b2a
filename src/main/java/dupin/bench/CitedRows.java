package dupin.bench;

import dupin.intake.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;

/// Finds the telemetry rows that given alerts cite: rows that say the same in every cited field, at the alert's time where
/// the fields alone could mean several.
final class CitedRows {
    private static final int LONGEST_LINE = 4 << 20;
    private static final Duration SAME = Duration.ofMillis(1);
    private static final List<String> CLOCKS = List.of("@timestamp", "TimeCreated", "EventTime", "SystemTime");

    private final Map<String, List<GivenAlert>> wanted = new HashMap<>();
    private final Map<String, Long> rows = new HashMap<>();
    private final Map<String, Boolean> certain = new HashMap<>();

    private CitedRows(List<GivenAlert> alerts) {
        alerts.forEach(alert -> wanted.computeIfAbsent(key(alert.cited()), _ -> new ArrayList<>()).add(alert));
    }

    /// @param telemetry JSON lines, plain or in a zip
    /// @return alert id → number of its row in the file, as importers count rows
    static Map<String, Long> find(Path telemetry, List<GivenAlert> alerts) throws IOException {
        var search = new CitedRows(alerts);
        if (BenchFiles.name(telemetry).endsWith(".zip")) {
            try (var zip = new ZipInputStream(Files.newInputStream(telemetry))) {
                long row = 0;
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    row = entry.isDirectory() ? row : search.lines(zip, row);
                }
            }
        } else {
            try (InputStream in = Files.newInputStream(telemetry)) {
                search.lines(in, 0);
            }
        }
        return search.rows;
    }

    private static String key(Map<String, String> fields) {
        return fields.getOrDefault("Channel", "") + "|" + fields.getOrDefault("EventID", "");
    }

    private long lines(InputStream in, long first) throws IOException {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        long row = first;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            if (line.length() < LONGEST_LINE) {
                look(Json.parse(line), row);
            }
            row++;
        }
        return row;
    }

    private void look(JsonNode node, long row) {
        String key = node.path("Channel").asString("") + "|" + node.path("EventID").asString("");
        for (GivenAlert alert : wanted.getOrDefault(key, List.of())) {
            if (!certain.getOrDefault(alert.id(), false) && says(node, alert.cited())) {
                boolean sameTime = CLOCKS.stream().anyMatch(clock -> near(alert.time(), node.path(clock).asString("")));
                if (sameTime || alert.cited().size() > 4 && !rows.containsKey(alert.id())) {
                    rows.put(alert.id(), row);
                    certain.put(alert.id(), sameTime);
                }
            }
        }
    }

    private static boolean says(JsonNode node, Map<String, String> cited) {
        return cited.entrySet().stream()
                .allMatch(field -> node.path(field.getKey()).asString("").equals(field.getValue()));
    }

    private static boolean near(@org.jspecify.annotations.Nullable Instant wanted, String text) {
        Instant time = GivenAlert.instant(text);
        return wanted != null && time != null && Duration.between(wanted, time).abs().compareTo(SAME) <= 0;
    }
}
