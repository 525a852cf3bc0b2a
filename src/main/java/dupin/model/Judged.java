package dupin.model;

/// An entity with the ledger of its verdict.
public record Judged(Entity entity, Ledger ledger) {}
