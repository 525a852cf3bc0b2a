package dupin.model;

import java.util.List;

/// Other keys under which the same thing may be written.
final class EntityAliases {
    private EntityAliases() {}

    static List<EntityKey> of(Entity entity) {
        return switch (entity) {
            case Entity.Device it -> aliases(it);
            case Entity.User it -> aliases(it);
            case Entity.File it -> aliases(it);
            case Entity.Process it -> aliases(it);
            default -> List.of();
        };
    }

    private static List<EntityKey> aliases(Entity.Device it) {
        return Keys.others(
                it.key(), Keys.prefixed("mde-", it.mdeDeviceId()), Keys.prefixed("aad-", it.azureAdDeviceId()));
    }

    private static List<EntityKey> aliases(Entity.User it) {
        String upn = Canonical.lower(it.userPrincipalName());
        return Keys.others(
                it.key(),
                upn.contains("@") ? upn : "",
                EntityKeys.account(it).contains("\\") ? EntityKeys.account(it) : "",
                Keys.prefixed("sid-", it.userSid()),
                Keys.prefixed("aad-", it.azureAdUserId()));
    }

    private static List<EntityKey> aliases(Entity.File it) {
        return Keys.others(
                it.key(),
                Keys.prefixed("sha256-", Canonical.hash(it.sha256())),
                Keys.prefixed("sha1-", Canonical.hash(it.sha1())),
                Keys.prefixed("md5-", Canonical.hash(it.md5())));
    }

    private static List<EntityKey> aliases(Entity.Process it) {
        String guid = Canonical.lower(it.processGuid());
        return guid.isEmpty() ? List.of() : Keys.others(it.key(), Canonical.host(it.device()) + "|" + guid);
    }
}
