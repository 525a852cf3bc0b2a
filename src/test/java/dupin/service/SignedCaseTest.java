package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.respond.Deeds;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.JournalEntry;
import dupin.model.Policy;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import dupin.model.people.Role;
import dupin.model.policy.ApprovalRules;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A case at a console with operators: who may do what, who must approve, what is signed.
class SignedCaseTest {
    private static final String PASS = "a long enough passphrase";

    @TempDir private Path folder;
    private People people;
    private CaseSession session;

    @BeforeEach
    void open() {
        people = new People(folder.resolve("operators.json"), Clock.systemUTC(), new Hardness(64, 1));
        people.add("ada", Role.ADMINISTRATOR, PASS.toCharArray());
        people.add("ann", Role.ANALYST, PASS.toCharArray());
        people.add("app", Role.APPROVER, PASS.toCharArray());
        people.add("rob", Role.READER, PASS.toCharArray());
        session = new Cases(Clock.systemUTC(), 1).open(folder.resolve("case"), people, Progress.NONE);
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void as(String name) {
        people.signIn(name, PASS.toCharArray());
    }

    private void rules(ApprovalRules rules) {
        as("ada");
        session.policies().change(session.policies().policy().withApprovals(rules), "ada", "test");
    }

    /// An action that the engine proposed, on an investigation that ann began by hand.
    private void proposal(ActionType type) {
        var user = Entity.User.ofUpn("evil@corp.example");
        as("ann");
        write("ann", new Entry.InvestigationQueued("INV", "I", "t", "By hand", "general", 1, List.of()));
        write(
                RemediationAction.AUTOMATION,
                new Entry.IncidentOpened("I", "Story"),
                new Entry.InvestigationStarted("INV"),
                new Entry.VerdictReached("INV", user, Verdict.MALICIOUS, -20, 20, List.of()),
                new Entry.ActionProposed(Deeds.proposed("ACT", type, user, false, session.clock().instant())));
    }

    private void write(String actor, Entry... entries) {
        session.live().commit(actor, entries);
    }

    private ItemResult approve(String by, String comment) {
        as(by);
        return session.actions().approve(List.of("ACT"), by, comment).getFirst();
    }

    private RemediationAction action() {
        return session.desk().actions().stream().filter(a -> a.id().equals("ACT")).findFirst().orElseThrow();
    }

    @Test
    void commandsAreDeniedByRoleWhateverTheWay() {
        Policy policy = session.policies().policy();
        for (String name : List.of("rob", "ann", "app")) {
            as(name);
            assertThatThrownBy(() ->
                            session.policies()
                                    .change(policy.withNeverTouch(List.of(Entity.Device.named("a").key())), name, ""))
                    .hasMessageContaining("needs the role Administrator");
        }
        as("rob");
        assertThatThrownBy(() -> session.notes().comment("incident:I", "text", "rob")).hasMessageContaining("Analyst");
        assertThatThrownBy(() -> session.notes().comment("incident:I", "text", "ada"))
                .as("in another's name")
                .hasMessageContaining("not the one who is signed in");
        as("app");
        session.policies().change(policy.withLimits(7, 20, 10, true, false), "app", "stop");
        assertThat(session.policies().policy().automationStopped()).isTrue();
        assertThatThrownBy(() -> session.policies().change(policy, "app", "start"))
                .as("starting again is a change of policy")
                .hasMessageContaining("Administrator");
        proposal(ActionType.DISABLE_USER);
        assertThatThrownBy(() -> approve("ann", "")).hasMessageContaining("Approver");
        people.signOut();
        assertThatThrownBy(() -> session.notes().comment("incident:I", "text", "ann")).isInstanceOf(Problem.class);
    }

    @Test
    void twoPersonsMustApproveNeitherOfThemTheProposer() throws Exception {
        rules(new ApprovalRules(true, true, true, true, List.of(new ApprovalRules.Quorum(ActionType.DISABLE_USER, 2))));
        proposal(ActionType.DISABLE_USER);
        as("ada");
        people.changeRole("ann", Role.APPROVER);
        assertThat(approve("ann", "mine").message()).contains("Another person");
        assertThat(approve("app", " ").message()).contains("requires a comment");
        ItemResult first = approve("app", "yes");
        assertThat(first.done()).isTrue();
        assertThat(first.message()).contains("2 persons");
        assertThat(action().state()).isEqualTo(ActionState.PENDING);
        assertThat(approve("app", "yes again").message()).contains("already");
        assertThat(approve("ada", "me too").done()).isTrue();
        session.awaitIdle();
        assertThat(action().state()).isNotIn(ActionState.PENDING, ActionState.DECLINED);
        assertThat(action().decidedBy()).isEqualTo("app; ada");
        as("app");
        assertThat(session.actions().undo(List.of("ACT"), "app", "").getFirst().message()).contains("comment");
    }

    @Test
    void approvalsAndTheHeadAreSignedAndTamperingShows() throws Exception {
        proposal(ActionType.DISABLE_USER);
        approve("app", "yes");
        session.awaitIdle();
        long before = session.signing().sign().lastSeq();
        as("ann");
        session.notes().comment("incident:I", "after the signature", "ann");
        session.close();
        Cases.Signatures found = Cases.checkSignatures(folder.resolve("case"));
        assertThat(found.bad()).isEmpty();
        assertThat(found.approvals()).isEqualTo(1);
        assertThat(found.signedApprovals()).isEqualTo(1);
        assertThat(found.heads()).as("on demand and on close").isEqualTo(2);
        assertThat(found.signedUpTo()).isGreaterThan(before);
        assertThat(found.keys()).containsOnlyKeys("app", "ann");
        var forged = new SignatureCheck();
        try (var journal = CaseOpening.journal(new CaseFolder(folder.resolve("case")))) {
            journal.read(
                    0,
                    entry ->
                            forged.take(
                                    entry.entry() instanceof Entry.ActionApproved it
                                            ? new JournalEntry(
                                                    entry.seq(),
                                                    entry.at(),
                                                    "ada",
                                                    it,
                                                    entry.previousHash(),
                                                    entry.hash())
                                            : entry));
        }
        assertThat(forged.result().bad()).as("another's name on it").hasSize(1);
        assertThat(Files.readString(folder.resolve("case").resolve("journal.ndjson"))).doesNotContain(PASS);
        session = new Cases(Clock.systemUTC(), 1).open(folder.resolve("case"), people, Progress.NONE);
    }
}
