package dupin.model;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Brings every spelling of one thing to one spelling: paths, accounts, hashes, addresses, URLs, registry keys.
/// Pure functions; none throws, none resolves a name on the network.
public final class Canonical {

    private static final Pattern DEFANGED_DOT =
            Pattern.compile("\\[\\.]|\\(\\.\\)|\\{\\.}|\\[dot]|\\(dot\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern IPV4_PORT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3}):\\d{1,5}");
    private static final Pattern SCHEME = Pattern.compile("^([a-zA-Z][a-zA-Z0-9+.-]*)://([^/?#]*)([^#]*)(#.*)?$");
    private static final Pattern SLASHES = Pattern.compile("/+");
    private static final Map<String, String> HIVES =
            Map.ofEntries(
                    Map.entry("hkey_local_machine", "hklm"),
                    Map.entry("localmachine", "hklm"),
                    Map.entry("hkey_current_user", "hkcu"),
                    Map.entry("currentuser", "hkcu"),
                    Map.entry("hkey_users", "hku"),
                    Map.entry("users", "hku"),
                    Map.entry("hkey_classes_root", "hkcr"),
                    Map.entry("classesroot", "hkcr"),
                    Map.entry("hkey_current_config", "hkcc"),
                    Map.entry("hklm", "hklm"),
                    Map.entry("hkcu", "hkcu"),
                    Map.entry("hku", "hku"),
                    Map.entry("hkcr", "hkcr"),
                    Map.entry("hkcc", "hkcc"));
    private static final String FIRST_CONTROL_SET = "system\\controlset001\\";

    private Canonical() {}

    /// Trimmed, without zero-width characters; what no database and no UTF-8 can hold (NUL, half a surrogate pair) becomes
    /// U+FFFD.
    public static String text(@Nullable String value) {
        if (value == null) {
            return "";
        }
        int length = value.length();
        int clean = 0;
        while (clean < length && isPlain(value.charAt(clean))) {
            clean++;
        }
        if (clean == length) {
            return value.strip();
        }
        var kept = new StringBuilder(length).append(value, 0, clean);
        for (int i = clean; i < length; i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(value.charAt(i + 1))) {
                kept.append(c).append(value.charAt(++i));
            } else if (c == 0 || Character.isSurrogate(c)) {
                kept.append('\uFFFD');
            } else if (!isInvisible(c)) {
                kept.append(c);
            }
        }
        return kept.toString().strip();
    }

    private static boolean isPlain(char c) {
        // Most text is Latin: below the first invisible character one comparison decides.
        return c < '\u00AD' ? c != 0 : !isInvisible(c) && !Character.isSurrogate(c);
    }

    private static boolean isInvisible(char c) {
        return c == '\u200B' || c == '\u200C' || c == '\u200D' || c == '\u2060' || c == '\uFEFF' || c == '\u00AD';
    }

    public static String lower(@Nullable String value) {
        return text(value).toLowerCase(Locale.ROOT);
    }

    /// First label of a host name in lower case; an address stays whole.
    public static String host(@Nullable String name) {
        String host = lower(name);
        if (host.isEmpty() || isIpLiteral(host)) {
            return host;
        }
        int dot = host.indexOf('.');
        return dot > 0 ? host.substring(0, dot) : host;
    }

    /// Hex digits in lower case, or empty when the text is no MD5, SHA-1 or SHA-256.
    public static String hash(@Nullable String value) {
        String hash = lower(value);
        int n = hash.length();
        boolean hex = n == 32 || n == 40 || n == 64;
        for (int i = 0; i < n && hex; i++) {
            char c = hash.charAt(i);
            hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return hex ? hash : "";
    }

    /// One form of an IPv4 or IPv6 address (mapped addresses as IPv4, zone and port dropped); other text in lower case.
    public static String ip(@Nullable String value) {
        String address = refang(lower(value));
        if (address.startsWith("[") && address.indexOf(']') > 0) {
            address = address.substring(1, address.indexOf(']'));
        }
        if (address.indexOf(':') > 0) {
            var withPort = IPV4_PORT.matcher(address);
            address = withPort.matches() ? withPort.group(1) : address;
        }
        int zone = address.indexOf('%');
        if (zone > 0) {
            address = address.substring(0, zone);
        }
        if (!isIpLiteral(address)) {
            return address;
        }
        return InetAddress.ofLiteral(address).getHostAddress();
    }

    /// Whether the text is an IPv4 or IPv6 literal; never asks a name server.
    public static boolean isIpLiteral(String value) {
        if (value.isEmpty() || (value.indexOf(':') < 0 && !hasThreeDots(value))) {
            return false;
        }
        try {
            InetAddress.ofLiteral(value);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static boolean hasThreeDots(String value) {
        int dots = 0;
        for (int at = value.indexOf('.'); at >= 0; at = value.indexOf('.', at + 1)) {
            dots++;
        }
        return dots == 3;
    }

    /// Undoes the usual ways to defang an address: `hxxp`, `[.]`, `(dot)`, `[:]`, `[at]`.
    public static String refang(String value) {
        if (value.indexOf('[') < 0 && value.indexOf('(') < 0 && value.indexOf('{') < 0 && !startsWithHxx(value)) {
            return value;
        }
        String out = DEFANGED_DOT.matcher(value).replaceAll(".");
        out = out.replace("[:]", ":").replace("[://]", "://").replace("[/]", "/").replace("[@]", "@");
        out = out.replace("[at]", "@");
        return startsWithHxx(out) ? "http" + out.substring(4) : out;
    }

    private static boolean startsWithHxx(String value) {
        return value.regionMatches(true, 0, "hxxp", 0, 4);
    }

    /// Refanged URL: scheme and host in lower case, default port, user info's absence and fragment normalised.
    public static String url(@Nullable String value) {
        String url = refang(text(value));
        var matcher = SCHEME.matcher(url);
        if (!matcher.matches()) {
            int slash = url.indexOf('/');
            return slash < 0
                    ? url.toLowerCase(Locale.ROOT)
                    : url.substring(0, slash).toLowerCase(Locale.ROOT) + url.substring(slash);
        }
        String scheme = matcher.group(1).toLowerCase(Locale.ROOT);
        String authority = matcher.group(2).toLowerCase(Locale.ROOT);
        String port = scheme.equals("https") ? ":443" : scheme.equals("http") ? ":80" : "\0";
        if (authority.endsWith(port)) {
            authority = authority.substring(0, authority.length() - port.length());
        }
        if (authority.endsWith(".")) {
            authority = authority.substring(0, authority.length() - 1);
        }
        String rest = matcher.group(3);
        return scheme + "://" + authority + (rest.isEmpty() ? "/" : rest);
    }

    /// Host of a URL in lower case, or empty.
    public static String urlHost(String url) {
        var matcher = SCHEME.matcher(url(url));
        if (!matcher.matches()) {
            return "";
        }
        String authority = matcher.group(2);
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        if (authority.startsWith("[")) {
            int end = authority.indexOf(']');
            return end < 0 ? "" : ip(authority.substring(1, end));
        }
        int port = authority.indexOf(':');
        return port < 0 ? authority : authority.substring(0, port);
    }

    /// Host name as a domain: refanged, lower case, without trailing dot.
    public static String domain(@Nullable String value) {
        String domain = refang(lower(value));
        return domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
    }

    /// A path in lower case with `/` as separator, device prefixes (`\\?\`, `\??\`, `\Device\HarddiskVolumeN`)
    /// dropped and `.` and `..` resolved; environment variables of the system folders replaced.
    public static String path(@Nullable String value) {
        String path = lower(value).replace('\\', '/');
        if (path.length() > 1 && path.startsWith("\"") && path.endsWith("\"")) {
            path = path.substring(1, path.length() - 1);
        }
        path = stripDevice(path);
        boolean share = path.startsWith("//");
        path = expand(path);
        if (path.contains("//")) {
            path = SLASHES.matcher(path).replaceAll("/");
        }
        if (path.contains("/.")) {
            path = resolveDots(path);
        }
        return share ? "/" + path : path;
    }

    private static String stripDevice(String path) {
        for (String prefix : new String[] {"//?/unc/", "/??/unc/", "//?/", "//./", "/??/"}) {
            if (path.startsWith(prefix)) {
                return prefix.endsWith("unc/")
                        ? "//" + path.substring(prefix.length())
                        : path.substring(prefix.length());
            }
        }
        if (path.startsWith("/device/harddiskvolume")) {
            int end = path.indexOf('/', "/device/harddiskvolume".length());
            return end < 0 ? path : "c:" + path.substring(end);
        }
        if (path.startsWith("/systemroot/")) {
            return "c:/windows/" + path.substring("/systemroot/".length());
        }
        return path;
    }

    private static String expand(String path) {
        if (!path.startsWith("%")) {
            return path;
        }
        return path.replace("%systemroot%", "c:/windows")
                .replace("%windir%", "c:/windows")
                .replace("%programfiles%", "c:/program files")
                .replace("%programfiles(x86)%", "c:/program files (x86)")
                .replace("%programdata%", "c:/programdata")
                .replace("%systemdrive%", "c:");
    }

    private static String resolveDots(String path) {
        var parts = new java.util.ArrayDeque<String>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                if (parts.size() > 1) {
                    parts.removeLast();
                }
            } else if (!part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /// Last part of a path in its own spelling.
    public static String fileName(String path) {
        int cut = Math.max(path.lastIndexOf('\\'), path.lastIndexOf('/'));
        return path.substring(cut + 1);
    }

    /// Registry path with the hive's short name, lower case, backslashes. The hive may stand in both arguments or only in
    /// the key, in the spellings of the API, of scripts (`HKLM:`) and of the kernel (`REGISTRY\MACHINE`); the
    /// first control set is the current one.
    public static String registry(@Nullable String hive, @Nullable String key) {
        String path = (lower(hive) + "\\" + lower(key)).replace('/', '\\');
        String root = "";
        int at = 0;
        boolean more = true;
        while (more) {
            while (at < path.length() && (path.charAt(at) == '\\' || path.charAt(at) <= ' ')) {
                at++;
            }
            int end = path.indexOf('\\', at);
            String part = path.substring(at, end < 0 ? path.length() : end);
            String found =
                    root.isEmpty() || part.startsWith("hk")
                            ? HIVES.get(part.endsWith(":") ? part.substring(0, part.length() - 1) : part)
                            : null;
            if (found != null || root.isEmpty() && part.equals("computer")) {
                root = found == null ? "" : found;
                at = end < 0 ? path.length() : end;
                more = end >= 0;
            } else if (root.isEmpty() && path.startsWith("registry\\machine", at)) {
                root = "hklm";
                at += "registry\\machine".length();
            } else if (root.isEmpty() && path.startsWith("registry\\user", at)) {
                root = "hku";
                at += "registry\\user".length();
            } else {
                more = false;
            }
        }
        String rest = path.substring(at);
        if (root.equals("hklm") && (rest + "\\").startsWith(FIRST_CONTROL_SET)) {
            rest = "system\\currentcontrolset" + rest.substring(FIRST_CONTROL_SET.length() - 1);
        }
        int last = rest.length();
        while (last > 0 && (rest.charAt(last - 1) == '\\' || rest.charAt(last - 1) <= ' ')) {
            last--;
        }
        rest = rest.substring(0, last);
        return root.isEmpty() ? rest : rest.isEmpty() ? root : root + "\\" + rest;
    }

    /// Text of an instant for keys: milliseconds since the epoch, empty when unset.
    public static String millis(@Nullable Instant time) {
        return time == null ? "" : Long.toString(time.toEpochMilli());
    }
}
