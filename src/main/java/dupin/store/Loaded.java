package dupin.store;

/// What the load of one file added.
///
/// @param entities entities that the store did not know before
/// @param links how often an entity stands in an event, in whatever parts
public record Loaded(String sha256, long events, long entities, long links) {}
