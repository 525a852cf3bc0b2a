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
