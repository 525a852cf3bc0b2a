package dupin.service;

import dupin.model.Entry;
import dupin.model.RemediationAction;
import dupin.model.people.Command;
import dupin.model.people.Signature;
import dupin.model.policy.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The gate before a case's journal: no entry is written that its writer may not write, whatever the way it came. What a
/// person decides is signed here. Thread-safe.
///
/// Decision: permission is asked of entries, not of methods. Because: every command ends in an entry and there is one place
/// where entries are written, so that a command that forgets to ask is denied all the same. Price: a long work that must not
/// be is refused when it wants to write; commands that take long ask [People#require] before they begin.
final class Access {
    private final Optional<People> people;

    private Access(Optional<People> people) {
        this.people = people;
    }

    /// No gate: for cases that no person opens.
    static Access open() {
        return new Access(Optional.empty());
    }

    static Access of(People people) {
        return new Access(Optional.of(people));
    }

    /// @throws Problem when whoever is at the console may not
    void require(Command command) {
        people.ifPresent(p -> p.require(command));
    }

    /// The entries as they may be written, with signatures.
    ///
    /// @throws Problem when the writer may not write one of them
    List<Entry> seal(String actor, List<Entry> entries, int policyVersion) {
        if (people.isEmpty() || !people.get().configured() || entries.isEmpty()) {
            return entries;
        }
        if (actor.equals(RemediationAction.AUTOMATION)) {
            entries.forEach(entry -> refuseDecision(entry, entries));
            return entries;
        }
        check(people.get(), actor, entries);
        var sealed = new ArrayList<Entry>(entries.size());
        for (Entry entry : entries) {
            sealed.add(signed(people.get(), actor, entry, policyVersion));
        }
        return sealed;
    }

    /// The engine never decides in a person's place.
    private static void refuseDecision(Entry entry, List<Entry> all) {
        boolean begins = all.stream().anyMatch(Entry.CaseCreated.class::isInstance);
        Optional<Command> command = EntryCommands.of(entry);
        boolean decides = command.isPresent() && EntryCommands.PERSONS.contains(command.get()) && !begins;
        if (decides) {
            throw new Problem(
                    "Only a person may do this: " + command.get().label() + ".", "Nothing was written.", "Sign in.");
        }
    }

    private static void check(People people, String actor, List<Entry> entries) {
        String name = people.signedIn().map(o -> o.name()).orElse("");
        if (!name.equals(actor)) {
            throw new Problem(
                    "This was asked in the name of "
                            + (actor.isEmpty() ? "nobody" : actor)
                            + ", who is not the one who is signed in.",
                    "Nothing was written.",
                    "Sign in.");
        }
        Set<Command> follows = EntryCommands.consequences(entries);
        boolean any = false;
        for (Entry entry : entries) {
            Optional<Command> command = EntryCommands.of(entry);
            if (command.isPresent() && !follows.contains(command.get())) {
                people.require(command.get());
                any = true;
            }
        }
        if (!any) {
            // What belongs to no command a person may not write by itself.
            people.require(Command.MANAGE_OPERATORS);
        }
    }

    private static Entry signed(People people, String actor, Entry entry, int policyVersion) {
        return switch (entry) {
            case Entry.ActionApproved it -> it.signed(sign(people, text(actor, it, policyVersion)));
            case Entry.ActionEndorsed it -> it.signed(sign(people, text(actor, it, policyVersion)));
            default -> entry;
        };
    }

    private static Signature sign(People people, String text) {
        return people.sign(text)
                .orElseThrow(
                        () -> new Problem("The approval could not be signed.", "Nothing was written.", "Sign in."));
    }

    /// What an approval's signature vouches for.
    static String text(String actor, Entry.ActionApproved it, int policyVersion) {
        return text("dupin approval", it.actionId(), it.evidenceDigest(), policyVersion, it.comment(), actor);
    }

    static String text(String actor, Entry.ActionEndorsed it, int policyVersion) {
        return text("dupin endorsement", it.actionId(), it.evidenceDigest(), policyVersion, it.comment(), actor);
    }

    private static String text(
            String what, String action, String evidence, int policyVersion, String comment, String actor) {
        return Signature.text(what, action, evidence, Integer.toString(policyVersion), comment, actor);
    }

    /// The signed statement that the journal ends with this hash; empty where nobody is signed in.
    Optional<Entry.HeadSigned> head(long seq, String hash) {
        return people.flatMap(p ->
                p.signedIn()
                        .flatMap(o -> p.sign(headText(o.name(), seq, hash)))
                        .map(signature -> new Entry.HeadSigned(seq, hash, signature)));
    }

    static String headText(String actor, long seq, String hash) {
        return Signature.text("dupin journal", Long.toString(seq), hash, actor);
    }

    Optional<People> people() {
        return people;
    }

    Staff staff() {
        return people.map(People::staff).orElse(Staff.LOCAL);
    }

    /// Who would sign; "" where nobody would.
    String signer() {
        return people.flatMap(People::signedIn).map(o -> o.name()).orElse("");
    }
}
