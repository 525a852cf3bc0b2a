package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.ActionState;
import dupin.model.ActionType;
import dupin.model.Entity;
import dupin.model.RemediationAction;
import dupin.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail of a campaign among honest mail, imported as files: one incident, one cluster, one deletion that waits.
class MailCaseTest {
    private static final Path SHARED = Path.of("../shared/data/mail");
    private static final String PHISH =
            """
            Received: from relay by mx.contoso.example; Mon, 2 Mar 2026 08:0%1$d:00 +0000
            Authentication-Results: mx.contoso.example; spf=fail smtp.mailfrom=pay-desk.example; dkim=none; dmarc=fail
            From: "Microsoft Account Team" <team@pay-desk.example>
            Reply-To: desk.%1$d@gmail.com
            To: user%1$d@contoso.example
            Subject: Your mailbox will be suspended, user%1$d
            Message-ID: <p%1$d@pay-desk.example>
            Date: Mon, 2 Mar 2026 08:0%1$d:00 +0000
            Content-Type: text/html; charset=utf-8

            <p>Dear user%1$d, somebody tried to open your mailbox. Act now and verify your account within 24 hours,
            otherwise all of your messages will be deleted and the access of your colleagues to them as well.</p>
            <a href="http://203.0.113.77/verify?u=%1$d">https://account.microsoft.com</a>
            """;
    private static final String HAM =
            """
            Received: from mail by mx.contoso.example; Mon, 2 Mar 2026 09:0%1$d:00 +0000
            Authentication-Results: mx.contoso.example; spf=pass smtp.mailfrom=fabrikam.example; dkim=pass header.d=fabrikam.example; dmarc=pass header.from=fabrikam.example
            From: "Ida %1$d" <ida%1$d@fabrikam.example>
            To: user%1$d@contoso.example
            Subject: Drawings of hall %1$d
            Message-ID: <h%1$d@fabrikam.example>
            Date: Mon, 2 Mar 2026 09:0%1$d:00 +0000
            Content-Type: text/plain; charset=utf-8

            Hello, the drawings that we spoke of on the telephone are on your desk. Regards, Ida
            """;

    @TempDir Path folder;

    @Test
    void aCampaignIsOneIncidentWithOneClusterWhoseDeletionWaits() throws Exception {
        var files = new ArrayList<Path>();
        for (int i = 1; i <= 5; i++) {
            files.add(Files.writeString(folder.resolve("phish" + i + ".eml"), PHISH.formatted(i)));
            files.add(Files.writeString(folder.resolve("ham" + i + ".eml"), HAM.formatted(i)));
        }
        try (CaseSession session = judged(files)) {
            Entity.MailCluster cluster = waiting(session);
            assertThat(cluster.emailCount()).isEqualTo(5);
            assertThat(cluster.countByDeliveryLocation()).containsExactly(new Entity.Count("Unknown", 5));
            List<Desk.VerdictRow> phish = mails(session, "pay-desk.example");
            assertThat(phish).hasSize(5).allMatch(row -> row.ledger().verdict() == Verdict.MALICIOUS);
            assertThat(phish.stream().flatMap(row -> row.incidents().stream()).distinct()).hasSize(1);
            assertThat(mails(session, "fabrikam.example"))
                    .hasSize(5)
                    .allMatch(row -> row.ledger().verdict() == Verdict.NO_THREATS_FOUND);
            assertThat(session.desk().actions()).noneMatch(action -> action.reason().contains("fabrikam"));
        }
    }

    @Test
    void oneReportedMailBringsTheRestOfItsClusterIntoItsInvestigation() throws Exception {
        var files = new ArrayList<Path>();
        for (int i = 1; i <= 4; i++) {
            files.add(Files.writeString(folder.resolve("phish" + i + ".eml"), PHISH.formatted(i)));
        }
        try (CaseSession session = judged(files)) {
            assertThat(session.desk().investigations())
                    .anySatisfy(investigation ->
                            assertThat(
                                            investigation.entities().stream()
                                                    .filter(k -> k.kind().word().equals("mailMessage")))
                                    .hasSize(4));
        }
    }

    @Test
    void labelledMailOfOneCampaignAmongHonestMail() throws Exception {
        Path truth = SHARED.resolveSibling("truth").resolve("mail_clusters.json");
        Assumptions.assumeTrue(Files.exists(truth), "the shared data is not here");
        String members = Files.readString(truth);
        List<Path> phish =
                files("phish").stream().filter(f -> members.contains('"' + f.getFileName().toString() + '"')).toList();
        var files = new ArrayList<Path>(first(phish));
        files.addAll(files("ham").subList(0, 10));
        try (CaseSession session = judged(files)) {
            assertThat(waiting(session).emailCount()).isBetween(8, 10);
            assertThat(session.desk().actions())
                    .filteredOn(a -> a.type() == ActionType.SOFT_DELETE_MAIL)
                    .hasSizeBetween(9, 10);
        }
    }

    /// Ten of the first campaign: mails of one sender's domain.
    private static List<Path> first(List<Path> phish) throws IOException {
        var found = new ArrayList<Path>();
        for (Path file : phish) {
            String text = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (text.contains("unusual sign") && found.size() < 10) {
                found.add(file);
            }
        }
        assertThat(found).hasSize(10);
        return found;
    }

    private static List<Path> files(String name) throws IOException {
        try (Stream<Path> all = Files.walk(SHARED.resolve(name))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private CaseSession judged(List<Path> files) throws InterruptedException {
        CaseSession session = new Cases(Clock.systemUTC(), 2).open(folder.resolve("mail.dupin"), Progress.NONE);
        session.imports().commit(session.imports().plan(files, Progress.NONE), "tester", Progress.NONE);
        session.awaitIdle();
        return session;
    }

    private static Entity.MailCluster waiting(CaseSession session) {
        List<RemediationAction> deletions =
                session.desk().actions().stream().filter(a -> a.type() == ActionType.SOFT_DELETE_CLUSTER).toList();
        assertThat(deletions).hasSize(1).allMatch(a -> a.state() == ActionState.PENDING && !a.automatic());
        return (Entity.MailCluster) deletions.getFirst().target();
    }

    private static List<Desk.VerdictRow> mails(CaseSession session, String domain) {
        return session.desk().verdicts().stream()
                .filter(row ->
                        row.entity() instanceof Entity.MailMessage mail && mail.senderAddress().endsWith("@" + domain))
                .toList();
    }
}
