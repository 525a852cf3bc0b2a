package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.TelemetryEvent;
import dupin.model.Verdict;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where else in the case incriminated entities are. What everybody has (Windows programs, own infrastructure, known-benign
/// things, well-known accounts) leads nowhere; what leads to many devices asks first.
final class ElsewhereAnalyzer implements Analyzer {
    static final String NAME = "Seen elsewhere";
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Entities";
    }

    @Override
    public String description() {
        return "Looks for incriminated files, addresses and links in the rest of the case";
    }

    @Override
    public void run(Work work) {
        for (int round = 0; round < ROUNDS; round++) {
            int before = work.inquiry().scope().size();
            for (EntityKey file : work.inquiry().culpritFiles()) {
                work.inquiry()
                        .scope()
                        .member(file)
                        .filter(m -> !everybodys(work, file, m.entity()))
                        .ifPresent(m -> spread(work, m.entity(), "Incriminated file seen on another device"));
            }
            for (Entity.IpAddress ip : work.all(Entity.IpAddress.class)) {
                if (pivot(work, ip.key()) && !Addresses.internal(ip.key().value())) {
                    spread(work, ip, "Incriminated address contacted from another device");
                }
            }
            for (Entity.Url url : work.all(Entity.Url.class)) {
                if (pivot(work, url.key())) {
                    spread(work, url, "Incriminated URL seen on another device");
                }
            }
            for (Entity.Domain domain : work.all(Entity.Domain.class)) {
                if (pivot(work, domain.key())) {
                    spread(work, domain, "Incriminated domain seen on another device");
                }
            }
            if (work.inquiry().scope().size() == before) {
                return;
            }
        }
    }

    private static boolean everybodys(Work work, EntityKey key, Entity entity) {
        return entity instanceof Entity.File file
                && everybodys(
                        work.inquiry().ledger(key).verdict(),
                        Signatures.of(file, work.inquiry().rows(key)),
                        work.facts().seen(key),
                        work.facts().deviceCount());
    }

    /// What is merely suspicious, bears a valid signature and has long been on many devices says nothing of the next one.
    /// Malware that spreads is malicious, or came within the day.
    static boolean everybodys(Verdict verdict, Signatures.Signature signature, Facts.Seen seen, int devices) {
        int on = seen.devices().size();
        boolean prevalent = on >= 3 && on * 3 >= devices && Signatures.lasting(seen);
        return verdict != Verdict.MALICIOUS && signature.trusted() && prevalent;
    }

    private static boolean pivot(Work work, EntityKey key) {
        return work.inquiry().ledger(key).verdict() == Verdict.MALICIOUS && work.facts().knownBenign(key).isEmpty();
    }

    private static void spread(Work work, Entity entity, String rule) {
        Set<EntityKey> allowed = new HashSet<>(work.inquiry().expander().devicesBeyond(entity, rule));
        work.all(Entity.Device.class).forEach(d -> allowed.add(d.key()));
        List<TelemetryEvent> rows = work.inquiry().rows(entity.key());
        for (TelemetryEvent row : rows) {
            Entity.Device device = row.device().orElse(null);
            if (device == null
                    || !allowed.contains(work.inquiry().scope().resolve(device)) && !allowed.contains(device.key())) {
                continue;
            }
            work.join(entity.key(), device, rule, "%s was seen on %s".formatted(entity.label(), device.label()));
            for (EventLink link : row.links()) {
                if (link.entity() instanceof Entity.Process process && part(work, row, link.role(), process, entity)) {
                    work.join(
                            entity.key(),
                            process,
                            rule,
                            "%s on %s had to do with %s".formatted(process.label(), device.label(), entity.label()));
                }
            }
        }
    }

    /// Whether the process ran the file or talked to the address; not the one that merely stands beside it.
    private static boolean part(Work work, TelemetryEvent row, LinkRole role, Entity.Process process, Entity entity) {
        if (entity instanceof Entity.File file) {
            EntityKey image = work.inquiry().scope().resolve(process.imageFile());
            boolean runs =
                    image.equals(work.inquiry().scope().resolve(file))
                            || process.imageFile().aliases().contains(file.key());
            boolean wrote =
                    role == LinkRole.ACTOR
                            && row.kind() == EventKind.FILE_CREATED
                            && !Binaries.ROOTS.contains(Binaries.name(process));
            return runs || wrote;
        }
        return role == LinkRole.ACTOR
                && row.kind() == EventKind.NETWORK_CONNECTION
                && !Binaries.ROOTS.contains(Binaries.name(process))
                && !Binaries.BROWSERS.contains(Binaries.name(process));
    }
}
