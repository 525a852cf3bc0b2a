package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.EventKind;
import dupin.model.Technique;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What a link or host name looks like, and what happened with it.
final class UrlAnalyzer implements Analyzer {
    static final String NAME = "URLs and domains";
    private static final Technique LINK = new Technique("T1566.002", "Spearphishing Link");

    /// Endings under which names cost nothing, so that throw-away names abound.
    private static final Set<String> CHEAP =
            Set.of(
                    "zip", "mov", "top", "xyz", "tk", "ml", "ga", "cf", "gq", "icu", "click", "rest", "buzz", "cam",
                    "monster", "quest", "sbs", "cfd", "lol", "pw", "cyou");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "URLs";
    }

    @Override
    public String description() {
        return "Weighs the looks of links and host names, clicks on them and the provider's word at the click";
    }

    @Override
    public void run(Work work) {
        Brands brands = Brands.of(work.inquiry());
        for (Entity.Url url : work.fresh(Entity.Url.class)) {
            work.has(url, "", Telemetry.MAIL, Telemetry.NETWORK);
            String host = Canonical.urlHost(url.url());
            name(work, url.key(), host.isEmpty() ? Canonical.domain(url.url()) : host, brands);
            path(work, url.key(), url.url());
            clicks(work, url.key());
        }
        for (Entity.Domain domain : work.fresh(Entity.Domain.class)) {
            work.has(domain, "", Telemetry.NETWORK, Telemetry.MAIL);
            name(work, domain.key(), domain.key().value(), brands);
            if (own(work, domain)) {
                work.find(
                        domain.key(),
                        "domain.own-host",
                        "own",
                        "Is the name of a machine of the own network",
                        Technique.NONE,
                        cite(work, domain.key()));
            }
        }
    }

    /// A name without a domain, or that of a device of the case: the own network, nobody's infrastructure.
    static boolean own(Work work, Entity.Domain domain) {
        String name = domain.key().value();
        if (name.indexOf('.') < 0 || name.endsWith(".localhost") || name.endsWith(".localdomain")) {
            return true;
        }
        return work.facts()
                .entity(new EntityKey(EntityKind.DEVICE, Canonical.host(name)))
                .filter(Entity.Device.class::isInstance)
                .map(device -> ((Entity.Device) device).deviceDnsName())
                .filter(name::equalsIgnoreCase)
                .isPresent();
    }

    private static void name(Work work, EntityKey key, String host, Brands brands) {
        List<Citation> cite = cite(work, key);
        work.facts()
                .knownBenign(new Entity.Domain(host).key())
                .or(() -> work.facts().knownBenign(key))
                .ifPresent(list ->
                        work.find(
                                key,
                                "known-benign",
                                "known-benign",
                                "Its host stands on the list of known-benign things %s".formatted(Text.quote(list)),
                                Technique.NONE,
                                List.of(new Citation(Citation.Kind.INTEL, list, host))));
        if (Canonical.isIpLiteral(host)) {
            if (!Addresses.internal(host)) {
                work.find(
                        key,
                        "url.ip-host",
                        "host",
                        "Has an address instead of a host name: %s".formatted(host),
                        LINK,
                        cite);
            }
            return;
        }
        brands.imitated(host)
                .ifPresent(brand ->
                        work.find(
                                key,
                                "url.look-alike",
                                "host",
                                "The host %s looks like %s and is not".formatted(Text.quote(host), Text.quote(brand)),
                                new Technique("T1583.001", "Domains"),
                                cite));
        if (brands.own(host)) {
            work.find(
                    key,
                    "url.own",
                    "host",
                    "The host %s belongs to the organization".formatted(Text.quote(host)),
                    Technique.NONE,
                    cite);
        } else if (host.contains("xn--")) {
            work.find(
                    key,
                    "url.punycode",
                    "host",
                    "The host's name is written in other signs than it shows: %s".formatted(host),
                    LINK,
                    cite);
        } else if (CHEAP.contains(host.substring(host.lastIndexOf('.') + 1))) {
            work.find(
                    key,
                    "url.cheap-ending",
                    "host",
                    "The host's ending costs next to nothing: %s".formatted(host),
                    LINK,
                    cite);
        }
    }

    private static void path(Work work, EntityKey key, String url) {
        String path = url.toLowerCase(Locale.ROOT);
        int query = path.indexOf('?');
        path = query > 0 ? path.substring(0, query) : path;
        String file = path.substring(path.lastIndexOf('/') + 1);
        String extension = FileRules.extension(file);
        boolean hasPath = path.indexOf('/', path.indexOf("://") + 3) > 0;
        if (hasPath
                && !extension.equals("com")
                && !extension.equals("js")
                && !extension.equals("py")
                && (FileRules.EXECUTABLE.contains(extension)
                        || FileRules.CONTAINER.contains(extension)
                        || FileRules.MACRO.contains(extension))) {
            work.find(
                    key,
                    "url.program",
                    "path",
                    "Leads to a program, script or archive: %s".formatted(Text.quote(file)),
                    new Technique("T1105", "Ingress Tool Transfer"),
                    cite(work, key));
        }
        int authority = url.indexOf("://") + 3;
        if (authority > 3 && url.substring(authority).split("[/?#\\\\]", 2)[0].indexOf('@') > 0) {
            work.find(
                    key,
                    "url.user-info",
                    "path",
                    "Names another host before the one that it leads to",
                    LINK,
                    cite(work, key));
        }
    }

    private static void clicks(Work work, EntityKey key) {
        for (TelemetryEvent row : work.inquiry().rows(key)) {
            if (row.kind() == EventKind.URL_CLICKED) {
                String threats = Rows.attribute(row, "ThreatTypes", "Threats");
                String action = row.actionType().isEmpty() ? Rows.attribute(row, "ActionType") : row.actionType();
                boolean blocked = action.toLowerCase(Locale.ROOT).contains("block");
                if ((!threats.isEmpty() || blocked) && !work.inquiry().policy().blindReview()) {
                    work.find(
                            key,
                            "url.click-threat",
                            "provider",
                            "A click on it was judged %s"
                                    .formatted(Text.quote(threats.isEmpty() ? action : threats + " (" + action + ")")),
                            LINK,
                            row);
                    return;
                }
            }
        }
    }

    private static List<Citation> cite(Work work, EntityKey key) {
        List<TelemetryEvent> rows = work.inquiry().rows(key);
        return rows.isEmpty()
                ? work.inquiry().alertCitations(key)
                : List.of(Rows.cite(rows.getFirst(), rows.getFirst().table() + " " + rows.getFirst().actionType()));
    }
}
