package dupin.ui.incidents;

import dupin.model.Incident;
import dupin.model.InvestigationState;
import dupin.ui.fx.Elide;
import dupin.ui.fx.Messages;
import dupin.ui.fx.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the list says of an incident. Any thread.
final class IncidentWords {
    private static final int LISTED = 6;

    private IncidentWords() {}

    /// Active of all alerts: `3/5`.
    static String alerts(Incident incident) {
        return incident.activeAlerts() + "/" + incident.alertIds().size();
    }

    static int assetCount(Incident incident) {
        return incident.devices().size() + incident.users().size() + incident.mailboxes().size();
    }

    /// `3 devices, 1 user`, kinds without any left out.
    static String assets(Incident incident) {
        var parts = new ArrayList<String>();
        add(parts, incident.devices().size(), Messages.text("incidents.device"), Messages.text("incidents.devices"));
        add(parts, incident.users().size(), Messages.text("incidents.user"), Messages.text("incidents.users"));
        add(
                parts,
                incident.mailboxes().size(),
                Messages.text("incidents.mailbox"),
                Messages.text("incidents.mailboxes"));
        return String.join(", ", parts);
    }

    static String tooltip(Incident incident) {
        InvestigationState state = incident.investigationState();
        var lines = new ArrayList<String>();
        lines.add(Elide.middle(incident.name(), 300));
        lines.add(Messages.text("incidents.idTime", incident.id(), Times.full(incident.lastActivity())));
        if (state != null) {
            String note = incident.investigationNote();
            lines.add(note.isEmpty() ? state.label() : Messages.text("incidents.stateWhy", state.label(), note));
        }
        named(lines, incident.devices());
        named(lines, incident.users());
        return String.join("\n", lines);
    }

    private static void named(List<String> lines, List<String> names) {
        if (!names.isEmpty()) {
            String listed =
                    names.stream().limit(LISTED).map(n -> Elide.middle(n, 80)).collect(Collectors.joining(", "));
            lines.add(
                    names.size() > LISTED ? Messages.text("incidents.andMore", listed, names.size() - LISTED) : listed);
        }
    }

    private static void add(List<String> parts, int count, String one, String many) {
        if (count > 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }
}
