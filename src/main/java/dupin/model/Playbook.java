package dupin.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The plan of an investigation, as data.
///
/// @param id what [AlertPolicy] names it by
/// @param steps what is done, each once, in the order of the document
/// @param flow in which order and on which conditions
public record Playbook(String id, String name, String description, List<Step> steps, Flow flow) {
    public Playbook {
        steps = List.copyOf(steps);
    }

    /// One step after the other.
    public Playbook(String id, String name, String description, List<Step> steps) {
        this(id, name, description, steps, Flow.straight(steps));
    }

    /// The questions of an investigation in their order.
    public enum Phase {
        GATHER,
        ORIGIN,
        AFFECTED,
        ELSEWHERE,
        WEIGH,
        REMEDIATE
    }

    /// @param id of the document's step
    /// @param analyzers names of the analyzers to run on the entities in scope; empty for phases without
    /// @param byHand what people have to do here, in the document's words; the program does nothing of it
    public record Step(
            String id, Phase phase, String name, String description, List<String> analyzers, List<String> byHand) {
        public Step {
            analyzers = List.copyOf(analyzers);
            byHand = List.copyOf(byHand);
        }

        public Step(String id, Phase phase, String name, String description, List<String> analyzers) {
            this(id, phase, name, description, analyzers, List.of());
        }
    }

    /// What comes when: instructions that name each other by position, and the document's steps as they are shown.
    ///
    /// @param variables values that conditions may ask for, by name
    /// @param source file that it came from, "" for those that ship
    /// @param notes what of the document is not carried out, in sentences
    public record Flow(
            List<Instruction> program,
            List<Line> outline,
            Map<String, String> variables,
            String source,
            List<String> notes) {
        /// A loop is left after so many rounds.
        public static final int MAX_ROUNDS = 20;

        public Flow {
            program = List.copyOf(program);
            outline = List.copyOf(outline);
            notes = List.copyOf(notes);
            variables = Map.copyOf(variables);
        }

        static Flow straight(List<Step> steps) {
            var program = new ArrayList<Instruction>();
            var outline = new ArrayList<Line>();
            for (int i = 0; i < steps.size(); i++) {
                Step step = steps.get(i);
                program.add(new Run(i));
                outline.add(new Line(step.id(), 0, "action", step.name(), step.description()));
            }
            return new Flow(program, outline, Map.of(), "", List.of());
        }
    }

    public sealed interface Instruction {}

    /// Does a step.
    public record Run(int step) implements Instruction {}

    /// Goes on where the condition holds, else at the other place.
    ///
    /// @param loop whether what follows comes back here
    public record Branch(Condition condition, int otherwise, boolean loop) implements Instruction {}

    public record Goto(int target) implements Instruction {}

    /// One step of the document as the viewer shows it.
    ///
    /// @param depth how deep it stands in conditions and loops
    /// @param type the document's word: action, if-condition …
    public record Line(String stepId, int depth, String type, String name, String text) {}
}
