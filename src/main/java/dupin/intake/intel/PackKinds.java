package dupin.intake.intel;

import dupin.intake.JsonMembers;
import dupin.model.Pack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Tells what kind of intel a file holds, by its content.
public final class PackKinds {
    private static final int HEAD = 64 << 10;

    private PackKinds() {}

    /// Empty when it holds none that is known.
    public static Optional<Pack.Kind> of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        String text = new String(head, StandardCharsets.UTF_8);
        String start = text.strip();
        if (start.startsWith("{") || start.startsWith("[")) {
            return json(file);
        }
        String name = file.toString().toLowerCase(java.util.Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return text.contains("\nCommands:") && text.contains("Name:")
                    ? Optional.of(Pack.Kind.LOLBAS)
                    : Optional.empty();
        }
        return binary(head) || !mostlyIndicators(text, head.length == HEAD)
                ? Optional.empty()
                : Optional.of(Pack.Kind.INDICATORS);
    }

    private static boolean binary(byte[] head) {
        for (byte b : head) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /// Half of the lines or more hold an indicator, or the head of a table says what is in it.
    private static boolean mostlyIndicators(String text, boolean cut) {
        List<String> lines = text.lines().limit(400).map(IndicatorList::bare).filter(l -> !l.isEmpty()).toList();
        List<String> whole = cut && lines.size() > 1 ? lines.subList(0, lines.size() - 1) : lines;
        long hits =
                whole.stream()
                        .filter(line ->
                                List.of("\t", ";", ",", "|").stream()
                                        .anyMatch(sep ->
                                                IndicatorList.cells(line, sep.charAt(0)).stream()
                                                        .limit(20)
                                                        .anyMatch(cell -> !Terms.guess(cell).isEmpty())))
                        .count();
        return hits > 0 && hits * 2 >= whole.size() - 1L;
    }

    private static Optional<Pack.Kind> json(Path file) throws IOException {
        var fields = new HashSet<String>();
        var types = new HashSet<String>();
        var visitor =
                new JsonMembers.Visitor() {
                    @Override
                    public void field(String name, JsonNode value) {
                        fields.add(name + (name.equals("type") ? "=" + value.asString("") : ""));
                    }

                    @Override
                    public boolean element(long index, JsonNode value) {
                        types.add(StixBundle.text(value, "type"));
                        if (value.has("Name") && value.has("Commands")) {
                            types.add("LOLBAS");
                        }
                        return types.size() < 400 && !types.contains("indicator") && !types.contains("x-mitre-tactic");
                    }
                };
        try (InputStream in = Files.newInputStream(file)) {
            JsonMembers.read(in, "objects", visitor);
        } catch (dupin.intake.BadContentException _) {
            // What was seen before the fault tells enough; the fault itself is told when the file is read.
            fields.add("");
        }
        if (fields.contains("list")
                && (fields.contains("matching_attributes")
                        || fields.contains("type=string")
                        || fields.contains("type=cidr")
                        || fields.contains("type=hostname")
                        || fields.contains("type=substring")
                        || fields.contains("type=regex"))) {
            return Optional.of(Pack.Kind.WARNING_LISTS);
        }
        if (types.contains("LOLBAS")) {
            return Optional.of(Pack.Kind.LOLBAS);
        }
        if (types.contains("x-mitre-tactic")) {
            return Optional.of(Pack.Kind.ATTACK);
        }
        boolean stix =
                types.contains("indicator")
                        || fields.contains("type=bundle")
                        || types.stream().anyMatch(STIX::contains);
        return stix ? Optional.of(Pack.Kind.STIX) : Optional.empty();
    }

    private static final Set<String> STIX =
            Set.of("malware", "threat-actor", "intrusion-set", "relationship", "observed-data");
}
