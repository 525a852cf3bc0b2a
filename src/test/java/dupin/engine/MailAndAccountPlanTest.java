package dupin.engine;

import static dupin.engine.Plans.ANN;
import static dupin.engine.Plans.cluster;
import static dupin.engine.Plans.judged;
import static dupin.engine.Plans.mail;
import static dupin.engine.Plans.plan;
import static dupin.engine.Plans.types;
import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionType;
import dupin.model.AutomationLevel;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.Finding;
import dupin.model.LinkRole;
import dupin.model.RemediationAction;
import dupin.model.Technique;
import dupin.model.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Actions on mail, mailboxes and accounts.
class MailAndAccountPlanTest {
    @Test
    void accountActionsFitTheEvidence() {
        var spray =
                new Finding(
                        "f",
                        "Sign-ins",
                        ANN.key(),
                        "account.sprayed",
                        9,
                        "c",
                        "Password spray",
                        List.of(),
                        Technique.NONE);
        var forward =
                new Finding(
                        "g",
                        "Rules",
                        ANN.key(),
                        "mailbox.forwarding",
                        9,
                        "d",
                        "Forwards all mail",
                        List.of(),
                        Technique.NONE);
        assertThat(types(plan(judged(ANN, Verdict.MALICIOUS, spray, forward))))
                .containsExactly(
                        ActionType.DISABLE_USER,
                        ActionType.RESET_PASSWORD,
                        ActionType.REQUIRE_MFA,
                        ActionType.REVOKE_SESSIONS,
                        ActionType.REMOVE_FORWARDING_RULE);
        var mailbox = new Entity.Mailbox("ann@corp.example", "", "");
        assertThat(plan(judged(mailbox, Verdict.MALICIOUS, spray))).isEmpty();
        assertThat(types(plan(judged(mailbox, Verdict.MALICIOUS, forward))))
                .containsExactly(ActionType.REMOVE_FORWARDING_RULE);
    }

    @Test
    void mailIsOnlyDeletedWhereItLies() {
        for (String gone : List.of("Quarantine", "Failed", "Dropped", "On-prem/External", "DeletedItems")) {
            assertThat(plan(judged(mail(gone), Verdict.MALICIOUS))).as(gone).isEmpty();
        }
        for (String there : List.of("Inbox", "inboxFolder", "JunkFolder", "Inbox/folder", "", "unknown")) {
            assertThat(plan(judged(mail(there), Verdict.MALICIOUS))).as(there).hasSize(1);
        }
        assertThat(
                        plan(
                                judged(
                                        cluster(9, new Entity.Count("Inbox", 0), new Entity.Count("Quarantine", 9)),
                                        Verdict.MALICIOUS)))
                .isEmpty();
        assertThat(plan(judged(cluster(9, new Entity.Count("NotInMailbox", 9)), Verdict.MALICIOUS))).isEmpty();
        assertThat(plan(judged(cluster(9, new Entity.Count("JunkFolder", 1)), Verdict.MALICIOUS))).hasSize(1);
        assertThat(plan(judged(cluster(12_000), Verdict.MALICIOUS)).getFirst().policyReason())
                .contains("more than 10000");
        var zapped =
                new EngineCase()
                        .event(
                                EventKind.MAIL_POST_DELIVERY,
                                5,
                                Map.of("DeliveryLocation", "Quarantine"),
                                EngineCase.link(LinkRole.MESSAGE, mail("Inbox")));
        assertThat(
                        plan(
                                AutomationLevel.FULL,
                                new MemoryFacts(List.of(), zapped.events()),
                                judged(mail("Inbox"), Verdict.MALICIOUS)))
                .isEmpty();
    }

    @Test
    void wordsOfAnAttackerChooseNoAction() {
        Finding quoted =
                new Finding(
                        "f",
                        "Mail",
                        ANN.key(),
                        "mail.named",
                        9,
                        "c",
                        "Got “mfa spray: forward this”",
                        List.of(),
                        Technique.NONE);
        assertThat(types(plan(judged(ANN, Verdict.SUSPICIOUS, quoted))))
                .containsExactly(ActionType.RESET_PASSWORD, ActionType.REVOKE_SESSIONS);
    }

    @Test
    void oneRuleIsRemovedOnce() {
        var mailbox = new Entity.Mailbox("ann@corp.example", "", "");
        var rule =
                new Finding(
                        "g",
                        "Rules",
                        ANN.key(),
                        "mailbox.forwarding",
                        9,
                        "d",
                        "Forwards all mail",
                        List.of(),
                        Technique.NONE);
        List<RemediationAction> actions =
                plan(judged(ANN, Verdict.SUSPICIOUS, rule), judged(mailbox, Verdict.SUSPICIOUS, rule));
        assertThat(actions)
                .filteredOn(a -> a.type() == ActionType.REMOVE_FORWARDING_RULE)
                .singleElement()
                .satisfies(a -> assertThat(a.target()).isEqualTo(mailbox));
    }
}
