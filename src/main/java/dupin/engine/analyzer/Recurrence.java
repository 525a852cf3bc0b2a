package dupin.engine.analyzer;

import dupin.engine.Facts;
import dupin.model.Canonical;
import dupin.model.Citation;
import dupin.model.Entity;
import dupin.model.EntityKey;
import dupin.model.EventKind;
import dupin.model.LinkRole;
import dupin.model.Technique;
import dupin.model.TelemetryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// The same command from the same parent, day after day: the routine of an administrator's tool. A burst over many machines
/// in one hour is none, however often it occurs.
final class Recurrence {
    private static final Duration ROUTINE = Duration.ofHours(18);
    private static final Pattern VARIABLE = Pattern.compile("\\{?[0-9a-f]{8}-[0-9a-f-]{20,30}}?|[0-9a-f]{16,}|[0-9]+");
    private static final int ROWS = 4_000;

    private Recurrence() {}

    static void judge(Work work, EntityKey key, Lineage.Node node, List<Citation> cite) {
        Lineage.Node parent = node.parent;
        String command = shape(node.process.processCommandLine());
        if (parent == null || command.isEmpty() || node.start == null || bareShell(node)) {
            return;
        }
        var devices = new HashSet<String>();
        var days = new HashSet<Instant>();
        int times = 0;
        Instant first = node.start;
        Instant last = node.start;
        for (TelemetryEvent row : work.inquiry().starts(node.process.imageFile())) {
            var other = Rows.entity(row, LinkRole.TARGET, Entity.Process.class).orElse(null);
            Instant time = row.time();
            if (other == null
                    || time == null
                    || !shape(other.processCommandLine()).equals(command)
                    || !sameParent(row, other, parent)) {
                continue;
            }
            times++;
            devices.add(Canonical.host(other.device()));
            days.add(time.truncatedTo(java.time.temporal.ChronoUnit.DAYS));
            first = time.isBefore(first) ? time : first;
            last = time.isAfter(last) ? time : last;
        }
        boolean routine = Duration.between(first, last).compareTo(ROUTINE) >= 0 && days.size() >= 2 && times >= 3;
        if (routine) {
            boolean kept = keptPlace(parent);
            boolean wide = devices.size() >= 3 || days.size() >= 3;
            work.find(
                    key,
                    wide && kept ? "process.recurrent" : "process.repeated",
                    "recurrence",
                    "The same command by %s was seen %d times on %d device%s over %d days"
                            .formatted(
                                    Text.quote(parent.name()),
                                    times,
                                    devices.size(),
                                    devices.size() == 1 ? "" : "s",
                                    days.size()),
                    Technique.NONE,
                    cite);
        }
    }

    /// A shell without arguments is the same command for everybody.
    private static boolean bareShell(Lineage.Node node) {
        return Binaries.SHELLS.contains(node.name()) && node.process.processCommandLine().strip().indexOf(' ') < 0;
    }

    private static boolean keptPlace(Lineage.Node parent) {
        String path = Canonical.path(parent.process.imageFile().fullPath());
        return Places.inProgramFiles(path) || Places.inWindows(path) && !Places.droppable(path);
    }

    private static boolean sameParent(TelemetryEvent row, Entity.Process other, Lineage.Node parent) {
        String name = row.actor().map(Binaries::name).orElseGet(() -> Binaries.name(other.parentImage()));
        return name.equals(parent.name());
    }

    /// The command without numbers and ids.
    static String shape(String commandLine) {
        return VARIABLE.matcher(Canonical.lower(commandLine)).replaceAll("#");
    }

    static List<TelemetryEvent> starts(Facts facts, EntityKey image) {
        return facts.events(
                Facts.Query.of(image).in(LinkRole.TARGET_IMAGE).kinds(EventKind.PROCESS_CREATED).limit(ROWS));
    }
}
