package dupin.engine.analyzer;

import dupin.model.Entity;
import dupin.model.EntityKey;
import java.util.ArrayDeque;

/// Lets in all that incriminated processes started, and what those started.
final class DescendantsAnalyzer implements Analyzer {
    static final String NAME = "Process descendants";
    private static final int MOST = 300;

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
        return "Follows incriminated processes to what they started";
    }

    @Override
    public void run(Work work) {
        for (Entity.Process process : work.all(Entity.Process.class)) {
            if (!work.inquiry().incriminated(process.key())) {
                continue;
            }
            if (!Binaries.ROOTS.contains(Binaries.name(process))) {
                work.inquiry().node(process).ifPresent(node -> follow(work, node, process.key()));
            } else if (work.inquiry().maliciousItself(process.key())) {
                work.inquiry().node(process).ifPresent(node -> shells(work, node, process.key()));
            }
        }
    }

    /// Of a service host that was turned only the shells: what else it started is its ordinary work.
    private static void shells(Work work, Lineage.Node host, EntityKey own) {
        for (Lineage.Node child : host.children) {
            if (ParentRules.interpreter(child.name())
                    && work.join(
                            own,
                            child.process,
                            "Shell of a malicious service host",
                            "%s started %s".formatted(host.process.label(), child.process.label()))) {
                follow(work, child, child.process.key());
            }
        }
    }

    private static void follow(Work work, Lineage.Node node, EntityKey own) {
        var open = new ArrayDeque<Lineage.Node>();
        open.add(node);
        int joined = 0;
        while (!open.isEmpty() && joined < MOST) {
            Lineage.Node parent = open.remove();
            EntityKey from = parent == node ? own : work.inquiry().scope().resolve(parent.process);
            for (Lineage.Node child : parent.children) {
                joined++;
                if (work.join(
                        from,
                        child.process,
                        "Started by an incriminated process",
                        "%s started %s".formatted(parent.process.label(), child.process.label()))) {
                    open.add(child);
                }
            }
        }
    }
}
