package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ArrayList;
import java.util.Set;
import java.util.TreeSet;

/// Who talks to an address, how often and with what; and which programs talk that should not.
final class NetworkAnalyzer implements Analyzer {
    static final String NAME = "Network";
    private static final Technique CHANNEL = new Technique("T1071", "Application Layer Protocol");
    private static final Set<EventKind> TALK = Set.of(EventKind.NETWORK_CONNECTION);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "IP addresses";
    }

    @Override
    public String description() {
        return "Weighs connections: rarity, regularity and the programs behind them";
    }

    @Override
    public void run(Work work) {
        for (Entity.IpAddress ip : work.fresh(Entity.IpAddress.class)) {
            work.has(ip, "", Telemetry.NETWORK, Telemetry.IDENTITY, Telemetry.MAIL);
            address(work, ip);
        }
        for (Entity.Process process : work.fresh(Entity.Process.class)) {
            process(work, process);
        }
    }

    private static void address(Work work, Entity.IpAddress ip) {
        EntityKey key = ip.key();
        String value = key.value();
        work.facts()
                .knownBenign(key)
                .ifPresent(list ->
                        work.find(
                                key,
                                "known-benign",
                                "known-benign",
                                "Stands on the list of known-benign things %s".formatted(Text.quote(list)),
                                Technique.NONE,
                                List.of(new Citation(Citation.Kind.INTEL, list, key.toString()))));
        List<TelemetryEvent> rows = work.inquiry().rows(key).stream().filter(r -> TALK.contains(r.kind())).toList();
        List<Citation> cite =
                rows.isEmpty() ? work.inquiry().alertCitations(key) : List.of(Rows.cite(rows.getFirst(), "connection"));
        if (Addresses.nobody(value)) {
            work.find(key, "ip.nobody", "range", "Is no machine of its own: %s".formatted(value), Technique.NONE, cite);
            return;
        }
        if (Addresses.internal(value)) {
            work.find(
                    key,
                    "ip.internal",
                    "range",
                    "Is an address of the own network: %s".formatted(value),
                    Technique.NONE,
                    cite);
        }
        programs(work, key, rows);
        Facts.Seen seen = work.facts().seen(key);
        int devices = seen.devices().size();
        if (devices >= 4
                && devices * 2 >= work.facts().deviceCount()
                && seen.first() != null
                && seen.last() != null
                && java.time.Duration.between(seen.first(), seen.last()).toHours() >= 20) {
            work.find(
                    key,
                    "ip.prevalent",
                    "prevalence",
                    "%d of %d devices talk to it, over more than a day".formatted(devices, work.facts().deviceCount()),
                    Technique.NONE,
                    cite);
        }
    }

    private static void programs(Work work, EntityKey key, List<TelemetryEvent> rows) {
        Map<EntityKey, List<TelemetryEvent>> byProcess = new LinkedHashMap<>();
        for (TelemetryEvent row : rows) {
            row.actor().ifPresent(actor -> byProcess.computeIfAbsent(actor.key(), _ -> new ArrayList<>()).add(row));
        }
        for (List<TelemetryEvent> talk : byProcess.values()) {
            Entity.Process actor = talk.getFirst().actor().orElseThrow();
            String name = Binaries.name(actor);
            String path = Canonical.path(actor.imageFile().fullPath());
            boolean inside = Addresses.internal(key.value());
            if (!inside && (Binaries.PROXIES.contains(name) || ParentRules.interpreter(name))) {
                work.find(
                        key,
                        "ip.odd-program",
                        "program",
                        "%s, which seldom speaks to the internet, connected to it".formatted(actor.label()),
                        CHANNEL,
                        talk.getFirst());
            } else if (ParentRules.fromUserPlace(path)) {
                work.find(
                        key,
                        "ip.user-place-program",
                        "program",
                        "%s, a program in a user's or temporary folder, connected to it"
                                .formatted(Text.quote(actor.imageFile().fullPath())),
                        CHANNEL,
                        talk.getFirst());
            }
            boolean kept =
                    Places.inProgramFiles(path)
                            || Places.inWindows(path)
                                    && !Binaries.PROXIES.contains(name)
                                    && !ParentRules.interpreter(name)
                            || Binaries.BROWSERS.contains(name);
            if (!kept) {
                Beacon.of(talk)
                        .ifPresent(b ->
                                work.find(
                                        key,
                                        "ip.beacon",
                                        "beacon",
                                        "%s keeps a regular time with it: %s".formatted(actor.label(), b.words()),
                                        CHANNEL,
                                        talk.getFirst()));
            }
        }
    }

    private static void process(Work work, Entity.Process process) {
        String name = Binaries.name(process);
        String path = Canonical.path(process.imageFile().fullPath());
        var talk = new LinkedHashMap<String, List<TelemetryEvent>>();
        for (TelemetryEvent row : work.inquiry().acts(process.key())) {
            if (row.kind() == EventKind.NETWORK_CONNECTION) {
                Rows.entity(row, LinkRole.DESTINATION, Entity.IpAddress.class)
                        .filter(ip ->
                                !Addresses.nobody(ip.key().value()) && work.facts().knownBenign(ip.key()).isEmpty())
                        .ifPresent(ip -> talk.computeIfAbsent(ip.key().value(), _ -> new ArrayList<>()).add(row));
            }
        }
        boolean host = Binaries.PROXIES.contains(name) || ParentRules.interpreter(name);
        boolean user = ParentRules.fromUserPlace(path);
        var outside = new TreeSet<String>();
        for (Map.Entry<String, List<TelemetryEvent>> entry : talk.entrySet()) {
            TelemetryEvent first = entry.getValue().getFirst();
            boolean internal = Addresses.internal(entry.getKey());
            if (!internal
                    && (host
                            || Binaries.OFFICE.contains(name)
                                    && !Binaries.MAIL_CLIENTS.contains(name)
                                    && !web(first))) {
                work.find(
                        process.key(),
                        "process.odd-connection",
                        "connection",
                        "%s connected to %s%s, which it seldom has a reason for"
                                .formatted(name, entry.getKey(), port(first)),
                        CHANNEL,
                        first);
            } else if (user) {
                work.find(
                        process.key(),
                        "process.user-place-connection",
                        "connection",
                        "A program in a user's or temporary folder connected to %s%s"
                                .formatted(entry.getKey(), port(first)),
                        CHANNEL,
                        first);
            }
            if ((host || user) && (!internal || user)) {
                Beacon.of(entry.getValue())
                        .ifPresent(b ->
                                work.find(
                                        process.key(),
                                        "process.beacon",
                                        "beacon",
                                        "Keeps a regular time with %s: %s".formatted(entry.getKey(), b.words()),
                                        CHANNEL,
                                        first));
            }
            if (internal && spreads(first)) {
                outside.add(entry.getKey());
            }
        }
        if (outside.size() >= 5
                && !Places.inProgramFiles(path)
                && !Binaries.ROOTS.contains(name)
                && !name.equals("system")) {
            List<TelemetryEvent> first = talk.get(outside.first());
            work.find(
                    process.key(),
                    "process.spreads",
                    "spreads",
                    "Opened administrative ports of %d machines of the own network".formatted(outside.size()),
                    new Technique("T1021", "Remote Services"),
                    first == null ? List.of() : List.of(Rows.cite(first.getFirst(), "connection")));
        }
    }

    private static boolean web(TelemetryEvent row) {
        String port = Rows.attribute(row, "RemotePort", "DestinationPort");
        return port.isEmpty() || port.equals("443") || port.equals("80");
    }

    private static boolean spreads(TelemetryEvent row) {
        return Set.of("445", "135", "139", "3389", "5985", "5986", "22")
                .contains(Rows.attribute(row, "RemotePort", "DestinationPort"));
    }

    private static String port(TelemetryEvent row) {
        String port = Rows.attribute(row, "RemotePort", "DestinationPort");
        return port.isEmpty() ? "" : " port " + port;
    }
}
