package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.CaseState;
import dupin.intake.Content;
import dupin.respond.Deeds;
import dupin.model.ActionItem;
import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.RemediationAction;
import dupin.respond.Responder;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An action on several things of which some failed: it ends as failed, with a receipt, and a retry replaces that.
class PartlyDoneTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final ActionItem ANN = new ActionItem("ann", true, "");
    private static final ActionItem BOB = new ActionItem("bob", false, "Mailbox on hold.");

    private final MemoryCase live = new MemoryCase(new CaseState(Content.shipped().weights()), START);
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private Responder.Outcome answer = new Responder.Outcome(Responder.Status.FAILED, "1 of 2.", List.of(BOB, ANN));

    private final Responder mailSystem =
            new Responder() {
                @Override
                public String name() {
                    return "Mail";
                }

                @Override
                public boolean real() {
                    return true;
                }

                @Override
                public boolean supports(ActionType type) {
                    return true;
                }

                @Override
                public Outcome execute(RemediationAction action) {
                    return answer;
                }

                @Override
                public Outcome undo(RemediationAction action) {
                    return answer;
                }

                @Override
                public Outcome verify(RemediationAction action, boolean expectEffect) {
                    return new Outcome(Status.UNKNOWN, "Not to be read back.");
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };

    private static RemediationAction action() {
        var cluster =
                new Entity.MailCluster(
                        "", "Url", "http://bad.example/", "", 2, List.of("m1"), "", List.of(), List.of());
        return Deeds.proposed("A", ActionType.SOFT_DELETE_CLUSTER, cluster, false, START);
    }

    private RemediationAction now() {
        return live.read(state -> state.action("A")).orElseThrow();
    }

    private void approve(ActionCenter actions) {
        assertThat(actions.approve(List.of("A"), "ann", "").getFirst().message()).isNotNull();
        run();
    }

    @Test
    void theReceiptIsInTheJournalAndARetryReplacesIt() {
        live.commit(
                RemediationAction.AUTOMATION,
                new Entry.PolicyChanged(ActionWalk.policy(), List.of(), ""),
                new Entry.IncidentOpened("I", "Story"),
                new Entry.InvestigationQueued("INV", "I", "t", "Story", "general", 1, List.of()),
                new Entry.ActionProposed(action()));
        var actions = new ActionCenter(live, mailSystem, work::add);
        approve(actions);
        assertThat(now().state()).isEqualTo(ActionState.FAILED);
        assertThat(now().items()).containsExactly(BOB, ANN);
        assertThat(live.folded().actions()).as("read from the journal").isEqualTo(List.of(now()));

        answer = new Responder.Outcome(Responder.Status.DONE, "2 of 2.", List.of(ANN, new ActionItem("bob", true, "")));
        approve(actions);
        assertThat(now().state()).isEqualTo(ActionState.COMPLETED);
        assertThat(now().verified()).isFalse();
        assertThat(now().items()).hasSize(2).allMatch(ActionItem::done);
        assertThat(live.folded().actions()).isEqualTo(List.of(now()));
    }

    @Test
    void anApprovalIsAboutTheMailsThatTheClusterHadThen() {
        live.commit(
                RemediationAction.AUTOMATION,
                new Entry.PolicyChanged(ActionWalk.policy(), List.of(), ""),
                new Entry.IncidentOpened("I", "Story"),
                new Entry.InvestigationQueued("INV", "I", "t", "Story", "general", 1, List.of()),
                new Entry.ActionProposed(action()));
        var mails = new ArrayList<>(List.of(mail("ann@contoso.example")));
        answer = new Responder.Outcome(Responder.Status.DONE, "Done.", List.of(ANN));
        var actions = new ActionCenter(live, () -> mailSystem, _ -> List.copyOf(mails), work::add);

        assertThat(actions.approve(List.of("A"), "ann", "")).allMatch(ItemResult::done);
        mails.add(mail("bob@contoso.example"));
        run();
        assertThat(now().state()).isEqualTo(ActionState.PENDING);
        assertThat(now().statusDetails())
                .contains("now the case knows 2 mails of the cluster by recipient, before 1 mail")
                .contains("Nothing was done");
        assertThat(live.folded().actions()).isEqualTo(List.of(now()));

        assertThat(actions.approve(List.of("A"), "ann", "")).allMatch(ItemResult::done);
        run();
        assertThat(now().state()).isEqualTo(ActionState.COMPLETED);
    }

    private static Entity.MailMessage mail(String recipient) {
        return new Entity.MailMessage(
                "m1", "", recipient, "", "", "", "Offer", null, "", "Inbox", List.of(), List.of());
    }

    private void run() {
        while (!work.isEmpty()) {
            work.poll().run();
        }
    }
}
