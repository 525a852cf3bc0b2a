package dupin.store;

import dupin.journal.EntryCodec;
import dupin.model.Entity;
import dupin.model.EntityKey;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one segment of a load has gathered about one entity (or one kind of events).
final class SeenEntity {

    /// Null for a kind of events.
    final @Nullable EntityKey key;

    /// Place among the entities of the segment.
    final int place;

    /// Number in the store; negative until looked up.
    long id = -1;

    private @Nullable Entity fullest;

    /// The fullest in words, when one sighting is it.
    private byte @Nullable [] words;

    private final Set<SeenEntity> devices = new LinkedHashSet<>(2);
    private @Nullable SeenEntity lastDevice;

    /// Kinds of the events that name it as their device.
    long deviceKinds;

    int postings;
    int lastEvent = -1;
    int lastPosting;

    SeenEntity(@Nullable EntityKey key, int place) {
        this.key = key;
        this.place = place;
    }

    /// @param json the form in words
    void sight(Entity form, byte[] json) {
        Entity known = fullest;
        fullest = known == null ? form : Sighting.fullest(known, form);
        if (fullest != known) {
            words = fullest == form ? json : null;
        }
    }

    void on(@Nullable SeenEntity device) {
        if (device != null && device != lastDevice) {
            devices.add(device);
            lastDevice = device;
        }
    }

    /// The fullest that is known of it as canonical JSON; empty for a kind of events.
    byte[] attributes() {
        if (words != null) {
            return words;
        }
        return fullest == null ? new byte[0] : EntryCodec.write(fullest).getBytes(StandardCharsets.UTF_8);
    }

    long[] deviceIds() {
        return devices.stream().mapToLong(d -> d.id).sorted().toArray();
    }
}
