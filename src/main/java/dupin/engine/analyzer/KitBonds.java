package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Tools come in kits: what one process writes into one folder at one time belongs together.
final class KitBonds {
    private static final Duration TOGETHER = Duration.ofMinutes(2);

    private record Drop(Entity.File file, String folder, EntityKey writer, Instant time, TelemetryEvent row) {}

    private final Work work;
    private final Inquiry inquiry;

    KitBonds(Work work) {
        this.work = work;
        this.inquiry = work.inquiry();
    }

    void run() {
        Map<String, List<Drop>> bad = new HashMap<>();
        for (EntityKey key : inquiry.culpritFiles()) {
            if (inquiry.malicious(key)
                    && inquiry.scope().member(key).map(m -> m.entity()).orElse(null) instanceof Entity.File file) {
                drops(file).forEach(drop -> bad.computeIfAbsent(drop.folder(), _ -> new ArrayList<>()).add(drop));
            }
        }
        if (bad.isEmpty()) {
            return;
        }
        for (Entity.File file : inquiry.scope().of(Entity.File.class)) {
            if (FileRules.EXECUTABLE.contains(FileRules.extension(Binaries.name(file.fullPath())))
                    && !Binaries.systemBinary(file)) {
                drops(file)
                        .forEach(drop ->
                                bad.getOrDefault(drop.folder(), List.of()).forEach(other -> beside(drop, other)));
            }
        }
    }

    private void beside(Drop drop, Drop other) {
        boolean together =
                drop.writer().equals(other.writer())
                        && Duration.between(drop.time(), other.time()).abs().compareTo(TOGETHER) <= 0;
        if (together && !inquiry.scope().resolve(drop.file()).equals(inquiry.scope().resolve(other.file()))) {
            work.find(
                    drop.file().key(),
                    "file.beside-malicious",
                    "kit",
                    "Was written beside %s, which is malicious, by the same process at the same time"
                            .formatted(other.file().label()),
                    new Technique("T1105", "Ingress Tool Transfer"),
                    drop.row());
        }
    }

    private List<Drop> drops(Entity.File file) {
        var found = new ArrayList<Drop>();
        for (TelemetryEvent row : inquiry.rows(file.key())) {
            Instant time = row.time();
            Entity.File target =
                    row.kind() == EventKind.FILE_CREATED
                            ? Rows.entity(row, LinkRole.TARGET, Entity.File.class).orElse(null)
                            : null;
            if (time != null
                    && target != null
                    && row.actor().isPresent()
                    && inquiry.scope().resolve(target).equals(inquiry.scope().resolve(file))) {
                String path = Canonical.path(target.fullPath());
                String folder = Canonical.host(target.device()) + "|" + path.substring(0, path.lastIndexOf('/') + 1);
                found.add(new Drop(file, folder, row.actor().get().key(), time, row));
            }
        }
        return found;
    }
}
