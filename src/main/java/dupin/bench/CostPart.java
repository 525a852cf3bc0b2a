package dupin.bench;

/// What `bench cost` measures, each by itself.
public enum CostPart {
    /// Investigations of one incident with much evidence.
    INVESTIGATION,
    /// Import and investigation of more and more alerts.
    ALERTS,
    /// Opening a case of one large incident.
    OPENING,
    /// Earlier moments of a long case.
    REPLAY,
    /// Rules over events.
    MATCHING,
    /// Deciding everything anew under a draft of the policy.
    WHAT_IF
}
