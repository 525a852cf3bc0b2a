package dupin.service;

import dupin.journal.Journal;
import dupin.model.Entry;
import dupin.model.policy.PolicyChange;
import java.util.ArrayList;
import java.util.List;

/// The policies of a case in the order in which they began to apply, read from the journal when somebody asks and gone on
/// from there. Thread-safe.
final class PolicyHistory {
    private static final String TYPE = "policyChanged";

    private final Journal journal;
    private final List<PolicyChange> policies = new ArrayList<>();
    private long read;

    PolicyHistory(Journal journal) {
        this.journal = journal;
    }

    synchronized List<PolicyChange> all() {
        long end = journal.size();
        journal.read(
                read,
                end,
                TYPE,
                entry -> {
                    if (entry.entry() instanceof Entry.PolicyChanged it) {
                        policies.add(
                                new PolicyChange(entry.seq(), entry.at(), entry.actor(), it.policy(), it.comment()));
                    }
                });
        read = Math.max(read, end);
        return List.copyOf(policies);
    }
}
