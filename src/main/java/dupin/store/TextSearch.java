package dupin.store;

import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import dupin.store.text.TextIndex;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps the text index up to the tables and asks it. The index is only made when somebody searches, or when told to:
/// a load does not wait for it. Thread-safe.
final class TextSearch implements AutoCloseable {

    private static final String ENTITY = "entity";

    private final TextIndex index;
    private final Database database;
    private final TelemetryFiles files;
    private final TelemetryEntities telemetry;
    private final ReentrantLock updating = new ReentrantLock();
    private final Object alertsLock = new Object();
    private volatile boolean stopping;

    /// Alerts that changed since the index was made; null when that is unknown. Under a lock of its own, so that nobody who
    /// writes alerts waits for the index.
    private @Nullable Set<String> changedAlerts;

    TextSearch(Path storeFolder, Database database, TelemetryFiles files, TelemetryEntities telemetry) {
        this.index = TextIndex.open(storeFolder.resolve("text"));
        this.database = database;
        this.files = files;
        this.telemetry = telemetry;
    }

    void changed(List<RawAlert> alerts) {
        synchronized (alertsLock) {
            if (changedAlerts != null) {
                alerts.forEach(row -> changedAlerts.add(row.alert().id()));
            }
        }
    }

    private @Nullable Set<String> takeChanged() {
        synchronized (alertsLock) {
            Set<String> taken = changedAlerts;
            changedAlerts = new HashSet<>();
            return taken;
        }
    }

    private void forgetChanged() {
        synchronized (alertsLock) {
            changedAlerts = null;
        }
    }

    /// Brings the index up to the tables; waits while another thread does.
    void update() {
        updating.lock();
        try {
            bringUp();
        } finally {
            updating.unlock();
        }
    }

    /// Whether the index is up to the tables now; false while another thread brings it there.
    private boolean updateUnlessUnderWay() {
        if (!updating.tryLock()) {
            return false;
        }
        try {
            bringUp();
            return true;
        } finally {
            updating.unlock();
        }
    }

    private void bringUp() {
        Committed committed = files.committed();
        String mark = Arrays.toString(committed.places());
        Set<String> changed = takeChanged();
        if (mark.equals(index.mark()) && changed != null && changed.isEmpty()) {
            return;
        }
        try {
            long[] from = places(index.mark());
            Set<String> alerts = changed == null ? allAlerts() : changed;
            index.add(into -> items(alerts, from, committed, into), mark);
        } catch (CancellationException _) {
            forgetChanged();
        } catch (RuntimeException e) {
            forgetChanged();
            throw e;
        }
    }

    private void items(Set<String> alerts, long[] from, Committed committed, Consumer<TextIndex.Item> into) {
        alerts.forEach(id -> database.read(h -> AlertRows.alert(h, id)).ifPresent(alert -> alert(alert, into)));
        for (EntityKind kind : EntityKind.values()) {
            telemetry.entities(
                    kind,
                    from[kind.ordinal()],
                    committed,
                    entity -> {
                        if (stopping) {
                            throw new CancellationException("The text index is made when the case is open again.");
                        }
                        into.accept(item("t", entity));
                    });
        }
    }

    private Set<String> allAlerts() {
        return Set.copyOf(database.read(h -> h.select("SELECT id FROM alert").mapTo(String.class).list()));
    }

    private static long[] places(String mark) {
        var places = new long[EntityKind.values().length];
        String[] numbers = mark.replaceAll("[\\[\\] ]", "").split(",", -1);
        for (int i = 0; i < places.length && numbers.length == places.length; i++) {
            places[i] = Long.parseLong(numbers[i]);
        }
        return places;
    }

    private static void alert(Alert alert, Consumer<TextIndex.Item> into) {
        for (Evidence evidence : alert.evidence()) {
            into.accept(item("e", evidence.entity()));
        }
    }

    private static TextIndex.Item item(String from, Entity entity) {
        EntityKey key = entity.key();
        String words = entity.label() + " " + key.value() + " " + text(entity);
        return new TextIndex.Item(from + key, ENTITY, entity.label(), entity.label(), words);
    }

    private static String text(Entity entity) {
        return switch (entity) {
            case Entity.Process process ->
                    process.processCommandLine() + " " + process.imageFile().fullPath() + " " + process.account();
            case Entity.File file ->
                    file.fullPath() + " " + file.sha256() + " " + file.sha1() + " " + file.md5() + " " + file.signer();
            case Entity.User user ->
                    user.userPrincipalName()
                            + " "
                            + user.accountName()
                            + " "
                            + user.displayName()
                            + " "
                            + user.userSid();
            case Entity.Device device ->
                    device.deviceDnsName() + " " + device.ipAddress() + " " + String.join(" ", device.tags());
            case Entity.MailMessage mail ->
                    mail.subject()
                            + " "
                            + mail.senderAddress()
                            + " "
                            + mail.recipientEmailAddress()
                            + " "
                            + mail.senderDisplayName();
            case Entity.RegistryValue value -> value.registryValue();
            case Entity.ScheduledTask task -> task.action();
            case Entity.Service service -> service.displayName() + " " + service.imagePath();
            default -> "";
        };
    }

    EntityHits entities(String text, int limit) {
        boolean whole = updateUnlessUnderWay();
        var hits = new LinkedHashMap<EntityKey, EntityHit>();
        for (TextIndex.Found found : index.find(ENTITY, text, (int) Math.min(Integer.MAX_VALUE, 2L * limit))) {
            EntityKey key = EntityKey.parse(found.id().substring(1));
            hits.putIfAbsent(key, new EntityHit(key, found.label(), found.score()));
        }
        return new EntityHits(hits.values().stream().limit(limit).toList(), whole);
    }

    /// Has an update that is under way end without effect.
    void stop() {
        stopping = true;
    }

    @Override
    public void close() {
        index.close();
    }
}
