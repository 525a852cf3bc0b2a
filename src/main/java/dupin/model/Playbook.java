package dupin.model;

import java.util.List;

/// The plan of an investigation, as data.
///
/// @param triggers alert categories, titles or policies that choose it are named in [AlertPolicy]
public record Playbook(String id, String name, String description, List<Step> steps) {
    public Playbook {
        steps = List.copyOf(steps);
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

    /// @param analyzers names of the analyzers to run on the entities in scope; empty for phases without
    public record Step(String id, Phase phase, String name, String description, List<String> analyzers) {
        public Step {
            analyzers = List.copyOf(analyzers);
        }
    }
}
