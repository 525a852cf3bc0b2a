package dupin.intake.intel;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.intel.Basis;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Canonical terms: the one spelling under which an indicator is put in and an entity is looked up. A term is a word for the
/// sort, a colon and the value.
final class Terms {
    static final int MAX_VALUE = 4_000;
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Terms() {}

    static String hash(String value) {
        String hash = Canonical.hash(value);
        return hash.isEmpty() ? "" : "hash:" + hash;
    }

    static String ip(String value) {
        if (!mayBeAddress(value)) {
            return "";
        }
        String ip = Canonical.ip(value);
        return Canonical.isIpLiteral(ip) ? "ip:" + ip : "";
    }

    /// Whether the text holds nothing that no address holds; spares the parsing of a million names.
    private static boolean mayBeAddress(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c > 'f' && c <= 'z' && "dotDOT".indexOf(c) < 0
                    || c > 'F' && c <= 'Z' && "OT".indexOf(c) < 0
                    || c == '/') {
                return false;
            }
        }
        return !value.isEmpty();
    }

    static String domain(String value) {
        String domain = Canonical.domain(value);
        return domain.isEmpty() || domain.indexOf(' ') >= 0 ? "" : "dom:" + domain;
    }

    /// Of web pages without the scheme: lists leave it out, or name the other one.
    static String url(String value) {
        String url = Canonical.url(value);
        String page =
                url.startsWith("https://") ? url.substring(8) : url.startsWith("http://") ? url.substring(7) : url;
        return page.isEmpty() ? "" : "url:" + (page.endsWith("/") ? page.substring(0, page.length() - 1) : page);
    }

    static String sender(String value) {
        String address = Canonical.refang(Canonical.lower(value));
        return address.indexOf('@') <= 0 ? "" : "mail:" + address;
    }

    static String command(String value) {
        String command = commandText(value);
        return command.isEmpty() ? "" : "cmd:" + command;
    }

    static String commandText(String value) {
        return SPACES.matcher(Canonical.lower(value).replace("\"", "").replace("'", "")).replaceAll(" ").strip();
    }

    static String registry(String key) {
        String canonical = Canonical.registry("", key);
        return canonical.isEmpty() ? "" : "reg:" + canonical;
    }

    static String path(String value) {
        String path = Canonical.path(value);
        return path.isEmpty() ? "" : "path:" + path;
    }

    static String name(String value) {
        String name = Canonical.lower(Canonical.fileName(value));
        return name.isEmpty() ? "" : "name:" + name;
    }

    /// `a.b.c.d/n` or its like in IPv6 as a term; empty when it is none. A single address is an address.
    static Optional<String> network(String value) {
        String text = Canonical.refang(Canonical.lower(value));
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String address = text.substring(0, slash);
        if (!Canonical.isIpLiteral(address) || !text.substring(slash + 1).matches("\\d{1,3}")) {
            return Optional.empty();
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        int prefix = Integer.parseInt(text.substring(slash + 1));
        if (prefix > bytes.length * 8) {
            return Optional.empty();
        }
        return Optional.of(prefix == bytes.length * 8 ? ip(address) : network(bytes, prefix));
    }

    /// The term of the network of that size around an address.
    static String network(byte[] address, int prefix) {
        var bits = new BigInteger(1, address).shiftRight(address.length * 8 - prefix);
        return "net:" + address.length + "/" + prefix + "/" + bits.toString(16);
    }

    /// How many bits a network term leaves open; 0 for any other.
    static int open(String term) {
        if (!term.startsWith("net:")) {
            return 0;
        }
        String[] parts = term.substring(4).split("/", -1);
        return Integer.parseInt(parts[0]) * 8 - Integer.parseInt(parts[1]);
    }

    static Basis basis(String term) {
        return switch (term.substring(0, Math.max(0, term.indexOf(':')))) {
            case "hash" -> Basis.HASH;
            case "ip" -> Basis.IP;
            case "dom" -> Basis.DOMAIN;
            case "url" -> Basis.URL;
            case "mail" -> Basis.SENDER;
            case "cmd" -> Basis.COMMAND;
            case "reg" -> Basis.REGISTRY;
            case "path" -> Basis.PATH;
            case "name" -> Basis.NAME;
            case "net" -> Basis.NETWORK;
            default -> Basis.PATTERN;
        };
    }

    /// All terms of an entity with what a match under them rests on, the most telling first. Networks are not among them.
    static Map<String, Basis> of(Entity entity) {
        var terms = new LinkedHashMap<String, Basis>();
        switch (entity) {
            case Entity.File file -> file(terms, file);
            case Entity.Process process -> {
                put(terms, command(process.processCommandLine()), Basis.COMMAND);
                file(terms, process.imageFile());
            }
            case Entity.Driver driver -> {
                put(terms, hash(driver.sha256()), Basis.HASH);
                put(terms, path(driver.imagePath()), Basis.PATH);
            }
            case Entity.IpAddress ip -> put(terms, ip(ip.ipAddress()), Basis.IP);
            case Entity.Domain domain -> host(terms, Canonical.domain(domain.domainName()), Basis.DOMAIN);
            case Entity.Url url -> {
                put(terms, url(url.url()), Basis.URL);
                String host = Canonical.urlHost(url.url());
                if (Canonical.isIpLiteral(host)) {
                    put(terms, ip(host), Basis.HOST);
                } else {
                    host(terms, host, Basis.HOST);
                }
            }
            case Entity.MailMessage mail -> {
                put(terms, sender(mail.senderAddress()), Basis.SENDER);
                int at = mail.senderAddress().indexOf('@');
                if (at > 0) {
                    host(terms, Canonical.domain(mail.senderAddress().substring(at + 1)), Basis.HOST);
                }
                put(terms, ip(mail.senderIp()), Basis.HOST);
            }
            case Entity.RegistryKey key ->
                    put(terms, registry(key.registryHive() + "\\" + key.registryKey()), Basis.REGISTRY);
            case Entity.RegistryValue value ->
                    put(terms, registry(value.registryHive() + "\\" + value.registryKey()), Basis.REGISTRY);
            default -> {}
        }
        return terms;
    }

    /// An entity of which only the key is known, as far as lists speak of its kind.
    static Optional<Entity> entity(EntityKey key) {
        String value = key.value();
        return switch (key.kind()) {
            case FILE ->
                    value.startsWith("sha256-")
                            ? Optional.of(hashed(value.substring(7), "", ""))
                            : value.startsWith("sha1-")
                                    ? Optional.of(hashed("", value.substring(5), ""))
                                    : value.startsWith("md5-")
                                            ? Optional.of(hashed("", "", value.substring(4)))
                                            : Optional.empty();
            case IP_ADDRESS -> Optional.of(Entity.IpAddress.of(value));
            case DOMAIN -> Optional.of(new Entity.Domain(value));
            case URL -> Optional.of(new Entity.Url(value));
            default -> Optional.empty();
        };
    }

    private static Entity hashed(String sha256, String sha1, String md5) {
        return new Entity.File("", "", sha256, sha1, md5, 0, "", "", "", "");
    }

    private static void file(Map<String, Basis> terms, Entity.File file) {
        put(terms, hash(file.sha256()), Basis.HASH);
        put(terms, hash(file.sha1()), Basis.HASH);
        put(terms, hash(file.md5()), Basis.HASH);
        if (file.fullPath().indexOf('\\') >= 0 || file.fullPath().indexOf('/') >= 0) {
            put(terms, path(file.fullPath()), Basis.PATH);
        }
        put(terms, name(file.fullPath()), Basis.NAME);
    }

    /// A host and the domains above it, but never a whole ending.
    private static void host(Map<String, Basis> terms, String host, Basis own) {
        put(terms, domain(host), own);
        for (String rest = above(host); rest.indexOf('.') > 0; rest = above(rest)) {
            put(terms, domain(rest), Basis.PARENT_DOMAIN);
        }
    }

    static String above(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? "" : host.substring(dot + 1);
    }

    private static void put(Map<String, Basis> terms, String term, Basis basis) {
        if (!term.isEmpty() && term.length() <= MAX_VALUE) {
            terms.putIfAbsent(term, basis);
        }
    }

    /// The term of a value whose sort is not said; "" when it is of none.
    static String guess(String value) {
        String text = Canonical.refang(Canonical.text(value));
        if (text.isEmpty() || text.length() > MAX_VALUE) {
            return "";
        }
        String hash = hash(text);
        if (!hash.isEmpty()) {
            return hash;
        }
        if (text.contains("://")) {
            return Canonical.urlHost(text).isEmpty() ? "" : url(text);
        }
        Optional<String> network = network(text);
        if (network.isPresent()) {
            return network.get();
        }
        String ip = ip(text);
        if (!ip.isEmpty()) {
            return ip;
        }
        if (text.indexOf('@') > 0 && looksLikeHost(text.substring(text.indexOf('@') + 1))) {
            return sender(text);
        }
        if (text.indexOf('\\') > 0) {
            String upper = text.toUpperCase(Locale.ROOT);
            boolean key = upper.startsWith("HKLM\\") || upper.startsWith("HKCU\\") || upper.startsWith("HKEY_");
            return key ? registry(text) : text.matches("^[A-Za-z]:\\\\.+") ? path(text) : "";
        }
        int slash = text.indexOf('/');
        if (slash > 0 && looksLikeHost(text.substring(0, slash))) {
            return url(text);
        }
        return looksLikeHost(text) ? domain(text) : FILE_NAME.matcher(text).matches() ? name(text) : "";
    }

    private static final Pattern HOST =
            Pattern.compile("(?:[\\p{L}\\p{N}_-]{1,63}+\\.)++[\\p{L}][\\p{L}\\p{N}-]{1,62}+");
    private static final Pattern FILE_NAME =
            Pattern.compile(
                    "(?i)[^\\\\/:*?\"<>|,]{1,200}\\.(exe|dll|sys|bat|cmd|ps1|vbs|vbe|jse|wsf|hta|lnk|scr|msi|docx?|docm|xlsx?|xlsm|pptx?|pdf|iso|img|vhdx?|tmp|dat|bin|jar|elf|php|jsp|aspx?)");

    private static boolean looksLikeHost(String text) {
        return text.length() <= 253 && HOST.matcher(text).matches() && !FILE_NAME.matcher(text).matches();
    }
}
