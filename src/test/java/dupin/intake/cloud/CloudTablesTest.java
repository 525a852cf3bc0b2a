package dupin.intake.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Collected;
import dupin.intake.FileSource;
import dupin.intake.formats.Formats;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.Imported;
import dupin.model.LinkRole;
import dupin.model.LogRecord;
import dupin.model.TelemetryEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cloud logs as the tables that portals and commands export.
class CloudTablesTest {
    @TempDir Path folder;

    private Collected read(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("export.csv"), text);
        var source = FileSource.of(file);
        var collected = new Collected();
        Formats.all().choose(source).read(source, collected);
        return collected;
    }

    private static List<TelemetryEvent> events(Collected collected) {
        return collected.all(Imported.OfEvent.class).stream().map(Imported.OfEvent::event).toList();
    }

    @Test
    void auditRecordsStandInCells() throws Exception {
        Collected collected =
                read(
                        """
                        #TYPE Selected.Record
                        "RecordType","CreationDate","UserIds","Operations","AuditData"
                        "ExchangeAdmin","3/4/2026 9:15:00 AM","ann@meridian.example","New-InboxRule","{""CreationTime"":""2026-03-04T09:15:00"",""Operation"":""New-InboxRule"",""RecordType"":1,""Workload"":""Exchange"",""UserId"":""ann@meridian.example"",""ClientIP"":""198.51.100.4:4100"",""Parameters"":[{""Name"":""ForwardTo"",""Value"":""x@outside.example""}]}"
                        "ExchangeAdmin","3/4/2026 9:16:00 AM","ann@meridian.example","New-InboxRule","{broken"
                        """);

        TelemetryEvent event = events(collected).getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.INBOX_RULE);
        assertThat(event.time()).isEqualTo(Instant.parse("2026-03-04T09:15:00Z"));
        assertThat(event.attribute("ForwardTo")).isEqualTo("x@outside.example");
        LogRecord record = CloudLog.records(event.raw()).getLast();
        assertThat(record.product() + " " + record.service()).isEqualTo("m365 exchange");
        assertThat(record.field("clientaddress")).isEqualTo("198.51.100.4");
        assertThat(collected.rejects()).singleElement().satisfies(reject -> assertThat(reject.place()).contains("4"));
    }

    @Test
    void thePortalOfAuditSearchNamesItsColumnsOtherwise() throws Exception {
        Collected collected =
                read(
                        """
                        RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits
                        1,2026-03-04T09:15:00.0000000Z,15,UserLoginFailed,bo@meridian.example,"{""CreationTime"":""2026-03-04T09:15:00"",""Operation"":""UserLoginFailed"",""RecordType"":15,""Workload"":""AzureActiveDirectory"",""UserId"":""bo@meridian.example"",""ClientIP"":""198.51.100.4"",""ErrorNumber"":""50126""}",
                        """);

        assertThat(events(collected))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_FAILED);
                    assertThat(event.attribute("ErrorCode")).isEqualTo("50126");
                });
    }

    @Test
    void signInsOfTheAdminCenterAreSignIns() throws Exception {
        Collected collected =
                read(
                        """
                        Date (UTC),Request ID,User ID,User,Username,Application,Application ID,IP address,Location,Status,Sign-in error code,Failure reason,Client app,Browser,Operating System,Compliant,Managed,Join Type,Multifactor authentication result,Authentication requirement
                        2026-03-04T09:15:00Z,r1,u1,Ann,Ann@meridian.example,Portal,a1,198.51.100.4,"Leuven, Vlaams-Brabant, BE",Success,None,Other.,Browser,Edge 121,Windows 11,Yes,Yes,Hybrid Azure AD joined,,Multifactor authentication
                        2026-03-04T09:16:00Z,r2,u1,Ann,ann@meridian.example,Portal,a1,198.51.100.5,"Hue, , VN",Failure,500121,Authentication failed,Browser,Chrome,Linux,No,No,,MFA denied; user declined the authentication,Multifactor authentication
                        """);

        List<TelemetryEvent> events = events(collected);
        assertThat(events)
                .extracting(TelemetryEvent::kind)
                .containsExactly(EventKind.SIGN_IN, EventKind.SIGN_IN_FAILED);
        assertThat(events.getFirst().attributes())
                .containsEntry("Country", "BE")
                .containsEntry("IsManaged", "true")
                .containsEntry("DeviceTrustType", "Hybrid Azure AD joined");
        LogRecord refused = CloudLog.records(events.getLast().raw()).getFirst();
        assertThat(refused.service()).isEqualTo("signinlogs");
        assertThat(refused.field("ResultType")).isEqualTo("500121");
        assertThat(refused.field("Status")).startsWith("MFA denied");
        assertThat(CloudLog.records(events.getFirst().raw()).getFirst().field("UserPrincipalName"))
                .isEqualTo("ann@meridian.example");
    }

    @Test
    void auditLogsOfTheAdminCenterAreDirectoryAudits() throws Exception {
        Collected collected =
                read(
                        """
                        Date (UTC),CorrelationId,Service,Category,Activity,Result,ResultReason,ActorType,ActorDisplayName,ActorObjectId,ActorUserPrincipalName,IPAddress,ActorServicePrincipalId,ActorServicePrincipalName,Target1Type,Target1DisplayName,Target1ObjectId,Target1UserPrincipalName,Target1ModifiedProperty1Name,Target1ModifiedProperty1OldValue,Target1ModifiedProperty1NewValue
                        2026-03-04T09:15:00Z,c1,Core Directory,RoleManagement,Add member to role,success,,User,Ann,u1,ann@meridian.example,198.51.100.4,,,User,Bo,u2,bo@meridian.example,Role.DisplayName,,\"""Global Administrator\"""
                        """);

        TelemetryEvent event = events(collected).getFirst();
        assertThat(event.actionType()).isEqualTo("Add member to role");
        assertThat(event.entity(LinkRole.TARGET_ACCOUNT))
                .contains(new Entity.User("bo@meridian.example", "", "", "", "u2", "Bo"));
        LogRecord record = CloudLog.records(event.raw()).getFirst();
        assertThat(record.field("Role.DisplayName")).contains("Global Administrator");
        assertThat(record.field("Initiator")).isEqualTo("ann@meridian.example");
    }

    @Test
    void messageTracesListTheirRecipients() throws Exception {
        Collected collected =
                read(
                        """
                        origin_timestamp_utc,sender_address,recipient_status,message_subject,total_bytes,message_id,network_message_id,original_client_ip,directionality
                        2026-03-04T09:15:00.0000000Z,x@outside.example,"ann@meridian.example##Receive, Deliver;bo@meridian.example##Receive, Deliver",Invoice,4096,<1@outside.example>,e0000000-0000-4000-8000-000000000001,198.51.100.4,Incoming
                        """);

        TelemetryEvent event = events(collected).getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.MAIL_DELIVERED);
        assertThat(event.links())
                .filteredOn(link -> link.role() == LinkRole.MAILBOX)
                .extracting(link -> link.entity().label())
                .containsExactly("ann@meridian.example", "bo@meridian.example");
    }

    @Test
    void alertsInTheAuditLogBecomeAlerts() throws Exception {
        String record =
                """
                {"CreationTime":"2026-03-04T09:15:00","Operation":"%s","RecordType":40,"Workload":"SecurityComplianceCenter","UserId":"SecurityComplianceAlerts","AlertId":"f0000000-0000-4000-8000-00000000000a","Category":"ThreatManagement","Name":"A potentially malicious URL click was detected","Severity":"High","Status":"Active","Source":"Office 365 Security & Compliance","EntityType":"%s","AlertEntityId":"%s","Data":"{\\"trc\\":\\"ann@meridian.example\\",\\"ts\\":\\"2026-03-04T09:10:00Z\\"}"}
                """;
        Path file =
                Files.writeString(
                        folder.resolve("audit.json"),
                        record.formatted("AlertTriggered", "", "")
                                + record.formatted("AlertEntityGenerated", "MaliciousUrl", "https://bad.example/x"));
        var source = FileSource.of(file);
        var collected = new Collected();
        Formats.all().choose(source).read(source, collected);

        var alerts = collected.all(Imported.OfAlert.class).stream().map(Imported.OfAlert::alert).toList();
        assertThat(alerts)
                .hasSize(2)
                .allSatisfy(alert -> {
                    assertThat(alert.id()).isEqualTo("f0000000-0000-4000-8000-00000000000a");
                    assertThat(alert.category()).isEqualTo("InitialAccess");
                    assertThat(alert.firstActivityDateTime()).isEqualTo(Instant.parse("2026-03-04T09:10:00Z"));
                });
        assertThat(alerts.getLast().evidence())
                .extracting(each -> each.entity().label())
                .contains("https://bad.example/x", "ann@meridian.example");
        assertThat(events(collected)).hasSize(2);
    }
}
