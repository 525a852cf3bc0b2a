package dupin.intake.windows;

import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One event on its way to a telemetry row: the record, the machine, and what was found of it so far. One thread.
final class Draft {
    /// Longer values stay in the raw row only.
    private static final int LONGEST = 8_000;

    private static final Set<String> NOBODY = Set.of("s-1-0-0", "null sid", "");

    final WindowsRecord record;
    final String device;
    final ArrayList<EventLink> links = new ArrayList<>(8);
    final TreeMap<String, String> attributes = new TreeMap<>();
    EventKind kind = EventKind.DEVICE_OTHER;
    String action = "";

    private final Sensor sensor;

    /// @param device what other entities of the row name as their machine
    /// @param sensor what is known of processes that the row names by PID only
    Draft(WindowsRecord record, String device, Sensor sensor) {
        this.record = record;
        this.device = device;
        this.sensor = sensor;
    }

    Draft is(EventKind what, String word) {
        kind = what;
        action = word;
        return this;
    }

    String text(String... names) {
        return record.text(names);
    }

    void link(LinkRole role, @Nullable Entity entity) {
        if (entity != null) {
            links.add(new EventLink(role, entity));
        }
    }

    boolean has(LinkRole role) {
        return links.stream().anyMatch(link -> link.role() == role);
    }

    /// Addresses of nothing (`-`, `LOCAL`, `::`) are no address.
    void address(LinkRole role, String address) {
        String text = address.strip();
        boolean address6 = text.indexOf(':') >= 0;
        boolean nothing = text.equals("::") || text.equals("0.0.0.0");
        if (!nothing && (address6 || text.indexOf('.') > 0 && Character.isDigit(text.charAt(0)))) {
            link(role, Entity.IpAddress.of(text));
        }
    }

    void attribute(String name, String value) {
        if (!value.isEmpty() && value.length() <= LONGEST) {
            attributes.put(name, value);
        }
    }

    /// Copies fields of the record under their own names.
    void keep(String... names) {
        for (String name : names) {
            attribute(name, record.text(name));
        }
    }

    /// The account of `…UserName`, `…DomainName` and `…UserSid`; null when they name nobody.
    Entity.@Nullable User user(String prefix) {
        String name = record.text(prefix + "UserName");
        String sid = record.text(prefix + "UserSid", prefix + "Sid");
        return user(record.text(prefix + "DomainName", prefix + "UserDomain", prefix + "Domain"), name, sid);
    }

    static Entity.@Nullable User user(String domain, String name, String sid) {
        boolean nobody = NOBODY.contains(sid.toLowerCase(java.util.Locale.ROOT)) || !sid.startsWith("S-");
        return name.isEmpty() && nobody ? null : new Entity.User("", name, domain, nobody ? "" : sid, "", "");
    }

    /// `DOMAIN\name`, a bare name or a SID; null when there is none.
    static Entity.@Nullable User named(String account) {
        if (account.isEmpty()) {
            return null;
        }
        if (account.startsWith("S-1-")) {
            return user("", "", account);
        }
        if (account.indexOf('@') > 0) {
            return Entity.User.ofUpn(account);
        }
        int cut = account.indexOf('\\');
        return Entity.User.ofAccount(cut < 0 ? "" : account.substring(0, cut), account.substring(cut + 1));
    }

    static String account(Entity.@Nullable User user) {
        return user == null ? "" : user.label();
    }

    /// Where a sensor found no image it writes words in angle brackets.
    Entity.File file(String path) {
        return Entity.File.of(path.startsWith("<") ? "" : path, "", device);
    }

    /// A process that the row names by PID or image: the one that the sensor knows, else no more than this; null when the
    /// row tells neither.
    Entity.@Nullable Process process(long id, String image, String command, String account) {
        if (id <= 0 && image.isEmpty()) {
            return null;
        }
        Sensor.Known known = sensor.find(device, id, image, record.timeCreated());
        return known == null
                ? new Entity.Process(device, id, null, "", command, file(image), account, 0, null, "")
                : known(known, id, image, command, account, 0, "");
    }

    /// The process whose start the row tells.
    Entity.Process started(long id, String image, String command, String account, long parent, String parentImage) {
        Sensor.Known known = sensor.started(device, id, image, record.timeCreated());
        return known == null
                ? new Entity.Process(device, id, time(), "", command, file(image), account, parent, null, parentImage)
                : known(known, id, image, command, account, parent, parentImage);
    }

    private Entity.Process known(
            Sensor.Known known,
            long id,
            String image,
            String command,
            String account,
            long parent,
            String parentImage) {
        Entity.File file = file(known.image.isEmpty() ? image : known.image);
        return new Entity.Process(
                device, id, known.created, known.guid, command, file, account, parent, null, parentImage);
    }

    /// The process that wrote the event, where the log's own process does not stand for others.
    void writer() {
        if (!has(LinkRole.ACTOR)) {
            link(LinkRole.ACTOR, process(record.processId(), "", "", ""));
        }
    }

    List<EventLink> links() {
        return List.copyOf(links);
    }

    /// The row's time by the log's clock, brought to the sensor's where the machine has one that differs.
    @Nullable Instant time() {
        Instant created = record.timeCreated();
        return created == null ? null : created.plus(sensor.offset(device));
    }
}
