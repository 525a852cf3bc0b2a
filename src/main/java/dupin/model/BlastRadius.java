package dupin.model;

/// Who else an action touches, counted over the case when it is proposed.
public record BlastRadius(
        int devices, int users, int files, int mails, int otherOpenIncidents, String text, int processes) {
    public static final BlastRadius NONE = new BlastRadius(0, 0, 0, 0, 0, "");

    public BlastRadius(int devices, int users, int files, int mails, int otherOpenIncidents, String text) {
        this(devices, users, files, mails, otherOpenIncidents, text, 0);
    }
}
