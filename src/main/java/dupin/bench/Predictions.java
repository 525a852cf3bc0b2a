package dupin.bench;

import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.Evidence;
import dupin.model.Verdict;
import dupin.service.Desk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What Dupin said of the entities of a case.
final class Predictions {
    /// An entity with its verdict.
    record Judged(Entity entity, Verdict verdict, String why) {}

    private final List<Judged> all = new ArrayList<>();
    private final Map<EntityKey, Verdict> byKey = new HashMap<>();

    Predictions(List<Desk.VerdictRow> rows) {
        for (Desk.VerdictRow row : rows) {
            Verdict verdict = row.ledger().verdict();
            String why =
                    row.ledger().score()
                            + " dB: "
                            + String.join(
                                    ", ",
                                    row.ledger().counted().stream()
                                            .limit(8)
                                            .map(f -> f.weightId() + " " + f.weight())
                                            .toList());
            all.add(new Judged(row.entity(), verdict, why));
            byKey.merge(row.ledger().entity(), verdict, Predictions::worse);
            row.entity().allKeys().forEach(key -> byKey.merge(key, verdict, Predictions::worse));
        }
    }

    private static Verdict worse(Verdict a, Verdict b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    List<Judged> all() {
        return all;
    }

    Optional<Verdict> of(Entity entity) {
        Verdict worst = null;
        for (EntityKey key : entity.allKeys()) {
            Verdict verdict = byKey.get(key);
            worst = worst == null || verdict != null && verdict.compareTo(worst) > 0 ? verdict : worst;
        }
        return Optional.ofNullable(worst);
    }

    /// The verdict that an alert deserves by its own evidence: the worst of the things that it names. Devices and accounts
    /// say where and as whom, so they speak only where nothing else does. Empty when nothing was judged.
    Optional<Verdict> of(Alert alert) {
        var things = new ArrayList<Entity>();
        var people = new ArrayList<Entity>();
        for (Evidence evidence : alert.evidence()) {
            switch (evidence.entity()) {
                case Entity.Device _ -> {}
                case Entity.User user when !user.wellKnown() -> people.add(user);
                case Entity.User _ -> {}
                case Entity entity -> things.add(entity);
            }
        }
        return (things.isEmpty() ? people : things)
                .stream().flatMap(entity -> of(entity).stream()).max(java.util.Comparator.naturalOrder());
    }

    static String path(Entity.File file) {
        return IntrusionTruth.whole(Canonical.path(file.fullPath()));
    }
}
