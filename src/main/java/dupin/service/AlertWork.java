package dupin.service;

import dupin.model.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a person does with a single alert. Any thread but the screen's; everything waits for the journal.
public final class AlertWork {
    private final CaseWrites live;

    AlertWork(CaseWrites live) {
        this.live = live;
    }

    /// Says something of an alert; with the comment in one piece, so that neither is kept without the other.
    ///
    /// @param changes fields `status`, `assignedTo`, `classification`, `determination`
    /// @param comment "" for none
    /// @throws Problem when the case has no such alert, the comment is too long, or whoever is signed in may not
    public void manage(String alertId, List<Entry.Change> changes, String comment, String actor) {
        var entries = new ArrayList<Entry>();
        if (!changes.isEmpty()) {
            entries.add(new Entry.AlertManaged(alertId, changes));
        }
        if (!comment.isBlank()) {
            entries.add(Notes.said("alert:" + alertId, comment));
        }
        live.<Boolean>decide(
                actor,
                state -> {
                    if (state.alert(alertId).isEmpty()) {
                        throw new Problem("The case has no alert " + alertId + ".", "Nothing was changed.", "");
                    }
                    return new LiveCase.Decision<>(entries, Map.of(), true);
                });
    }
}
