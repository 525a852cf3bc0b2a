package dupin.ui.fx;

import java.util.regex.Pattern;

/// Makes addresses harmless for mails and tickets (`hxxps[:]//evil[.]example`) and real again. Any thread.
public final class Defang {
    private static final Pattern SCHEME = Pattern.compile("\\b(h)tt(ps?)(://)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFANGED = Pattern.compile("\\bhxxp", Pattern.CASE_INSENSITIVE);
    private static final Pattern FTP = Pattern.compile("\\bftp(s?)://", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST =
            Pattern.compile("(?<![\\w\\\\/.-])(?:(?:[\\w-]+\\.)+[A-Za-z]{2,}|(?:\\d{1,3}\\.){3}\\d{1,3})(?![\\w\\\\])");
    private static final Pattern MAIL = Pattern.compile("([\\w.+-]+)@((?:[\\w-]+\\.)+[A-Za-z]{2,})");

    private Defang() {}

    /// Schemes, hosts, IP addresses and mail addresses of the text, defanged; paths on disk are left alone.
    public static String defang(String text) {
        String safe = MAIL.matcher(text).replaceAll(m -> m.group(1).replace(".", "[.]") + "[@]" + dots(m.group(2)));
        safe = SCHEME.matcher(safe).replaceAll("$1xx$2[:]//");
        safe = FTP.matcher(safe).replaceAll("fxp$1[:]//");
        String spaced = safe.replace("[:]//", "[:]\u0000");
        return HOST.matcher(spaced).replaceAll(m -> dots(m.group())).replace("[:]\u0000", "[:]//");
    }

    /// The inverse, for text pasted from a ticket; understands the usual variants.
    public static String refang(String text) {
        return DEFANGED.matcher(text)
                .replaceAll("http")
                .replace("[.]", ".")
                .replace("(.)", ".")
                .replace("[dot]", ".")
                .replace("[@]", "@")
                .replace("[at]", "@")
                .replace("[:]", ":")
                .replace("fxp", "ftp");
    }

    private static String dots(String host) {
        return host.replace(".", "[.]");
    }
}
