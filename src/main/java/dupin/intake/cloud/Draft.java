package dupin.intake.cloud;

import dupin.intake.Fields;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// An event while its record is read. Not for several threads.
final class Draft {
    private static final int MOST = 60;
    private static final int LONGEST = 32_000;

    private final EventKind kind;
    private final String table;
    private final String action;
    private final @Nullable Instant time;
    private final List<EventLink> links = new ArrayList<>();
    private final Map<String, String> values = new TreeMap<>();

    Draft(EventKind kind, String table, String action, @Nullable Instant time) {
        this.kind = kind;
        this.table = table;
        this.action = action;
        this.time = time;
    }

    TelemetryEvent event(String raw, RowRef ref) {
        return new TelemetryEvent(kind, table, action, time, links, Collections.unmodifiableMap(values), raw, ref);
    }

    Map<String, String> values() {
        return values;
    }

    void put(String name, String value) {
        if (!value.isEmpty() && values.size() < MOST) {
            values.putIfAbsent(name, value.length() <= LONGEST ? value : value.substring(0, LONGEST));
        }
    }

    /// Copies fields under their own names.
    void copy(Fields from, String... names) {
        for (String name : names) {
            put(name, from.text(name));
        }
    }

    void link(LinkRole role, @Nullable Entity entity) {
        if (entity != null && links.size() < MOST && links.stream().noneMatch(l -> same(l, role, entity))) {
            links.add(new EventLink(role, entity));
        }
    }

    private static boolean same(EventLink link, LinkRole role, Entity entity) {
        return link.role() == role && link.entity().equals(entity);
    }

    /// An address, its port cut off; placeholders and host names are left out.
    void source(String address) {
        String text = address(address);
        if (Canonical.isIpLiteral(text)) {
            link(LinkRole.SOURCE, Entity.IpAddress.of(text));
        }
    }

    /// An address without its port.
    static String address(String address) {
        String text = address.strip();
        int colon = text.indexOf(':');
        if (text.startsWith("[") && text.indexOf(']') > 0) {
            text = text.substring(1, text.indexOf(']'));
        } else if (colon > 0 && colon == text.lastIndexOf(':')) {
            text = text.substring(0, colon);
        }
        return text;
    }

    /// Null when nothing names an account.
    static Entity.@Nullable User user(String name, String id, String displayName) {
        String upn = name.contains("@") ? name : "";
        String other = upn.isEmpty() && displayName.isEmpty() ? name : "";
        boolean none = upn.isEmpty() && other.isEmpty() && id.isEmpty() && displayName.isEmpty();
        return none ? null : new Entity.User(upn, other, "", "", id, displayName);
    }

    static @Nullable Entity cloud(String id, String name) {
        return id.isEmpty() && name.isEmpty() ? null : new Entity.CloudApplication(id, name, "");
    }

    static @Nullable Entity oauth(String id, String name) {
        return id.isEmpty() && name.isEmpty() ? null : new Entity.OAuthApplication(id, name, "");
    }

    static Entity.Device device(String name, String id, String entraId, String platform) {
        int dot = name.indexOf('.');
        boolean full = dot > 0 && !Canonical.isIpLiteral(name);
        String host = full ? name.substring(0, dot) : name;
        return new Entity.Device(host, full ? name : "", id, entraId, platform, "", "", "", "", List.of());
    }

    static Entity message(String network, String internet, String recipient) {
        return new Entity.MailMessage(network, internet, recipient, "", "", "", "", null, "", "", List.of(), List.of());
    }
}
