package dupin.engine.analyzer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command line made comparable: lower case, single blanks, options with `-`, obfuscation undone, encoded parts decoded
/// and appended. Hostile input: length and depth are bounded and every pattern is linear.
///
/// @param text all layers, one after the other
/// @param decoded what had been encoded, in clear; "" when nothing was
/// @param obfuscated whether characters were there only to hide words
record CommandLine(String text, String decoded, boolean obfuscated) {
    private static final int MAX = 16_384;
    private static final int DEPTH = 3;
    private static final Pattern ENCODED =
            Pattern.compile(
                    "[-/]e(?:c|n|nc|nco|ncod|ncode|ncoded|ncodedc[a-z]{0,7})?\\s+[\"']?([A-Za-z0-9+/=]{16,})",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern BASE64 = Pattern.compile("[\"'(\\s]([A-Za-z0-9+/]{40,}={0,2})(?=[\"')\\s]|$)");
    private static final Pattern CONCATENATED = Pattern.compile("[\"']\\s{0,3}\\+\\s{0,3}[\"']");
    private static final Pattern CHAR_CODE =
            Pattern.compile("\\[char]\\s{0,2}\\(?(\\d{2,3}|0x[0-9a-f]{2})\\)?\\s{0,2}\\+?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern SLASH_OPTION = Pattern.compile("(?<=\\s)/(?=[a-z?][^/\\s]{0,40}(?:\\s|$))");

    static CommandLine of(String raw) {
        String bounded = raw.length() > MAX ? raw.substring(0, MAX) : raw;
        var layers = new ArrayList<String>();
        boolean obfuscated = layers(bounded, layers, 0);
        var text = new StringBuilder();
        for (String layer : layers) {
            text.append(text.isEmpty() ? "" : "\n").append(normal(layer));
        }
        String decoded = layers.size() > 1 ? String.join("\n", layers.subList(1, layers.size())) : "";
        return new CommandLine(
                text.length() > 2 * MAX ? text.substring(0, 2 * MAX) : text.toString(), decoded, obfuscated);
    }

    private static boolean layers(String raw, List<String> layers, int depth) {
        String plain = plain(raw);
        boolean hidden =
                raw.length() - plain.length() >= 4
                        && (count(raw, '^') >= 4 || count(raw, '`') >= 4 || CONCATENATED.matcher(raw).find());
        layers.add(plain);
        if (depth < DEPTH) {
            for (String inner : encoded(plain)) {
                hidden |= layers(inner, layers, depth + 1);
            }
        }
        return hidden;
    }

    /// Without carets, backticks, concatenations and character codes.
    private static String plain(String raw) {
        String text = raw.indexOf('^') >= 0 ? raw.replace("^", "") : raw;
        text = text.indexOf('`') >= 0 ? text.replace("`", "") : text;
        text = CONCATENATED.matcher(text).replaceAll("");
        Matcher codes = CHAR_CODE.matcher(text);
        var out = new StringBuilder();
        while (codes.find()) {
            String code = codes.group(1);
            int c =
                    code.startsWith("0x") || code.startsWith("0X")
                            ? Integer.parseInt(code.substring(2), 16)
                            : Integer.parseInt(code);
            codes.appendReplacement(out, c >= 32 && c < 127 ? Matcher.quoteReplacement(String.valueOf((char) c)) : " ");
        }
        codes.appendTail(out);
        return out.toString();
    }

    private static List<String> encoded(String text) {
        var found = new ArrayList<String>();
        for (Pattern pattern : List.of(ENCODED, BASE64)) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find() && found.size() < 4) {
                String decoded = decode(matcher.group(1));
                if (!decoded.isEmpty() && !found.contains(decoded)) {
                    found.add(decoded);
                }
            }
        }
        return found;
    }

    /// Text behind base64, UTF-16 or UTF-8; "" when it is no readable text.
    private static String decode(String base64) {
        byte[] bytes;
        try {
            String body = base64.replace("=", "");
            bytes = Base64.getDecoder().decode(body.length() % 4 == 1 ? body.substring(0, body.length() - 1) : body);
        } catch (IllegalArgumentException _) {
            return "";
        }
        int zeros = 0;
        for (int i = 1; i < bytes.length; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        boolean wide = bytes.length >= 4 && zeros > bytes.length / 4;
        String text = new String(bytes, wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        long readable = text.chars().filter(c -> (c >= 32 && c < 127) || c == '\n' || c == '\r' || c == '\t').count();
        return text.length() >= 4 && readable * 10 >= text.length() * 9L ? text : "";
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private static String normal(String text) {
        String lower = BLANKS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
        return SLASH_OPTION.matcher(lower.replace("\"", "")).replaceAll("-");
    }

    /// Whether one of the alternatives of every group occurs; alternatives are set apart by `|`.
    boolean hasAll(List<List<String>> groups) {
        for (List<String> group : groups) {
            if (!hasAny(group)) {
                return false;
            }
        }
        return true;
    }

    boolean hasAny(List<String> words) {
        for (String word : words) {
            boolean whole = word.endsWith("·");
            if (whole ? ends(word.substring(0, word.length() - 1)) : text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the word occurs where a name ends.
    private boolean ends(String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            if (end == text.length() || " \n,;)'|&".indexOf(text.charAt(end)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether a program of that name stands where a command may start or a path ends.
    boolean runs(String stem) {
        for (int at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
            boolean starts = at == 0 || "\\/ &;|('\n".indexOf(text.charAt(at - 1)) >= 0;
            String rest = text.substring(at + stem.length(), Math.min(text.length(), at + stem.length() + 5));
            if (starts && (rest.isEmpty() || rest.startsWith(" ") || rest.equals(".exe") || rest.equals(".exe "))) {
                return true;
            }
        }
        return false;
    }
}
