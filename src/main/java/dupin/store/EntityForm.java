package dupin.store;

import dupin.model.Entity;
import dupin.journal.EntryCodec;
import java.nio.charset.StandardCharsets;

/// An entity exactly as rows of the running load show it.
final class EntityForm {

    final SeenEntity entity;
    final byte[] json;

    /// The block in which it stands already, and where.
    long block = -1;

    int index;

    EntityForm(Entity form, SeenEntity entity) {
        this.entity = entity;
        this.json = EntryCodec.write(form).getBytes(StandardCharsets.UTF_8);
    }
}
