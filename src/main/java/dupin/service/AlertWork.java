package dupin.service;

import dupin.engine.AlertMoves;
import dupin.engine.CaseState;
import dupin.engine.IncidentMerges;
import dupin.model.Entry;
import dupin.model.row.AlertGoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a person does with a single alert. Any thread but the screen's; everything waits for the journal.
public final class AlertWork {
    private final CaseWrites live;

    private final Runnable settle;

    /// @param settle has alerts investigated where they are now, as the policy says
    AlertWork(CaseWrites live, Runnable settle) {
        this.live = live;
        this.settle = settle;
    }

    /// Where a person wants an alert to be.
    ///
    /// @param goes what the person was told would happen; nothing is done when that is another now
    /// @param intoIncidentId "" for an incident of its own, which is then called `name`, or after its alerts if that is ""
    /// @param why the person's comment, or ""
    public record Wish(String alertId, AlertGoing goes, String intoIncidentId, String name, String why) {}

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

    /// Takes an alert out of its incident into another one, or into one of its own. The last alert of an incident takes the
    /// whole incident with it, as a merge does; moving the alert back, or unmerging, is the inverse.
    ///
    /// @return id of the incident in which it is now
    /// @throws Problem when it cannot go there, or what would go along has changed since the person was told
    public String link(Wish wish, String actor) {
        if (wish.why().length() > Notes.MAX_COMMENT) {
            throw new Problem(
                    "A comment has at most 30,000 characters; this one has " + wish.why().length() + ".",
                    "The alert stays where it is.",
                    "Shorten it.");
        }
        String into = live.decide(actor, state -> linked(state, wish));
        settle.run();
        return into;
    }

    private static LiveCase.Decision<String> linked(CaseState state, Wish wish) {
        String alert = wish.alertId();
        String from = wish.goes().incidentId();
        boolean fresh = wish.intoIncidentId().isEmpty();
        if (AlertMoves.going(state, alert).filter(wish.goes()::alike).isEmpty()) {
            throw stays(
                    "Alert " + alert + " or what was done about it has changed meanwhile.",
                    "Try again: what would go along now is said anew.");
        }
        if (from.isEmpty()) {
            throw stays("Alert " + alert + " belongs to no incident yet.", "Wait until the import has ended.");
        }
        if (fresh && wish.goes().last()) {
            throw stays("Alert " + alert + " has incident " + from + " to itself already.", "");
        }
        List<Entry> entries;
        if (fresh) {
            entries = AlertMoves.intoNew(state, alert, from, wish.name(), wish.why());
        } else if (wish.goes().last()) {
            AlertMoves.closed(state, wish.intoIncidentId()).ifPresent(why -> refuse(why));
            if (from.equals(wish.intoIncidentId())) {
                refuse("Alert " + alert + " is in incident " + from + " already.");
            }
            entries = IncidentMerges.byAnalyst(state, from, wish.intoIncidentId(), wish.why());
        } else {
            var moved = new Entry.AlertMoved(alert, from, wish.intoIncidentId(), wish.why());
            AlertMoves.obstacle(state, moved).ifPresent(why -> refuse(why));
            entries = List.of(moved);
        }
        String into = fresh ? ((Entry.AlertMoved) entries.getLast()).intoIncidentId() : wish.intoIncidentId();
        return new LiveCase.Decision<>(entries, Map.of(), into);
    }

    private static void refuse(String why) {
        throw stays(why, "Choose another incident.");
    }

    private static Problem stays(String what, String next) {
        return new Problem(what, "The alert stays where it is.", next);
    }
}
