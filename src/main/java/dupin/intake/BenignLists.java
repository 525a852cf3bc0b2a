package dupin.intake;

import dupin.model.Canonical;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Values that are known to be harmless, by list. A file's value is one of its hashes (`sha256-…`); a domain on a list stands
/// for its subdomains and for URLs of its host as well.
///
/// @param listByKey name of the list by key
public record BenignLists(Map<EntityKey, String> listByKey) {

    public BenignLists {
        listByKey = Map.copyOf(listByKey);
    }

    static BenignLists read(Shipped file) {
        var byKey = new HashMap<EntityKey, String>();
        for (Shipped list : file.all("lists")) {
            EntityKind kind = list.word("kind", EntityKind.class);
            String name = list.need("name");
            for (String value : list.texts("values")) {
                if (byKey.put(new EntityKey(kind, value), name) != null) {
                    throw list.wrong("it names " + value + " twice");
                }
            }
        }
        return new BenignLists(byKey);
    }

    /// The name of the list that the entity stands on.
    public Optional<String> listOf(EntityKey entity) {
        return switch (entity.kind()) {
            case DOMAIN -> domain(entity.value());
            case URL -> domain(Canonical.urlHost(entity.value()));
            default -> Optional.ofNullable(listByKey.get(entity));
        };
    }

    private Optional<String> domain(String host) {
        for (String rest = host;
                !rest.isEmpty();
                rest = rest.indexOf('.') < 0 ? "" : rest.substring(rest.indexOf('.') + 1)) {
            String list = listByKey.get(new EntityKey(EntityKind.DOMAIN, rest));
            if (list != null) {
                return Optional.of(list);
            }
        }
        return Optional.empty();
    }
}
