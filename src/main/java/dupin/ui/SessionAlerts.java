package dupin.ui;

import dupin.model.Entry;
import dupin.service.AlertWork;
import dupin.service.CaseSession;
import dupin.ui.fx.AlertCommands;
import java.util.List;
import java.util.function.Supplier;

/// Commands to single alerts of the open case in the name of whoever is at the console. Background only.
///
/// @param operator name of the person, asked anew for each command
record SessionAlerts(CaseSession session, Supplier<String> operator) implements AlertCommands {

    @Override
    public void manage(String alertId, List<Entry.Change> changes, String comment) {
        session.alertWork().manage(alertId, changes, comment, operator.get());
    }

    @Override
    public String link(AlertWork.Wish wish) {
        return session.alertWork().link(wish, operator.get());
    }
}
