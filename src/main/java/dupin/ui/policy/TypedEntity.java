package dupin.ui.policy;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.ui.fx.Messages;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An entity as a person types it (any spelling, defanged too) and the one key that it is kept under, or why it has none.
/// Pure.
///
/// @param key null where the text names no such entity
/// @param refusal sentence, "" where there is a key
record TypedEntity(@Nullable EntityKey key, String refusal) {
    private static final Pattern SID = Pattern.compile("(?i)s-1-\\d+(-\\d+)*");
    private static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern HOST = Pattern.compile("[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("(\\*\\.)?[\\p{L}\\p{N}_-]+(\\.[\\p{L}\\p{N}_-]+)+");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final Pattern ACCOUNT = Pattern.compile("[^\\\\/@:*?\"<>|]+(\\\\[^\\\\/@:*?\"<>|]+)?");

    /// @param anyDevice whether a file may be named by its path alone
    static TypedEntity of(EntityKind kind, String typed, boolean anyDevice) {
        String text = Canonical.text(typed);
        if (text.isEmpty()) {
            return refused(Messages.text("policy.typed.empty"));
        }
        return switch (kind) {
            case DEVICE -> device(text);
            case USER -> user(text);
            case MAILBOX -> mailbox(text);
            case FILE -> file(text, anyDevice);
            case IP_ADDRESS -> address(text);
            case DOMAIN -> domain(text);
            case URL -> url(text);
            default -> refused(Messages.text("policy.typed.kind", kind.label()));
        };
    }

    private static TypedEntity kept(Entity entity) {
        return new TypedEntity(entity.key(), "");
    }

    private static TypedEntity refused(String sentence) {
        return new TypedEntity(null, sentence);
    }

    private static TypedEntity device(String text) {
        String name = text.startsWith("\\\\") ? text.substring(2) : text;
        return HOST.matcher(name).matches() || Canonical.isIpLiteral(Canonical.ip(name))
                ? kept(Entity.Device.named(name))
                : refused(Messages.text("policy.typed.device", text));
    }

    private static TypedEntity user(String text) {
        String plain = Canonical.refang(text);
        if (SID.matcher(plain).matches()) {
            return kept(new Entity.User("", "", "", plain, "", ""));
        }
        if (GUID.matcher(plain).matches()) {
            return kept(new Entity.User("", "", "", "", plain, ""));
        }
        if (ADDRESS.matcher(plain).matches()) {
            return kept(Entity.User.ofUpn(plain));
        }
        return ACCOUNT.matcher(plain).matches()
                ? kept(Entity.User.ofAccount("", plain))
                : refused(Messages.text("policy.typed.user", text));
    }

    private static TypedEntity mailbox(String text) {
        String plain = Canonical.refang(text);
        return ADDRESS.matcher(plain).matches()
                ? kept(new Entity.Mailbox(plain, "", ""))
                : refused(Messages.text("policy.typed.mailbox", text));
    }

    /// A hash, a path on a device (`HOST|path`), or a path.
    private static TypedEntity file(String text, boolean anyDevice) {
        String hash = Canonical.hash(text);
        if (!hash.isEmpty()) {
            return new TypedEntity(
                    new EntityKey(
                            EntityKind.FILE,
                            (hash.length() == 64 ? "sha256-" : hash.length() == 40 ? "sha1-" : "md5-") + hash),
                    "");
        }
        int bar = text.indexOf('|');
        String host = bar < 0 ? "" : text.substring(0, bar).strip();
        String path = text.substring(bar + 1).strip();
        boolean isPath = path.indexOf('\\') >= 0 || path.indexOf('/') >= 0;
        if (!isPath || bar >= 0 && !HOST.matcher(host).matches()) {
            return refused(Messages.text("policy.typed.file", text));
        }
        return bar < 0 && !anyDevice
                ? refused(Messages.text("policy.typed.path", path))
                : kept(Entity.File.of(path, "", host));
    }

    private static TypedEntity address(String text) {
        String address = Canonical.ip(text);
        if (text.indexOf('/') >= 0) {
            return refused(Messages.text("policy.typed.range", text));
        }
        return Canonical.isIpLiteral(address)
                ? kept(Entity.IpAddress.of(address))
                : refused(Messages.text("policy.typed.address", text));
    }

    private static TypedEntity domain(String text) {
        String domain = Canonical.domain(text);
        if (domain.contains("/")) {
            return refused(Messages.text("policy.typed.domainUrl", text));
        }
        return DOMAIN.matcher(domain).matches() && !Canonical.isIpLiteral(domain)
                ? kept(new Entity.Domain(domain))
                : refused(Messages.text("policy.typed.domain", text));
    }

    private static TypedEntity url(String text) {
        String url = Canonical.url(text);
        String host = Canonical.urlHost(url);
        boolean bare = host.isEmpty() && url.indexOf('/') > 0;
        String named = bare ? url.substring(0, url.indexOf('/')) : host;
        boolean known = HOST.matcher(named).matches() && named.indexOf('.') > 0 || Canonical.isIpLiteral(named);
        return known && url.chars().noneMatch(Character::isWhitespace)
                ? kept(new Entity.Url(text))
                : refused(Messages.text("policy.typed.url", text));
    }
}
