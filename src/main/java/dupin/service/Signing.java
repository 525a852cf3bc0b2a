package dupin.service;

import dupin.journal.Journal;
import dupin.model.Entry;
import dupin.model.people.Command;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Signs the head of a case's journal with the key of whoever is at the console. Blocks: background only.
public final class Signing {
    private final LiveCase live;
    private final Journal journal;

    Signing(LiveCase live, Journal journal) {
        this.live = live;
        this.journal = journal;
    }

    /// Signs the journal as it stands.
    ///
    /// @throws Problem when nobody is signed in who may
    public Entry.HeadSigned sign() {
        live.access().require(Command.SIGN_JOURNAL);
        return write().orElseThrow(() ->
                new Problem(
                        "There is no key to sign with.",
                        "Nothing was signed.",
                        "Set up operators: each has a key of their own."));
    }

    /// Before the case is closed, where somebody who may is signed in and something was written since the last signature.
    void signOnClose() {
        boolean may;
        try {
            live.access().require(Command.SIGN_JOURNAL);
            may = true;
        } catch (Problem _) {
            may = false;
        }
        if (may && !signedLast()) {
            write();
        }
    }

    private boolean signedLast() {
        boolean[] last = new boolean[1];
        journal.read(journal.size() - 1, entry -> last[0] = entry.entry() instanceof Entry.HeadSigned);
        return last[0];
    }

    private Optional<Entry.HeadSigned> write() {
        return live.decide(
                live.access().signer(),
                state -> {
                    Optional<Entry.HeadSigned> signed = live.access().head(state.seq(), journal.head());
                    return new LiveCase.Decision<>(List.copyOf(signed.stream().toList()), Map.of(), signed);
                });
    }
}
