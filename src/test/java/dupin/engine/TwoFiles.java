package dupin.engine;

import dupin.model.ActionType;
import dupin.model.Alert;
import dupin.model.Entity;
import dupin.model.InvestigationState;
import dupin.model.Verdict;

/// A case of one alert on one device, whose investigation proposes an action on each of two files.
final class TwoFiles {
    static final Entity.Device PC1 = Entity.Device.named("PC1");
    static final Entity.File FILE = Story.file("PC1", "C:\\Users\\ann\\a.exe", Story.sha(1));
    static final Entity.File OTHER = Story.file("PC1", "C:\\Users\\ann\\b.exe", Story.sha(2));
    static final Alert ALERT = Story.alert("a", 0, PC1, FILE);

    private TwoFiles() {}

    static Story withTwoActions() {
        return Story.started(ALERT)
                .judge(FILE, Verdict.MALICIOUS, 15)
                .propose(Story.action("A1", ActionType.QUARANTINE_FILE, FILE))
                .propose(Story.action("A2", ActionType.QUARANTINE_FILE, OTHER))
                .analysed(InvestigationState.SUCCESSFULLY_REMEDIATED);
    }
}
