package dupin.engine.analyzer;

import dupin.model.Entity;
import java.util.Optional;

/// Follows processes to those that started them, up to the root of the session or the service manager.
final class AncestorsAnalyzer implements Analyzer {
    static final String NAME = "Process ancestors";
    private static final int GENERATIONS = 6;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Processes";
    }

    @Override
    public String description() {
        return "Asks who started the processes";
    }

    @Override
    public void run(Work work) {
        for (Entity.Process process : work.fresh(Entity.Process.class)) {
            Optional<Lineage.Node> node = work.inquiry().node(process);
            Lineage.Node at = node.map(n -> n.parent).orElse(null);
            var from = process.key();
            for (int i = 0; at != null && i < GENERATIONS && !Binaries.ROOTS.contains(at.name()); i++) {
                if (!work.join(
                        from,
                        at.process,
                        "Started by",
                        "%s was started by %s".formatted(process.label(), at.process.label()))) {
                    break;
                }
                from = work.inquiry().scope().resolve(at.process);
                at = at.parent;
            }
        }
    }
}
