package dupin.model;

/// Who else an action touches, counted over the case when it is proposed.
public record BlastRadius(int devices, int users, int files, int mails, int otherOpenIncidents, String text) {
    public static final BlastRadius NONE = new BlastRadius(0, 0, 0, 0, 0, "");
}
