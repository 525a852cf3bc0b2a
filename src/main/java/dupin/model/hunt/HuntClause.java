package dupin.model.hunt;

import java.util.List;

/// What rows must fulfil.
public sealed interface HuntClause {

    /// @param parts empty when every row fits
    record And(List<HuntClause> parts) implements HuntClause {
        public And {
            parts = List.copyOf(parts);
        }
    }

    record Or(List<HuntClause> parts) implements HuntClause {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    record Not(HuntClause part) implements HuntClause {}

    /// @param values one, but for [HuntOperator#IN]
    record Compare(HuntTerm term, HuntOperator operator, List<HuntLiteral> values) implements HuntClause {
        public Compare {
            values = List.copyOf(values);
        }
    }
}
