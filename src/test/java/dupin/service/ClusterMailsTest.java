package dupin.service;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.engine.MemoryFacts;
import dupin.model.Alert;
import dupin.model.AlertDraft;
import dupin.model.Entity;
import dupin.model.Entry;
import dupin.model.EventKind;
import dupin.model.EventLink;
import dupin.model.Evidence;
import dupin.model.LinkRole;
import dupin.model.RemediationAction;
import dupin.model.RowRef;
import dupin.model.TelemetryEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterMailsTest {
    private static final Instant TIME = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir private Path folder;

    private static Entity.MailMessage mail(String id, String recipient) {
        return new Entity.MailMessage(id, "", recipient, "", "", "", "Offer", null, "", "Inbox", List.of(), List.of());
    }

    private static Alert alert(Entity entity) {
        return AlertDraft.alert("a").title("Mail").at(TIME).evidence(List.of(Evidence.of(entity))).made();
    }

    private static TelemetryEvent delivered(Entity.MailMessage mail) {
        return new TelemetryEvent(
                EventKind.MAIL_DELIVERED,
                "EmailEvents",
                "",
                TIME,
                List.of(new EventLink(LinkRole.MESSAGE, mail)),
                Map.of(),
                "",
                RowRef.NONE);
    }

    @Test
    void alertsAndTelemetryNameTheRecipientsAndEachMailComesOnce() {
        Entity.MailMessage told = mail("NM-1", "ann@contoso.example");
        Entity.MailMessage copy = mail("nm-1", "bob@contoso.example");
        var facts =
                new MemoryFacts(
                        List.of(),
                        List.of(
                                delivered(mail("nm-1", "Ann@contoso.example")),
                                delivered(copy),
                                delivered(mail("nm-2", "")),
                                delivered(mail("nm-9", "cyd@contoso.example"))));
        var cluster =
                new Entity.MailCluster(
                        "", "Url", "http://bad.example/", "", 3, List.of("nm-1", "NM-2"), "", List.of(), List.of());
        var console = new Console(folder.resolve("home"), Clock.systemUTC(), 1);
        try (CaseSession session = console.open(folder.resolve("a.dupin"), (_, _, _) -> {})) {
            session.live().commit(RemediationAction.AUTOMATION, List.of(new Entry.AlertReceived(alert(told))));
            assertThat(new ClusterMails(session.live(), () -> facts).of(cluster)).containsExactly(told, copy);
        }
    }
}
