package dupin.model;

/// What a row or a graph mark shows of each entity: short, in the source's own spelling.
final class EntityLabels {
    private EntityLabels() {}

    static String of(Entity entity) {
        return switch (entity) {
            case Entity.Device it -> label(it);
            case Entity.User it -> label(it);
            case Entity.Mailbox it -> label(it);
            case Entity.MailMessage it -> label(it);
            case Entity.MailCluster it -> label(it);
            case Entity.MailSubmission it -> label(it);
            case Entity.File it -> label(it);
            case Entity.Process it -> label(it);
            case Entity.Service it -> label(it);
            case Entity.Driver it -> label(it);
            case Entity.RegistryKey it -> label(it);
            case Entity.RegistryValue it -> label(it);
            case Entity.ScheduledTask it -> label(it);
            case Entity.IpAddress it -> label(it);
            case Entity.Url it -> label(it);
            case Entity.Domain it -> label(it);
            case Entity.CloudApplication it -> label(it);
            case Entity.OAuthApplication it -> label(it);
            case Entity.SecurityGroup it -> label(it);
            case Entity.SignInSession it -> label(it);
            case Entity.CloudResource it -> label(it);
            case Entity.Unknown it -> label(it);
        };
    }

    private static String label(Entity.Device it) {
        return Keys.label(it.hostName(), it.deviceDnsName(), it.mdeDeviceId(), it.azureAdDeviceId());
    }

    private static String label(Entity.User it) {
        String account =
                it.domainName().isEmpty() || it.accountName().isEmpty()
                        ? it.accountName()
                        : it.domainName() + "\\" + it.accountName();
        return Keys.label(it.userPrincipalName(), account, it.displayName(), it.userSid(), it.azureAdUserId());
    }

    private static String label(Entity.Mailbox it) {
        return Keys.label(it.primaryAddress(), it.upn(), it.displayName());
    }

    private static String label(Entity.MailMessage it) {
        return Keys.label(it.subject(), it.internetMessageId(), it.networkMessageId());
    }

    private static String label(Entity.MailCluster it) {
        return Keys.label(it.clusterByValue(), it.clusterBy(), it.urn())
                + " ("
                + it.emailCount()
                + (it.emailCount() == 1 ? " email)" : " emails)");
    }

    private static String label(Entity.MailSubmission it) {
        return Keys.label(it.subject(), it.submissionId(), it.networkMessageId());
    }

    private static String label(Entity.File it) {
        return Keys.label(it.fileName(), Canonical.fileName(it.filePath()), it.sha256(), it.sha1(), it.md5());
    }

    private static String label(Entity.Process it) {
        String name = it.imageFile().label().isEmpty() ? "process" : it.imageFile().label();
        return it.processId() > 0 ? name + " (" + it.processId() + ")" : name;
    }

    private static String label(Entity.Service it) {
        return Keys.label(it.serviceName(), it.displayName(), it.imagePath());
    }

    private static String label(Entity.Driver it) {
        return Keys.label(it.driverName(), Canonical.fileName(it.imagePath()));
    }

    private static String label(Entity.RegistryKey it) {
        return it.registryHive().isEmpty() ? it.registryKey() : it.registryHive() + "\\" + it.registryKey();
    }

    private static String label(Entity.RegistryValue it) {
        return Keys.label(it.registryValueName(), it.registryKey());
    }

    private static String label(Entity.ScheduledTask it) {
        return it.taskName();
    }

    private static String label(Entity.IpAddress it) {
        return it.key().value();
    }

    private static String label(Entity.Url it) {
        return it.url();
    }

    private static String label(Entity.Domain it) {
        return it.domainName();
    }

    private static String label(Entity.CloudApplication it) {
        return Keys.label(it.displayName(), it.instanceName(), it.appId());
    }

    private static String label(Entity.OAuthApplication it) {
        return Keys.label(it.displayName(), it.appId());
    }

    private static String label(Entity.SecurityGroup it) {
        return Keys.label(it.displayName(), it.sid(), it.securityGroupId());
    }

    private static String label(Entity.SignInSession it) {
        return Keys.label(it.sessionId(), it.account());
    }

    private static String label(Entity.CloudResource it) {
        return Keys.label(it.resourceName(), it.resourceId());
    }

    private static String label(Entity.Unknown it) {
        return Keys.label(it.name(), it.identity(), it.type());
    }
}
