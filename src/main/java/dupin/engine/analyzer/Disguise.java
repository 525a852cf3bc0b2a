package dupin.engine.analyzer;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Words that are written so that a reader sees them and a filter does not: letters of another script among Latin ones,
/// signs without width, letters of mathematics, a small L for a capital I.
final class Disguise {
    private static final Pattern SWAPPED = Pattern.compile("\\bl[A-Z]{1,3}\\b|[A-Z]l[A-Z]|[a-z]{2,}I\\b");
    private static final Pattern INTERNAL_I = Pattern.compile("[a-z]{2,}I[A-Z]|API|AI\\b");

    /// Names of products that are written so.
    private static final Set<String> WRITTEN_SO =
            Set.of("openai", "mlflow", "ai", "ui", "api", "hawaii", "wifi", "sci-fi");

    private Disguise() {}

    /// How the text is disguised; "" when it is not.
    static String of(String text) {
        int hidden = 0;
        int fancy = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int sign = text.codePointAt(i);
            hidden += invisible(sign) && !joins(text, i) ? 1 : 0;
            fancy += fancy(sign) ? 1 : 0;
        }
        if (hidden >= 3) {
            return "signs without width between its letters";
        }
        if (fancy >= 3) {
            return "letters of mathematics or signs in place of letters";
        }
        for (String word : text.split("[\\s\\p{Punct}]+", 2_000)) {
            if (mixed(word)) {
                return "letters of another script in “" + shortened(word) + "”";
            }
        }
        return "";
    }

    /// A capital I for a small L or the reverse, in short lines such as a subject; "" when there is none.
    static String swapped(String line) {
        for (String word : line.split("[\\s\\p{Punct}&&[^-]]+", 200)) {
            boolean written = WRITTEN_SO.contains(word.toLowerCase(Locale.ROOT));
            if (!written && SWAPPED.matcher(word).find() && !INTERNAL_I.matcher(word).find()) {
                return word;
            }
        }
        return "";
    }

    private static boolean invisible(int sign) {
        return sign == 0x200B
                || sign == 0x2060
                || sign == 0x00AD
                || sign == 0x180E
                || sign >= 0xE0100 && sign <= 0xE01EF
                || sign >= 0x2061 && sign <= 0x2064;
    }

    /// Preview texts are padded with such signs, one after the other and outside of words.
    private static boolean joins(String text, int at) {
        int before = at > 0 ? text.codePointBefore(at) : ' ';
        int next = at + Character.charCount(text.codePointAt(at));
        int after = next < text.length() ? text.codePointAt(next) : ' ';
        boolean variation = text.codePointAt(at) >= 0xE0100;
        return !Character.isLetter(before) || !variation && !Character.isLetter(after);
    }

    private static boolean fancy(int sign) {
        return sign >= 0x1D400 && sign <= 0x1D7FF
                || sign >= 0x24B6 && sign <= 0x24E9
                || sign >= 0xFF21 && sign <= 0xFF5A;
    }

    /// Latin with Cyrillic or Greek in one word.
    private static boolean mixed(String word) {
        boolean latin = false;
        boolean other = false;
        for (int i = 0; i < word.length() && i < 60; i += Character.charCount(word.codePointAt(i))) {
            int sign = word.codePointAt(i);
            if (Character.isLetter(sign)) {
                UnicodeScript script = UnicodeScript.of(sign);
                latin |= script == UnicodeScript.LATIN && sign < 0x250;
                other |=
                        script == UnicodeScript.CYRILLIC
                                || script == UnicodeScript.GREEK && sign != 0x3BC
                                || script == UnicodeScript.CHEROKEE
                                || script == UnicodeScript.ARMENIAN;
            }
        }
        return latin && other && word.length() > 2;
    }

    /// The words behind a disguise: compatibility forms resolved, signs without width dropped, accents gone.
    static String plain(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var plain = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i += Character.charCount(folded.codePointAt(i))) {
            int sign = folded.codePointAt(i);
            int type = Character.getType(sign);
            if (!invisible(sign) && type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
                plain.appendCodePoint(latin(sign));
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static int latin(int sign) {
        int at = "аеорсухіјѕԁһгոսԛԝαεοιρτυνκ".indexOf(sign);
        return at < 0 ? sign : "aeopcyxijsdhrnuqwaeoiptuvk".charAt(at);
    }

    private static String shortened(String word) {
        return word.length() > 30 ? word.substring(0, 30) + "…" : word;
    }
}
