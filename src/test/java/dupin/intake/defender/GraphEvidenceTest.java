package dupin.intake.defender;

import static org.assertj.core.api.Assertions.assertThat;

import dupin.intake.Records;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphEvidenceTest {
    private static final String DEVICE =
            """
            {"@odata.type":"#microsoft.graph.security.deviceEvidence","mdeDeviceId":"ABC1","deviceDnsName":"pc7.example.net","osPlatform":"Windows11",
             "osBuild":"Integer","riskScore":"high","rbacGroupName":"Lab","ipInterfaces":["10.0.0.7","fe80::1"],"tags":["lab"],"roles":["compromised"]}\
            """;

    private static Alert alert(String... evidence) throws Exception {
        String json =
                """
                {"@odata.type":"#microsoft.graph.security.alert","id":"a1","title":"T","severity":"high","serviceSource":"x","evidence":[%s]}\
                """;
        return Records.of(json.formatted(String.join(",", evidence))).alert();
    }

    private static List<String> keys(String... evidence) throws Exception {
        return alert(evidence).evidence().stream().map(e -> e.entity().key().toString()).toList();
    }

    private static String of(String type, String fields) {
        return "{\"@odata.type\":\"#microsoft.graph.security." + type + "\"," + fields.replace('\'', '"') + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " | ",
            quoteCharacter = '~',
            textBlock =
                    """
                    userEvidence | 'userAccount':{'accountName':'jo','domainName':'corp.example.net','userSid':'S-1-5-21-1-2-3-4'} | user:corp\\jo
                    userEvidence | 'userAccount':{'userPrincipalName':'Jo@Example.Net','azureAdUserId':'11'} | user:jo@example.net
                    userEvidence | 'userAccount':{'accountName':'SYSTEM','domainName':'NT AUTHORITY','userSid':'S-1-5-18'} | user:sid-s-1-5-18
                    mailboxEvidence | 'primaryAddress':'Jo@Example.Net' | mailbox:jo@example.net
                    mailboxConfigurationEvidence | 'mailboxPrimaryAddress':'jo@example.net','configurationType':'mailForwardingRule','configurationId':'7' | mailbox:jo@example.net
                    analyzedMessageEvidence | 'networkMessageId':'N-1','recipientEmailAddress':'Jo@example.net' | mailMessage:n-1|jo@example.net
                    mailClusterEvidence | 'clusterBy':'Subject;SenderIp','clusterByValue':'Hi;1.2.3.4','emailCount':3,'networkMessageIds':[[],[]] | mailCluster:subject;senderip=hi;1.2.3.4
                    submissionMailEvidence | 'submissionId':'S1','networkMessageId':'n' | mailSubmission:s1
                    ipEvidence | 'ipAddress':'::FFFF:192.0.2.7' | ipAddress:192.0.2.7
                    urlEvidence | 'url':'hxxps://Bad[.]Example/a' | url:https://bad.example/a
                    registryKeyEvidence | 'registryHive':'HKEY_LOCAL_MACHINE','registryKey':'SOFTWARE\\\\Run' | registryKey:|hklm\\software\\run
                    registryValueEvidence | 'registryHive':'HKEY_CURRENT_USER','registryKey':'Software\\\\Run','registryValueName':'Up','registryValue':'x' | registryValue:|hkcu\\software\\run|up
                    oauthApplicationEvidence | 'appId':'AA-1','displayName':'App' | oauthApplication:aa-1
                    servicePrincipalEvidence | 'appId':'AA-2','servicePrincipalName':'Robot' | oauthApplication:aa-2
                    cloudApplicationEvidence | 'appId':11161,'displayName':'Mail' | cloudApplication:11161
                    aiAgentEvidence | 'agentId':'G1','agentName':'Helper' | cloudApplication:g1
                    securityGroupEvidence | 'sid':'S-1-5-21-9','displayName':'Admins' | securityGroup:s-1-5-21-9
                    fileHashEvidence | 'algorithm':'sha1','value':'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' | file:sha1-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
                    activeDirectoryDomainEvidence | 'activeDirectoryDomainName':'Corp.Example.Net.' | domain:corp.example.net
                    cloudLogonRequestEvidence | 'requestId':'R1' | signInSession:r1
                    azureResourceEvidence | 'resourceId':'/subscriptions/1/vm','resourceType':'vm' | cloudResource:/subscriptions/1/vm
                    amazonResourceEvidence | 'amazonResourceId':'arn:aws:s3:::b','resourceName':'b' | cloudResource:arn:aws:s3:::b
                    googleCloudResourceEvidence | 'fullResourceName':'//storage/b','resourceName':'b' | cloudResource://storage/b
                    blobEvidence | 'name':'b.txt','url':'https://store.example/b.txt' | cloudResource:https://store.example/b.txt
                    blobContainerEvidence | 'name':'box','url':'https://store.example/box' | cloudResource:https://store.example/box
                    sasTokenEvidence | 'signatureHash':'HH','storageResource':{'resourceName':'store'} | cloudResource:hh
                    containerEvidence | 'containerId':'C1','name':'web' | cloudResource:c1
                    containerImageEvidence | 'imageId':'I1' | cloudResource:i1
                    containerRegistryEvidence | 'registry':'reg.example' | cloudResource:containerregistry|reg.example
                    kubernetesClusterEvidence | 'name':'k' | cloudResource:k
                    kubernetesNamespaceEvidence | 'name':'ns','cluster':{'name':'k'} | cloudResource:k/ns
                    kubernetesPodEvidence | 'name':'pod','namespace':{'name':'ns','cluster':{'name':'k'}} | cloudResource:k/ns/pod
                    kubernetesServiceEvidence | 'name':'svc','namespace':{'name':'ns'} | cloudResource:ns/svc
                    kubernetesSecretEvidence | 'name':'s','namespace':{'name':'ns'} | cloudResource:ns/s
                    kubernetesControllerEvidence | 'name':'c' | cloudResource:c
                    kubernetesServiceAccountEvidence | 'name':'sa' | cloudResource:sa
                    ioTDeviceEvidence | 'deviceId':'D9','deviceName':'pump' | cloudResource:d9
                    nicEvidence | 'macAddress':'00-11' | cloudResource:00-11
                    gitHubOrganizationEvidence | 'orgId':'O1','login':'org' | cloudResource:o1
                    gitHubRepoEvidence | 'repoId':'R1','login':'org' | cloudResource:r1
                    gitHubUserEvidence | 'userId':'U1','login':'jo' | cloudResource:u1
                    """)
    void everySingleType(String type, String fields, String key) throws Exception {
        assertThat(keys(of(type, fields))).containsExactly(key.replace("\\\\", "\\"));
    }

    @Test
    void evidenceWithASensorIdLiesOnTheHost() throws Exception {
        Alert alert =
                alert(
                        of(
                                "fileEvidence",
                                "'mdeDeviceId':'abc1','detectionStatus':'detected','verdict':'malicious','fileDetails':{'fileName':'x.exe','filePath':'C:\\\\Temp','fileSize':'12'}"),
                        of(
                                "processEvidence",
                                "'mdeDeviceId':'abc1','processId':77,'processCreationDateTime':'2026-01-02T03:04:05.1234567Z','processCommandLine':'x -a','imageFile':{'fileName':'x.exe','filePath':'C:\\\\Temp'},'userAccount':{'accountName':'jo','domainName':'CORP'}"),
                        of("registryKeyEvidence", "'registryHive':'HKLM','registryKey':'A'"),
                        DEVICE);
        assertThat(alert.evidence())
                .extracting(e -> e.entity().key().toString())
                .containsExactly(
                        "file:pc7|c:/temp/x.exe",
                        "process:pc7|77|1767323045123",
                        "registryKey:pc7|hklm\\a",
                        "device:pc7");
        Evidence file = alert.evidence().getFirst();
        assertThat(file.providerVerdict()).isEqualTo("malicious");
        assertThat(file.detectionStatus()).isEqualTo("detected");
        assertThat(((Entity.File) file.entity()).fileSize()).isEqualTo(12);
        var process = (Entity.Process) alert.evidence().get(1).entity();
        assertThat(process.account()).isEqualTo("CORP\\jo");
        assertThat(process.processCreationDateTime()).hasToString("2026-01-02T03:04:05.123456700Z");
        var device = (Entity.Device) alert.evidence().getLast().entity();
        assertThat(device.ipAddress()).isEqualTo("10.0.0.7");
        assertThat(device.tags()).containsExactly("lab");
        assertThat(alert.evidence().getLast().roles()).containsExactly("compromised");
    }

    @Test
    void aSensorIdThatNoDeviceBearsStaysAndAFileInAMailLiesNowhere() throws Exception {
        String file =
                of("fileEvidence", "'mdeDeviceId':'zzz','fileDetails':{'fileName':'x.exe','filePath':'C:\\\\Temp'}");
        String attachment = of("fileEvidence", "'fileDetails':{'fileName':'bill.pdf'}");
        assertThat(keys(DEVICE, file, attachment))
                .containsExactly("device:pc7", "file:zzz|c:/temp/x.exe", "file:|bill.pdf");
    }

    @Test
    void malwareGivesItsFilesAndProcesses() throws Exception {
        Alert alert =
                alert(
                        DEVICE,
                        of(
                                "malwareEvidence",
                                """
                                'name':'Emotet','category':'trojan','verdict':'malicious','files':[{'mdeDeviceId':'ABC1','fileDetails':{'fileName':'a.dll','filePath':'C:\\\\x'}}],
                                'processes':[{'mdeDeviceId':'ABC1','processId':5,'processCreationDateTime':'2026-01-01T00:00:00Z','verdict':'suspicious','imageFile':{'fileName':'b.exe'}}]\
                                """));
        assertThat(alert.evidence())
                .extracting(e -> e.entity().kind())
                .containsExactly(EntityKind.DEVICE, EntityKind.FILE, EntityKind.PROCESS, EntityKind.UNKNOWN);
        assertThat(alert.evidence())
                .extracting(Evidence::providerVerdict)
                .containsExactly("", "malicious", "suspicious", "malicious");
        assertThat(alert.evidence().getLast().entity().label()).isEqualTo("Emotet");
    }

    @Test
    void connectionsNamesAndSessionsGiveTheirParts() throws Exception {
        assertThat(
                        keys(
                                of(
                                        "networkConnectionEvidence",
                                        "'protocol':'tcp','sourceAddress':{'ipAddress':'10.0.0.1'},'destinationAddress':{'ipAddress':'192.0.2.1'}")))
                .containsExactly("ipAddress:10.0.0.1", "ipAddress:192.0.2.1");
        assertThat(keys(of("dnsEvidence", "'domainName':'Bad.Example','ipAddresses':[{'ipAddress':'192.0.2.2'}]")))
                .containsExactly("domain:bad.example", "ipAddress:192.0.2.2");
        assertThat(
                        keys(
                                of(
                                        "hostLogonSessionEvidence",
                                        "'sessionId':'0x3E','account':{'userAccount':{'accountName':'jo','domainName':'c'}},'host':{'hostName':'PC9'}")))
                .containsExactly("signInSession:0x3e", "user:c\\jo", "device:pc9");
        assertThat(
                        keys(
                                of(
                                        "cloudLogonSessionEvidence",
                                        "'sessionId':'s','userAgent':'curl','account':{'userAccount':{'userPrincipalName':'jo@x.y'}}")))
                .containsExactly("signInSession:s", "user:jo@x.y");
        assertThat(
                        keys(
                                of(
                                        "teamsMessageEvidence",
                                        "'messageId':'M1','subject':'hi','urls':[{'url':'http://a.b/'}],'files':[{'fileDetails':{'fileName':'q.zip'}}]")))
                .containsExactly("unknown:teamsmessageevidence|m1", "url:http://a.b/", "file:|q.zip");
    }

    @Test
    void theConfigurationOfAMailboxStandsInTheTags() throws Exception {
        Evidence evidence =
                alert(
                                of(
                                        "mailboxConfigurationEvidence",
                                        "'mailboxPrimaryAddress':'a@b.c','configurationType':'userInboxRule','displayName':'.'"))
                        .evidence()
                        .getFirst();
        assertThat(evidence.tags()).containsExactly("configurationType: userInboxRule", "displayName: .");
    }

    @Test
    void anUnknownTypeIsKeptWithItsRawFields() throws Exception {
        Alert alert = alert(of("quantumEvidence", "'spin':'up','displayName':'Qubit','verdict':'suspicious'"));
        assertThat(alert.evidence())
                .singleElement()
                .satisfies(evidence -> {
                    assertThat(evidence.providerVerdict()).isEqualTo("suspicious");
                    assertThat(evidence.entity())
                            .isEqualTo(
                                    new Entity.Unknown(
                                            "quantum", "Qubit", "{\"spin\":\"up\",\"displayName\":\"Qubit\"}"));
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "device",
                "user",
                "file",
                "process",
                "ip",
                "url",
                "registryKey",
                "registryValue",
                "mailbox",
                "mailCluster",
                "dns",
                "fileHash2",
                "networkConnection",
                "securityGroup",
                "azureResource",
                "cloudApplication",
                "malware"
            })
    void evidenceWithoutAnyIdentityIsNotHandedOn(String type) throws Exception {
        assertThat(
                        keys(
                                of(
                                        type + "Evidence",
                                        "'verdict':'suspicious','mdeDeviceId':null,'fileDetails':null,'tags':[]")))
                .noneMatch(key -> !key.startsWith("unknown:"));
    }

    @Test
    void theSameEvidenceTwiceCountsOnce() throws Exception {
        String ip = of("ipEvidence", "'ipAddress':'192.0.2.9'");
        assertThat(keys(ip, ip)).containsExactly("ipAddress:192.0.2.9");
    }

    @Test
    void namesOfTypesComeInAnySpelling() {
        Map<String, String> types =
                Map.of(
                        "#microsoft.graph.security.fileHashEvidence",
                        "fileHash",
                        "microsoft.graph.security.ipEvidence",
                        "ip",
                        "",
                        "",
                        "#ipEvidence",
                        "ip");
        types.forEach((spelt, type) ->
                assertThat(
                                GraphEvidence.type(
                                        dupin.intake.Fields.of(
                                                tools.jackson.databind.node.JsonNodeFactory.instance
                                                        .objectNode()
                                                        .put("@odata.type", spelt))))
                        .isEqualTo(type));
    }
}
