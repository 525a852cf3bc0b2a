package dupin.model.sigma;

import java.util.List;

/// What a selection of a rule asks of an event.
public sealed interface Detection {

    /// Holds when all of them hold (a map).
    record All(List<Detection> of) implements Detection {
        public All {
            of = List.copyOf(of);
        }
    }

    /// Holds when one of them holds (a list).
    record Any(List<Detection> of) implements Detection {
        public Any {
            of = List.copyOf(of);
        }
    }

    /// A field with its modifiers in the order written and the values to compare with.
    ///
    /// @param field "" for keywords, which are looked for in the whole event
    record Item(String field, List<String> modifiers, List<SigmaValue> values) implements Detection {
        public Item {
            modifiers = List.copyOf(modifiers);
            values = List.copyOf(values);
        }
    }
}
