package dupin.engine.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import static dupin.engine.EngineCase.link;

import dupin.engine.EngineCase;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Severity;
import dupin.model.Verdict;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/// What investigations of accounts, mailboxes and mail come to.
class IdentityVerdictsTest {
    private static final Entity.User ANN = Entity.User.ofUpn("ann@harbourline.example");
    private static final Entity.Mailbox BOX =
            new Entity.Mailbox("ann@harbourline.example", "Ann", "ann@harbourline.example");
    private static final String HOME = "203.0.113.5";
    private static final String FAR = "198.51.100.9";

    private static EngineCase signIn(
            EngineCase some, long second, String ip, String country, String failure, Map<String, String> more) {
        var values = new java.util.HashMap<String, String>(more);
        values.put("Country", country);
        if (!failure.isEmpty()) {
            values.put("FailureReason", failure);
        }
        return some.event(
                failure.isEmpty() ? EventKind.SIGN_IN : EventKind.SIGN_IN_FAILED,
                second,
                values,
                link(LinkRole.ACCOUNT, ANN),
                link(LinkRole.SOURCE, Entity.IpAddress.of(ip)));
    }

    private static EngineCase usual() {
        var some = new EngineCase();
        for (int day = 7; day > 0; day--) {
            signIn(some, -86_400L * day, HOME, "GB", "", Map.of());
        }
        return some;
    }

    @Test
    void aStormOfPromptsThatEndsInOneGrantedIsMalicious() {
        var some = usual();
        for (int i = 0; i < 8; i++) {
            signIn(some, i * 60L, FAR, "NZ", "MFA denied by user", Map.of());
        }
        var result =
                signIn(some, 600, FAR, "NZ", "", Map.of())
                        .alert("a1", Severity.HIGH, ANN, Entity.IpAddress.of(FAR))
                        .investigate();
        assertThat(result.verdict(ANN)).isEqualTo(Verdict.MALICIOUS);
        assertThat(result.verdict(Entity.IpAddress.of(FAR)).incriminates()).isTrue();
    }

    @Test
    void promptsThatWereNeverGrantedAreNotMalicious() {
        var some = usual();
        for (int i = 0; i < 8; i++) {
            signIn(some, i * 60L, FAR, "NZ", "MFA denied by user", Map.of());
        }
        var result = some.alert("a1", Severity.MEDIUM, ANN).investigate();
        assertThat(result.verdict(ANN)).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void anImpossibleJourneyCountsUnlessTheDeviceIsManaged() {
        var strange =
                signIn(signIn(usual(), 0, HOME, "GB", "", Map.of()), 300, FAR, "NZ", "", Map.of())
                        .alert("a1", Severity.MEDIUM, ANN)
                        .investigate();
        assertThat(strange.weightIds(ANN)).contains("account.journey");
        var managed =
                signIn(signIn(usual(), 0, HOME, "GB", "", Map.of()), 300, FAR, "NZ", "", Map.of("IsManaged", "true"))
                        .alert("a1", Severity.MEDIUM, ANN)
                        .investigate();
        assertThat(managed.weightIds(ANN)).doesNotContain("account.journey", "account.new-country");
        assertThat(managed.verdict(ANN)).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void aSessionInTwoPlacesCountsAndOneOfARovingBrowserDoesNot() {
        var stolen = signIn(usual(), 0, HOME, "GB", "", Map.of("SessionId", "s1", "UserAgent", "Firefox"));
        signIn(stolen, 600, FAR, "NZ", "", Map.of("SessionId", "s1", "UserAgent", "python-requests"));
        assertThat(stolen.alert("a1", Severity.MEDIUM, ANN).investigate().weightIds(ANN))
                .contains("account.session-reuse");
        var roving = signIn(usual(), 0, HOME, "GB", "", Map.of("SessionId", "s1", "UserAgent", "Firefox"));
        signIn(roving, 600, FAR, "NZ", "", Map.of("SessionId", "s1", "UserAgent", "Firefox"));
        assertThat(roving.alert("a1", Severity.MEDIUM, ANN).investigate().weightIds(ANN))
                .doesNotContain("account.session-reuse");
    }

    @Test
    void wellKnownAccountsAreNeverIncriminated() {
        var system = Entity.User.ofAccount("NT AUTHORITY", "SYSTEM");
        var result =
                usual().alert("a1", Severity.HIGH, List.of(EngineCase.evidence(system, "malicious"))).investigate();
        assertThat(result.verdict(system)).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void hidingAndForwardingIncriminateAMailboxFilingDoesNot() {
        var hiding =
                Map.of(
                        "Name",
                        "..",
                        "MoveToFolder",
                        "RSS Feeds",
                        "MarkAsRead",
                        "True",
                        "SubjectContainsWords",
                        "invoice");
        var filing = Map.of("Name", "Newsletters", "MoveToFolder", "Newsletters");
        var bad =
                usual().event(
                                EventKind.INBOX_RULE,
                                10,
                                hiding,
                                link(LinkRole.ACCOUNT, ANN),
                                link(LinkRole.SOURCE, Entity.IpAddress.of(FAR)))
                        .event(
                                EventKind.INBOX_RULE,
                                20,
                                Map.of("ForwardingSmtpAddress", "smtp:x@elsewhere.example"),
                                link(LinkRole.ACCOUNT, ANN),
                                link(LinkRole.SOURCE, Entity.IpAddress.of(FAR)))
                        .alert("a1", Severity.MEDIUM, BOX)
                        .investigate();
        assertThat(bad.verdict(BOX)).isEqualTo(Verdict.MALICIOUS);
        var good =
                usual().event(EventKind.INBOX_RULE, 10, filing, link(LinkRole.ACCOUNT, ANN))
                        .event(
                                EventKind.INBOX_RULE,
                                20,
                                Map.of("ForwardTo", "assistant@harbourline.example"),
                                link(LinkRole.ACCOUNT, ANN))
                        .alert("a1", Severity.MEDIUM, BOX)
                        .investigate();
        assertThat(good.verdict(BOX)).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void aClusterIsJudgedByItsCounts() {
        assertThat(cluster("HighConfPhish", 6).incriminates()).isTrue();
        assertThat(cluster("Spam", 2)).isEqualTo(Verdict.NO_THREATS_FOUND);
        assertThat(cluster("HighConfPhish", 0)).isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    private static Verdict cluster(String threat, long count) {
        var cluster =
                new Entity.MailCluster(
                        "",
                        "Subject;SenderIp",
                        "a;b",
                        "",
                        20,
                        List.of(),
                        "",
                        List.of(new Entity.Count(threat, count)),
                        List.of());
        return usual().alert("a1", Severity.LOW, cluster).investigate().verdict(cluster);
    }

    @Test
    void aMailThatTheFilterConvictsConvictsItsLink() {
        var url = new Entity.Url("https://pay.harbour1ine.example/login");
        var mail =
                new Entity.MailMessage(
                        "id-1",
                        "",
                        "ann@harbourline.example",
                        "billing@harbour1ine.example",
                        "Billing",
                        "198.51.100.20",
                        "Invoice",
                        EngineCase.at(0),
                        "Delivered",
                        "Inbox",
                        List.of(),
                        List.of("HighConfPhish"));
        var result =
                usual().event(
                                EventKind.MAIL_DELIVERED,
                                0,
                                Map.of(
                                        "AuthenticationDetails",
                                        "{\"SPF\":\"fail\",\"DKIM\":\"fail\",\"DMARC\":\"fail\"}"),
                                link(LinkRole.MESSAGE, mail))
                        .event(
                                EventKind.MAIL_URL,
                                0,
                                Map.of(),
                                link(
                                        LinkRole.MESSAGE,
                                        new Entity.MailMessage(
                                                "id-1", "", "", "", "", "", "", null, "", "", List.of(), List.of())),
                                link(LinkRole.DESTINATION, url))
                        .alert("a1", Severity.MEDIUM, mail, ANN)
                        .investigate();
        assertThat(result.verdict(mail)).isEqualTo(Verdict.MALICIOUS);
        assertThat(result.verdict(url)).isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void anOrdinaryMailIsClean() {
        var mail =
                new Entity.MailMessage(
                        "id-2",
                        "",
                        "ann@harbourline.example",
                        "news@weekly.example",
                        "Weekly",
                        "203.0.113.99",
                        "Digest",
                        EngineCase.at(0),
                        "Delivered",
                        "Inbox",
                        List.of("https://weekly.example/1"),
                        List.of());
        var result =
                usual().event(
                                EventKind.MAIL_DELIVERED,
                                0,
                                Map.of(
                                        "AuthenticationDetails",
                                        "{\"SPF\":\"pass\",\"DKIM\":\"pass\",\"DMARC\":\"pass\"}"),
                                link(LinkRole.MESSAGE, mail))
                        .alert("a1", Severity.LOW, mail, ANN)
                        .investigate();
        assertThat(result.verdict(mail)).isEqualTo(Verdict.NO_THREATS_FOUND);
        assertThat(result.verdict(new Entity.Url("https://weekly.example/1"))).isEqualTo(Verdict.NO_THREATS_FOUND);
    }
}
