package dupin.engine.analyzer;

import dupin.model.Technique;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Something that a command line does.
///
/// @param programs file names that may do it; empty for any
/// @param cause behaviours of one cause count once
/// @param groups words of which one of each group must occur in the normalised command line
/// @param not words none of which may occur
record Behaviour(
        String weightId,
        String cause,
        Technique technique,
        String words,
        Set<String> programs,
        List<List<String>> groups,
        List<String> not) {

    /// @param spec groups separated by ` & `, alternatives by `|`, words that must not occur after ` ! `; `·` at a word's end
    /// stands for the end of a name
    static Behaviour of(String weightId, String technique, String words, Set<String> programs, String spec) {
        int bang = spec.indexOf(" ! ");
        String positive = bang < 0 ? spec : spec.substring(0, bang);
        List<String> not = bang < 0 ? List.of() : alternatives(spec.substring(bang + 3));
        var groups = new ArrayList<List<String>>();
        for (String group : positive.split(" & ", -1)) {
            groups.add(alternatives(group));
        }
        int space = technique.indexOf(' ');
        var attack = new Technique(technique.substring(0, space), technique.substring(space + 1));
        String cause = "command:" + weightId.substring(weightId.indexOf('.') + 1);
        return new Behaviour(weightId, cause, attack, words, programs, List.copyOf(groups), not);
    }

    /// `¦` stands for the pipe sign itself.
    private static List<String> alternatives(String group) {
        return Arrays.stream(group.split("\\|", -1)).map(word -> word.replace('¦', '|')).toList();
    }

    boolean shows(String program, CommandLine command) {
        return (programs.isEmpty() || programs.contains(program) || names(command))
                && command.hasAll(groups)
                && !command.hasAny(not);
    }

    /// A shell's command line names the program that does it.
    private boolean names(CommandLine command) {
        for (String program : programs) {
            int dot = program.lastIndexOf('.');
            String stem = dot < 0 ? program : program.substring(0, dot);
            if (command.runs(stem)) {
                return true;
            }
        }
        return false;
    }
}
