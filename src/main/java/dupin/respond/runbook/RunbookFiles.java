package dupin.respond.runbook;

import dupin.model.ActionType;
import dupin.model.RemediationAction;
import dupin.respond.CommandFiles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A runbook of one step for each action.
public final class RunbookFiles implements CommandFiles.Form {
    private final Runbook runbook = new Runbook();

    @Override
    public boolean knows(ActionType type) {
        return type != ActionType.EXPAND_SCOPE;
    }

    @Override
    public Map<String, String> files(RemediationAction action, String stem, boolean undo) {
        Instant at = Objects.requireNonNullElse(action.decidedDateTime(), Instant.EPOCH);
        return runbook.files(stem, action.type().label(), List.of(action), at, undo);
    }
}
