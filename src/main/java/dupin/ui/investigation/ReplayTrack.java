package dupin.ui.investigation;

import dupin.ui.fx.Messages;

/// In which order a replay runs.
public enum ReplayTrack {
    /// As Dupin worked: entry by entry of the journal.
    JOURNAL,
    /// As the attack went: by the time of the events.
    ATTACK;

    String label() {
        return switch (this) {
            case JOURNAL -> Messages.text("replay.journal");
            case ATTACK -> Messages.text("replay.attack");
        };
    }

    String help() {
        return switch (this) {
            case JOURNAL -> Messages.text("replay.journalHelp");
            case ATTACK -> Messages.text("replay.attackHelp");
        };
    }
}
