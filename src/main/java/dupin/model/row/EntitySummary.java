package dupin.model.row;

import dupin.model.EntityKind;

/// Evidence summary of the Entities tab: counts of one kind.
public record EntitySummary(
        EntityKind kind,
        int total,
        int malicious,
        int suspicious,
        int noThreatsFound,
        int notEvaluable,
        int remediated,
        int unremediated,
        int pending,
        int partiallyRemediated,
        int notFound) {}
