package dupin.intake.defender;

import dupin.intake.Fields;
import dupin.model.Entity;
import java.util.ArrayList;
import java.util.List;

/// Entities from Graph's complex types.
final class GraphEntities {
    private GraphEntities() {}

    static Entity.User user(Fields account) {
        return new Entity.User(
                account.text("userPrincipalName"),
                account.text("accountName"),
                account.text("domainName"),
                account.text("userSid"),
                account.text("azureAdUserId", "aadUserId"),
                account.text("displayName"));
    }

    /// How processes and sessions name an account: domain and name, else the principal name.
    static String account(Entity.User user) {
        if (!user.domainName().isEmpty() && !user.accountName().isEmpty()) {
            return user.domainName() + "\\" + user.accountName();
        }
        return !user.userPrincipalName().isEmpty() ? user.userPrincipalName() : user.label();
    }

    static Entity.Device device(Fields device) {
        String host = device.text("hostName");
        String dns = device.text("deviceDnsName");
        String domain = device.text("dnsDomain");
        var tags = new ArrayList<>(device.strings("tags"));
        tags.addAll(device.strings("deviceManualTags", "machineTags"));
        String address = device.text("lastIpAddress");
        List<String> interfaces = device.strings("ipInterfaces");
        return new Entity.Device(
                host,
                dns.isEmpty() && !host.isEmpty() && !domain.isEmpty() ? host + "." + domain : dns,
                device.text("mdeDeviceId"),
                device.text("azureAdDeviceId"),
                device.text("osPlatform"),
                device.text("rbacGroupName"),
                !address.isEmpty()
                        ? address
                        : !interfaces.isEmpty() ? interfaces.getFirst() : device.text("lastExternalIpAddress"),
                device.text("riskScore"),
                device.text("healthStatus"),
                tags);
    }

    static Entity.File file(Fields details, String device) {
        return new Entity.File(
                details.text("fileName"),
                details.text("filePath"),
                details.text("sha256"),
                details.text("sha1"),
                details.text("md5"),
                Math.max(0, details.number("fileSize")),
                details.text("signer"),
                details.text("issuer"),
                details.text("filePublisher"),
                device);
    }

    static Entity.Process process(Fields process, String device) {
        Entity.File image = file(process.object("imageFile"), device);
        Entity.File parent = file(process.object("parentProcessImageFile"), device);
        return new Entity.Process(
                device,
                Math.max(0, process.number("processId")),
                process.instant("processCreationDateTime"),
                "",
                process.text("processCommandLine"),
                image,
                account(user(process.object("userAccount"))),
                Math.max(0, process.number("parentProcessId")),
                process.instant("parentProcessCreationDateTime"),
                parent.fullPath());
    }

    static Entity.IpAddress ip(Fields ip) {
        return new Entity.IpAddress(ip.text("ipAddress"), ip.text("countryLetterCode"));
    }
}
