package dupin.engine.policy;

import dupin.model.Policy;
import dupin.model.policy.Fault;
import java.util.List;
import java.util.Locale;

/// Faults in the lists of folders. Stateless.
final class FolderLint {
    private static final String CORE = "Operating system folders";
    private static final String TEMP = "Temporary folders";
    private static final String EXCLUDED = "Excluded folders";

    private FolderLint() {}

    static void check(Policy policy, List<Fault> faults) {
        each(CORE, policy.coreFolders(), faults);
        each(TEMP, policy.tempFolders(), faults);
        each(EXCLUDED, policy.excludedFolders(), faults);
        overlap(TEMP, policy.tempFolders(), CORE, policy.coreFolders(), "Files there count as the system's.", faults);
        overlap(
                EXCLUDED,
                policy.excludedFolders(),
                CORE,
                policy.coreFolders(),
                "No action may ever touch what an attacker leaves there.",
                faults);
        overlap(
                EXCLUDED,
                policy.excludedFolders(),
                TEMP,
                policy.tempFolders(),
                "Malware is dropped there more often than anywhere else.",
                faults);
    }

    private static void each(String list, List<String> patterns, List<Fault> faults) {
        for (int i = 0; i < patterns.size(); i++) {
            String pattern = patterns.get(i);
            if (Patterns.matchesNothing(pattern)) {
                faults.add(
                        new Fault(
                                Fault.Rule.FOLDER_NEVER_MATCHES,
                                list,
                                "\"" + pattern + "\" begins with no drive and no root, so it matches no path.",
                                "Write it whole, for example ?:/folder/*."));
                continue;
            }
            if (Patterns.matchesAll(pattern)) {
                faults.add(
                        new Fault(
                                Fault.Rule.FOLDER_TOO_WIDE,
                                list,
                                "\"" + pattern + "\" stands for a whole drive or for everything.",
                                "Name the folders that are meant."));
            }
            for (int j = 0; j < patterns.size(); j++) {
                String other = patterns.get(j);
                boolean same = Patterns.same(pattern, other);
                if (j < i && same || j != i && !same && Patterns.covers(other, pattern)) {
                    faults.add(
                            new Fault(
                                    Fault.Rule.FOLDER_COVERED,
                                    list,
                                    "\"" + pattern + "\" is covered by \"" + other + "\".",
                                    "Remove it."));
                    break;
                }
            }
        }
    }

    private static void overlap(
            String list, List<String> patterns, String other, List<String> others, String why, List<Fault> faults) {
        for (String pattern : patterns) {
            others.stream()
                    .filter(o -> !Patterns.matchesNothing(pattern) && Patterns.meet(pattern, o))
                    .findFirst()
                    .ifPresent(o ->
                            faults.add(
                                    new Fault(
                                            Fault.Rule.FOLDERS_OVERLAP,
                                            list,
                                            "\""
                                                    + pattern
                                                    + "\" and \""
                                                    + o
                                                    + "\" of "
                                                    + other.toLowerCase(Locale.ROOT)
                                                    + " match the same paths. "
                                                    + why,
                                            "Take it out of one of the lists.")));
        }
    }
}
