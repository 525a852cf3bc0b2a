package dupin.model;

/// The one key of each entity: two spellings of a thing have the same.
final class EntityKeys {
    private EntityKeys() {}

    static EntityKey of(Entity entity) {
        return switch (entity) {
            case Entity.Device it -> key(it);
            case Entity.User it -> key(it);
            case Entity.Mailbox it -> key(it);
            case Entity.MailMessage it -> key(it);
            case Entity.MailCluster it -> key(it);
            case Entity.MailSubmission it -> key(it);
            case Entity.File it -> key(it);
            case Entity.Process it -> key(it);
            case Entity.Service it -> key(it);
            case Entity.Driver it -> key(it);
            case Entity.RegistryKey it -> key(it);
            case Entity.RegistryValue it -> key(it);
            case Entity.ScheduledTask it -> key(it);
            case Entity.IpAddress it -> key(it);
            case Entity.Url it -> key(it);
            case Entity.Domain it -> key(it);
            case Entity.CloudApplication it -> key(it);
            case Entity.OAuthApplication it -> key(it);
            case Entity.SecurityGroup it -> key(it);
            case Entity.SignInSession it -> key(it);
            case Entity.CloudResource it -> key(it);
            case Entity.Unknown it -> key(it);
        };
    }

    private static EntityKey key(Entity.Device it) {
        String host = Canonical.host(it.hostName().isEmpty() ? it.deviceDnsName() : it.hostName());
        return Keys.first(
                EntityKind.DEVICE,
                host,
                Keys.prefixed("mde-", it.mdeDeviceId()),
                Keys.prefixed("aad-", it.azureAdDeviceId()));
    }

    private static EntityKey key(Entity.User it) {
        String sid = Canonical.lower(it.userSid());
        if (Keys.isWellKnownSid(sid)) {
            return new EntityKey(EntityKind.USER, "sid-" + sid);
        }
        String upn = Canonical.lower(it.userPrincipalName());
        return Keys.first(
                EntityKind.USER,
                upn.contains("@") ? upn : "",
                account(it),
                Keys.prefixed("sid-", sid),
                Keys.prefixed("aad-", it.azureAdUserId()),
                upn,
                Canonical.lower(it.displayName()));
    }

    private static EntityKey key(Entity.Mailbox it) {
        return Keys.first(
                EntityKind.MAILBOX,
                Canonical.lower(it.primaryAddress()),
                Canonical.lower(it.upn()),
                Canonical.lower(it.displayName()));
    }

    private static EntityKey key(Entity.MailMessage it) {
        String recipient = Canonical.lower(it.recipientEmailAddress());
        String id =
                Keys.text(
                        Canonical.lower(it.networkMessageId()),
                        Canonical.lower(it.internetMessageId()),
                        Canonical.lower(it.senderAddress()) + "|" + Canonical.lower(it.subject()));
        return new EntityKey(EntityKind.MAIL_MESSAGE, recipient.isEmpty() ? id : id + "|" + recipient);
    }

    private static EntityKey key(Entity.MailCluster it) {
        // What mails were clustered by tells nothing without the value: every cluster of a kind would be the same.
        String value = Canonical.lower(it.clusterByValue());
        String by = value.isEmpty() ? "" : Canonical.lower(it.clusterBy()) + "=" + value;
        return Keys.first(
                EntityKind.MAIL_CLUSTER,
                by,
                Canonical.lower(it.query()),
                Canonical.lower(it.urn()),
                String.join(",", it.networkMessageIds()),
                Canonical.lower(it.clusterBy()));
    }

    private static EntityKey key(Entity.MailSubmission it) {
        return Keys.first(
                EntityKind.MAIL_SUBMISSION,
                Canonical.lower(it.submissionId()),
                Canonical.lower(it.networkMessageId()) + "|" + Canonical.lower(it.submitter()));
    }

    private static EntityKey key(Entity.File it) {
        String sha = Canonical.hash(it.sha256());
        if (!sha.isEmpty()) {
            return new EntityKey(EntityKind.FILE, "sha256-" + sha);
        }
        String path = Canonical.path(it.fullPath());
        return Keys.first(
                EntityKind.FILE,
                Keys.prefixed("sha1-", Canonical.hash(it.sha1())),
                Keys.prefixed("md5-", Canonical.hash(it.md5())),
                path.isEmpty() ? "" : Canonical.host(it.device()) + "|" + path);
    }

    private static EntityKey key(Entity.Process it) {
        String host = Canonical.host(it.device());
        String guid = Canonical.lower(it.processGuid());
        if (it.processId() > 0 && it.processCreationDateTime() != null) {
            return new EntityKey(
                    EntityKind.PROCESS,
                    host + "|" + it.processId() + "|" + Canonical.millis(it.processCreationDateTime()));
        }
        if (!guid.isEmpty()) {
            return new EntityKey(EntityKind.PROCESS, host + "|" + guid);
        }
        String what = Canonical.path(it.imageFile().fullPath()) + "|" + Canonical.text(it.processCommandLine());
        return new EntityKey(EntityKind.PROCESS, host + "|" + (it.processId() > 0 ? it.processId() + "|" : "") + what);
    }

    private static EntityKey key(Entity.Service it) {
        return new EntityKey(
                EntityKind.SERVICE,
                Canonical.host(it.device())
                        + "|"
                        + Canonical.lower(Keys.text(it.serviceName(), it.displayName(), it.imagePath())));
    }

    private static EntityKey key(Entity.Driver it) {
        return new EntityKey(
                EntityKind.DRIVER,
                Canonical.host(it.device())
                        + "|"
                        + Keys.text(Canonical.path(it.imagePath()), Canonical.lower(it.driverName())));
    }

    private static EntityKey key(Entity.RegistryKey it) {
        return new EntityKey(
                EntityKind.REGISTRY_KEY,
                Canonical.host(it.device()) + "|" + Canonical.registry(it.registryHive(), it.registryKey()));
    }

    private static EntityKey key(Entity.RegistryValue it) {
        return new EntityKey(
                EntityKind.REGISTRY_VALUE,
                Canonical.host(it.device())
                        + "|"
                        + Canonical.registry(it.registryHive(), it.registryKey())
                        + "|"
                        + Canonical.lower(it.registryValueName()));
    }

    private static EntityKey key(Entity.ScheduledTask it) {
        String name = Canonical.lower(it.taskName()).replace('/', '\\');
        return new EntityKey(
                EntityKind.SCHEDULED_TASK,
                Canonical.host(it.device()) + "|" + (name.startsWith("\\") ? name.substring(1) : name));
    }

    private static EntityKey key(Entity.IpAddress it) {
        return new EntityKey(EntityKind.IP_ADDRESS, Canonical.ip(it.ipAddress()));
    }

    private static EntityKey key(Entity.Url it) {
        return new EntityKey(EntityKind.URL, Canonical.url(it.url()));
    }

    private static EntityKey key(Entity.Domain it) {
        return new EntityKey(EntityKind.DOMAIN, Canonical.domain(it.domainName()));
    }

    private static EntityKey key(Entity.CloudApplication it) {
        return Keys.first(
                EntityKind.CLOUD_APPLICATION,
                Canonical.lower(it.appId()),
                Canonical.lower(it.displayName()),
                Canonical.lower(it.instanceName()));
    }

    private static EntityKey key(Entity.OAuthApplication it) {
        return Keys.first(EntityKind.OAUTH_APPLICATION, Canonical.lower(it.appId()), Canonical.lower(it.displayName()));
    }

    private static EntityKey key(Entity.SecurityGroup it) {
        return Keys.first(
                EntityKind.SECURITY_GROUP,
                Canonical.lower(it.sid()),
                Canonical.lower(it.securityGroupId()),
                Canonical.lower(it.displayName()));
    }

    private static EntityKey key(Entity.SignInSession it) {
        return Keys.first(
                EntityKind.SIGN_IN_SESSION,
                Canonical.lower(it.sessionId()),
                Canonical.lower(it.account()) + "|" + Canonical.ip(it.ipAddress()));
    }

    private static EntityKey key(Entity.CloudResource it) {
        return Keys.first(
                EntityKind.CLOUD_RESOURCE,
                Canonical.lower(it.resourceId()),
                Canonical.lower(it.resourceType()) + "|" + Canonical.lower(it.resourceName()));
    }

    private static EntityKey key(Entity.Unknown it) {
        return new EntityKey(
                EntityKind.UNKNOWN,
                Canonical.lower(it.type()) + "|" + Canonical.lower(Keys.text(it.identity(), it.name())));
    }

    /// `domain\\name` in small letters, the name alone where no domain is known.
    static String account(Entity.User it) {
        String name = Canonical.lower(it.accountName());
        String domain = Canonical.lower(it.domainName());
        int cut = name.indexOf('\\');
        if (cut > 0) {
            domain = name.substring(0, cut);
            name = name.substring(cut + 1);
        }
        if (name.isEmpty()) {
            return "";
        }
        if (name.contains("@")) {
            return name;
        }
        int dot = domain.indexOf('.');
        String shortDomain = dot > 0 ? domain.substring(0, dot) : domain;
        return shortDomain.isEmpty() ? name : shortDomain + "\\" + name;
    }
}
