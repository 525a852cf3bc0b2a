package dupin.respond.defender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dupin.model.ActionItem;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.respond.Deeds;
import dupin.respond.Responder.Outcome;
import dupin.respond.Responder.Status;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What goes wrong out there, and what each kind of action asks for.
class DefenderResponderTest {
    private static final RemediationAction ISOLATE =
            Deeds.action("ACT-1", ActionType.ISOLATE_DEVICE, Deeds.WS01, Deeds.WS01.key());
    private static final RemediationAction BLOCK =
            Deeds.action("ACT-2", ActionType.BLOCK_IP, Entity.IpAddress.of("203.0.113.9"), null);

    @TempDir Path folder;
    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private StubCloud cloud;

    /// What the case knows of the cluster.
    private List<Entity.MailMessage> mails = List.of();

    private DefenderResponder responder;

    @BeforeEach
    void start() throws IOException {
        cloud = new StubCloud();
        open();
    }

    private void open() {
        responder =
                new DefenderResponder(
                        cloud.settings(),
                        folder.resolve("d.ndjson"),
                        StubCloud.SECRET::toCharArray,
                        () -> now,
                        _ -> mails);
    }

    @AfterEach
    void stop() {
        responder.close();
        cloud.close();
    }

    private Outcome end(RemediationAction action) {
        Outcome outcome = responder.execute(action);
        for (int i = 0; i < 10 && outcome.status() == Status.UNDER_WAY; i++) {
            now = now.plusSeconds(20);
            outcome = responder.execute(action);
        }
        return outcome;
    }

    @Test
    void aThrottledServiceIsLeftAloneAsLongAsItAsks() {
        cloud.throttle = 1;
        cloud.retryAfter = "30";
        assertThat(responder.execute(ISOLATE).status()).isEqualTo(Status.UNDER_WAY);
        now = now.plusSeconds(29);
        assertThat(responder.execute(ISOLATE).details()).contains("not to be asked before");
        assertThat(cloud.asked).as("not asked too early").isEmpty();
        now = now.plusSeconds(2);
        assertThat(end(ISOLATE).completed()).isTrue();
        assertThat(cloud.orders()).isEqualTo(1);
    }

    @Test
    void aDateIsUnderstoodAsWell() {
        cloud.throttle = 1;
        cloud.retryAfter = "Sun, 01 Mar 2026 10:05:00 GMT";
        assertThat(responder.execute(ISOLATE).details()).contains("2026-03-01T10:05:00Z");
    }

    @Test
    void anAnswerThatGotLostMakesNoSecondOrder() {
        cloud.loseAnswer = true;
        assertThat(responder.execute(ISOLATE).status()).isEqualTo(Status.UNDER_WAY);
        responder.close();
        open();
        assertThat(end(ISOLATE).completed()).isTrue();
        assertThat(cloud.orders()).isEqualTo(1);
    }

    @Test
    void aDeviceThatIsBusyWithTheSameIsAskedAgain() {
        cloud.busyDevice = true;
        assertThat(responder.execute(ISOLATE).details()).contains("in progress");
        assertThat(end(ISOLATE).completed()).isTrue();
    }

    @Test
    void aDeviceThatStaysAwayFailsInWords() {
        cloud.ending = "TimeOut";
        Outcome outcome = end(ISOLATE);
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.details()).contains("timed out");
    }

    @Test
    void missingPermissionsAndUnknownDevicesFailForGood() {
        cloud.refuse = 403;
        assertThat(responder.execute(ISOLATE).details()).contains("does not permit", "Missing application roles");
        cloud.refuse = 0;
        cloud.devices = 0;
        assertThat(responder.execute(Deeds.again(ISOLATE)).details()).contains("no device called ws01");
        cloud.devices = 2;
        assertThat(responder.execute(Deeds.again(Deeds.again(ISOLATE))).details()).contains("2 devices called ws01");
        assertThat(cloud.orders()).isZero();
    }

    @Test
    void aWrongSecretIsSaidAndNotRemembered() throws IOException {
        responder.close();
        responder =
                new DefenderResponder(
                        cloud.settings(), folder.resolve("e.ndjson"), "wrong"::toCharArray, () -> now, _ -> mails);
        assertThat(responder.execute(ISOLATE).details()).contains("check tenant, client id and secret");
        assertThat(Files.readString(folder.resolve("e.ndjson"))).doesNotContain("wrong");
    }

    @Test
    void aTokenIsUsedUntilItEndsOrIsRefused() {
        end(ISOLATE);
        assertThat(cloud.tokens).isEqualTo(1);
        cloud.forgetTokens = true;
        assertThat(responder.verify(ISOLATE, true).completed()).isTrue();
        assertThat(cloud.tokens).isEqualTo(2);
        now = now.plusSeconds(4000);
        assertThat(responder.verify(ISOLATE, true).completed()).isTrue();
        assertThat(cloud.tokens).isEqualTo(3);
    }

    @Test
    void whatWasSoBeforeStaysSoAfterTheUndo() {
        assertThat(end(ISOLATE).completed()).isTrue();
        var other =
                new DefenderResponder(
                        cloud.settings(),
                        folder.resolve("other.ndjson"),
                        StubCloud.SECRET::toCharArray,
                        () -> now,
                        _ -> mails);
        try (other) {
            RemediationAction later = Deeds.action("ACT-7", ActionType.ISOLATE_DEVICE, Deeds.WS01, Deeds.WS01.key());
            assertThat(other.execute(later).details()).contains("in that state already");
            assertThat(other.undo(later).details()).contains("it was so before");
            assertThat(cloud.orders()).isEqualTo(1);
        }
    }

    @Test
    void anIndicatorThatWasThereComesBack() {
        cloud.indicators.put(
                "203.0.113.9",
                tools.jackson.databind.json.JsonMapper.builder()
                        .build()
                        .createObjectNode()
                        .put("id", "5")
                        .put("indicatorType", "IpAddress")
                        .put("indicatorValue", "203.0.113.9")
                        .put("action", "Warn")
                        .put("title", "Old"));
        assertThat(responder.execute(BLOCK).completed()).isTrue();
        assertThat(indicator()).isEqualTo("Block");
        assertThat(responder.verify(BLOCK, true).completed()).isTrue();
        assertThat(responder.undo(BLOCK).completed()).isTrue();
        assertThat(indicator()).isEqualTo("Warn");
        assertThat(responder.verify(BLOCK, false).completed()).isTrue();
    }

    private String indicator() {
        return cloud.indicators.get("203.0.113.9").path("action").asString("");
    }

    @Test
    void somebodyElsesChangeIsSeenWhenReadingBack() {
        assertThat(responder.execute(BLOCK).completed()).isTrue();
        cloud.indicators.clear();
        Outcome seen = responder.verify(BLOCK, true);
        assertThat(seen.status()).isEqualTo(Status.FAILED);
        assertThat(seen.details()).contains("no indicator");
        assertThat(responder.undo(BLOCK).completed()).as("there is nothing left to remove").isTrue();
    }

    @Test
    void aSelectiveIsolationIsNoFullOne() {
        assertThat(end(ISOLATE).completed()).isTrue();
        cloud.machineActions.values().forEach(one -> one.put("scope", "Selective"));
        var other =
                new DefenderResponder(
                        cloud.settings(),
                        folder.resolve("other.ndjson"),
                        StubCloud.SECRET::toCharArray,
                        () -> now,
                        _ -> mails);
        try (other) {
            RemediationAction full = Deeds.action("ACT-7", ActionType.ISOLATE_DEVICE, Deeds.WS01, Deeds.WS01.key());
            assertThat(other.execute(full).details()).doesNotContain("already");
            assertThat(cloud.orders()).isEqualTo(2);
        }
    }

    @Test
    void aBlockIsOrderedWhereOnlyAnAuditIsHeld() {
        RemediationAction audit =
                Deeds.action("ACT-8", BLOCK.type(), BLOCK.target(), null).requested("ann", Map.of("action", "Audit"));
        assertThat(responder.execute(audit).completed()).isTrue();
        assertThat(indicator()).isEqualTo("Audit");
        assertThat(responder.execute(BLOCK).completed()).isTrue();
        assertThat(indicator()).isEqualTo("Block");
        assertThat(responder.undo(BLOCK).details()).contains("1 other action holds");
    }

    @Test
    void sessionsEndByTheWordOfEachDirectory() {
        var user = new Entity.User("ann@contoso.example", "", "", "", "user-1", "");
        RemediationAction entra = Deeds.action("ACT-5", ActionType.REVOKE_SESSIONS, user, null);
        RemediationAction okta =
                Deeds.action("ACT-6", ActionType.REVOKE_SESSIONS, user, null)
                        .requested("ann", Map.of("identityProvider", "okta"));
        assertThat(responder.execute(entra).completed()).isTrue();
        assertThat(responder.execute(okta).completed()).isTrue();
        assertThat(cloud.invoked).containsExactly("requireUserToSignInAgain entraID", "revokeAllSessions okta");
    }

    @Test
    void anAccountIsDisabledReadBackAndEnabled() {
        var user = new Entity.User("ann@contoso.example", "", "", "", "user-1", "");
        RemediationAction disable = Deeds.action("ACT-3", ActionType.DISABLE_USER, user, null);
        assertThat(responder.execute(disable).completed()).isTrue();
        assertThat(cloud.accounts).isEqualTo(Map.of("user-1", false));
        assertThat(responder.verify(disable, true).completed()).isTrue();
        assertThat(responder.undo(disable).completed()).isTrue();
        assertThat(cloud.accounts).isEqualTo(Map.of("user-1", true));
        RemediationAction nameless =
                Deeds.action("ACT-4", ActionType.DISABLE_USER, Entity.User.ofUpn("bob@contoso.example"), null);
        assertThat(responder.execute(nameless).details()).contains("object id");
    }

    @Test
    void aMessageGoesAndComesBackToWhereItWas() {
        var mail =
                new Entity.MailMessage(
                        "nm-1",
                        "",
                        "ann@contoso.example",
                        "",
                        "",
                        "",
                        "",
                        null,
                        "",
                        "Junk folder",
                        List.of(),
                        List.of());
        RemediationAction delete = Deeds.action("ACT-5", ActionType.SOFT_DELETE_MAIL, mail, null);
        assertThat(responder.execute(delete).details()).contains("bulkId=b-1");
        assertThat(responder.verify(delete, true).status()).isEqualTo(Status.UNKNOWN);
        assertThat(responder.undo(delete).completed()).isTrue();
        assertThat(cloud.asked.getFirst()).contains("\"softDelete\"", "\"nm-1\"", "\"ann@contoso.example\"");
        assertThat(cloud.asked.getLast()).contains("\"moveToJunk\"");
    }

    private static Entity.MailMessage mail(String id, String recipient, String location) {
        return new Entity.MailMessage(id, "", recipient, "", "", "", "", null, "", location, List.of(), List.of());
    }

    private static RemediationAction cluster(int count, String... ids) {
        var cluster =
                new Entity.MailCluster(
                        "", "Url", "http://bad.example/", "", count, List.of(ids), "", List.of(), List.of());
        return Deeds.action("ACT-6", ActionType.SOFT_DELETE_CLUSTER, cluster, null);
    }

    @Test
    void ofAClusterEachMailHasItsReceiptAndARetryAsksForTheRest() {
        mails =
                List.of(
                        mail("nm-1", "ann@contoso.example", "Inbox"),
                        mail("nm-1", "bob@contoso.example", "Inbox"),
                        mail("nm-2", "cyd@contoso.example", "Junk folder"),
                        mail("nm-3", "dan@contoso.example", ""),
                        mail("nm-4", "eve@contoso.example", "Inbox"));
        RemediationAction delete = cluster(9, "nm-1", "nm-2", "nm-3", "nm-4");
        cloud.unmovable.add("bob@contoso.example");
        Outcome first = responder.execute(delete);
        assertThat(first.status()).isEqualTo(Status.FAILED);
        assertThat(first.details())
                .contains("4 of 5 emails", "1 failed", "bob@contoso.example (nm-1)", "The source counts 9");
        assertThat(first.items()).hasSize(5);
        assertThat(first.items().getFirst())
                .satisfies(item -> {
                    assertThat(item.label()).isEqualTo("bob@contoso.example (nm-1)");
                    assertThat(item.done()).isFalse();
                    assertThat(item.details()).contains("Mailbox on hold");
                });
        assertThat(first.items()).filteredOn(ActionItem::done).hasSize(4);
        responder.close();
        open();
        assertThat(responder.execute(delete)).as("remembered with its receipt").isEqualTo(first);

        cloud.unmovable.clear();
        cloud.moved.clear();
        RemediationAction again = Deeds.again(delete);
        Outcome second = responder.execute(again);
        assertThat(second.status()).isEqualTo(Status.DONE);
        assertThat(second.items()).hasSize(5).allMatch(ActionItem::done);
        assertThat(cloud.moved).as("the rest only").containsExactly("softDelete nm-1 bob@contoso.example");
        assertThat(responder.verify(again, true).status()).isEqualTo(Status.UNKNOWN);

        cloud.moved.clear();
        assertThat(responder.undo(again).completed()).isTrue();
        assertThat(cloud.moved)
                .containsExactlyInAnyOrder(
                        "moveToInbox nm-1 ann@contoso.example",
                        "moveToInbox nm-1 bob@contoso.example",
                        "moveToJunk nm-2 cyd@contoso.example",
                        "moveToInbox nm-3 dan@contoso.example",
                        "moveToInbox nm-4 eve@contoso.example");
    }

    @Test
    void aServiceThatIsBusyInTheMiddleOfAClusterIsAskedForTheRest() {
        mails =
                IntStream.range(0, 250)
                        .mapToObj(i -> mail("nm-" + i, "user%03d@contoso.example".formatted(i), "Inbox"))
                        .toList();
        RemediationAction delete =
                cluster(250, mails.stream().map(Entity.MailMessage::networkMessageId).toArray(String[]::new));
        cloud.busyAfter = 1;
        Outcome first = responder.execute(delete);
        assertThat(first.status()).isEqualTo(Status.UNDER_WAY);
        assertThat(first.details()).contains("100 of 100", "busy");
        responder.close();
        open();
        now = now.plusSeconds(60);
        Outcome end = responder.execute(delete);
        assertThat(end.completed()).isTrue();
        assertThat(end.items()).hasSize(250);
        assertThat(cloud.moved).as("each once").hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void aMailWhoseRecipientTheCaseDoesNotKnowIsNotSaidToBeGone() {
        mails = List.of(mail("nm-1", "ann@contoso.example", "Inbox"));
        Outcome outcome = responder.execute(cluster(2, "nm-1", "NM-2"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.details()).contains("1 of 2", "does not know who received it");
        mails = List.of();
        assertThat(responder.execute(Deeds.again(cluster(2, "nm-1"))).details()).contains("any email of this cluster");
    }

    @Test
    void whoMayNotMoveMailIsToldOnceNotMailByMail() {
        mails = IntStream.range(0, 50).mapToObj(i -> mail("nm-" + i, "u" + i + "@contoso.example", "Inbox")).toList();
        cloud.mailPermitted = false;
        Outcome outcome = responder.execute(cluster(50, "nm-0"));
        assertThat(outcome.status()).isEqualTo(Status.FAILED);
        assertThat(outcome.details()).contains("0 of 50", "does not permit");
        assertThat(cloud.asked).hasSize(1);
    }

    @Test
    void theEndOfItsTimeCallsAnOrderOff() {
        cloud.polls = 1000;
        assertThat(responder.execute(ISOLATE).status()).isEqualTo(Status.UNDER_WAY);
        assertThat(responder.cancel(ISOLATE).details()).contains("asked to cancel");
        assertThat(cloud.machineActions.get("ma-1").path("status").asString("")).isEqualTo("Cancelled");
        assertThat(responder.execute(ISOLATE).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void aProbeSignsInAndOrdersNothing() {
        assertThat(responder.probe().completed()).isTrue();
        assertThat(cloud.tokens).as("one for each service").isEqualTo(2);
        cloud.refuse = 403;
        assertThat(responder.probe().status()).isEqualTo(Status.FAILED);
        assertThat(responder.probe().details()).contains("does not permit");
        cloud.refuse = 0;
        cloud.throttle = 1;
        assertThat(responder.probe().status()).as("busy is no yes").isEqualTo(Status.FAILED);
        assertThat(cloud.orders()).isZero();
    }

    @Test
    void addressesWithoutEncryptionAreRefused() {
        assertThatThrownBy(() ->
                        new DefenderSettings(
                                "D",
                                "t",
                                "c",
                                URI.create("https://login.example"),
                                URI.create("http://api.example"),
                                URI.create("https://graph.example")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("https://");
    }
}
