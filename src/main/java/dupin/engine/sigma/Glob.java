package dupin.engine.sigma;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A rule's text with wildcards, as a sequence of characters and marks: `*` any text, `?` one character, and the dash of a command-line
/// switch in any of its spellings.
record Glob(int[] codes) {
    static final int STAR = -1;
    static final int ONE = -2;
    static final int DASH = -3;

    private static final String DASHES = "-/\u2013\u2014\u2015";

    /// Reads `*` and `?`; a backslash takes the meaning from a wildcard or a backslash after it.
    static Glob parse(String text) {
        int[] codes = new int[text.length()];
        int n = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "*?\\".indexOf(text.charAt(i + 1)) >= 0) {
                codes[n++] = text.charAt(++i);
            } else {
                codes[n++] = c == '*' ? STAR : c == '?' ? ONE : c;
            }
        }
        return new Glob(java.util.Arrays.copyOf(codes, n));
    }

    static Glob literal(String text) {
        return new Glob(text.chars().toArray());
    }

    Glob around(boolean before, boolean after) {
        boolean first = before && (codes.length == 0 || codes[0] != STAR);
        boolean last = after && (codes.length == 0 || codes[codes.length - 1] != STAR);
        int[] wider = new int[codes.length + (first ? 1 : 0) + (last ? 1 : 0)];
        System.arraycopy(codes, 0, wider, first ? 1 : 0, codes.length);
        if (first) {
            wider[0] = STAR;
        }
        if (last) {
            wider[wider.length - 1] = STAR;
        }
        return new Glob(wider);
    }

    /// Marks the dashes and slashes that begin a switch: before them no word character, after them one.
    Glob switches() {
        int[] marked = codes.clone();
        for (int i = 0; i < codes.length; i++) {
            boolean start = i == 0 || !word(codes[i - 1]);
            boolean end = i + 1 < codes.length && word(codes[i + 1]);
            if (codes[i] > 0 && DASHES.indexOf(codes[i]) >= 0 && start && end) {
                marked[i] = DASH;
            }
        }
        return new Glob(marked);
    }

    private static boolean word(int code) {
        return code > 0 && (Character.isLetterOrDigit(code) || code == '_');
    }

    boolean hasWildcards() {
        for (int code : codes) {
            if (code == STAR || code == ONE) {
                return true;
            }
        }
        return false;
    }

    /// Every text that the dashes allow; empty when they are more than `limit`.
    List<String> spellings(int limit) {
        var texts = new ArrayList<String>();
        texts.add("");
        for (int code : codes) {
            var next = new ArrayList<String>();
            for (String text : texts) {
                if (code == DASH) {
                    DASHES.chars().forEach(dash -> next.add(text + (char) dash));
                } else {
                    next.add(text + (char) code);
                }
            }
            texts = next;
            if (texts.size() > limit) {
                return List.of();
            }
        }
        return texts;
    }

    Glob lower() {
        int[] lower = codes.clone();
        for (int i = 0; i < lower.length; i++) {
            if (lower[i] > 0) {
                lower[i] = Character.toLowerCase((char) lower[i]);
            }
        }
        return new Glob(lower);
    }

    /// The longest run of plain characters.
    String longestLiteral() {
        String longest = "";
        var run = new StringBuilder();
        for (int i = 0; i <= codes.length; i++) {
            if (i < codes.length && codes[i] >= 0) {
                run.append((char) codes[i]);
            } else {
                if (run.length() > longest.length()) {
                    longest = run.toString();
                }
                run.setLength(0);
            }
        }
        return longest;
    }

    /// Whether the whole text fits. Linear in text times pattern at worst: a star is retried only from the last one.
    boolean matches(String text) {
        int t = 0;
        int p = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < codes.length && codes[p] == STAR) {
                star = p++;
                mark = t;
            } else if (p < codes.length && one(codes[p], text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < codes.length && codes[p] == STAR) {
            p++;
        }
        return p == codes.length;
    }

    private static boolean one(int code, char c) {
        return code == c || code == ONE || code == DASH && DASHES.indexOf(c) >= 0;
    }

    /// UTF-8 bytes of the plain text.
    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
