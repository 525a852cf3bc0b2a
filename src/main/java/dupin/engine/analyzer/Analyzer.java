package dupin.engine.analyzer;

/// One kind of looking: reads facts about entities in scope and states findings, or lets further entities into scope.
/// Without state of its own; everything that a run remembers is in [Inquiry].
public interface Analyzer {

    /// Name in playbooks and in the log.
    String name();

    /// What it looks at, in the log's words.
    String entityType();

    /// What it does, one sentence for the log.
    String description();

    void run(Work work);
}
