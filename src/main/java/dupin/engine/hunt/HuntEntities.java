package dupin.engine.hunt;

import static dupin.engine.hunt.HuntReading.add;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EventLink;
import dupin.model.LinkRole;
import dupin.model.hunt.HuntField;
import java.util.List;

/// What one entity of a row adds to a field. Pure.
final class HuntEntities {
    private HuntEntities() {}

    static void of(EventLink link, HuntField field, List<String> values) {
        LinkRole role = link.role();
        switch (field) {
            case DEVICE -> device(link, LinkRole.DEVICE, values);
            case REMOTE_DEVICE -> device(link, LinkRole.REMOTE_DEVICE, values);
            case USER -> user(link, LinkRole.ACCOUNT, values);
            case TARGET_USER -> user(link, LinkRole.TARGET_ACCOUNT, values);
            case TARGET -> {
                if (role == LinkRole.TARGET) {
                    add(values, link.entity().label());
                    add(values, link.entity() instanceof Entity.File file ? file.fullPath() : "");
                }
            }
            case ENTITY -> {
                add(values, link.entity().label());
                add(values, link.entity().key().value());
            }
            default -> thing(link, field, values);
        }
    }

    private static void thing(EventLink link, HuntField field, List<String> values) {
        switch (link.entity()) {
            case Entity.File file -> file(file, image(link.role()), field, values);
            case Entity.IpAddress ip when field == HuntField.IP -> add(values, ip.key().value());
            case Entity.Url url when field == HuntField.URL -> add(values, url.url());
            case Entity.Url url when field == HuntField.DOMAIN -> add(values, Canonical.urlHost(url.url()));
            case Entity.Domain domain when field == HuntField.DOMAIN -> add(values, domain.domainName());
            case Entity.RegistryKey key when field == HuntField.REGISTRY_KEY -> add(values, key.label());
            case Entity.RegistryValue value -> registry(value, field, values);
            case Entity.Service service when field == HuntField.SERVICE -> {
                add(values, service.serviceName());
                add(values, service.displayName());
            }
            case Entity.ScheduledTask task when field == HuntField.TASK -> add(values, task.taskName());
            case Entity.Mailbox box when field == HuntField.MAILBOX -> {
                add(values, box.primaryAddress());
                add(values, box.upn());
                add(values, box.displayName());
            }
            case Entity.CloudApplication app when field == HuntField.APPLICATION -> add(values, app.label());
            case Entity.OAuthApplication app when field == HuntField.APPLICATION -> add(values, app.label());
            case Entity.CloudResource resource when field == HuntField.APPLICATION -> add(values, resource.label());
            default -> {}
        }
    }

    private static boolean image(LinkRole role) {
        return role == LinkRole.ACTOR_IMAGE || role == LinkRole.TARGET_IMAGE;
    }

    private static void file(Entity.File file, boolean image, HuntField field, List<String> values) {
        switch (field) {
            case FILE -> add(values, image ? "" : file.label());
            case PATH -> add(values, image ? "" : file.fullPath());
            case SHA256 -> add(values, file.sha256());
            case HASH -> {
                add(values, file.sha256());
                add(values, file.sha1());
                add(values, file.md5());
            }
            default -> {}
        }
    }

    private static void registry(Entity.RegistryValue value, HuntField field, List<String> values) {
        switch (field) {
            case REGISTRY_KEY ->
                    add(
                            values,
                            value.registryHive().isEmpty()
                                    ? value.registryKey()
                                    : value.registryHive() + "\\" + value.registryKey());
            case REGISTRY_VALUE -> add(values, value.registryValueName());
            case REGISTRY_DATA -> add(values, value.registryValue());
            default -> {}
        }
    }

    private static void device(EventLink link, LinkRole role, List<String> values) {
        if (link.role() == role && link.entity() instanceof Entity.Device device) {
            add(values, device.label());
            add(values, device.deviceDnsName());
            add(values, device.key().value());
        }
    }

    private static void user(EventLink link, LinkRole role, List<String> values) {
        if (link.role() == role && link.entity() instanceof Entity.User user) {
            add(values, user.label());
            add(values, user.userPrincipalName());
            add(values, user.accountName());
            add(values, user.displayName());
            add(values, user.userSid());
            add(values, user.key().value());
        }
    }

    /// Everything that an entity says of itself, for a search in all of it.
    static void all(Entity entity, List<String> values) {
        add(values, entity.label());
        add(values, entity.key().value());
        switch (entity) {
            case Entity.Process process -> {
                add(values, process.processCommandLine());
                add(values, process.imageFile().fullPath());
                add(values, process.account());
            }
            case Entity.File file -> {
                add(values, file.fullPath());
                add(values, file.sha256());
                add(values, file.signer());
            }
            case Entity.RegistryValue value -> {
                add(values, value.registryKey());
                add(values, value.registryValue());
            }
            case Entity.MailMessage mail -> {
                add(values, mail.subject());
                add(values, mail.senderAddress());
                add(values, mail.recipientEmailAddress());
            }
            case Entity.Service service -> add(values, service.imagePath());
            case Entity.ScheduledTask task -> add(values, task.action());
            case Entity.Device device -> add(values, device.deviceDnsName());
            case Entity.User user -> {
                add(values, user.displayName());
                add(values, user.userSid());
            }
            default -> {}
        }
    }
}
