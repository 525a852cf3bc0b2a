package dupin.engine.analyzer;

import java.util.List;
import java.util.stream.Stream;

/// What attackers do with programs that are already there. Every entry describes an act, whoever does it; what it weighs
/// stands in the weights file.
final class Behaviours {
    static final List<Behaviour> ALL =
            Stream.concat(HarmBehaviours.ALL.stream(), ReachBehaviours.ALL.stream()).toList();

    private Behaviours() {}
}
