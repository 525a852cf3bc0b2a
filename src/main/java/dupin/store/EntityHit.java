package dupin.store;

import dupin.model.EntityKey;

/// An entity that a text search found.
///
/// @param label what to show
/// @param score higher fits better; comparable within one answer only
public record EntityHit(EntityKey key, String label, float score) {}
