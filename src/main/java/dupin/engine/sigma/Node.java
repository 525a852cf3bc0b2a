package dupin.engine.sigma;

import java.util.List;

/// A compiled rule: a tree of tests.
sealed interface Node {

    boolean matches(Row row);

    record And(List<Node> of) implements Node {
        @Override
        public boolean matches(Row row) {
            for (int i = 0; i < of.size(); i++) {
                if (!of.get(i).matches(row)) {
                    return false;
                }
            }
            return true;
        }
    }

    record Or(List<Node> of) implements Node {
        @Override
        public boolean matches(Row row) {
            for (int i = 0; i < of.size(); i++) {
                if (of.get(i).matches(row)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Not(Node of) implements Node {
        @Override
        public boolean matches(Row row) {
            return !of.matches(row);
        }
    }

    /// A field's value passes the test; a field that is not there passes none.
    record Field(int slot, Probe probe) implements Node {
        @Override
        public boolean matches(Row row) {
            String value = row.value(slot);
            String lower = row.lower(slot);
            return value != null && lower != null && probe.matches(value, lower, row);
        }
    }

    record Exists(int slot, boolean wanted) implements Node {
        @Override
        public boolean matches(Row row) {
            return row.value(slot) != null == wanted;
        }
    }

    /// Some value of the event passes the test.
    record Keyword(Probe probe) implements Node {
        @Override
        public boolean matches(Row row) {
            for (String value : row.all()) {
                if (probe.matches(value, value.toLowerCase(java.util.Locale.ROOT), row)) {
                    return true;
                }
            }
            return false;
        }
    }

    static Node and(List<Node> of) {
        return of.size() == 1 ? of.getFirst() : new And(List.copyOf(of));
    }

    static Node or(List<Node> of) {
        return of.size() == 1 ? of.getFirst() : new Or(List.copyOf(of));
    }
}
