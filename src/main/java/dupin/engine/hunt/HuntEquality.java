package dupin.engine.hunt;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.LinkRole;
import dupin.model.hunt.HuntField;
import dupin.model.hunt.HuntTerm;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// When a field is the same as a typed text. Where the text names one entity, that entity's key decides, in memory just as in
/// a store that finds rows by it. Pure.
final class HuntEquality {

    /// An entity that a row must have for the equality to hold.
    ///
    /// @param role part that it must play; null for any
    record Link(EntityKey key, @Nullable LinkRole role) {}

    private HuntEquality() {}

    /// The entity that the equality is about; empty when it is about a text.
    static Optional<Link> link(HuntField field, String typed) {
        return switch (field) {
            case DEVICE -> named(Entity.Device.named(typed), LinkRole.DEVICE);
            case REMOTE_DEVICE -> named(Entity.Device.named(typed), LinkRole.REMOTE_DEVICE);
            case IP -> named(Entity.IpAddress.of(typed), null);
            case URL -> named(new Entity.Url(typed), null);
            case SHA256 ->
                    Canonical.hash(typed).length() == 64
                            ? named(Entity.File.of("", typed, ""), null)
                            : Optional.empty();
            case ENTITY -> key(typed).map(key -> new Link(key, null));
            default -> Optional.empty();
        };
    }

    private static Optional<Link> named(Entity entity, @Nullable LinkRole role) {
        EntityKey key = entity.key();
        return key.value().isEmpty() ? Optional.empty() : Optional.of(new Link(key, role));
    }

    /// `kind:value` as keys are written; other text is a name.
    private static Optional<EntityKey> key(String typed) {
        int colon = typed.indexOf(':');
        for (EntityKind kind : EntityKind.values()) {
            if (colon > 0 && kind.word().equals(typed.substring(0, colon))) {
                return Optional.of(EntityKey.parse(typed));
            }
        }
        return Optional.empty();
    }

    static boolean holds(HuntSubject row, HuntTerm term, String typed) {
        Optional<Link> link = link(term.field(), typed);
        if (link.isPresent()) {
            return has(row, link.get());
        }
        String wanted = canonical(term.field(), typed);
        for (String value : HuntReading.values(row, term)) {
            if (canonical(term.field(), value).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean has(HuntSubject row, Link link) {
        return row.links().stream()
                .anyMatch(l ->
                        (link.role() == null || l.role() == link.role())
                                && l.entity().kind() == link.key().kind()
                                && l.entity().key().equals(link.key()));
    }

    private static String canonical(HuntField field, String text) {
        return switch (field) {
            case PATH, PROCESS_PATH -> Canonical.path(text);
            case REGISTRY_KEY -> Canonical.registry("", text);
            case DOMAIN -> Canonical.domain(text);
            case SENDER, RECIPIENT, MAILBOX -> Canonical.refang(Canonical.lower(text));
            default -> text.strip().toLowerCase(Locale.ROOT);
        };
    }
}
