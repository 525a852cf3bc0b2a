package dupin.engine.analyzer;

/// Lets verdicts speak for each other until nothing changes: what a malicious process started, wrote, loaded, contacted and
/// set up, and the reverse. All such findings add, none takes away, so the end does not depend on the order.
final class PropagationAnalyzer implements Analyzer {
    static final String NAME = "Propagation";
    private static final int ROUNDS = 12;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Entities";
    }

    @Override
    public String description() {
        return "Carries verdicts to what incriminated entities made, ran and contacted";
    }

    @Override
    public void run(Work work) {
        var processes = new ProcessBonds(work);
        var things = new ThingBonds(work);
        var messages = new MessageBonds(work);
        var kits = new KitBonds(work);
        var accounts = new AccountBonds(work);
        for (int round = 0; round < ROUNDS; round++) {
            int before = work.findings().size();
            processes.run();
            things.run();
            kits.run();
            messages.run();
            accounts.run();
            if (work.findings().size() == before) {
                return;
            }
        }
    }
}
