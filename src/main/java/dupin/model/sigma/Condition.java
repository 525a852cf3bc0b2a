package dupin.model.sigma;

import java.util.List;

/// How a rule's selections are joined.
public sealed interface Condition {

    record And(List<Condition> of) implements Condition {
        public And {
            of = List.copyOf(of);
        }
    }

    record Or(List<Condition> of) implements Condition {
        public Or {
            of = List.copyOf(of);
        }
    }

    record Not(Condition of) implements Condition {}

    /// The selection of that name.
    record Named(String name) implements Condition {}

    /// `1 of pattern` or `all of pattern`.
    ///
    /// @param pattern name with `*`, or `them`
    record Of(boolean all, String pattern) implements Condition {}
}
