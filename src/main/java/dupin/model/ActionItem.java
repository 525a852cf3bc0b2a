package dupin.model;

/// What became of one of the things that an action was carried out on: a mail of a cluster.
///
/// @param done whether the responder took it
/// @param details why not, or how; "" where the outcome of the whole says it
public record ActionItem(String label, boolean done, String details) {}
