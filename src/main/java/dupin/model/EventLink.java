package dupin.model;

/// An entity and the part that it plays in a telemetry row.
public record EventLink(LinkRole role, Entity entity) {}
