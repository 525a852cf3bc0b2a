package dupin.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mailbox of a header: what is shown, and the address itself.
record Address(String name, String address) {
    private static final int LONGEST = 20_000;
    private static final Pattern BARE = Pattern.compile("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+");

    /// The first mailbox; both parts empty when there is none.
    static Address first(String header) {
        List<Address> all = all(header);
        return all.isEmpty() ? new Address("", "") : all.getFirst();
    }

    static List<Address> all(String header) {
        var found = new ArrayList<Address>();
        String text = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
        int from = 0;
        for (int open = open(text, 0); open >= 0 && found.size() < 100; open = open(text, from)) {
            int close = text.indexOf('>', open);
            int end = close < 0 ? text.length() : close;
            found.add(new Address(name(text.substring(from, open)), text.substring(open + 1, end).strip()));
            from = Math.min(text.length(), end + 1);
        }
        if (found.isEmpty()) {
            Matcher bare = BARE.matcher(text);
            String before = "";
            while (bare.find() && found.size() < 100) {
                String comment = text.substring(bare.end()).strip();
                before = comment.startsWith("(") ? comment.replaceAll("^\\(([^)]*)\\).*$", "$1") : "";
                found.add(new Address(before, bare.group()));
            }
        }
        if (found.isEmpty() && !text.isBlank()) {
            found.add(new Address(name(text), ""));
        }
        return found;
    }

    /// Where the next address opens: not inside of a quoted name, which may hold any address that its sender likes.
    private static int open(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '\\') {
                i++;
            } else if (sign == '"' && (quoted || text.indexOf('"', i + 1) > 0)) {
                quoted = !quoted;
            } else if (sign == '<' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static String name(String text) {
        String name = text.strip();
        name = name.startsWith(",") || name.startsWith(";") ? name.substring(1).strip() : name;
        return name.replace("\\\"", "").replace("\"", "").strip();
    }

    /// The part after the last at sign, lower case is not forced; "" when there is none.
    String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1).strip();
    }
}
