package dupin.engine.sigma;

import dupin.model.sigma.Detection;
import dupin.model.sigma.RuleException;
import dupin.model.sigma.SigmaValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Compiles one field with its modifiers, which are applied in the order written.
final class Modifiers {
    private static final Pattern PLACEHOLDER = Pattern.compile("%([A-Za-z0-9_.-]{1,80})%");
    private static final int MAX_SPELLINGS = 700;

    private enum Kind {
        TEXT,
        REGEX,
        NUMBER,
        NET,
        FIELD,
        EXISTS
    }

    private final ToIntFunction<String> slots;
    private final String field;
    private List<Glob> globs = new ArrayList<>();
    private List<byte[]> encoded = new ArrayList<>();
    private final List<String> plain = new ArrayList<>();
    private boolean nulls;
    private Kind kind = Kind.TEXT;
    private Probe.Compare compare = Probe.Compare.EQ;
    private DatePart part = DatePart.NONE;
    private int flags;
    private boolean all;
    private boolean cased;
    private boolean differs;
    private boolean before;
    private boolean after;
    private boolean touched;

    private Modifiers(String field, ToIntFunction<String> slots) {
        this.field = field;
        this.slots = slots;
    }

    /// @param slots gives a field its place in [Row]
    /// @param placeholders values for `expand`, by name
    static Node compile(Detection.Item item, ToIntFunction<String> slots, Map<String, List<String>> placeholders)
            throws RuleException {
        var modifiers = new Modifiers(item.field(), slots);
        for (SigmaValue value : item.values()) {
            if (value.isNull()) {
                modifiers.nulls = true;
            } else {
                modifiers.plain.add(value.orEmpty());
                modifiers.globs.add(Glob.parse(value.orEmpty()));
            }
        }
        if (modifiers.nulls && !item.modifiers().isEmpty() && !item.modifiers().equals(List.of("neq"))) {
            throw new RuleException("`null` of the field `" + item.field() + "` cannot have modifiers");
        }
        for (String modifier : item.modifiers()) {
            modifiers.apply(modifier, placeholders);
        }
        return modifiers.node();
    }

    private void apply(String modifier, Map<String, List<String>> placeholders) throws RuleException {
        switch (modifier) {
            case "contains" -> around(true, true);
            case "startswith" -> around(false, true);
            case "endswith" -> around(true, false);
            case "all" -> all = true;
            case "cased" -> cased = true;
            case "neq" -> differs = true;
            case "exists" -> kind(Kind.EXISTS);
            case "re" -> kind(Kind.REGEX);
            case "i" -> flag(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
            case "m" -> flag(Pattern.MULTILINE);
            case "s" -> flag(Pattern.DOTALL);
            case "cidr" -> kind(Kind.NET);
            case "fieldref" -> kind(Kind.FIELD);
            case "lt", "lte", "gt", "gte" -> {
                number();
                compare = Probe.Compare.valueOf(modifier.toUpperCase(java.util.Locale.ROOT));
            }
            case "minute", "hour", "day", "week", "month", "year" -> {
                number();
                part = DatePart.valueOf(modifier.toUpperCase(java.util.Locale.ROOT));
            }
            case "windash" -> dashes();
            case "expand" -> expand(placeholders);
            case "utf16le", "wide", "utf16be", "utf16", "base64", "base64offset" -> encode(modifier);
            default -> throw new RuleException("The modifier `" + modifier + "` is not known");
        }
        touched = true;
    }

    private void kind(Kind wanted) throws RuleException {
        boolean started = wanted == Kind.FIELD && kind == Kind.TEXT && encoded.isEmpty();
        if (kind != Kind.TEXT
                || touched && !started && wanted != Kind.EXISTS && (before || after || !encoded.isEmpty())) {
            throw new RuleException("The modifiers of the field `" + field + "` do not go together");
        }
        kind = wanted;
    }

    private void number() throws RuleException {
        if (kind != Kind.NUMBER) {
            kind(Kind.NUMBER);
        }
    }

    private void flag(int flag) throws RuleException {
        if (kind != Kind.REGEX) {
            throw new RuleException("The modifiers i, m and s need `re` before them");
        }
        flags |= flag;
    }

    private void around(boolean first, boolean last) throws RuleException {
        if (kind == Kind.NUMBER || kind == Kind.NET || kind == Kind.EXISTS) {
            throw new RuleException("The modifiers of the field `" + field + "` do not go together");
        }
        before |= first;
        after |= last;
        if (kind == Kind.TEXT) {
            settle();
            globs.replaceAll(glob -> glob.around(first, last));
        }
    }

    private void dashes() throws RuleException {
        if (kind != Kind.TEXT || !encoded.isEmpty()) {
            throw new RuleException("`windash` stands where there is no text");
        }
        globs.replaceAll(Glob::switches);
    }

    private void expand(Map<String, List<String>> placeholders) throws RuleException {
        var expanded = new ArrayList<String>();
        for (String text : plain) {
            Matcher matcher = PLACEHOLDER.matcher(text);
            if (!matcher.find()) {
                expanded.add(text);
                continue;
            }
            String name = matcher.group(1);
            List<String> values = placeholders.getOrDefault(name, List.of());
            if (values.isEmpty()) {
                throw new RuleException(
                        "The placeholder %" + name + "% has no values; the pack's placeholders.yml can give them");
            }
            for (String value : values) {
                expanded.add(text.replace("%" + name + "%", value));
            }
        }
        plain.clear();
        plain.addAll(expanded);
        globs = new ArrayList<>(expanded.stream().map(Glob::parse).toList());
    }

    private void encode(String how) throws RuleException {
        if (kind != Kind.TEXT || before || after) {
            throw new RuleException("`" + how + "` must come before contains, startswith and endswith");
        }
        if (encoded.isEmpty()) {
            for (Glob glob : globs) {
                if (glob.hasWildcards()) {
                    throw new RuleException("`" + how + "` cannot be applied to a value with wildcards");
                }
                List<String> spellings = glob.spellings(MAX_SPELLINGS);
                if (spellings.isEmpty()) {
                    throw new RuleException("`" + how + "` has too many spellings of dashes");
                }
                spellings.forEach(text -> encoded.add(Encodings.start(text, how)));
            }
        }
        var next = new ArrayList<byte[]>();
        for (byte[] bytes : encoded) {
            next.addAll(Encodings.apply(how, bytes));
        }
        encoded = next;
    }

    /// Turns what was encoded into text again.
    private void settle() {
        if (!encoded.isEmpty()) {
            globs = new ArrayList<>(encoded.stream().map(Encodings::text).map(Glob::literal).toList());
            encoded = new ArrayList<>();
        }
    }

    private Node node() throws RuleException {
        settle();
        if (kind == Kind.EXISTS) {
            return exists();
        }
        var nodes = new ArrayList<Node>();
        for (Probe test : tests()) {
            nodes.add(field.isEmpty() ? keyword(test) : new Node.Field(slots.applyAsInt(field), test));
        }
        if (nulls) {
            nodes.add(new Node.Exists(slots.applyAsInt(field), false));
        }
        Node node = all ? Node.and(nodes) : Node.or(nodes);
        return differs ? new Node.Not(node) : node;
    }

    /// Plain words are looked for in all values at once, everything else in each value.
    private Node keyword(Probe probe) {
        return probe instanceof Probe.Contains
                ? new Node.Field(slots.applyAsInt(Row.EVERYTHING), probe)
                : new Node.Keyword(probe);
    }

    private Node exists() throws RuleException {
        if (plain.size() != 1 || field.isEmpty()) {
            throw new RuleException("`exists` needs one value, true or false");
        }
        return switch (plain.getFirst()) {
            case "true", "yes" -> new Node.Exists(slots.applyAsInt(field), !differs);
            case "false", "no" -> new Node.Exists(slots.applyAsInt(field), differs);
            default -> throw new RuleException("`exists` needs one value, true or false");
        };
    }

    private List<Probe> tests() throws RuleException {
        var tests = new ArrayList<Probe>();
        switch (kind) {
            case REGEX -> {
                for (String text : plain) {
                    tests.add(Probe.Expression.of(text, flags));
                }
            }
            case NET -> {
                for (String text : plain) {
                    tests.add(new Probe.Net(Cidr.of(text)));
                }
            }
            case NUMBER -> {
                for (String text : plain) {
                    double number = DatePart.number(text);
                    if (Double.isNaN(number)) {
                        throw new RuleException("`" + text + "` of the field `" + field + "` is not a number");
                    }
                    tests.add(new Probe.Number(compare, number, part));
                }
            }
            case FIELD -> {
                for (String text : plain) {
                    tests.add(new Probe.OtherField(slots.applyAsInt(text), before, after, cased));
                }
            }
            default -> {
                for (Glob glob : globs) {
                    tests.add(Probe.of(field.isEmpty() ? glob.around(true, true) : glob, cased));
                }
            }
        }
        return tests;
    }
}
