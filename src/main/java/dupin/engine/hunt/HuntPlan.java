package dupin.engine.hunt;

import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.hunt.HuntClause;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntLiteral;
import dupin.model.hunt.HuntOperator;
import dupin.model.hunt.HuntQuery;
import dupin.model.hunt.HuntSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What of a query a store of telemetry can decide before rows are read. Never leaves out a row that fits; unless it is
/// exact, what it lets through still has to be looked at.
///
/// @param entity that all rows have; null for any
/// @param roles parts of which it plays one; empty for any
/// @param kinds empty for all
/// @param from inclusive; null for open
/// @param to exclusive; null for open
/// @param texts each stands in a stored value of every row that fits: printable ASCII without quotation marks and slashes,
///     letters of any case
/// @param nothing whether no row can fit
/// @param exact whether all rows fit that it lets through, as long as the entity has no other name
public record HuntPlan(
        @Nullable EntityKey entity,
        Set<LinkRole> roles,
        Set<EventKind> kinds,
        @Nullable Instant from,
        @Nullable Instant to,
        Set<String> texts,
        boolean nothing,
        boolean exact) {
    /// From one moment to the next.
    private static final Duration MOMENT = Duration.ofNanos(1);

    /// What narrows rows down most comes first.
    private static final List<HuntField> BEST =
            List.of(
                    HuntField.ENTITY,
                    HuntField.SHA256,
                    HuntField.URL,
                    HuntField.IP,
                    HuntField.DEVICE,
                    HuntField.REMOTE_DEVICE);

    /// Whose values stand in rows as they were stored.
    private static final Set<HuntField> PLAIN =
            EnumSet.of(
                    HuntField.COMMAND_LINE,
                    HuntField.PARENT_COMMAND_LINE,
                    HuntField.PROCESS,
                    HuntField.PARENT,
                    HuntField.SUBJECT,
                    HuntField.ATTRIBUTE,
                    HuntField.REGISTRY_VALUE,
                    HuntField.REGISTRY_DATA);

    /// Of these the parts do, while the whole may be written in another way.
    private static final Set<HuntField> PATHS =
            EnumSet.of(HuntField.PATH, HuntField.PROCESS_PATH, HuntField.REGISTRY_KEY);

    private static final Pattern RUN = Pattern.compile("[ -~&&[^\"\\\\/]]{2,}");

    private record Found(HuntField field, HuntEquality.Link link) {}

    public HuntPlan {
        roles = Set.copyOf(roles);
        kinds = Set.copyOf(kinds);
        texts = Set.copyOf(texts);
    }

    /// All rows of the source.
    public static HuntPlan all(HuntSource source) {
        return new HuntPlan(null, Set.of(), source.kinds(), null, null, Set.of(), false, false);
    }

    /// @param now from which `ago` counts back
    public static HuntPlan of(HuntQuery query, Instant now) {
        var must = new ArrayList<HuntClause.Compare>();
        boolean exact = collect(query.where(), must);
        Instant from = null;
        Instant to = null;
        Set<EventKind> kinds =
                query.source().kinds().isEmpty()
                        ? EnumSet.allOf(EventKind.class)
                        : EnumSet.copyOf(query.source().kinds());
        var links = new ArrayList<Found>();
        for (HuntClause.Compare compare : must) {
            HuntField field = compare.term().field();
            HuntOperator operator = compare.operator();
            boolean same = operator == HuntOperator.EQUAL;
            if (field == HuntField.TIME && operator != HuntOperator.NOT_EQUAL && operator != HuntOperator.IN) {
                Instant limit = HuntFilter.moment(compare.values().getFirst(), now);
                if (same || operator == HuntOperator.MORE || operator == HuntOperator.AT_LEAST) {
                    Instant least = operator == HuntOperator.MORE ? limit.plus(MOMENT) : limit;
                    from = from == null || least.isAfter(from) ? least : from;
                }
                if (same || operator == HuntOperator.LESS || operator == HuntOperator.AT_MOST) {
                    Instant most = operator == HuntOperator.LESS ? limit : limit.plus(MOMENT);
                    to = to == null || most.isBefore(to) ? most : to;
                }
            } else if (field == HuntField.KIND && (same || operator == HuntOperator.IN)) {
                kinds.removeIf(kind -> compare.values().stream().noneMatch(value -> named(value, kind)));
            } else if (same && compare.values().getFirst() instanceof HuntLiteral.Text text) {
                Optional<HuntEquality.Link> link = HuntEquality.link(field, text.value());
                link.ifPresent(l -> links.add(new Found(field, l)));
                exact &= link.isPresent();
            } else {
                exact = false;
            }
        }
        Optional<HuntEquality.Link> best =
                links.stream().min(Comparator.comparingInt(f -> BEST.indexOf(f.field()))).map(Found::link);
        LinkRole role = best.map(HuntEquality.Link::role).orElse(null);
        return new HuntPlan(
                best.map(HuntEquality.Link::key).orElse(null),
                role == null ? Set.of() : Set.of(role),
                kinds.size() == EventKind.values().length ? Set.of() : kinds,
                from,
                to,
                texts(must),
                kinds.isEmpty() || from != null && to != null && !from.isBefore(to),
                exact && links.size() <= 1);
    }

    private static Set<String> texts(List<HuntClause.Compare> must) {
        var texts = new HashSet<String>();
        for (HuntClause.Compare compare : must) {
            HuntField field = compare.term().field();
            boolean said =
                    switch (compare.operator()) {
                        case EQUAL -> PLAIN.contains(field);
                        case CONTAINS, STARTS, ENDS -> PLAIN.contains(field) || PATHS.contains(field);
                        default -> false;
                    };
            if (said && compare.values().getFirst() instanceof HuntLiteral.Text text) {
                RUN.matcher(text.value().toLowerCase(Locale.ROOT))
                        .results()
                        .map(run -> run.group().strip())
                        .filter(run -> run.length() > 1)
                        .max(Comparator.comparingInt(String::length))
                        .ifPresent(texts::add);
            }
        }
        return texts;
    }

    /// Kinds of entities that a query for entities can be about.
    public static Set<EntityKind> entityKinds(HuntQuery query) {
        var must = new ArrayList<HuntClause.Compare>();
        boolean _ = collect(query.where(), must);
        Set<EntityKind> kinds = EnumSet.allOf(EntityKind.class);
        for (HuntClause.Compare compare : must) {
            boolean listed = compare.operator() == HuntOperator.EQUAL || compare.operator() == HuntOperator.IN;
            if (compare.term().field() == HuntField.KIND && listed) {
                kinds.removeIf(kind ->
                        compare.values().stream()
                                .noneMatch(value ->
                                        value instanceof HuntLiteral.Text text
                                                && text.value().strip().equalsIgnoreCase(kind.word())));
            }
        }
        return kinds;
    }

    private static boolean named(HuntLiteral value, EventKind kind) {
        return value instanceof HuntLiteral.Text text
                && text.value().strip().toLowerCase(Locale.ROOT).equals(HuntSource.word(kind).toLowerCase(Locale.ROOT));
    }

    /// What every row must fulfil.
    ///
    /// @return whether that is all that it must
    private static boolean collect(HuntClause clause, List<HuntClause.Compare> into) {
        return switch (clause) {
            case HuntClause.And and -> {
                boolean all = true;
                for (HuntClause part : and.parts()) {
                    all &= collect(part, into);
                }
                yield all;
            }
            case HuntClause.Compare compare -> into.add(compare);
            case HuntClause.Or _, HuntClause.Not _ -> false;
        };
    }
}
