package dupin.story;

import dupin.model.ActionState;
import dupin.model.RemediationAction;
import dupin.service.CaseSession;
import java.nio.file.Path;
import java.util.List;

/// A process that works on a case until it is done or killed: imports what is missing, investigates, approves
/// everything. Prints the position of each commit once the world may know of it.
final class CrashChild {
    private CrashChild() {}

    public static void main(String[] args) throws InterruptedException {
        Story story = Story.named(args[1]);
        try (CaseSession session = Story.open(Path.of(args[0]), 2)) {
            session.changes().subscribe(change -> System.out.println("seq " + change.seq()));
            System.out.println("open");
            story.investigate(session);
            List<String> pending =
                    session.desk().actions().stream()
                            .filter(a -> a.state() == ActionState.PENDING)
                            .map(RemediationAction::id)
                            .toList();
            for (String id : pending) {
                session.actions().approve(List.of(id), "tester", "");
            }
            session.awaitIdle();
            System.out.println("done");
        }
    }
}
