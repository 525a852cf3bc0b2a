package dupin.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.model.Entity;
import dupin.model.Judged;
import dupin.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Verdicts on mail: labelled collections where they are at hand, and letters of our own.
class MailVerdictsTest {
    private static final Path MAIL = Path.of("../shared/data/mail");

    @TempDir Path folder;

    @Test
    @Tag("slow")
    void labelledMailIsToldApart() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(MAIL), "the shared data is not here");
        var rows = MailScore.rows(MAIL);
        assertThat(MailScore.recall(rows, -1)).as("recall of phishing").isGreaterThanOrEqualTo(0.90);
        assertThat(MailScore.wrong(rows, -1)).as("legitimate mails flagged").isLessThanOrEqualTo(1);
    }

    @Test
    @Tag("slow")
    void campaignsAreFound() throws Exception {
        Path truth = MAIL.resolveSibling("truth").resolve("mail_clusters.json");
        Assumptions.assumeTrue(Files.exists(truth), "the shared data is not here");
        assertThat(MailScore.clusters(MAIL, truth)).isGreaterThanOrEqualTo(0.90);
    }

    /// Seeds that nobody looked at while rules and weights were made: 40 to 49.
    @Test
    @Tag("slow")
    void lettersOfOurOwnAreToldApart() throws Exception {
        var wrong = new TreeMap<String, Integer>();
        int fraud = 0;
        int found = 0;
        int honest = 0;
        int flagged = 0;
        for (int seed = 40; seed < 50; seed++) {
            for (Letters.Mail letter : Letters.of(seed, 1)) {
                boolean said = judged(letter.text()).ledger().verdict().incriminates();
                fraud += letter.fraud() ? 1 : 0;
                honest += letter.fraud() ? 0 : 1;
                found += letter.fraud() && said ? 1 : 0;
                flagged += !letter.fraud() && said ? 1 : 0;
                if (letter.fraud() != said) {
                    wrong.merge(letter.kind(), 1, Integer::sum);
                }
            }
        }
        assertThat((double) found / fraud).as("fraud found; wrong: %s", wrong).isGreaterThanOrEqualTo(0.92);
        assertThat((double) flagged / honest).as("honest letters flagged; wrong: %s", wrong).isLessThanOrEqualTo(0.02);
    }

    /// What was held against one half of the labelled mail has to hold on the other half, too.
    @Test
    @Tag("slow")
    void bothHalvesOfTheLabelledMailAreToldApart() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(MAIL), "the shared data is not here");
        var rows = MailScore.rows(MAIL);
        for (int half : List.of(0, 1)) {
            assertThat(MailScore.recall(rows, half)).as("recall in half %d", half).isGreaterThanOrEqualTo(0.90);
            assertThat(MailScore.wrong(rows, half)).as("legitimate mails flagged").isLessThanOrEqualTo(1);
        }
    }

    @Test
    void aLureFromNobodyIsFlagged() throws Exception {
        var mail =
                judged(
                        """
                        Authentication-Results: spf=none smtp.mailfrom=mailer.invalid; dkim=none; dmarc=none
                        From: "PayPal Service" <info@notice-center.example>
                        Reply-To: helpdesk.team@gmail.com
                        To: anna@contoso.example
                        Subject: Your account has been suspended
                        Message-ID: <1@notice-center.example>
                        Date: Mon, 2 Mar 2026 08:00:00 +0000
                        Content-Type: text/html; charset=utf-8

                        <p>Act now and verify your account.</p><a href="http://203.0.113.9/login">https://www.paypal.com</a>
                        """);
        assertThat(mail.ledger().verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(mail.ledger().counted())
                .extracting(f -> f.weightId())
                .contains("mail.display-brand", "mail.reply-free", "mail.link-number", "mail.shown-elsewhere");
    }

    @Test
    void aProvenNewsletterWithCountedLinksIsNot() throws Exception {
        var mail =
                judged(
                        """
                        Authentication-Results: mx.example; spf=pass smtp.mailfrom=bounce.shoply.example; dkim=pass header.d=shoply.example; dmarc=pass header.from=shoply.example
                        From: "Shoply" <news@shoply.example>
                        Reply-To: service@shoply.example
                        To: anna@contoso.example
                        Subject: Only today: your exclusive offer and a gift card
                        List-Unsubscribe: <https://click.shoply.example/u/1>
                        List-Id: <news.shoply.example>
                        Message-ID: <2@shoply.example>
                        Date: Mon, 2 Mar 2026 08:00:00 +0000
                        Content-Type: text/html; charset=utf-8

                        <div style="display:none">Preview preview preview</div><img src="https://img.mailer.example/a.png">
                        <p>Limited time: claim your reward before the weekend. Hurry.</p>
                        <a href="https://click.mailer.example/ls/click?upn=1">www.shoply.example</a>
                        <a href="https://click.mailer.example/ls/click?upn=2">Shop now</a>
                        """);
        assertThat(mail.ledger().verdict().incriminates()).isFalse();
    }

    @Test
    void aCarriedMessageIsTheOneThatIsMeant() throws Exception {
        Path file = folder.resolve("report.eml");
        Files.writeString(
                file,
                """
                From: anna@contoso.example
                To: security@contoso.example
                Subject: Phishing report
                Message-ID: <3@contoso.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                --x
                Content-Type: text/plain

                Please look.
                --x
                Content-Type: message/rfc822

                From: "Bank" <b@evil.example>
                To: anna@contoso.example
                Subject: Inner
                Message-ID: <4@evil.example>

                Hello
                --x--
                """,
                StandardCharsets.UTF_8);
        var files = new CaseFiles().read(file);
        var message =
                files.alerts().getFirst().evidence().stream()
                        .map(e -> e.entity())
                        .filter(Entity.MailMessage.class::isInstance)
                        .map(Entity.MailMessage.class::cast)
                        .findFirst()
                        .orElseThrow();
        assertThat(message.subject()).isEqualTo("Inner");
        assertThat(message.senderAddress()).isEqualTo("b@evil.example");
        assertThat(files.alerts().getFirst().id()).startsWith("mail-");
    }

    private Judged judged(String text) throws Exception {
        Path file = folder.resolve("mail.eml");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        List<PlaybookRun> runs = new ArrayList<>();
        var verdicts = new CaseFiles().blind().read(file).investigate("user-reported-phish", runs);
        return verdicts.values().stream()
                .filter(j -> j.entity() instanceof Entity.MailMessage)
                .findFirst()
                .orElseThrow();
    }
}
