package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// What an account does in a cloud that its kind should not: a machine's credentials in a person's hands, stores looked
/// for and then emptied, the record of deeds switched off.
final class CloudDeeds {
    /// A role that a virtual machine has taken: the session bears the machine's id.
    private static final Pattern MACHINE = Pattern.compile(":assumed-role/[^/]{1,128}/i-[0-9a-f]{8,17}$");

    /// Systems that people work at and that virtual machines of a cloud seldom are.
    private static final Pattern DESK =
            Pattern.compile("darwin|macos|windows/1[01]\\b|windows nt|kali|parrot|pentoo|firefox/|chrome/|safari/");

    private static final Map<String, Technique> RECORD_OFF =
            Map.ofEntries(
                    off("stoplogging"),
                    off("deletetrail"),
                    off("deleteflowlogs"),
                    off("deletedetector"),
                    off("stopconfigurationrecorder"),
                    off("deleteconfigurationrecorder"),
                    off("disassociatefromadministratoraccount"),
                    off("microsoft.insights/diagnosticsettings/delete"));

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration SESSION = Duration.ofHours(12);
    private static final int MANY = 150;

    private CloudDeeds() {}

    static void judge(Work work, EntityKey key) {
        var query =
                Facts.Query.of(key)
                        .in(LinkRole.ACCOUNT)
                        .kinds(EventKind.CLOUD_ACTIVITY, EventKind.IDENTITY_CHANGED)
                        .limit(4_000);
        var sources = new TreeMap<String, TreeSet<String>>();
        var deleted = new ArrayDeque<Instant>();
        Instant listed = null;
        for (TelemetryEvent row : work.facts().events(query)) {
            String action = row.actionType().toLowerCase(Locale.ROOT).replace(" ", "");
            Instant time = row.time();
            boolean done = Rows.attribute(row, "ErrorCode").isEmpty();
            if (machine(row)) {
                held(work, key, row, sources);
                listed = action.equals("listbuckets") ? time : listed;
                boolean reads = action.equals("getobject") || action.startsWith("listobjects");
                if (done && reads && listed != null && time != null && within(listed, time, SESSION)) {
                    work.find(
                            key,
                            "account.store-sweep",
                            "sweep",
                            "The role of a virtual machine listed all stores of the cloud and then read them",
                            new Technique("T1619", "Cloud Storage Object Discovery"),
                            row);
                }
            }
            if (done && RECORD_OFF.containsKey(action)) {
                work.find(
                        key,
                        "account.record-off",
                        "record",
                        "Switched off the record of what is done in the cloud (%s)".formatted(row.actionType()),
                        RECORD_OFF.getOrDefault(action, Technique.NONE),
                        row);
            }
            boolean deletes = action.matches("deleteobjects?|deleteblob|(file|folder)(deleted|recycled).*");
            if (done && deletes && time != null) {
                deleted.addLast(time);
                while (!within(deleted.getFirst(), time, HOUR)) {
                    deleted.removeFirst();
                }
                if (deleted.size() == MANY) {
                    work.find(
                            key,
                            "account.mass-delete",
                            "delete",
                            "Deleted %d files within an hour".formatted(MANY),
                            new Technique("T1485", "Data Destruction"),
                            row);
                }
            }
        }
    }

    /// One machine is at one address and is no desk.
    private static void held(Work work, EntityKey key, TelemetryEvent row, Map<String, TreeSet<String>> sources) {
        String session = Rows.attribute(row, "userIdentity.arn");
        String from = row.entity(LinkRole.SOURCE).map(source -> source.key().value()).orElse("");
        String agent = Rows.lowerAttribute(row, "UserAgent");
        var all = sources.computeIfAbsent(session, _ -> new TreeSet<>());
        if (!from.isEmpty() && !Addresses.internal(from)) {
            all.add(from);
        }
        boolean desk = DESK.matcher(agent).find();
        if (desk || all.size() > 2) {
            work.find(
                    key,
                    "account.machine-role",
                    "machine-role",
                    desk
                            ? "The credentials of a virtual machine were used from a person's computer (%s)"
                                    .formatted(Text.quote(Rows.attribute(row, "UserAgent")))
                            : "The credentials of one virtual machine were used from %d addresses"
                                    .formatted(all.size()),
                    new Technique("T1552.005", "Cloud Instance Metadata API"),
                    row);
        }
    }

    private static boolean machine(TelemetryEvent row) {
        return MACHINE.matcher(Rows.lowerAttribute(row, "userIdentity.arn")).find();
    }

    private static boolean within(Instant first, Instant second, Duration time) {
        return Duration.between(first, second).compareTo(time) <= 0;
    }

    private static Map.Entry<String, Technique> off(String action) {
        return Map.entry(action, new Technique("T1562.008", "Disable or Modify Cloud Logs"));
    }
}
