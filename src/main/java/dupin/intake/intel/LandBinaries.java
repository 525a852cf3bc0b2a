package dupin.intake.intel;

import dupin.intake.BadContentException;
import dupin.intake.JsonMembers;
import dupin.model.Canonical;
import dupin.model.intel.LandBinary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tools.jackson.databind.JsonNode;

/// Programs that systems bring along and attackers put to other uses: one YAML document for each, or a JSON list of them.
final class LandBinaries {
    private static final int MAX_YAML = 4 << 20;
    private static final int MAX_USES = 200;
    private static final Pattern OPTION = Pattern.compile("^[-/](?<name>[A-Za-z][A-Za-z0-9_-]*)(?:[:=].*)?$");

    private LandBinaries() {}

    static void read(String path, InputStream in, String pack, IntelBuilder into, PackReading reading)
            throws IOException {
        if (path.endsWith(".json")) {
            JsonMembers.read(
                    in,
                    "",
                    (index, node) -> {
                        var commands = new ArrayList<List<String>>();
                        node.path("Commands")
                                .forEach(c ->
                                        commands.add(
                                                List.of(text(c, "Command"), text(c, "Category"), text(c, "MitreID"))));
                        reading.version(text(node, "Created"));
                        put(text(node, "Name"), commands, "entry " + (index + 1), pack, into, reading);
                        return true;
                    });
            return;
        }
        byte[] bytes = in.readNBytes(MAX_YAML + 1);
        if (bytes.length > MAX_YAML) {
            throw new BadContentException("it is longer than " + MAX_YAML + " bytes");
        }
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(MAX_YAML).setMaxAliasesForCollections(20).build();
            Object document = new Load(settings).loadFromString(new String(bytes, StandardCharsets.UTF_8));
            if (!(document instanceof Map<?, ?> map)) {
                throw new BadContentException("it is no YAML map");
            }
            var commands = new ArrayList<List<String>>();
            if (map.get("Commands") instanceof List<?> list) {
                for (Object item : list) {
                    if (item instanceof Map<?, ?> c) {
                        commands.add(List.of(word(c.get("Command")), word(c.get("Category")), word(c.get("MitreID"))));
                    }
                }
            }
            reading.version(word(map.get("Created")));
            put(word(map.get("Name")), commands, "", pack, into, reading);
        } catch (YamlEngineException e) {
            throw new BadContentException("it is no valid YAML: " + firstLine(e), e);
        }
    }

    private static String firstLine(YamlEngineException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static String word(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }

    private static String text(JsonNode node, String field) {
        return StixBundle.text(node, field);
    }

    private static void put(
            String name,
            List<List<String>> commands,
            String place,
            String pack,
            IntelBuilder into,
            PackReading reading) {
        if (name.isEmpty()) {
            reading.refuse(place, "it has no name");
            return;
        }
        var uses = new LinkedHashSet<LandBinary.Use>();
        for (List<String> command : commands.subList(0, Math.min(MAX_USES, commands.size()))) {
            List<String> options = options(command.getFirst());
            if (!options.isEmpty()) {
                uses.add(new LandBinary.Use(command.get(1), command.get(2), options));
            }
        }
        into.binary(new LandBinary(Canonical.lower(name), pack, List.copyOf(uses)));
        reading.count("programs");
    }

    /// The options of a command's first program, lower case, without their sign; placeholders and values are left out.
    static List<String> options(String command) {
        var options = new LinkedHashSet<String>();
        String[] words = command.split("\\s+", 60);
        for (int i = 1; i < words.length; i++) {
            if (words[i].equals("&&") || words[i].equals("|") || words[i].equals("&")) {
                break;
            }
            var matcher = OPTION.matcher(words[i].replace("\"", ""));
            if (matcher.matches()) {
                options.add(Canonical.lower(matcher.group("name")));
            }
        }
        return List.copyOf(options);
    }
}
