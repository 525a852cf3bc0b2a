package dupin.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who else an action touches, counted over the case when it is proposed.
///
/// @param critical those of its assets that matter more than others, each with the reason; the most important first
/// @param sessions sign-ins of the account that the case knows and that end with it
public record BlastRadius(
        int devices,
        int users,
        int files,
        int mails,
        int otherOpenIncidents,
        String text,
        int processes,
        List<String> critical,
        int sessions) {
    public static final BlastRadius NONE = new BlastRadius(0, 0, 0, 0, 0, "");

    /// Journals of the first versions do not name critical assets.
    public BlastRadius(
            int devices,
            int users,
            int files,
            int mails,
            int otherOpenIncidents,
            String text,
            int processes,
            @Nullable List<String> critical,
            int sessions) {
        this.devices = devices;
        this.users = users;
        this.files = files;
        this.mails = mails;
        this.otherOpenIncidents = otherOpenIncidents;
        this.text = text;
        this.processes = processes;
        this.critical = critical == null ? List.of() : List.copyOf(critical);
        this.sessions = sessions;
    }

    public BlastRadius(int devices, int users, int files, int mails, int otherOpenIncidents, String text) {
        this(devices, users, files, mails, otherOpenIncidents, text, 0, List.of(), 0);
    }
}
