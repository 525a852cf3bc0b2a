package dupin.store;

import dupin.model.Entity;
import dupin.model.EntityKey;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Gives an entity that was seen under an alias the identity of its canonical key.
final class Identity {

    private static final Pattern PROCESS_BY_TIME = Pattern.compile("([^|]*)\\|(\\d{1,18})\\|(-?\\d{1,18})");

    private Identity() {}

    /// The entity's attributes under the key; where they contradict it, the key wins.
    static Entity give(Entity entity, EntityKey key) {
        Entity bare = of(key, entity);
        Entity filled = Sighting.fillGaps(entity, bare);
        if (filled.key().equals(key)) {
            return filled;
        }
        Entity forced = Sighting.fillGaps(bare, entity);
        return forced.key().equals(key) ? forced : bare;
    }

    private static Entity of(EntityKey key, Entity otherwise) {
        String value = key.value();
        return switch (key.kind()) {
            case DEVICE ->
                    value.startsWith("mde-")
                            ? Entity.Device.ofMdeId(value.substring(4))
                            : value.startsWith("aad-")
                                    ? new Entity.Device("", "", "", value.substring(4), "", "", "", "", "", List.of())
                                    : Entity.Device.named(value);
            case USER -> user(value);
            case FILE -> file(value, otherwise);
            case PROCESS -> process(value, otherwise);
            default -> otherwise;
        };
    }

    private static Entity.User user(String value) {
        int cut = value.indexOf('\\');
        if (value.indexOf('@') >= 0) {
            return Entity.User.ofUpn(value);
        } else if (cut >= 0) {
            return Entity.User.ofAccount(value.substring(0, cut), value.substring(cut + 1));
        } else if (value.startsWith("sid-")) {
            return new Entity.User("", "", "", value.substring(4), "", "");
        } else if (value.startsWith("aad-")) {
            return new Entity.User("", "", "", "", value.substring(4), "");
        }
        return Entity.User.ofAccount("", value);
    }

    private static Entity file(String value, Entity otherwise) {
        int cut = value.indexOf('-') + 1;
        String digits = value.substring(cut);
        return switch (value.substring(0, cut)) {
            case "sha256-" -> new Entity.File("", "", digits, "", "", 0, "", "", "", "");
            case "sha1-" -> new Entity.File("", "", "", digits, "", 0, "", "", "", "");
            case "md5-" -> new Entity.File("", "", "", "", digits, 0, "", "", "", "");
            default -> otherwise;
        };
    }

    private static Entity process(String value, Entity otherwise) {
        Matcher byTime = PROCESS_BY_TIME.matcher(value);
        if (!byTime.matches()) {
            return otherwise;
        }
        return new Entity.Process(
                byTime.group(1),
                Long.parseLong(byTime.group(2)),
                Instant.ofEpochMilli(Long.parseLong(byTime.group(3))),
                "",
                "",
                new Entity.File("", "", "", "", "", 0, "", "", "", ""),
                "",
                0,
                null,
                "");
    }
}
