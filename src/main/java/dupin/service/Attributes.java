package dupin.service;

import dupin.model.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// An entity's fields in reading order, for people. Empty ones are left out.
final class Attributes {
    private final List<Explanation.Attribute> list = new ArrayList<>();

    private Attributes() {}

    static List<Explanation.Attribute> of(Entity entity) {
        var out = new Attributes();
        switch (entity) {
            case Entity.Device d ->
                    out.text("Device name", d.hostName())
                            .text("DNS name", d.deviceDnsName())
                            .text("Operating system", d.osPlatform())
                            .text("Device group", d.rbacGroupName())
                            .mono("IP address", d.ipAddress())
                            .text("Risk score", d.riskScore())
                            .text("Health", d.healthStatus())
                            .text("Tags", String.join(", ", d.tags()))
                            .mono("Sensor id", d.mdeDeviceId())
                            .mono("Entra device id", d.azureAdDeviceId());
            case Entity.User u ->
                    out.text("User principal name", u.userPrincipalName())
                            .text("Display name", u.displayName())
                            .text("Account", u.accountName())
                            .text("Domain", u.domainName())
                            .mono("SID", u.userSid())
                            .mono("Entra user id", u.azureAdUserId());
            case Entity.Mailbox m ->
                    out.text("Address", m.primaryAddress()).text("Display name", m.displayName()).text("User", m.upn());
            case Entity.MailMessage m ->
                    out.text("Subject", m.subject())
                            .text("Sender", m.senderAddress())
                            .text("Sender name", m.senderDisplayName())
                            .mono("Sender IP", m.senderIp())
                            .text("Recipient", m.recipientEmailAddress())
                            .time("Received", m.receivedDateTime())
                            .text("Delivery", m.deliveryAction())
                            .text("Location", m.deliveryLocation())
                            .text("Threats", String.join(", ", m.threats()))
                            .mono("URLs", String.join("\n", m.urls()))
                            .mono("Network message id", m.networkMessageId())
                            .mono("Internet message id", m.internetMessageId());
            case Entity.MailCluster c ->
                    out.text("Cluster by", c.clusterBy())
                            .text("Value", c.clusterByValue())
                            .text("Emails", String.valueOf(c.emailCount()))
                            .text("Threats", c.threats())
                            .text("By threat", counts(c.countByThreatType()))
                            .text("By location", counts(c.countByDeliveryLocation()))
                            .mono("Query", c.query())
                            .mono("URN", c.urn());
            case Entity.MailSubmission s ->
                    out.text("Subject", s.subject())
                            .text("Sender", s.sender())
                            .text("Recipient", s.recipient())
                            .text("Reported by", s.submitter())
                            .text("Report type", s.reportType())
                            .time("Submitted", s.submissionDateTime())
                            .mono("Submission id", s.submissionId());
            case Entity.File f -> file(out, f);
            case Entity.Process p ->
                    file(
                            out.text("Process id", String.valueOf(p.processId()))
                                    .time("Created", p.processCreationDateTime())
                                    .mono("Command line", p.processCommandLine())
                                    .text("Device", p.device())
                                    .text("Account", p.account())
                                    .text(
                                            "Parent process id",
                                            p.parentProcessId() > 0 ? String.valueOf(p.parentProcessId()) : "")
                                    .mono("Parent image", p.parentImage()),
                            p.imageFile());
            case Entity.Service s ->
                    out.text("Service", s.serviceName())
                            .text("Display name", s.displayName())
                            .mono("Image path", s.imagePath())
                            .text("Device", s.device());
            case Entity.Driver d ->
                    out.text("Driver", d.driverName())
                            .mono("Image path", d.imagePath())
                            .mono("SHA-256", d.sha256())
                            .text("Device", d.device());
            case Entity.RegistryKey k ->
                    out.mono("Key", k.registryHive() + "\\" + k.registryKey()).text("Device", k.device());
            case Entity.RegistryValue v ->
                    out.mono("Key", v.registryHive() + "\\" + v.registryKey())
                            .mono("Value name", v.registryValueName())
                            .mono("Value", v.registryValue())
                            .text("Type", v.registryValueType())
                            .text("Device", v.device());
            case Entity.ScheduledTask t ->
                    out.mono("Task", t.taskName()).mono("Action", t.action()).text("Device", t.device());
            case Entity.IpAddress ip -> out.mono("Address", ip.ipAddress()).text("Country", ip.countryLetterCode());
            case Entity.Url url -> out.mono("URL", url.url());
            case Entity.Domain domain -> out.mono("Domain", domain.domainName());
            case Entity.CloudApplication a ->
                    out.text("Application", a.displayName())
                            .text("Instance", a.instanceName())
                            .mono("App id", a.appId());
            case Entity.OAuthApplication a ->
                    out.text("Application", a.displayName()).text("Publisher", a.publisher()).mono("App id", a.appId());
            case Entity.SecurityGroup g ->
                    out.text("Group", g.displayName()).mono("SID", g.sid()).mono("Group id", g.securityGroupId());
            case Entity.SignInSession s ->
                    out.mono("Session", s.sessionId())
                            .text("Account", s.account())
                            .mono("IP address", s.ipAddress())
                            .text("User agent", s.userAgent())
                            .text("Protocol", s.protocol());
            case Entity.CloudResource r ->
                    out.text("Resource", r.resourceName())
                            .text("Type", r.resourceType())
                            .mono("Resource id", r.resourceId());
            case Entity.Unknown u -> out.text("Type", u.type()).text("Name", u.name()).mono("Identity", u.identity());
        }
        return out.list;
    }

    private static void file(Attributes out, Entity.File f) {
        out.mono("Path", f.fullPath())
                .mono("SHA-256", f.sha256())
                .mono("SHA-1", f.sha1())
                .mono("MD5", f.md5())
                .text("Size", f.fileSize() > 0 ? String.format(Locale.ROOT, "%,d bytes", f.fileSize()) : "")
                .text("Signer", f.signer())
                .text("Issuer", f.issuer())
                .text("Publisher", f.filePublisher())
                .text("Device", f.device());
    }

    private static String counts(List<Entity.Count> counts) {
        return String.join(", ", counts.stream().map(c -> c.name() + " " + c.count()).toList());
    }

    private Attributes text(String name, String value) {
        return add(name, value, false);
    }

    private Attributes mono(String name, String value) {
        return add(name, value, true);
    }

    private Attributes time(String name, java.time.@Nullable Instant time) {
        return add(name, time == null ? "" : time.toString(), false);
    }

    private Attributes add(String name, String value, boolean mono) {
        if (!value.isEmpty() && !value.equals("\\")) {
            boolean shown = list.stream().anyMatch(a -> a.name().equals(name));
            if (!shown) {
                list.add(new Explanation.Attribute(name, value, mono));
            }
        }
        return this;
    }
}
