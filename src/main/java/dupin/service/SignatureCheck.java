package dupin.service;

import dupin.model.Entry;
import dupin.model.JournalEntry;
import dupin.model.people.Signature;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Checks every signature of a journal: of approvals, and of the journal's own end. Feed it all entries in order.
final class SignatureCheck {
    private final Map<Long, String> hashes = new HashMap<>();
    private final Map<String, Set<String>> keys = new LinkedHashMap<>();
    private final List<String> bad = new ArrayList<>();
    private int policyVersion;
    private int approvals;
    private int signedApprovals;
    private int heads;
    private long signedUpTo = -1;

    void take(JournalEntry entry) {
        hashes.put(entry.seq(), entry.hash());
        switch (entry.entry()) {
            case Entry.PolicyChanged it -> policyVersion = it.policy().version();
            case Entry.ActionApproved it -> approval(entry, it);
            case Entry.ActionEndorsed it -> endorsement(entry, it);
            case Entry.HeadSigned it -> head(entry, it);
            default -> {}
        }
    }

    private void approval(JournalEntry entry, Entry.ActionApproved it) {
        approvals++;
        Signature signature = it.signature();
        if (signature != null) {
            signedApprovals++;
            check(entry, signature, Access.text(entry.actor(), it, policyVersion), "The approval of " + it.actionId());
        }
    }

    private void endorsement(JournalEntry entry, Entry.ActionEndorsed it) {
        approvals++;
        Signature signature = it.signature();
        if (signature != null) {
            signedApprovals++;
            check(entry, signature, Access.text(entry.actor(), it, policyVersion), "The approval of " + it.actionId());
        }
    }

    private void head(JournalEntry entry, Entry.HeadSigned it) {
        heads++;
        boolean stands = it.lastSeq() == entry.seq() - 1 && it.head().equals(hashes.get(it.lastSeq()));
        boolean whole =
                check(
                        entry,
                        it.signature(),
                        Access.headText(entry.actor(), it.lastSeq(), it.head()),
                        "The signature of the journal");
        if (!stands) {
            bad.add(
                    "Entry "
                            + entry.seq()
                            + ": the signature names another end of the journal than the one before it.");
        } else if (whole) {
            signedUpTo = it.lastSeq();
        }
    }

    private boolean check(JournalEntry entry, Signature signature, String text, String what) {
        if (valid(signature, text)) {
            keys.computeIfAbsent(entry.actor(), _ -> new TreeSet<>()).add(signature.publicKey());
            return true;
        }
        bad.add("Entry " + entry.seq() + ": " + what + " by " + entry.actor() + " does not hold.");
        return false;
    }

    static boolean valid(Signature signature, String text) {
        try {
            var verifier = java.security.Signature.getInstance("Ed25519");
            verifier.initVerify(
                    KeyFactory.getInstance("Ed25519")
                            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(signature.publicKey()))));
            verifier.update(text.getBytes(StandardCharsets.UTF_8));
            return verifier.verify(Base64.getDecoder().decode(signature.value()));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    Cases.Signatures result() {
        return new Cases.Signatures(approvals, signedApprovals, heads, signedUpTo, keys, bad);
    }
}
