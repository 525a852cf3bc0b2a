package dupin.intake.hunting;

import dupin.model.Entity;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers the entities of one row; what is null or has no identity is left out.
final class Links {
    private final ArrayList<EventLink> links = new ArrayList<>(8);

    void add(LinkRole role, @Nullable Entity entity) {
        if (entity != null) {
            links.add(new EventLink(role, entity));
        }
    }

    void host(Hosts.@Nullable Host host) {
        add(LinkRole.DEVICE, host == null ? null : host.entity());
    }

    void ip(LinkRole role, String address) {
        String text = address.strip();
        if (!text.isEmpty() && !text.equals("-")) {
            links.add(new EventLink(role, Entity.IpAddress.of(text)));
        }
    }

    /// A URL, or a domain when the text has neither scheme nor path.
    void url(LinkRole role, String url) {
        if (!url.isEmpty()) {
            links.add(new EventLink(role, url.indexOf('/') >= 0 ? new Entity.Url(url) : new Entity.Domain(url)));
        }
    }

    boolean has(LinkRole role) {
        return links.stream().anyMatch(link -> link.role() == role);
    }

    List<EventLink> list() {
        return List.copyOf(links);
    }
}
