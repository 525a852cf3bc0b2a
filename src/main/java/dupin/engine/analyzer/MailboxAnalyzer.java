package dupin.engine.analyzer;

import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.Telemetry;
import dupin.model.TelemetryEvent;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was set in mailboxes and granted to applications: forwarding outside, rules that hide, consent to read mail.
final class MailboxAnalyzer implements Analyzer {
    static final String NAME = "Mailboxes";
    private static final Set<String> HIDING =
            Set.of("rss", "archive", "junk", "deleted", "conversation history", "notes", "trash", "history");
    private static final Set<String> MONEY =
            Set.of(
                    "invoice",
                    "payment",
                    "bank",
                    "remittance",
                    "wire",
                    "password",
                    "security",
                    "phish",
                    "hack",
                    "iban",
                    "payroll",
                    "mfa",
                    "helpdesk");

    /// @param weightId of the act
    private record Act(String weightId, String words, Technique technique) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String entityType() {
        return "Mailboxes";
    }

    @Override
    public String description() {
        return "Weighs forwarding, rules, delegation and consent to applications";
    }

    @Override
    public void run(Work work) {
        for (Entity.Mailbox mailbox : work.fresh(Entity.Mailbox.class)) {
            work.has(mailbox, "", Telemetry.CLOUD, Telemetry.MAIL);
            String owner = mailbox.upn().isEmpty() ? mailbox.primaryAddress() : mailbox.upn();
            acts(work, mailbox.key(), Entity.User.ofUpn(owner).key(), owner);
        }
        for (Entity.User user : work.fresh(Entity.User.class)) {
            if (!user.wellKnown()) {
                acts(work, user.key(), user.key(), user.userPrincipalName());
            }
        }
        for (Entity.OAuthApplication app : work.fresh(Entity.OAuthApplication.class)) {
            work.has(app, "", Telemetry.CLOUD);
            application(work, app);
        }
    }

    private static void acts(Work work, EntityKey key, EntityKey account, String owner) {
        String home = Canonical.domain(owner.substring(owner.lastIndexOf('@') + 1));
        List<TelemetryEvent> rows =
                work.facts()
                        .events(
                                dupin.engine.Facts.Query.of(account)
                                        .kinds(
                                                EventKind.INBOX_RULE,
                                                EventKind.CLOUD_ACTIVITY,
                                                EventKind.IDENTITY_CHANGED)
                                        .limit(3_000));
        for (TelemetryEvent row : rows) {
            Act act = act(row, home);
            if (act == null) {
                continue;
            }
            String cause = act.weightId().substring(act.weightId().indexOf('.'));
            work.find(key, act.weightId(), "act" + cause, act.words(), act.technique(), row);
            Entity.IpAddress source = Rows.entity(row, LinkRole.SOURCE, Entity.IpAddress.class).orElse(null);
            if (source != null && !Addresses.internal(source.key().value())) {
                work.join(
                        key,
                        source,
                        "Where the setting was made from",
                        "%s was made from %s".formatted(row.actionType(), source.label()));
                work.find(
                        source.key(),
                        "ip.mailbox-act",
                        "act",
                        "From it: %s".formatted(act.words()),
                        act.technique(),
                        row);
            }
            row.links().stream()
                    .map(l -> l.entity())
                    .filter(Entity.OAuthApplication.class::isInstance)
                    .forEach(app ->
                            work.join(
                                    key,
                                    app,
                                    "Application that was granted access",
                                    "%s was granted access".formatted(app.label())));
        }
    }

    private static @Nullable Act act(TelemetryEvent row, String home) {
        String action = row.actionType().toLowerCase(Locale.ROOT);
        String forward =
                Rows.lowerAttribute(
                        row,
                        "ForwardingSmtpAddress",
                        "ForwardTo",
                        "RedirectTo",
                        "ForwardAsAttachmentTo",
                        "ForwardingAddress");
        if (!forward.isEmpty()) {
            String to = forward.replace("smtp:", "");
            boolean outside =
                    to.contains("@")
                            && !Canonical.domain(
                                            to.substring(to.lastIndexOf('@') + 1).replaceAll("[\\]\\[;,\" ].*", ""))
                                    .equals(home);
            return outside
                    ? new Act(
                            "mailbox.forwarding",
                            "Mail is forwarded outside, to %s".formatted(Text.quote(to)),
                            new Technique("T1114.003", "Email Forwarding Rule"))
                    : null;
        }
        if (row.kind() == EventKind.INBOX_RULE) {
            return rule(row);
        }
        if (action.contains("consent to application")
                || action.contains("oauth2permissiongrant")
                || action.contains("add delegated permission grant")
                || action.contains("add app role assignment")) {
            String scope =
                    Rows.lowerAttribute(
                            row,
                            "ConsentAction.Permissions",
                            "DelegatedPermissionGrant.Scope",
                            "AppRole.Value",
                            "Permissions",
                            "Scope");
            boolean mail =
                    scope.contains("mail.")
                            || scope.contains("full_access")
                            || scope.contains("files.readwrite.all")
                            || scope.contains("offline_access");
            return mail
                    ? new Act(
                            "mailbox.consent",
                            "An application was granted %s".formatted(Text.quote(scope)),
                            new Technique("T1528", "Steal Application Access Token"))
                    : null;
        }
        if (action.contains("add-mailboxpermission")
                || action.contains("add-recipientpermission")
                || action.contains("addfolderpermissions")) {
            return new Act(
                    "mailbox.delegation",
                    "Access to the mailbox was given to another (%s)".formatted(row.actionType()),
                    new Technique("T1098.002", "Additional Email Delegate Permissions"));
        }
        return null;
    }

    private static @Nullable Act rule(TelemetryEvent row) {
        String folder = Rows.lowerAttribute(row, "MoveToFolder");
        String words =
                Rows.lowerAttribute(
                        row, "SubjectOrBodyContainsWords", "SubjectContainsWords", "BodyContainsWords", "From");
        boolean deletes = Rows.lowerAttribute(row, "DeleteMessage", "SoftDeleteMessage").equals("true");
        boolean hides = HIDING.stream().anyMatch(folder::contains);
        boolean reads = Rows.lowerAttribute(row, "MarkAsRead").equals("true");
        boolean money = MONEY.stream().anyMatch(words::contains);
        String name = Rows.attribute(row, "Name").strip();
        boolean nameless = !name.isEmpty() && name.chars().noneMatch(Character::isLetterOrDigit);
        int signs = (deletes ? 2 : 0) + (hides ? 1 : 0) + (reads ? 1 : 0) + (money ? 2 : 0) + (nameless ? 2 : 0);
        if (signs >= 3) {
            return new Act(
                    "mailbox.hiding-rule",
                    "A rule %s hides mail%s%s"
                            .formatted(
                                    Text.quote(name),
                                    words.isEmpty() ? "" : " about " + Text.quote(words),
                                    folder.isEmpty() ? "" : " in " + Text.quote(folder)),
                    new Technique("T1564.008", "Email Hiding Rules"));
        }
        return null;
    }

    private static void application(Work work, Entity.OAuthApplication app) {
        secret(work, app);
        for (TelemetryEvent row : work.inquiry().rows(app.key())) {
            String publisher = (app.publisher() + Rows.attribute(row, "PublisherName", "VerifiedPublisher")).strip();
            Act act = act(row, "");
            if (act != null && act.weightId().equals("mailbox.consent") && !opened(row, app)) {
                long users =
                        work.inquiry().rows(app.key()).stream()
                                .flatMap(r -> r.links().stream())
                                .filter(l -> l.role() == LinkRole.ACCOUNT)
                                .map(l -> l.entity().key())
                                .distinct()
                                .count();
                work.find(app.key(), "app.mail-consent", "consent", act.words(), act.technique(), row);
                if (users <= 2) {
                    work.find(
                            app.key(),
                            "app.rare",
                            "rare",
                            "Only %d account uses it%s"
                                    .formatted(users, publisher.isEmpty() ? ", and its publisher is not known" : ""),
                            Technique.NONE,
                            row);
                } else {
                    work.find(
                            app.key(),
                            "app.common",
                            "rare",
                            "%d accounts use it".formatted(users),
                            Technique.NONE,
                            row);
                }
                return;
            }
        }
    }

    /// Whether the application is what was opened, not who was let in: a grant names both and says which is the client.
    private static boolean opened(TelemetryEvent row, Entity.OAuthApplication app) {
        String client = Rows.lowerAttribute(row, "ServicePrincipal.ObjectID").replace("\"", "");
        return !client.isEmpty() && app.allKeys().stream().noneMatch(key -> key.value().contains(client));
    }

    /// A password or certificate added to an application that was there before: whoever has it signs in as the application.
    private static void secret(Work work, Entity.OAuthApplication app) {
        boolean made = false;
        for (TelemetryEvent row : work.inquiry().rows(app.key())) {
            String action = row.actionType().toLowerCase(Locale.ROOT);
            made |= action.equals("add application") || action.equals("add service principal");
            boolean added =
                    action.contains("certificates and secrets management")
                            || action.contains("add service principal credentials");
            if (added && !made) {
                work.find(
                        app.key(),
                        "app.secret-added",
                        "secret",
                        "A password or certificate was added to it, with which anybody can sign in as it",
                        new Technique("T1098.001", "Additional Cloud Credentials"),
                        row);
                return;
            }
        }
    }
}
