package dupin.engine;

import dupin.engine.analyzer.MailClusters;
import dupin.model.Alert;
import dupin.model.Canonical;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EntityKind;
import dupin.model.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A trait of an alert that tells stories apart: two alerts that share it within its window belong together, as long as
/// few alerts show it. What every machine and every tenant has (system binaries, built-in accounts, private addresses,
/// well-known applications) is no trait at all.
///
/// @param key equal for equal traits
/// @param shown the shared thing as a reader knows it
/// @param sure time between two alerts within which it joins whatever hangs together on either side
/// @param window longest time between two alerts that it joins; beyond `sure` it joins only what does not stand by
///     itself yet: the same tool or the same address is no more than that where a whole story was told days before
/// @param most alerts that may show it before it says nothing any more
record Telling(String rule, String key, String shown, Duration sure, Duration window, int most) {
    private static final Duration ARTIFACT = Duration.ofDays(30);
    private static final Duration ARTIFACT_SURE = Duration.ofDays(3);
    private static final Duration SOURCE = Duration.ofDays(7);
    private static final Duration PERSON = Duration.ofHours(24);
    private static final Duration ACCOUNT = Duration.ofHours(8);
    private static final Duration MACHINE = Duration.ofHours(2);

    /// An address that nobody calls the attacker's may be the way out of a whole site.
    private static final Duration PLACE = Duration.ofHours(1);

    private static final int RARE = 25;
    private static final int BUSY = 500;
    private static final Set<String> ATTACKING = Set.of("attacker", "commandandcontrol");

    /// Names that Windows, its shells and its script hosts give to the programs that every machine runs.
    private static final Set<String> EVERYWHERE =
            Set.of(
                    "powershell.exe",
                    "powershell_ise.exe",
                    "pwsh.exe",
                    "cmd.exe",
                    "svchost.exe",
                    "services.exe",
                    "lsass.exe",
                    "wininit.exe",
                    "winlogon.exe",
                    "csrss.exe",
                    "smss.exe",
                    "explorer.exe",
                    "rundll32.exe",
                    "regsvr32.exe",
                    "mshta.exe",
                    "wscript.exe",
                    "cscript.exe",
                    "conhost.exe",
                    "taskhostw.exe",
                    "taskhost.exe",
                    "dllhost.exe",
                    "wmiprvse.exe",
                    "msiexec.exe",
                    "schtasks.exe",
                    "reg.exe",
                    "net.exe",
                    "net1.exe",
                    "whoami.exe",
                    "certutil.exe",
                    "bitsadmin.exe",
                    "wmic.exe",
                    "sc.exe",
                    "userinit.exe",
                    "spoolsv.exe",
                    "searchindexer.exe",
                    "msedge.exe",
                    "chrome.exe",
                    "firefox.exe",
                    "iexplore.exe",
                    "outlook.exe",
                    "winword.exe",
                    "excel.exe",
                    "powerpnt.exe",
                    "teams.exe",
                    "onedrive.exe",
                    "bash",
                    "sh",
                    "dash",
                    "zsh",
                    "python",
                    "python3",
                    "perl",
                    "sudo",
                    "sshd",
                    "systemd",
                    "cron",
                    "curl",
                    "wget",
                    "osascript");

    private static final Set<String> SYSTEM_FOLDERS =
            Set.of("/windows/", "/program files/", "/program files (x86)/", "/usr/", "/bin/", "/sbin/");
    private static final Set<String> SHARED_HOSTS =
            Set.of(
                    "microsoft.com",
                    "microsoftonline.com",
                    "office.com",
                    "office365.com",
                    "live.com",
                    "outlook.com",
                    "windows.com",
                    "windowsupdate.com",
                    "sharepoint.com",
                    "google.com",
                    "gmail.com",
                    "googleapis.com",
                    "apple.com",
                    "icloud.com",
                    "amazonaws.com",
                    "github.com",
                    "linkedin.com");

    /// The traits of an alert, each once.
    static List<Telling> of(Alert alert) {
        var found = new LinkedHashMap<String, Telling>();
        var devices = new TreeSet<EntityKey>();
        var users = new TreeSet<EntityKey>();
        var own = new HashSet<EntityKey>();
        Map<EntityKey, String> labels = new LinkedHashMap<>();
        for (Evidence evidence : alert.evidence()) {
            switch (evidence.entity()) {
                case Entity.Device device -> {
                    devices.add(device.key());
                    labels.put(device.key(), device.label());
                    own.add(Entity.IpAddress.of(device.ipAddress()).key());
                }
                case Entity.User user when !user.wellKnown() && named(user.key()) -> {
                    users.add(user.key());
                    labels.put(user.key(), user.label());
                }
                default -> {}
            }
        }
        for (Evidence evidence : alert.evidence()) {
            for (Telling trait : of(evidence, own)) {
                found.putIfAbsent(trait.key, trait);
            }
        }
        for (EntityKey device : devices) {
            if (device.value().equals("?")) {
                continue;
            }
            for (EntityKey user : users) {
                add(
                        found,
                        "Same device and user",
                        device + "+" + user,
                        labels.get(device) + ", " + labels.get(user),
                        PERSON,
                        BUSY);
            }
            add(found, "Same device", device.toString(), labels.getOrDefault(device, ""), MACHINE, BUSY);
        }
        users.forEach(
                user -> add(found, "Same user", user.toString(), labels.getOrDefault(user, ""), ACCOUNT, 2 * RARE));
        return List.copyOf(found.values());
    }

    private static void add(
            Map<String, Telling> found, String rule, String key, String shown, Duration window, int most) {
        found.putIfAbsent(key, new Telling(rule, key, shown, window, window, most));
    }

    /// An account of a domain or tenant; a bare "administrator" is another one on each machine.
    private static boolean named(EntityKey user) {
        String value = user.value();
        return value.contains("@") || value.contains("\\") || value.startsWith("sid-") || value.startsWith("aad-");
    }

    private static List<Telling> of(Evidence evidence, Set<EntityKey> ownAddresses) {
        var traits = new ArrayList<Telling>();
        EntityKey key = evidence.entity().key();
        String label = evidence.entity().label();
        switch (evidence.entity()) {
            case Entity.File file when !everywhere(file) -> traits.add(artifact("Same file", key, label));
            case Entity.Process process -> process(process, traits);
            case Entity.Url url when !sharedHost(Canonical.urlHost(url.url())) && !key.value().isEmpty() ->
                    traits.add(artifact("Same URL", key, label));
            case Entity.Domain domain when !sharedHost(domain.key().value()) && !key.value().isEmpty() ->
                    traits.add(artifact("Same domain", key, label));
            case Entity.MailCluster _ -> traits.add(artifact("Same email cluster", key, label));
            case Entity.MailMessage mail -> mail(mail, traits);
            case Entity.MailSubmission submission when !submission.networkMessageId().isEmpty() ->
                    traits.add(
                            new Telling(
                                    "Same email",
                                    "mail:" + Canonical.lower(submission.networkMessageId()),
                                    label,
                                    ARTIFACT,
                                    ARTIFACT,
                                    RARE));
            case Entity.OAuthApplication _ -> traits.add(artifact("Same OAuth application", key, label));
            case Entity.SignInSession session when !session.sessionId().isEmpty() ->
                    traits.add(artifact("Same sign-in session", key, label));
            case Entity.IpAddress ip
                    when !ownAddresses.contains(key) && (Addresses.isPublic(ip.ipAddress()) || attacking(evidence)) ->
                    traits.add(
                            new Telling(
                                    "Same address",
                                    key.toString(),
                                    label,
                                    attacking(evidence) ? SOURCE : PLACE,
                                    SOURCE,
                                    RARE));
            default -> {}
        }
        return traits;
    }

    private static Telling artifact(String rule, EntityKey key, String label) {
        return new Telling(rule, key.toString(), label, ARTIFACT_SURE, ARTIFACT, RARE);
    }

    private static boolean attacking(Evidence evidence) {
        return evidence.roles().stream().map(r -> r.toLowerCase(Locale.ROOT)).anyMatch(ATTACKING::contains);
    }

    private static void mail(Entity.MailMessage mail, List<Telling> traits) {
        String id =
                Canonical.lower(mail.networkMessageId().isEmpty() ? mail.internetMessageId() : mail.networkMessageId());
        if (!id.isEmpty()) {
            traits.add(new Telling("Same email", "mail:" + id, mail.label(), ARTIFACT, ARTIFACT, RARE));
        }
        MailClusters.traits(mail)
                .forEach((value, rule) ->
                        traits.add(
                                new Telling(
                                        "Similar email",
                                        "campaign:" + value,
                                        mail.label() + ": " + rule,
                                        ARTIFACT,
                                        ARTIFACT,
                                        BUSY)));
        String sender = Canonical.lower(mail.senderAddress());
        boolean inside = domainOf(sender).equals(domainOf(Canonical.lower(mail.recipientEmailAddress())));
        if (sender.contains("@") && !inside) {
            traits.add(new Telling("Same sender", "sender:" + sender, mail.senderAddress(), SOURCE, SOURCE, RARE));
        }
    }

    private static String domainOf(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    /// The process itself and its parent: an alert on a child and one on its parent are one tree.
    private static void process(Entity.Process process, List<Telling> traits) {
        boolean known =
                process.processId() > 4 && process.processCreationDateTime() != null
                        || !process.processGuid().isEmpty();
        if (known && !parentOfAll(process.imageFile().fullPath())) {
            traits.add(
                    new Telling("Same process tree", process.key().toString(), process.label(), PERSON, PERSON, BUSY));
        }
        if (process.parentProcessId() > 4
                && process.parentProcessCreationDateTime() != null
                && !parentOfAll(process.parentImage())) {
            String parent =
                    Canonical.host(process.device())
                            + "|"
                            + process.parentProcessId()
                            + "|"
                            + Canonical.millis(process.parentProcessCreationDateTime());
            traits.add(
                    new Telling(
                            "Same process tree",
                            new EntityKey(EntityKind.PROCESS, parent).toString(),
                            Canonical.fileName(process.parentImage()),
                            PERSON,
                            PERSON,
                            BUSY));
        }
        if (!process.imageFile().label().isEmpty() && !everywhere(process.imageFile())) {
            traits.add(artifact("Same file", process.imageFile().key(), process.imageFile().label()));
        }
    }

    /// Processes under which a whole session or machine runs: no story of their own.
    private static boolean parentOfAll(String path) {
        String name = Canonical.lower(Canonical.fileName(path));
        return name.isEmpty()
                || Set.of(
                                "explorer.exe",
                                "services.exe",
                                "svchost.exe",
                                "wininit.exe",
                                "winlogon.exe",
                                "userinit.exe",
                                "lsass.exe",
                                "smss.exe",
                                "csrss.exe",
                                "system",
                                "systemd",
                                "init",
                                "launchd",
                                "sshd",
                                "cron")
                        .contains(name);
    }

    private static boolean everywhere(Entity.File file) {
        String path = Canonical.path(file.fullPath());
        boolean system =
                SYSTEM_FOLDERS.stream().anyMatch(folder -> path.startsWith(folder) || path.startsWith(folder, 2));
        boolean placed = path.indexOf('/') >= 0;
        boolean nameless = file.label().isEmpty() && file.aliases().isEmpty() && file.key().value().equals("?");
        return system || nameless || (!placed && EVERYWHERE.contains(Canonical.lower(file.fileName())));
    }

    private static boolean sharedHost(String host) {
        return SHARED_HOSTS.stream().anyMatch(shared -> host.equals(shared) || host.endsWith("." + shared));
    }
}
