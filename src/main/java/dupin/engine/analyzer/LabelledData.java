package dupin.engine.analyzer;

import dupin.engine.Sensitivity;
import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The sensitivity labels of files, as rows state them. They say what is at stake, not whether anything is malicious.
final class LabelledData {
    private static final int LABELS = 8;
    private static final int NAMED = 3;
    private static final int LENGTH = 120;

    private LabelledData() {}

    /// @param rows in which the file takes part
    static void of(Work work, Entity.File file, List<TelemetryEvent> rows) {
        EntityKey key = work.inquiry().scope().resolve(file);
        labels(rows)
                .forEach((label, those) -> {
                    List<TelemetryEvent> own =
                            those.stream()
                                    .filter(row ->
                                            Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                                                    .filter(f -> work.inquiry().scope().resolve(f).equals(key))
                                                    .isPresent())
                                    .toList();
                    if (!own.isEmpty()) {
                        find(work, key, label, "Bears the sensitivity label %s".formatted(Text.quote(label)), own);
                    }
                });
    }

    /// @param acts rows in which the process acted
    static void touched(Work work, Entity.Process process, List<TelemetryEvent> acts) {
        labels(acts)
                .forEach((label, those) -> {
                    var names = new TreeSet<String>();
                    for (TelemetryEvent row : those) {
                        Rows.entity(row, LinkRole.TARGET, Entity.File.class)
                                .ifPresent(file -> names.add(file.fileName()));
                    }
                    String some = names.stream().limit(NAMED).map(Text::quote).collect(Collectors.joining(", "));
                    String count = names.size() == 1 ? "a file" : "%d files".formatted(names.size());
                    String text =
                            "Touched %s with the sensitivity label %s: %s%s"
                                    .formatted(count, Text.quote(label), some, names.size() > NAMED ? ", …" : "");
                    if (!names.isEmpty()) {
                        find(work, process.key(), label, text, those);
                    }
                });
    }

    private static void find(Work work, EntityKey key, String label, String text, List<TelemetryEvent> rows) {
        List<Citation> cite =
                rows.stream().limit(NAMED).map(row -> Rows.cite(row, row.table() + " " + row.actionType())).toList();
        work.find(key, Sensitivity.WEIGHT, Sensitivity.cause(label), text, Technique.NONE, cite);
    }

    /// Rows by label, the first spelling of each; at most so many labels.
    private static TreeMap<String, List<TelemetryEvent>> labels(List<TelemetryEvent> rows) {
        var spelling = new TreeMap<String, String>();
        var labels = new TreeMap<String, List<TelemetryEvent>>();
        for (TelemetryEvent row : rows) {
            String label = label(row);
            if (!label.isEmpty() && (spelling.size() < LABELS || spelling.containsKey(Canonical.lower(label)))) {
                String first = spelling.computeIfAbsent(Canonical.lower(label), _ -> label);
                labels.computeIfAbsent(first, _ -> new ArrayList<>()).add(row);
            }
        }
        return labels;
    }

    /// `Confidential`, or `Confidential\Finance` where there is a label within it.
    private static String label(TelemetryEvent row) {
        String label = row.attribute("SensitivityLabel").strip();
        String within = row.attribute("SensitivitySubLabel").strip();
        String whole = label.isEmpty() || within.isEmpty() ? label : label + "\\" + within;
        return whole.length() <= LENGTH ? whole : whole.substring(0, LENGTH);
    }
}
