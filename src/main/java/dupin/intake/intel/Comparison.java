package dupin.intake.intel;

import dupin.intake.StixComparisons.Operator;
import dupin.model.Canonical;
import dupin.model.Entity;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands between the brackets of a STIX pattern, evaluated on one entity. Texts compare without regard to case, paths,
/// addresses and keys in their canonical spelling.
sealed interface Comparison {

    boolean test(Entity entity);

    /// Whether any entity of a case can satisfy it.
    boolean possible();

    /// Terms of which an entity must bear one to satisfy it; null when nothing can be looked up.
    @Nullable List<String> anchors();

    /// Whether bearing one of the anchors is all it takes.
    boolean settled();

    record And(List<Comparison> all) implements Comparison {
        @Override
        public boolean test(Entity entity) {
            return all.stream().allMatch(c -> c.test(entity));
        }

        @Override
        public boolean possible() {
            return all.stream().allMatch(Comparison::possible);
        }

        @Override
        public @Nullable List<String> anchors() {
            List<String> best = null;
            for (Comparison part : all) {
                List<String> terms = part.anchors();
                if (terms != null && (best == null || rank(terms) < rank(best))) {
                    best = terms;
                }
            }
            return best;
        }

        /// Hashes before addresses before names: what is rarest is looked up.
        private static int rank(List<String> terms) {
            return terms.stream().mapToInt(t -> Terms.basis(t).ordinal()).max().orElse(0);
        }

        @Override
        public boolean settled() {
            return all.size() == 1 && all.getFirst().settled();
        }
    }

    record Or(List<Comparison> any) implements Comparison {
        @Override
        public boolean test(Entity entity) {
            return any.stream().anyMatch(c -> c.test(entity));
        }

        @Override
        public boolean possible() {
            return any.stream().anyMatch(Comparison::possible);
        }

        @Override
        public @Nullable List<String> anchors() {
            var all = new ArrayList<String>();
            for (Comparison part : any) {
                if (part.possible()) {
                    List<String> terms = part.anchors();
                    if (terms == null) {
                        return null;
                    }
                    all.addAll(terms);
                }
            }
            return all;
        }

        @Override
        public boolean settled() {
            return any.stream().filter(Comparison::possible).allMatch(Comparison::settled);
        }
    }

    /// One property against values.
    ///
    /// @param path as [Observed#path] writes it
    record Leaf(String path, Operator operator, boolean negated, List<String> values, Optional<Steps> regex)
            implements Comparison {

        @Override
        public boolean test(Entity entity) {
            return Observed.values(entity, path).stream().anyMatch(value -> one(value) != negated);
        }

        private boolean one(String found) {
            return switch (operator) {
                case EQUAL, IN -> values.stream().anyMatch(v -> equal(found, v));
                case NOT_EQUAL -> values.stream().noneMatch(v -> equal(found, v));
                case LESS -> compare(found) < 0;
                case LESS_OR_EQUAL -> compare(found) <= 0;
                case GREATER -> compare(found) > 0;
                case GREATER_OR_EQUAL -> compare(found) >= 0;
                case LIKE, MATCHES -> regex.map(r -> r.find(found)).orElse(false);
                case IS_SUBSET -> values.stream().anyMatch(v -> within(found, v));
                case IS_SUPERSET -> values.stream().anyMatch(v -> within(v, found));
                case EXISTS -> true;
            };
        }

        private boolean equal(String found, String wanted) {
            return Observed.spelt(path, found).equals(Observed.spelt(path, wanted))
                    || wanted.indexOf('/') > 0 && path.endsWith("-addr:value") && within(found, wanted);
        }

        private int compare(String found) {
            try {
                return Double.compare(Double.parseDouble(found), Double.parseDouble(values.getFirst()));
            } catch (NumberFormatException _) {
                return found.compareToIgnoreCase(values.getFirst());
            }
        }

        private static boolean within(String inner, String outer) {
            int cut = inner.indexOf('/');
            String address = cut < 0 ? inner : inner.substring(0, cut);
            if (!Canonical.isIpLiteral(address)) {
                return false;
            }
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            String net = Terms.network(outer).orElse("");
            if (!net.startsWith("net:" + bytes.length + "/")) {
                return Canonical.ip(address).equals(Canonical.ip(outer));
            }
            int prefix = bytes.length * 8 - Terms.open(net);
            int own = cut < 0 ? bytes.length * 8 : Integer.parseInt(inner.substring(cut + 1));
            return own >= prefix && Terms.network(bytes, prefix).equals(net);
        }

        @Override
        public boolean possible() {
            return Observed.TYPES.contains(path.substring(0, path.indexOf(':')));
        }

        @Override
        public @Nullable List<String> anchors() {
            boolean equality = operator == Operator.EQUAL || operator == Operator.IN || operator == Operator.IS_SUBSET;
            if (negated || !equality) {
                return null;
            }
            List<String> terms = values.stream().map(v -> Observed.term(path, v)).toList();
            return terms.contains("") ? null : terms;
        }

        @Override
        public boolean settled() {
            return anchors() != null;
        }
    }

    /// `%` any text, `_` one character.
    static Optional<Steps> like(String pattern) {
        var regex = new StringBuilder("^");
        for (char c : pattern.toCharArray()) {
            regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
        }
        return Steps.of(regex.append('$').toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }
}
