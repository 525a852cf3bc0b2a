package dupin.store;

import java.util.List;

/// What a text search found.
///
/// @param whole false when the index was being brought up to the tables meanwhile: asked again later, it finds more
public record EntityHits(List<EntityHit> hits, boolean whole) {
    public EntityHits {
        hits = List.copyOf(hits);
    }
}
