package dupin.engine.sigma;

/// Writes an expression of the PCRE manner so that Java reads it the same: `[` and `&&` within a class and a brace that
/// counts nothing are plain characters there.
final class Pcre {
    private Pcre() {}

    static String toJava(String text) {
        var out = new StringBuilder(text.length() + 16);
        boolean inClass = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                boolean odd = Character.isLetter(next) && "yYiIjJlLmMoOqQ".indexOf(next) >= 0;
                out.append(odd ? "" : "\\").append(next);
            } else if (inClass) {
                if (c == ']') {
                    inClass = false;
                } else if (c == '[' || c == '&') {
                    out.append('\\');
                }
                out.append(c);
            } else if (c == '[') {
                inClass = true;
                out.append(c);
                if (i + 1 < text.length() && text.charAt(i + 1) == '^') {
                    out.append('^');
                    i++;
                }
                if (i + 1 < text.length() && text.charAt(i + 1) == ']') {
                    out.append("\\]");
                    i++;
                }
            } else if (c == '{' && !counts(text, i)) {
                out.append("\\{");
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean counts(String text, int brace) {
        int i = brace + 1;
        while (i < text.length() && (Character.isDigit(text.charAt(i)) || text.charAt(i) == ',')) {
            i++;
        }
        return i > brace + 1 && Character.isDigit(text.charAt(brace + 1)) && i < text.length() && text.charAt(i) == '}';
    }
}
