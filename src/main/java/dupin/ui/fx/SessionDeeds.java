package dupin.ui.fx;

import dupin.model.EntityKey;
import dupin.service.CaseSession;
import dupin.service.ItemResult;
import java.util.List;

/// Commands to an open case in the name of one person.
record SessionDeeds(CaseSession session, String actor) implements Deeds {

    @Override
    public List<ItemResult> approve(List<String> actionIds, String comment) {
        return session.actions().approve(actionIds, actor, comment);
    }

    @Override
    public List<ItemResult> reject(List<String> actionIds, String comment) {
        return session.actions().reject(actionIds, actor, comment);
    }

    @Override
    public List<ItemResult> undo(List<String> actionIds, String comment) {
        return session.actions().undo(actionIds, actor, comment);
    }

    @Override
    public String investigate(EntityKey entity) {
        return session.investigations().startOn(entity, actor);
    }

    @Override
    public String investigateAlert(String alertId) {
        return session.investigations().startOnAlert(alertId, actor);
    }

    @Override
    public String investigateIncident(String incidentId) {
        return session.investigations().start(incidentId, actor);
    }

    @Override
    public void cancel(String investigationId) {
        session.investigations().cancel(investigationId, actor);
    }

    @Override
    public void comment(String subject, String text) {
        session.notes().comment(subject, text, actor);
    }
}
