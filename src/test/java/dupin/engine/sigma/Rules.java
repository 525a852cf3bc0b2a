package dupin.engine.sigma;

import dupin.intake.sigma.RuleFolder;
import dupin.model.LogRecord;
import dupin.model.sigma.RulePack;
import dupin.model.sigma.SigmaRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rules written in a test.
final class Rules {
    private Rules() {}

    static RulePack pack(String yaml) {
        try {
            Path file = Files.createTempFile("rules", ".yml");
            try {
                Files.writeString(file, yaml);
                return RuleFolder.read(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleSet set(String yaml) {
        return RuleSet.of(List.of(pack(yaml)), Map.of());
    }

    /// A rule over started processes.
    static String rule(String id, String detection) {
        return """
        title: Rule %s
        id: %s
        name: %s
        logsource: {product: windows, category: process_creation}
        detection:
        """
                        .formatted(id, id, id)
                + detection.strip().indent(4);
    }

    static LogRecord started(String... namesAndValues) {
        return event("Microsoft-Windows-Sysmon/Operational", 1, namesAndValues);
    }

    static LogRecord event(String channel, int id, String... namesAndValues) {
        var fields = new HashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new LogRecord("windows", "", channel, "", id, fields);
    }

    static List<String> ids(List<SigmaRule> rules) {
        return rules.stream().map(rule -> rule.head().id()).toList();
    }
}
